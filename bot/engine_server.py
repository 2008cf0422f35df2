"""PostgreSQL, when the engine is on it and it is away at the start: it is waited for."""

from __future__ import annotations

import logging
from threading import Event

import sqlalchemy
from sqlalchemy.exc import OperationalError

LOOK_SECONDS = 2.0
STARTING_UP = "57P03"  # PostgreSQL's code for "come back in a moment"

log = logging.getLogger("nutgraf.engine")


def await_server(url: str, stopped: Event) -> bool:
    """Wait until the server behind the engine's address answers; False when told to stop before. A file needs no waiting."""
    if not url.startswith("postgres"):
        return True
    address = sqlalchemy.make_url(url)
    database = sqlalchemy.create_engine(address.set(drivername="postgresql+psycopg"))
    away = False
    while not answers(database):
        if not away:
            log.warning(
                "PostgreSQL at %s:%s is away; waiting for it",
                address.host,
                address.port or "its default port",
            )
        away = True
        if stopped.wait(LOOK_SECONDS):
            break
    database.dispose()
    return not stopped.is_set()


def answers(database: sqlalchemy.Engine) -> bool:
    """Whether there is a server. That it refuses us, or has no such database, is told by whoever then uses it."""
    try:
        database.connect().close()
    except OperationalError as error:
        return getattr(error.orig, "sqlstate", None) not in (None, STARTING_UP)
    return True
