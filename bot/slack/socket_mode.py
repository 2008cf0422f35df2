"""Slack's Socket Mode: a connection that we open, and through which everything comes in."""

from __future__ import annotations

import socket
from contextlib import suppress
from functools import partial
from threading import Event

from slack_bolt import App
from slack_bolt.adapter.socket_mode.websocket_client import SocketModeHandler
from slack_bolt.authorization import AuthorizeResult
from slack_sdk import WebClient
from slack_sdk.socket_mode.websocket_client import SocketModeClient

from bot.slack.chat import web_client
from handlers.listeners import Listeners

PING_SECONDS = 5.0  # how soon a network that is gone is noticed
OPEN_SECONDS = 5.0  # for the first connection
READER_SECONDS = 2.0  # for the socket's reader to see that it was closed


class SocketFront:
    """Fulfils bot.slack.front.Front. `client` has the bot token, which Slack must accept."""

    def __init__(self, client: WebClient, app_token: str, listeners: Listeners) -> None:
        authorized = AuthorizeResult.from_auth_test_response(
            auth_test_response=client.auth_test(), bot_token=client.token
        )
        # Bolt takes the token from what authorizes each request, and complains of a second one in its client.
        tokenless = web_client(None, client.base_url)
        app = App(
            client=tokenless,
            authorize=partial(always, authorized),
            process_before_response=True,
            raise_error_for_unhandled_request=True,
        )
        listeners.register(app)
        self.handler = SocketModeHandler(app, app_token, web_client=client, ping_interval=PING_SECONDS)

    def open(self) -> None:
        """Connect. A connection that does not come about in time is tried again by Slack's client."""
        client, opened = self.handler.client, Event()
        client.on_open_listeners.append(lambda _: opened.set())
        # Its monitor looks at once, before the first connection can be there, and would begin a second one.
        client.default_auto_reconnect_enabled = False
        self.handler.connect()
        opened.wait(OPEN_SECONDS)
        client.default_auto_reconnect_enabled = client.auto_reconnect_enabled = True

    def close(self) -> None:
        close_socket(self.handler)

    def is_open(self) -> bool:
        return bool(self.handler.client.is_connected())


def always(authorized: AuthorizeResult) -> AuthorizeResult:
    """Socket Mode serves one workspace: every request is ours."""
    return authorized


def close_socket(handler: SocketModeHandler) -> None:
    """Close within a second or two: let what is being recorded be acknowledged, then end the connection.

    The handler's own close takes the socket from under its reader, which then may wait for ten seconds;
    so the connection is ended first and the reader given the time to see it.
    """
    client = handler.client
    client.auto_reconnect_enabled = False
    client.current_session_runner.event.set()
    end_listening(client)
    session = client.current_session
    if session:
        session.keep_running = False  # first, so that its reader takes the end for wanted
        if session.sock and session.sock.sock:
            with suppress(OSError):
                session.sock.sock.shutdown(socket.SHUT_RDWR)
    client.current_session_runner.thread.join(READER_SECONDS)
    handler.close()


def end_listening(client: SocketModeClient) -> None:
    """Begin with no further request, and wait for those that are under way; Slack delivers the others again."""
    client.closed = True
    client.message_processor.event.set()
    client.message_queue.put(None)  # it waits for one for a second
    client.message_processor.thread.join()
    client.message_workers.shutdown(cancel_futures=True)
