"""One call of the Web API from its arguments to its answer, with faults, and the log of all calls."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from tests.fakes.slack.arguments import Arguments
from tests.fakes.slack.methods import METHODS, Call, Method
from tests.fakes.slack.model import Json, Refusal

if TYPE_CHECKING:
    from threading import Condition

    from tests.fakes.slack.faults import Fault, Faults
    from tests.fakes.slack.state import Workspace
    from tests.fakes.slack.tickets import Tickets

RATE_LIMITED = "ratelimited"


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

    def __init__(self, workspace: Workspace, tickets: Tickets, faults: Faults, changed: Condition) -> None:
        self.workspace = workspace
        self.tickets = tickets
        self.faults = faults
        self.changed = changed
        self.calls: list[LoggedCall] = []
        self.revoked: dict[str, str] = {}  # token -> error
        self.post_interval = 0.0  # least seconds between two posts in one channel, 0 for no limit
        self._last_post: dict[str, float] = {}

    def answer(self, name: str, token: str, arguments: Mapping[str, Any], *, json_body: bool, host: str) -> Answer:
        """Run one call; its effect and its entry in the log are one step for all other threads."""
        with self.changed:
            seconds, fault = self.faults.take(name)
            number = self._enter(name, token, arguments)
        if seconds:
            time.sleep(seconds)
        with self.changed:
            answer, error = self._run(name, token, arguments, fault, json_body=json_body, host=host)
            self.calls[number] = replace(self.calls[number], answer=answer.body, error=error)
            self.changed.notify_all()
        return answer

    def _enter(self, name: str, token: str, arguments: Mapping[str, Any]) -> int:
        number = len(self.calls)
        self.calls.append(LoggedCall(number, name, dict(arguments), token, time.monotonic()))
        self.changed.notify_all()
        return number

    def _run(
        self, name: str, token: str, arguments: Mapping[str, Any], fault: Fault | None, *, json_body: bool, host: str
    ) -> tuple[Answer, str]:
        if fault is not None and fault.kind != "drop_answer":
            return _faulty(fault)
        try:
            method = self._allowed(name, token)
            # Slack's reading methods know only forms: a JSON body is as good as none
            readable = {} if json_body and not method.reads_json else arguments
            call = Call(self.workspace, self.tickets, Arguments(readable), host)
            if method.scopes:
                call.need_scope(*method.scopes)
            if name == "chat.postMessage":
                self._limit_rate(str(arguments.get("channel")))
            body = {"ok": True} | method.run(call)
            answer, error = Answer(body), ""
        except Refusal as refusal:
            retry_after = refusal.extra.pop("retry_after", None)
            body = {"ok": False, "error": refusal.error} | refusal.extra
            answer, error = Answer(body, 429 if retry_after else 200, retry_after), refusal.error
        return (Answer(None), "dropped_answer") if fault is not None else (answer, error)

    def _allowed(self, name: str, token: str) -> Method:
        method = METHODS.get(name)
        if method is None:
            raise Refusal("unknown_method", req_method=name)
        app = self.workspace.app
        if name == "api.test":
            return method
        if not token:
            raise Refusal("not_authed")
        if token in self.revoked:
            raise Refusal(self.revoked[token])
        kind = {app.bot_token: "bot", app.app_token: "app"}.get(token)
        if kind is None:
            raise Refusal("invalid_auth")
        if method.token not in {kind, "any"}:
            raise Refusal("not_allowed_token_type")
        return method

    def _limit_rate(self, channel: str) -> None:
        now = time.monotonic()
        wait = self._last_post.get(channel, 0.0) + self.post_interval - now
        if wait > 0:
            raise Refusal(RATE_LIMITED, retry_after=max(1, round(wait)))
        self._last_post[channel] = now


def _faulty(fault: Fault) -> tuple[Answer, str]:
    """The answer to a call that a fault keeps from having any effect."""
    if fault.kind == "drop_request":
        return Answer(None), "dropped_request"
    if fault.kind == "status":
        return Answer({}, fault.status), f"http_{fault.status}"
    body: Json = {"ok": False, "error": fault.error}
    return Answer(body, 429 if fault.retry_after is not None else 200, fault.retry_after), fault.error
