"""One call of the Web API from its arguments to its answer, with faults, and the log of all calls."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from tests.fakes.slack.arguments import Arguments
from tests.fakes.slack.changes import Changes
from tests.fakes.slack.faults import Fault, Faults
from tests.fakes.slack.methods import METHODS, Call, Method
from tests.fakes.slack.model import Json, Refusal
from tests.fakes.slack.state import Workspace
from tests.fakes.slack.tickets import Tickets

RATE_LIMITED = "ratelimited"
TOO_MANY_REQUESTS = 429


@dataclass(frozen=True, slots=True)
class Request:
    """One call as it came over HTTP; `host` is this server's, for the addresses in answers."""

    method: str
    token: str
    arguments: Mapping[str, Any]
    is_json: bool
    host: str


@dataclass(frozen=True, slots=True)
class LoggedCall:
    """One call as it came and as it ended; `at` is time.monotonic(), `answer` None while it runs or when dropped.

    `error` is Slack's code, or `dropped_request`, `dropped_answer`, `http_500`; empty when all went well.
    """

    number: int
    method: str
    arguments: Json
    token: str
    at: float
    answer: Json | None = None
    error: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes back: `body` None means that the connection is closed without an answer."""

    body: Json | None
    status: int = 200
    retry_after: int | None = None


class WebApi:
    """All methods behind one lock."""

    def __init__(self, workspace: Workspace, tickets: Tickets, faults: Faults, changed: Changes) -> None:
        self.workspace = workspace
        self.tickets = tickets
        self.faults = faults
        self.changed = changed
        self.calls: list[LoggedCall] = []
        self.revoked: dict[str, str] = {}  # token -> error
        self.running = 0  # calls that have come and are not answered yet
        self.post_interval = 0.0  # least seconds between two posts in one channel, 0 for no limit
        self._last_post: dict[str, float] = {}

    def answer(self, request: Request) -> Answer:
        """Run one call; its effect and its entry in the log are one step for all other threads."""
        with self.changed:
            seconds, fault = self.faults.take(request.method)
            number = self._enter(request)
        if seconds:
            time.sleep(seconds)
        with self.changed:
            answer, error = self._ill(request, fault) if fault else self._well(request)
            self.calls[number] = replace(self.calls[number], answer=answer.body, error=error)
            self.running -= 1
            self.changed.notify_all()
        return answer

    def _enter(self, request: Request) -> int:
        number = len(self.calls)
        logged = LoggedCall(number, request.method, dict(request.arguments), request.token, time.monotonic())
        self.calls.append(logged)
        self.running += 1
        self.changed.notify_all()
        return number

    def _ill(self, request: Request, fault: Fault) -> tuple[Answer, str]:
        """A call with a fault: without effect, or with its effect and without its answer."""
        if fault.kind == "drop_answer":
            self._well(request)
            return Answer(None), "dropped_answer"
        if fault.kind == "drop_request":
            return Answer(None), "dropped_request"
        if fault.kind == "status":
            return Answer({}, fault.status), f"http_{fault.status}"
        return _refused(Refusal(fault.error, retry_after=fault.retry_after))

    def _well(self, request: Request) -> tuple[Answer, str]:
        try:
            method = self._allowed(request.method, request.token)
            # Slack's reading methods know only forms: a JSON body is as good as none
            readable = {} if request.is_json and not method.reads_json else request.arguments
            call = Call(self.workspace, self.tickets, Arguments(readable), request.host)
            if method.scopes:
                call.need_scope(*method.scopes)
            if request.method == "chat.postMessage":
                self._limit_rate(call.arguments.text("channel"))
            return Answer({"ok": True} | method.run(call)), ""
        except Refusal as refusal:
            return _refused(refusal)

    def _allowed(self, name: str, token: str) -> Method:
        method = METHODS.get(name)
        if method is None:
            raise Refusal("unknown_method", req_method=name)
        if name == "api.test":
            return method
        if not token:
            raise Refusal("not_authed")
        if token in self.revoked:
            raise Refusal(self.revoked[token])
        caller = {self.workspace.app.bot_token: "bot", self.workspace.app.app_token: "app"}.get(token)
        if caller is None:
            raise Refusal("invalid_auth")
        if method.caller not in {caller, "any"}:
            raise Refusal("not_allowed_token_type")
        return method

    def _limit_rate(self, channel: str) -> None:
        now = time.monotonic()
        wait = self._last_post.get(channel, 0.0) + self.post_interval - now
        if wait > 0:
            raise Refusal(RATE_LIMITED, retry_after=max(1, round(wait)))
        self._last_post[channel] = now


def _refused(refusal: Refusal) -> tuple[Answer, str]:
    """The answer that says no; with a time to wait it is a 429."""
    retry_after = refusal.extra.pop("retry_after", None)
    body: Json = {"ok": False, "error": refusal.error} | refusal.extra
    return Answer(body, 200 if retry_after is None else TOO_MANY_REQUESTS, retry_after), refusal.error
