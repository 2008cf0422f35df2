"""Several workspaces behind one address, the way an app in HTTP mode meets Slack: it installs, and is called.

with Grid("north", "south") as grid:  # grid.url goes into SLACK_API_URL, grid.keys into the settings
    grid.install("north", address)    # a person says yes on Slack's page
    with grid.calling(address):       # events, commands and interactions are posted there
"""

from __future__ import annotations

import hashlib
import hmac
import html
import http.client
import json
import secrets
import threading
import time
from base64 import b64decode
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from http.server import ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qs, quote, urlencode, urlsplit

from tests.fakes.slack.api import Answer
from tests.fakes.slack.fake import FakeSlack
from tests.fakes.slack.hub import Hub
from tests.fakes.slack.model import Json
from tests.fakes.slack.server import Handler

CLIENT_ID, CLIENT_SECRET, SIGNING_SECRET = "10.20", "fake-client-secret", "fake-signing-secret"
_EXPIRES = 43_200  # seconds: what Slack gives a rotated token


class Grid:
    """Workspaces by name, one Web API for all of their tokens, and OAuth. `rotating` tokens end after twelve hours."""

    def __init__(self, *names: str, rotating: bool = False) -> None:
        self.workspaces = {name: FakeSlack(name=name) for name in names}
        self.rotating = rotating
        self.codes: dict[str, str] = {}  # OAuth code -> workspace
        self.refreshes: dict[str, str] = {}  # refresh token -> workspace
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self.open = ExitStack()

    def __enter__(self) -> Self:
        for slack in self.workspaces.values():
            self.open.enter_context(slack)
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.server.shutdown()
        self.server.server_close()
        self.open.close()

    def __getitem__(self, name: str) -> FakeSlack:
        return self.workspaces[name]

    @property
    def url(self) -> str:
        """For SLACK_API_URL."""
        return f"http://127.0.0.1:{self.server.server_address[1]}/api/"

    def owner(self, token: str) -> FakeSlack | None:
        """The workspace whose token it is."""
        return next((slack for slack in self.workspaces.values() if slack.bot_token == token), None)

    # Installing

    def install(self, name: str, address: str) -> tuple[int, str]:
        """A person opens the install page, says yes at Slack, and is sent back: the last page's status and text."""
        page = ask(address, "GET", "/slack/install")
        state = parse_qs(urlsplit(_link_in(page.body)).query)["state"][0]
        code = secrets.token_hex(8)
        self.codes[code] = name
        cookie = (page.headers.get("set-cookie") or "").partition(";")[0]
        back = ask(
            address,
            "GET",
            f"/slack/oauth_redirect?{urlencode({'code': code, 'state': state})}",
            {"Cookie": cookie},
        )
        return back.status, back.body

    def access(self, who: str, arguments: Json) -> Json:
        """oauth.v2.access: a code, or a refresh token, for a bot token; `who` is the client's id and secret."""
        if who != f"{CLIENT_ID}:{CLIENT_SECRET}":
            return {"ok": False, "error": "bad_client_secret"}
        if arguments.get("grant_type") == "refresh_token":
            name = self.refreshes.pop(arguments.get("refresh_token", ""), None)
        else:
            name = self.codes.pop(arguments.get("code", ""), None)
        return {"ok": False, "error": "invalid_code"} if name is None else self.grant(name)

    def grant(self, name: str) -> Json:
        slack = self.workspaces[name]
        team = {"id": slack.workspace.team, "name": name}
        granted: Json = {
            "ok": True,
            "app_id": slack.app.app_id,
            "authed_user": {"id": slack.user("installer")},
            "scope": ",".join(sorted(slack.app.scopes)),
            "token_type": "bot",
            "access_token": slack.bot_token,
            "bot_user_id": slack.bot_user,
            "team": team,
            "enterprise": None,
            "is_enterprise_install": False,
        }
        if self.rotating:
            refresh = f"xoxe-1-{secrets.token_hex(8)}"
            self.refreshes[refresh] = name
            granted |= {"refresh_token": refresh, "expires_in": _EXPIRES}
        return granted

    # Calling the app

    @contextmanager
    def calling(self, address: str) -> Iterator[None]:
        """Post every workspace's events, commands and interactions to the app for the length of a with block."""
        lines = [(slack.hub, HttpLine(slack.hub, address)) for slack in self.workspaces.values()]
        for hub, line in lines:
            hub.join(lambda _, line=line: line)  # type: ignore[misc, return-value]
        yield
        for hub, line in lines:
            hub.leave(line)  # type: ignore[arg-type]


class HttpLine:
    """A hub's way to an app in HTTP mode, in the place of a socket: each envelope is a signed POST."""

    number = 1
    ready = True
    frozen = False

    def __init__(self, hub: Hub, address: str) -> None:
        self.hub = hub
        self.address = address

    def send(self, envelope: Json) -> bool:
        """Post in a thread of its own, as Slack does not wait for one request before the next."""
        if "envelope_id" in envelope:
            threading.Thread(target=self.post, args=(envelope,), daemon=True).start()
        return True

    def post(self, envelope: Json) -> None:
        kind, body = _written(envelope["type"], envelope["payload"])
        answer = ask(self.address, "POST", "/slack/events", signed(body) | {"Content-Type": kind}, body)
        if answer.status == 200:
            payload = json.loads(answer.body) if answer.body.startswith("{") else {"text": answer.body}
            self.hub.receive(
                {"envelope_id": envelope["envelope_id"], "payload": payload if answer.body else None}
            )

    def close(self) -> None:
        """There is nothing to close."""

    def cut(self, *, half_frame: bool = False) -> None:
        """There is nothing to cut."""


class Heard:
    """An answer over HTTP."""

    def __init__(self, response: http.client.HTTPResponse) -> None:
        self.status = response.status
        self.headers = response.headers
        self.body = response.read().decode()


def ask(
    address: str, verb: str, path: str, headers: dict[str, str] | None = None, body: bytes | str = b""
) -> Heard:
    """One request to the app at host:port."""
    connection = http.client.HTTPConnection(address, timeout=30)
    connection.request(verb, path, body or None, headers or {})
    heard = Heard(connection.getresponse())
    connection.close()
    return heard


def signed(body: str, secret: str = SIGNING_SECRET, at: float | None = None) -> dict[str, str]:
    """Slack's signature of a body."""
    stamp = str(int(time.time() if at is None else at))
    digest = hmac.new(secret.encode(), f"v0:{stamp}:{body}".encode(), hashlib.sha256).hexdigest()
    return {"X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": f"v0={digest}"}


def _written(kind: str, payload: Json) -> tuple[str, str]:
    """Content type and body, by the kind of request."""
    form = "application/x-www-form-urlencoded"
    if kind == "events_api":
        return "application/json", json.dumps(payload)
    if kind == "slash_commands":
        return form, urlencode({name: str(value) for name, value in payload.items()})
    return form, f"payload={quote(json.dumps(payload))}"


def _link_in(page: str) -> str:
    """The address of the install page's button."""
    return html.unescape(page.partition('href="https://slack.com/oauth/v2/authorize')[2].partition('"')[0])


def _handler(grid: Grid) -> type[Handler]:
    class GridHandler(Handler):
        """Hands a call to the workspace whose token it bears."""

        def _call(self, name: str, body: bytes) -> None:
            request = self._request(name, body, "")
            if name == "oauth.v2.access":
                who = b64decode(self.headers.get("Authorization", "").removeprefix("Basic ")).decode()
                self._answer(name, Answer(grid.access(who, dict(request.arguments))))
                return
            slack = grid.owner(request.token)
            answer = slack.api.answer(replace(request, host=slack.server.host)) if slack else _nobody()
            self._answer(name, answer)

        def _answer(self, name: str, answer: Answer) -> None:
            self._send(answer.status, json.dumps(answer.body).encode(), "application/json; charset=utf-8")

    return GridHandler


def _nobody() -> Answer:
    body: dict[str, Any] = {"ok": False, "error": "invalid_auth"}
    return Answer(body)
