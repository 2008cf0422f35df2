"""FakeSlack: the workspace, its people, and the ways in which Slack can be sick."""

from __future__ import annotations

import math
import time
from types import TracebackType
from typing import Self

from tests.fakes.slack.acting import Acting
from tests.fakes.slack.api import RATE_LIMITED
from tests.fakes.slack.events import app_uninstalled, tokens_revoked
from tests.fakes.slack.faults import EVERY_METHOD, Fault
from tests.fakes.slack.hub import Delivery


class FakeSlack(Acting):
    """A Slack on loopback, as a context manager; `url` goes into SLACK_API_URL."""

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    # The Web API is sick

    def _add(self, fault: Fault) -> None:
        with self.changed:
            self.faults.add(fault)

    def fail_next(
        self, method: str, error: str = RATE_LIMITED, times: float = 1, retry_after: int | None = None
    ) -> None:
        """The next calls of a method ("*": of any) answer with an error and have no effect.

        `ratelimited` is a 429 with Retry-After; any other error with `retry_after` is one too.
        """
        if error == RATE_LIMITED and retry_after is None:
            retry_after = 1
        self._add(Fault("error", method, times, math.inf, error=error, retry_after=retry_after))

    def fail_for(
        self,
        seconds: float,
        method: str = EVERY_METHOD,
        error: str = RATE_LIMITED,
        retry_after: int | None = None,
    ) -> None:
        """As fail_next, for a time instead of a number of calls."""
        if error == RATE_LIMITED and retry_after is None:
            retry_after = 1
        until = time.monotonic() + seconds
        self._add(Fault("error", method, math.inf, until, error=error, retry_after=retry_after))

    def http_500(self, method: str = EVERY_METHOD, times: float = 1, status: int = 500) -> None:
        """The next calls answer with this HTTP status and have no effect."""
        self._add(Fault("status", method, times, math.inf, status=status))

    def drop_answer_of_next(self, method: str, times: float = 1) -> None:
        """The next calls have their effect, and the connection closes without an answer."""
        self._add(Fault("drop_answer", method, times, math.inf))

    def drop_request_of_next(self, method: str, times: float = 1) -> None:
        """The next calls have no effect, and the connection closes without an answer."""
        self._add(Fault("drop_request", method, times, math.inf))

    def delay(self, method: str, seconds: float, times: float = math.inf) -> None:
        """Calls take so much longer; may come with another sickness."""
        self._add(Fault("delay", method, times, math.inf, seconds=seconds))

    def heal(self) -> None:
        """No more sickness of the Web API; revoked tokens stay revoked."""
        with self.changed:
            self.faults.clear()

    def revoke_token(self, token: str | None = None, error: str = "token_revoked") -> None:
        """The bot's token (or another) is refused from now on; `error` may be account_inactive."""
        with self.changed:
            self.api.revoked[token or self.bot_token] = error
            if token in {None, self.bot_token}:
                self.workspace.publish(tokens_revoked(self.bot_user))

    def uninstall(self) -> None:
        """The workspace throws the app out: the events, then no token is good."""
        with self.changed:
            self.workspace.publish(app_uninstalled())
            self.revoke_token(error="account_inactive")

    def restore_tokens(self) -> None:
        """Every token is good again."""
        with self.changed:
            self.api.revoked.clear()

    def limit_posts(self, seconds: float = 1.0) -> None:
        """Answer 429 to a chat.postMessage that comes less than so many seconds after the last in its channel."""
        with self.changed:
            self.api.post_interval = seconds

    # The socket is sick

    def cut_sockets(self, *, half_frame: bool = False) -> int:
        """Close every socket without a word, if wanted in the middle of a message; how many there were."""
        with self.changed:
            connections = list(self.hub.connections)
        for connection in connections:
            connection.cut(half_frame=half_frame)
        return len(connections)

    def freeze_sockets(self) -> int:
        """The network vanishes: open sockets stay open, but nothing that comes over them is read or answered."""
        with self.changed:
            for connection in self.hub.connections:
                connection.frozen = True
            return len(self.hub.connections)

    def disconnect_sockets(self, reason: str = "refresh_requested") -> None:
        """Tell every connection to leave: `warning`, `refresh_requested` or `link_disabled`."""
        self.hub.disconnect(reason)

    def hold_deliveries(self) -> None:
        """Keep everything back until release_deliveries."""
        with self.changed:
            self.hub.holding = True

    def release_deliveries(self, *, backwards: bool = False) -> None:
        """Let everything go, the newest first if wanted."""
        with self.changed:
            self.hub.release(backwards=backwards)

    def redeliver(self, event_id: str, times: int = 1) -> None:
        """Send an event again, acknowledged or not, as a retry of Slack's."""
        with self.changed:
            original = next(d for d in self.hub.deliveries if d.payload.get("event_id") == event_id)
            for number in range(1, times + 1):
                self.hub.submit(Delivery(original.kind, original.payload, forced_retry=number))

    def retry_after_seconds(
        self, *delays: float, ack_seconds: float | None = None, patient: bool | None = None
    ) -> None:
        """Set when unacknowledged events are sent again, how long an acknowledgement may take, and whether an event
        without any connection waits (patient) or uses its attempts up.
        """
        with self.changed:
            self.hub.retry_delays = delays or self.hub.retry_delays
            self.hub.ack_seconds = self.hub.ack_seconds if ack_seconds is None else ack_seconds
            self.hub.patient = self.hub.patient if patient is None else patient
