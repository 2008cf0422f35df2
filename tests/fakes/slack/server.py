"""The HTTP side: it reads requests, hands them to the Web API, and opens WebSockets on the same port."""

from __future__ import annotations

import json
import socket
import time
from email import policy
from email.parser import BytesParser
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import parse_qsl, urlsplit

from tests.fakes.slack.websocket import Connection, handshake

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.fakes.slack.api import Answer, WebApi
    from tests.fakes.slack.control import Control
    from tests.fakes.slack.hub import Hub
    from tests.fakes.slack.response_urls import ResponseUrls
    from tests.fakes.slack.state import Workspace

_BACKLOG = 128


class SlackServer(ThreadingHTTPServer):
    """A server on loopback whose handlers share the parts of one fake."""

    daemon_threads = True
    request_queue_size = _BACKLOG
    api: WebApi
    hub: Hub
    responses: ResponseUrls
    workspace: Workspace
    control: Control | None = None

    @property
    def host(self) -> str:
        """host:port, as addresses need it."""
        return f"127.0.0.1:{self.server_address[1]}"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that has gone is no news; anything else is shown."""
        import sys  # noqa: PLC0415

        if not isinstance(sys.exception(), (ConnectionError, TimeoutError)):
            super().handle_error(request, client_address)


class Handler(BaseHTTPRequestHandler):
    """One connection."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    @property
    def slack(self) -> SlackServer:
        """The server with its parts."""
        return cast("SlackServer", self.server)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing: the log of calls is the record."""

    def do_GET(self) -> None:  # noqa: N802
        """A Web API call by GET, or a WebSocket."""
        path = urlsplit(self.path).path
        if path.startswith("/api/"):
            self._call(path.removeprefix("/api/"), b"")
        elif path == "/link/":
            self._open_socket()
        else:
            self._send(404, b"", "text/plain")

    def do_POST(self) -> None:  # noqa: N802
        """A Web API call, an answer to a response_url, the bytes of a file, or a test's order."""
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        place, _, rest = urlsplit(self.path).path.lstrip("/").partition("/")
        if place == "api":
            self._call(rest, body)
        elif place == "commands":
            status, reply = self.slack.responses.answer(rest, body)
            self._send(status, json.dumps(reply).encode(), "application/json")
        elif place == "upload":
            self._upload(rest, body)
        elif place == "control" and self.slack.control is not None:
            status, reply = self.slack.control.answer(rest, body)
            self._send(status, json.dumps(reply).encode(), "application/json")
        else:
            self._send(404, b"", "text/plain")

    def _call(self, name: str, body: bytes) -> None:
        kind = self.headers.get_content_type()
        arguments = dict(parse_qsl(urlsplit(self.path).query)) | _arguments(kind, self.headers["Content-Type"], body)
        token = self.headers.get("Authorization", "").removeprefix("Bearer ").strip()
        token = token or str(arguments.pop("token", ""))
        as_json = kind == "application/json" and bool(body)
        answer = self.slack.api.answer(name, token, arguments, json_body=as_json, host=self.slack.host)
        self._answer(name, answer)

    def _answer(self, name: str, answer: Answer) -> None:
        if answer.body is None:
            self._hang_up()
            return
        extra = {"Retry-After": str(answer.retry_after)} if answer.retry_after is not None else {}
        scopes = ",".join(sorted(self.slack.workspace.app.scopes))
        extra |= {"x-oauth-scopes": scopes, "x-slack-req-id": f"{name}-{time.monotonic_ns()}"}
        self._send(answer.status, json.dumps(answer.body).encode(), "application/json; charset=utf-8", extra)

    def _hang_up(self) -> None:
        self.close_connection = True
        self.connection.shutdown(socket.SHUT_RDWR)

    def _upload(self, rest: str, body: bytes) -> None:
        known = self.slack.responses.receive_file(rest.rpartition("/")[2], body)
        self._send(200 if known else 404, f"OK - {len(body)}".encode(), "text/plain")

    def _send(self, status: int, body: bytes, kind: str, headers: Mapping[str, str] | None = None) -> None:
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _open_socket(self) -> None:
        query = dict(parse_qsl(urlsplit(self.path).query))
        with self.slack.api.changed:
            allowed = self.slack.api.tickets.connect(query.get("ticket", ""))
        key = self.headers.get("Sec-WebSocket-Key")
        self.close_connection = True
        if not allowed or not key:
            self._send(401, b"", "text/plain")
            return
        self.connection.sendall(handshake(key))
        connection = self.slack.hub.join(lambda number: Connection(self.connection, self._receive, number))
        connection.read(self.slack.hub.receive)
        self.slack.hub.leave(connection)

    def _receive(self) -> bytes:
        return cast("bytes", self.rfile.read1(65_536))  # type: ignore[attr-defined]


def _arguments(kind: str, content_type: str | None, body: bytes) -> dict[str, Any]:
    """The arguments in a body of any of the kinds that Slack takes."""
    if not body:
        return {}
    if kind == "application/json":
        try:
            decoded = json.loads(body)
        except ValueError:
            return {}
        return decoded if isinstance(decoded, dict) else {}
    if kind == "multipart/form-data":
        return _multipart(content_type or "", body)
    return dict(parse_qsl(body.decode(), keep_blank_values=True))


def _multipart(content_type: str, body: bytes) -> dict[str, Any]:
    header = f"Content-Type: {content_type}\r\n\r\n".encode()
    message = BytesParser(policy=policy.HTTP).parsebytes(header + body)
    return {
        str(part.get_param("name", header="content-disposition")): part.get_content()
        for part in message.iter_parts()  # type: ignore[attr-defined]
        if part.get_filename() is None
    }
