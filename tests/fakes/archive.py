"""An archive of its own for each test: migrated once a process, then copied."""

from __future__ import annotations

import sqlite3
import tempfile
import weakref
from contextlib import closing
from functools import cache
from pathlib import Path

from bot.database import DatabaseFile
from bot.sqlite_file import make_own_file


def fresh_archive(file: Path, of: DatabaseFile | None = None) -> DatabaseFile:
    """A new archive in `file`: as empty as the migrations leave one, or with the rows `of` another.

    The migrations have tests of their own: tests/bot/test_migrations.py and test_store.py.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    make_own_file(file)
    file.write_bytes(rows_of(of) if of else migrated())
    database = DatabaseFile(file, synced=False)
    keep_journal(database)
    return database


@cache
def migrated() -> bytes:
    """The file of an empty archive."""
    with tempfile.TemporaryDirectory() as folder:
        database = DatabaseFile(Path(folder) / "nutgraf.db", synced=False)
        database.migrate()
        return rows_of(database)


def rows_of(database: DatabaseFile) -> bytes:
    """The file, with what still stands in its journal."""
    with closing(sqlite3.connect(database.path)) as connection:
        return connection.serialize()


def keep_journal(database: DatabaseFile) -> None:
    """Keep a connection open as long as `database` is used.

    SQLite makes the journal with the first connection and removes it with the last: half the time of a short unit of work.
    """
    connection = sqlite3.connect(database.path, check_same_thread=False)
    connection.execute("select count(*) from sqlite_master").fetchall()
    weakref.finalize(database, connection.close)
