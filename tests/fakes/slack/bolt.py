"""A Bolt app on the fake's socket, connected in milliseconds and closed without slack_sdk's waits."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from slack_bolt import App
from slack_bolt.adapter.socket_mode.websocket_client import SocketModeHandler
from slack_sdk.socket_mode.interval_runner import IntervalRunner

from tests.fakes.slack.fake import FakeSlack

_QUICK_SECONDS = 0.005  # until slack_sdk starts a session that is wanted; its own value is 0.5
_READER_SECONDS = 2.0


@contextmanager
def socket_mode(app: App, slack: FakeSlack, *, ping_interval: float = 10) -> Iterator[SocketModeHandler]:
    """Connect the app to the fake over a real WebSocket for the length of a with block."""
    handler = SocketModeHandler(app, slack.app_token, ping_interval=ping_interval)
    client = handler.client
    client.current_session_runner.shutdown()  # type: ignore[no-untyped-call]
    client.current_session_runner = IntervalRunner(client._run_current_session, _QUICK_SECONDS).start()  # noqa: SLF001
    # Its monitor looks at once, finds the session not yet open, and opens a second: so it starts after the first
    client.current_app_monitor_started = True
    before = slack.connections
    handler.connect()
    slack.wait_until_connected(before + 1)
    client.current_app_monitor.start()
    try:
        yield handler
    finally:
        close_quickly(handler)


def close_quickly(handler: SocketModeHandler) -> None:
    """Close in milliseconds.

    The handler's own close takes the socket from under its reader, which then often sits out a select of ten seconds;
    so the socket is ended first, and the reader given the time to see it.
    """
    client = handler.client
    client.auto_reconnect_enabled = client.default_auto_reconnect_enabled = False
    client.closed = True
    client.enqueue_message("")  # wakes the message processor from its wait of a second
    client.current_session_runner.event.set()
    with suppress(AttributeError, OSError):
        client.current_session.sock.sock.shutdown(socket.SHUT_RDWR)  # type: ignore[union-attr]
    client.current_session_runner.thread.join(_READER_SECONDS)
    handler.close()
