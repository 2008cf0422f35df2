"""The HTTP side: it reads requests, hands them to the Web API, and opens WebSockets on the same port."""

from __future__ import annotations

import json
import socket
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, cast
from urllib.parse import parse_qsl, urlsplit

from tests.fakes.slack.api import Answer, Request, WebApi
from tests.fakes.slack.bodies import JSON_TYPE, decode_arguments
from tests.fakes.slack.faults import RESPONSE_URL
from tests.fakes.slack.hub import Hub
from tests.fakes.slack.model import Json
from tests.fakes.slack.response_urls import ResponseUrls
from tests.fakes.slack.state import Workspace
from tests.fakes.slack.websocket import Connection, handshake

_BACKLOG = 128


class SlackServer(ThreadingHTTPServer):
    """A server on loopback whose handlers share the parts of one fake."""

    daemon_threads = True
    request_queue_size = _BACKLOG
    api: WebApi
    hub: Hub
    responses: ResponseUrls
    workspace: Workspace
    control: Callable[[str, bytes], tuple[int, Json]] | None = None  # (order, body) -> (status, answer)

    @property
    def host(self) -> str:
        """host:port, as addresses need it."""
        return f"127.0.0.1:{self.server_address[1]}"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that has gone is no news; anything else is shown."""
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

    def do_GET(self) -> None:
        """A Web API call by GET, or a WebSocket."""
        path = urlsplit(self.path).path
        if path.startswith("/api/"):
            self._call(path.removeprefix("/api/"), b"")
        elif path == "/link/":
            self._open_socket()
        else:
            self._send(404, b"", "text/plain")

    def do_POST(self) -> None:
        """A Web API call, an answer to a response_url, the bytes of a file, or a test's order."""
        length = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(length)
        if len(body) < length:  # the client died while it spoke
            self.close_connection = True
            return
        place, _, rest = urlsplit(self.path).path.lstrip("/").partition("/")
        if place == "api":
            self._call(rest, body)
        elif place == "commands":
            self._respond(rest, body)
        elif place == "upload":
            self._upload(rest, body)
        elif place == "control" and self.slack.control is not None:
            status, reply = self.slack.control(rest, body)
            self._send(status, json.dumps(reply).encode(), "application/json")
        else:
            self._send(404, b"", "text/plain")

    def _respond(self, rest: str, body: bytes) -> None:
        """What is sent to a response address; its answer may be lost."""
        _, fault = self.slack.api.faults.take(RESPONSE_URL)
        status, reply = self.slack.responses.answer(rest, body)
        if fault:
            self._hang_up()
        else:
            self._send(status, json.dumps(reply).encode(), "application/json")

    def _call(self, name: str, body: bytes) -> None:
        self._answer(name, self.slack.api.answer(self._request(name, body, self.slack.host)))

    def _request(self, name: str, body: bytes, host: str) -> Request:
        content_type = self.headers.get("Content-Type", "")
        arguments = dict(parse_qsl(urlsplit(self.path).query)) | decode_arguments(content_type, body)
        token = self.headers.get("Authorization", "").removeprefix("Bearer ").strip()
        token = str(arguments.pop("token", "")) or token
        as_json = content_type.startswith(JSON_TYPE) and bool(body)
        return Request(name, token, arguments, as_json, host)

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
        with suppress(OSError):
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
        return self.rfile.read1(65_536)
