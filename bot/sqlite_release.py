"""What the SQLite of this Python is too old for, and the clock that the engine's library asks of it."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from typing import Any

Release = tuple[int, ...]
PRESENT: Release = sqlite3.sqlite_version_info
OLDEST: Release = (3, 35)  # RETURNING, by which the engine learns what it changed
WITH_CLOCK: Release = (3, 42)  # unixepoch('subsec'), which dbos 3.4 asks for from Python 3.12 on; NULL before
FEATURES = {
    "full-text search (FTS5)": "create virtual table temp.found using fts5(words)",
    "JSON": "select value from json_each('[1]')",
}
ANOTHER = "take a Python that brings a newer one, or a newer system"


def sqlite_problems(release: Release = PRESENT) -> Iterator[str]:
    """What this SQLite lacks of what the archive and the engine need; nothing when all is well."""
    if release < OLDEST:
        yield f"SQLite {dotted(release)} is too old, Nutgraf needs {dotted(OLDEST)} or newer: {ANOTHER}."
        return
    with closing(sqlite3.connect(":memory:")) as connection:
        for feature, statement in FEATURES.items():
            if not runs(connection, statement):
                yield f"SQLite {dotted(release)} was built without {feature}: {ANOTHER}."


def runs(connection: sqlite3.Connection, statement: str) -> bool:
    """Whether SQLite knows what a statement asks."""
    try:
        connection.execute(statement)
    except sqlite3.OperationalError:
        return False
    return True


def dotted(release: Release) -> str:
    """A release as people write it."""
    return ".".join(map(str, release))


class WithClock(sqlite3.Connection):
    """A connection that knows the time in milliseconds by the name that newer releases have for it."""

    def __init__(self, *given: Any, **named: Any) -> None:  # noqa: ANN401  # sqlite3.connect's own
        super().__init__(*given, **named)
        self.execute("pragma trusted_schema = on")  # columns of the engine have it as their default value
        self.create_function("unixepoch", 1, seconds)


def seconds(asked: object) -> float | None:
    """Seconds since 1970, to the millisecond, when asked for "subsec"; the engine asks for nothing else."""
    return time.time_ns() // 1_000_000 / 1000 if asked == "subsec" else None


def engine_connection(release: Release = PRESENT) -> type[sqlite3.Connection]:
    """What the engine connects to SQLite with.

    It has our clock also on Python 3.11, where dbos asks otherwise: the tables may have been made by a newer Python.
    """
    return sqlite3.Connection if release >= WITH_CLOCK else WithClock
