"""Slack's Socket Mode: a connection that we open, and through which everything comes in."""

from __future__ import annotations

import socket
from contextlib import suppress
from functools import partial

from slack_bolt import App
from slack_bolt.adapter.socket_mode.websocket_client import SocketModeHandler
from slack_bolt.authorization import AuthorizeResult
from slack_sdk import WebClient

from bot.chat import web_client
from handlers.listeners import Listeners

PING_SECONDS = 5.0  # how soon a network that is gone is noticed
READER_SECONDS = 2.0  # for the socket's reader to see that it was closed


class SocketFront:
    """Fulfils bot.front.Front. `client` has the bot token, which Slack must accept."""

    def __init__(self, client: WebClient, app_token: str, listeners: Listeners) -> None:
        authorized = AuthorizeResult.from_auth_test_response(
            auth_test_response=client.auth_test(), bot_token=client.token
        )
        # Bolt takes the token from what authorizes each request, and complains of a second one in its client.
        tokenless = web_client(None, client.base_url)
        app = App(client=tokenless, authorize=partial(always, authorized), process_before_response=True)
        listeners.register(app)
        self.handler = SocketModeHandler(app, app_token, web_client=client, ping_interval=PING_SECONDS)

    def open(self) -> None:
        self.handler.connect()

    def close(self) -> None:
        close_socket(self.handler)

    def is_open(self) -> bool:
        return bool(self.handler.client.is_connected())


def always(authorized: AuthorizeResult) -> AuthorizeResult:
    """Socket Mode serves one workspace: every request is ours."""
    return authorized


def close_socket(handler: SocketModeHandler) -> None:
    """Close within a second or two.

    The handler's own close takes the socket from under its reader, which then may wait for ten seconds;
    so the connection is ended first and the reader given the time to see it.
    """
    client = handler.client
    client.auto_reconnect_enabled = False
    client.closed = True
    client.current_session_runner.event.set()
    session = client.current_session
    if session and session.sock and session.sock.sock:
        with suppress(OSError):
            session.sock.sock.shutdown(socket.SHUT_RDWR)
    client.current_session_runner.thread.join(READER_SECONDS)
    handler.close()
