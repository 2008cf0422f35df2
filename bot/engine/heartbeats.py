"""Which workers are alive: each holds a lock in PostgreSQL under its name, which falls when its connection does.

So a worker that was killed is seen at once, by whoever looks, and no clocks are compared. While it can read it shares a
second lock with all others that can.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from threading import Event, Thread

import sqlalchemy
from sqlalchemy.exc import DBAPIError

from bot.engine.recovery import Recovery

LOOK_SECONDS = 2.0
# A machine that vanished is noticed by the server after about half a minute, not after two hours.
KEEPALIVE = "-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=4"
HOLD = sqlalchemy.text("select pg_advisory_lock(hashtextextended(:name, 0))")
TRY = sqlalchemy.text("select pg_try_advisory_lock(hashtextextended(:name, 0))")
READERS = "nutgraf:readers"  # the lock that all who can read share
OFFER = sqlalchemy.text("select pg_advisory_lock_shared(hashtextextended(:name, 0))")
WITHDRAW = sqlalchemy.text("select pg_advisory_unlock_shared(hashtextextended(:name, 0))")
SHARED = sqlalchemy.text(
    """
    select exists (
        select from pg_locks
        where locktype = 'advisory' and mode = 'ShareLock' and granted and objsubid = 1
            and database = (select oid from pg_database where datname = current_database())
            and (classid::bigint << 32) | objid::bigint = hashtextextended(:name, 0)
    )
    """
)
ANSWER_SECONDS = 5  # for a connection
FREE = sqlalchemy.text("select pg_advisory_unlock(hashtextextended(:name, 0))")

log = logging.getLogger("nutgraf.workers")


class Roll:
    """The list of living workers in the database at `url`, signed with `name`."""

    def __init__(self, url: str, name: str) -> None:
        address = sqlalchemy.make_url(url).set(drivername="postgresql+psycopg")
        self.database = sqlalchemy.create_engine(
            address,
            isolation_level="AUTOCOMMIT",
            connect_args={"options": KEEPALIVE, "connect_timeout": ANSWER_SECONDS},
            pool_pre_ping=True,
        )
        self.name = name
        self.signed: sqlalchemy.Connection | None = None
        self.reads = False

    def sign(self, *, reads: bool) -> None:
        """Be on the list, again if the connection was lost, as able to read or not yet. Raises DBAPIError."""
        try:
            if self.signed is None:
                connection = self.database.connect()
                connection.execute(HOLD, {"name": self.name})
                self.signed, self.reads = connection, False
            self.signed.execute(sqlalchemy.text("select 1"))
            if reads != self.reads:
                self.signed.execute(OFFER if reads else WITHDRAW, {"name": READERS})
                self.reads = reads
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

    def has_readers(self) -> bool:
        """Whether a worker is alive that can read; false while PostgreSQL does not answer."""
        return self.answers(SHARED, {"name": READERS})

    def is_reachable(self) -> bool:
        """Whether PostgreSQL answers."""
        return self.answers(sqlalchemy.text("select true"))

    def answers(self, question: sqlalchemy.TextClause, given: Mapping[str, str] | None = None) -> bool:
        try:
            with self.database.connect() as connection:
                return bool(connection.execute(question, given).scalar())
        except DBAPIError:
            return False

    def close(self) -> None:
        """Leave the list."""
        if self.signed:
            self.signed.invalidate()
        self.database.dispose()


class Watch:
    """Says whether this worker `can_read`, and takes over what dead ones left, in a thread of its own."""

    def __init__(self, roll: Roll, recovery: Recovery, can_read: Callable[[], bool]) -> None:
        self.roll = roll
        self.recovery = recovery
        self.can_read = can_read
        self.missing: frozenset[str] = frozenset()
        self.stopped = Event()
        self.thread = Thread(target=self.run, name="watch", daemon=True)

    def start(self) -> None:
        self.thread.start()

    def run(self) -> None:
        """Look again and again; a database that is away is waited for."""
        away = False
        while not self.stopped.wait(LOOK_SECONDS):
            try:
                self.look()
                away = False
            except DBAPIError:
                if not away:
                    log.warning("PostgreSQL cannot be reached; waiting for it")
                away = True

    def look(self) -> None:
        """Take over from those found dead twice: after a restart of PostgreSQL the living need a moment to sign."""
        self.roll.sign(reads=self.can_read())
        others = self.recovery.executors() - {self.roll.name}
        missing = frozenset(name for name in others if not self.roll.is_signed(name))
        dead = missing & self.missing
        if dead:
            log.warning("taking over from %d worker(s) that died: %s", len(dead), ", ".join(sorted(dead)))
            self.recovery.take_over(dead)
        self.missing = missing

    def close(self) -> None:
        """Look no more; a look that waits for PostgreSQL is not waited for."""
        self.stopped.set()
        self.thread.join(timeout=1)
