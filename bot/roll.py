"""Which workers are alive: each holds a lock in PostgreSQL under its name, which falls when its connection does.

So a worker that was killed is seen at once, by whoever looks, and no clocks are compared.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from threading import Event, Thread
from typing import Protocol

import sqlalchemy
from sqlalchemy.exc import DBAPIError

LOOK_SECONDS = 2.0
# A machine that vanished is noticed by the server after about half a minute, not after two hours.
KEEPALIVE = "-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=4"
HOLD = sqlalchemy.text("select pg_advisory_lock(hashtextextended(:name, 0))")
TRY = sqlalchemy.text("select pg_try_advisory_lock(hashtextextended(:name, 0))")
FREE = sqlalchemy.text("select pg_advisory_unlock(hashtextextended(:name, 0))")

log = logging.getLogger("nutgraf.workers")


class Flows(Protocol):
    """What the roll needs of the engine."""

    def executors(self) -> frozenset[str]:
        """The names of whoever has flows under way."""
        ...

    def take_over(self, executors: Iterable[str]) -> None:
        """Let the flows of these be done by others."""
        ...


class Roll:
    """The roll of workers in the database at `url`, signed with `name`."""

    def __init__(self, url: str, name: str) -> None:
        address = sqlalchemy.make_url(url).set(drivername="postgresql+psycopg")
        self.database = sqlalchemy.create_engine(
            address, isolation_level="AUTOCOMMIT", connect_args={"options": KEEPALIVE}
        )
        self.name = name
        self.signed: sqlalchemy.Connection | None = None

    def sign(self) -> None:
        """Be on the roll, again where the connection was lost. Raises DBAPIError."""
        try:
            if self.signed is None:
                connection = self.database.connect()
                connection.execute(HOLD, {"name": self.name})
                self.signed = connection
            self.signed.execute(sqlalchemy.text("select 1"))
        except DBAPIError:
            if self.signed:
                self.signed.invalidate()
            self.signed = None
            raise

    def is_signed(self, name: str) -> bool:
        """Whether a worker of that name is alive."""
        with self.database.connect() as connection:
            free = bool(connection.execute(TRY, {"name": name}).scalar())
            if free:
                connection.execute(FREE, {"name": name})
            return not free

    def close(self) -> None:
        """Leave the roll."""
        if self.signed:
            self.signed.invalidate()
        self.database.dispose()


class Watch:
    """Takes over what dead workers left, in a thread of its own."""

    def __init__(self, roll: Roll, flows: Flows, seconds: float = LOOK_SECONDS) -> None:
        self.roll = roll
        self.flows = flows
        self.seconds = seconds
        self.missing: frozenset[str] = frozenset()
        self.stopped = Event()
        self.thread = Thread(target=self.run, name="watch", daemon=True)

    def start(self) -> None:
        self.thread.start()

    def run(self) -> None:
        """Look again and again; a database that is away is waited for."""
        away = False
        while not self.stopped.wait(self.seconds):
            try:
                self.look()
                away = False
            except DBAPIError:
                if not away:
                    log.warning("PostgreSQL is away; waiting for it")
                away = True

    def look(self) -> None:
        """Take over from those found dead twice: after a restart of PostgreSQL the living need a moment to sign."""
        self.roll.sign()
        others = self.flows.executors() - {self.roll.name}
        missing = frozenset(name for name in others if not self.roll.is_signed(name))
        dead = missing & self.missing
        if dead:
            log.warning("taking over from %d worker(s) that died: %s", len(dead), ", ".join(sorted(dead)))
            self.flows.take_over(dead)
        self.missing = missing

    def close(self) -> None:
        """Look no more; a look that waits for PostgreSQL is not waited for."""
        self.stopped.set()
        self.thread.join(timeout=1)
