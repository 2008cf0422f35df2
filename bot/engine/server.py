"""PostgreSQL, when the engine is on it: waited for while it is away at the start, and asked whether it lets us in."""

from __future__ import annotations

import logging
import re
from threading import Event

import sqlalchemy
from psycopg.conninfo import make_conninfo
from psycopg.pq import PGconn, Ping
from sqlalchemy.exc import DBAPIError

from bot.settings import SettingsError

LOOK_SECONDS = 2.0
ANSWER_SECONDS = 5  # for a connection
AWAY = frozenset({Ping.NO_RESPONSE, Ping.REJECT})  # the second while it starts or stops
FULL = re.compile("too many|slots are reserved")  # of connections: there may be room in a moment
FATAL = re.compile(r"FATAL: +(.+)")  # the server's own words, in the driver's; else those of the last attempt

log = logging.getLogger("nutgraf.engine")


def await_server(url: str, stopped: Event) -> bool:
    """Wait until the server behind the engine's address answers; False when told to stop before. A file needs no waiting.

    Raises SettingsError when it answers and does not let us in: that will not change by waiting.
    """
    if not url.startswith("postgres"):
        return True
    server = EngineServer(url)
    away = False
    while not server.lets_us_in():
        if not away:
            log.warning("PostgreSQL at %s cannot be reached; waiting for it", server.name)
        away = True
        if stopped.wait(LOOK_SECONDS):
            break
    return not stopped.is_set()


class EngineServer:
    """The PostgreSQL server behind the engine's address."""

    def __init__(self, url: str) -> None:
        self.address = sqlalchemy.make_url(url)
        self.name = f"{self.address.host}:{self.address.port or 'its default port'}"

    def lets_us_in(self) -> bool:
        """False while it is away or has no room. Raises SettingsError when it refuses us.

        Why a connection fails PostgreSQL tells in its own language, and the driver as words alone; a ping, for which
        neither user, password nor database must be right, tells whether it is there.
        """
        if self.ping() in AWAY:
            return False
        try:
            self.connect()
        except DBAPIError as error:
            if FULL.search(str(error.orig)) or self.ping() in AWAY:
                return False
            raise SettingsError((self.refusal(str(error.orig)),)) from error
        return True

    def connect(self) -> None:
        """Connect once, as the engine will. Raises DBAPIError."""
        database = sqlalchemy.create_engine(
            self.address.set(drivername="postgresql+psycopg"),
            connect_args={"connect_timeout": ANSWER_SECONDS},
            poolclass=sqlalchemy.NullPool,
        )
        database.connect().close()

    def ping(self) -> Ping:
        """Whether it is there, whoever we are."""
        plain = self.address.set(drivername="postgresql").render_as_string(hide_password=False)
        return Ping(PGconn.ping(make_conninfo(plain, connect_timeout=ANSWER_SECONDS).encode()))

    def refusal(self, words: str) -> str:
        """One sentence, with the server's own words and without the password."""
        fatal = FATAL.search(words)
        why = fatal[1] if fatal else words.rpartition("failed: ")[2].strip().partition("\n")[0]
        return (
            f"PostgreSQL at {self.name} does not let the engine in ({why}): "
            "check user, password and database in NUTGRAF_ENGINE_URL."
        )
