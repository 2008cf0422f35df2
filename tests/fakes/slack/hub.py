"""Socket Mode: who is connected, which envelope goes where, what was acknowledged, what is sent again."""

from __future__ import annotations

import threading
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.fakes.slack.changes import Changes
from tests.fakes.slack.model import Json, Refusal
from tests.fakes.slack.websocket import Connection

MOST_CONNECTIONS = 10
ACK_SECONDS = 3.0


@dataclass(slots=True)
class Attempt:
    """One sending of an envelope; times are time.monotonic()."""

    envelope_id: str
    connection: int
    at: float


@dataclass(slots=True, eq=False)
class Delivery:
    """One payload on its way to the app, with all attempts; `ack_at` is when it was acknowledged."""

    kind: str  # events_api, slash_commands or interactive
    payload: Json
    attempts: list[Attempt] = field(default_factory=list)
    ack_at: float | None = None
    ack: Json | None = None
    failed: bool = False
    error: str = ""  # why what the acknowledgement said could not be done
    due: float = 0.0
    on_ack: Callable[[Json], None] | None = None
    forced_retry: int = 0  # the retry number of a copy that a test sends again on purpose

    @property
    def latency(self) -> float | None:
        """Seconds from the last sending to the acknowledgement."""
        return None if self.ack_at is None or not self.attempts else self.ack_at - self.attempts[-1].at

    @property
    def is_over(self) -> bool:
        """Whether it was acknowledged or given up."""
        return self.failed or self.ack_at is not None


class Hub:
    """Sends each delivery to one of the connections, and again when no acknowledgement comes.

    Events are tried four times in all, after `retry_delays`; commands and interactions once, as Slack does. With no
    connection at all an event waits when `patient`, else the attempt counts.
    """

    def __init__(self, changed: Changes, app_id: str) -> None:
        self.changed = changed
        self.app_id = app_id
        self.ack_seconds = ACK_SECONDS
        self.retry_delays: tuple[float, ...] = (0.05, 0.2, 0.5)
        self.patient = True
        self.holding = False
        self.deliveries: list[Delivery] = []
        self.connections: list[Connection] = []
        self._waiting: list[Delivery] = []
        self._flying: list[Delivery] = []  # sent, neither acknowledged nor given up
        self._by_envelope: dict[str, Delivery] = {}
        self._turn = 0
        self._count = 0
        self._stopped = False
        self._thread = threading.Thread(target=self._run, name="fake-slack-hub", daemon=True)

    @property
    def is_idle(self) -> bool:
        """Whether nothing waits to be sent or to be acknowledged."""
        return not self._waiting and not self._flying

    def start(self) -> None:
        """Begin to deliver."""
        self._thread.start()

    def stop(self) -> None:
        """Close all connections and stop delivering."""
        with self.changed:
            self._stopped = True
            connections = list(self.connections)
            self.changed.notify_all()
        for connection in connections:
            connection.cut()
        self._thread.join(timeout=5)

    # What comes in

    def submit(self, delivery: Delivery) -> Delivery:
        """Take a payload for delivery; it is sent soon, by the hub's thread."""
        with self.changed:
            delivery.due = time.monotonic()
            self.deliveries.append(delivery)
            self._waiting.append(delivery)
            self.changed.notify_all()
        return delivery

    def join(self, make: Callable[[int], Connection]) -> Connection:
        """A new connection: it gets a hello, or at once a goodbye when there are too many."""
        with self.changed:
            self._count += 1
            connection = make(self._count)
            crowded = len(self.connections) >= MOST_CONNECTIONS
            if not crowded:
                self.connections.append(connection)
            number = len(self.connections)
        if crowded:
            connection.send(_disconnect("too_many_websockets"))
            connection.close()
            return connection
        connection.send(_hello(self.app_id, number))
        with self.changed:
            self.changed.notify_all()
        return connection

    def leave(self, connection: Connection) -> None:
        """A connection has ended; what it did not acknowledge fails at once."""
        with self.changed:
            connection.ready = False
            if connection in self.connections:
                self.connections.remove(connection)
            for delivery in [d for d in self._flying if d.attempts[-1].connection == connection.number]:
                self._fail_attempt(delivery)
            self.changed.notify_all()

    def receive(self, message: Any) -> None:
        """A message of the app: an acknowledgement, perhaps with a payload."""
        with self.changed:
            delivery = (
                self._by_envelope.get(str(message.get("envelope_id"))) if isinstance(message, dict) else None
            )
            if delivery is None or delivery.is_over:
                return
            delivery.ack_at = time.monotonic()
            delivery.ack = message.get("payload")
            self._forget(delivery)
            self._obey(delivery)
            self.changed.notify_all()

    @staticmethod
    def _obey(delivery: Delivery) -> None:
        try:
            if delivery.on_ack is not None:
                delivery.on_ack(delivery.ack or {})
        except Refusal as refusal:
            delivery.error = refusal.error

    # What goes out

    def _run(self) -> None:
        while True:
            with self.changed:
                if self._stopped:
                    return
                now = time.monotonic()
                self._expire(now)
                chosen = self._choose(now)
                if chosen is None:
                    self.changed.wait(self._pause(now))
                    continue
            connection, envelope = chosen
            if not connection.send(envelope):
                self.leave(connection)

    def _choose(self, now: float) -> tuple[Connection, Json] | None:
        """The next envelope and where it goes; None when there is nothing to send now."""
        due = [delivery for delivery in self._waiting if delivery.due <= now]
        ready = [connection for connection in self.connections if connection.ready]
        if not due or self.holding:
            return None
        if not ready:
            self._fail_impatient(due, now)
            return None
        self._turn += 1
        return self._launch(due[0], ready[self._turn % len(ready)], now)

    def _launch(self, delivery: Delivery, connection: Connection, now: float) -> tuple[Connection, Json]:
        self._waiting.remove(delivery)
        self._flying.append(delivery)
        envelope_id = str(uuid.uuid4())
        delivery.attempts.append(Attempt(envelope_id, connection.number, now))
        self._by_envelope[envelope_id] = delivery
        self.changed.notify_all()
        return connection, _envelope(delivery, envelope_id)

    def _fail_impatient(self, due: list[Delivery], now: float) -> None:
        for delivery in due:
            if delivery.kind != "events_api" or not self.patient:
                delivery.attempts.append(Attempt("", 0, now))
                self._fail_attempt(delivery)

    def _expire(self, now: float) -> None:
        for delivery in [d for d in self._flying if now - d.attempts[-1].at >= self.ack_seconds]:
            self._fail_attempt(delivery)

    def _fail_attempt(self, delivery: Delivery) -> None:
        self._forget(delivery)
        tried = len(delivery.attempts)
        if delivery.kind == "events_api" and tried <= len(self.retry_delays):
            delivery.due = time.monotonic() + self.retry_delays[tried - 1]
            self._waiting.append(delivery)
        else:
            delivery.failed = True
        self.changed.notify_all()

    def _forget(self, delivery: Delivery) -> None:
        """Take a delivery out of both queues, whichever it is in."""
        self._waiting = [each for each in self._waiting if each is not delivery]
        self._flying = [each for each in self._flying if each is not delivery]

    def _pause(self, now: float) -> float | None:
        """Seconds until something is due; None when only a change can bring work."""
        due = [d.due for d in self._waiting if d.due > now]
        due += [d.attempts[-1].at + self.ack_seconds for d in self._flying]
        return max(0.0, min(due) - now) if due else None

    # What a test does to it

    def release(self, *, backwards: bool) -> None:
        """End the holding; call with the lock held."""
        self.holding = False
        if backwards:
            self._waiting.reverse()
        self.changed.notify_all()

    def disconnect(self, reason: str) -> None:
        """Tell every connection to go, as Slack does before it refreshes; each closes when the app has left it."""
        with self.changed:
            connections = list(self.connections)
        for connection in connections:
            connection.ready = False
            connection.send(_disconnect(reason))


def _envelope(delivery: Delivery, envelope_id: str) -> Json:
    envelope: Json = {
        "envelope_id": envelope_id,
        "type": delivery.kind,
        "payload": delivery.payload,
        "accepts_response_payload": delivery.kind != "events_api",
    }
    if delivery.kind == "events_api":
        retry = delivery.forced_retry or len(delivery.attempts) - 1
        envelope |= {"retry_attempt": retry, "retry_reason": "timeout" if retry else ""}
    return envelope


def _hello(app_id: str, number: int) -> Json:
    return {
        "type": "hello",
        "num_connections": number,
        "debug_info": {"host": "applink-fake", "build_number": 1, "approximate_connection_time": 18060},
        "connection_info": {"app_id": app_id},
    }


def _disconnect(reason: str) -> Json:
    return {"type": "disconnect", "reason": reason, "debug_info": {"host": "applink-fake"}}
