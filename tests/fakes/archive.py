"""An archive of its own for each test: migrated once a process, then copied; its connections are kept."""

from __future__ import annotations

import sqlite3
import tempfile
import weakref
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path

from bot.database import DatabaseFile
from bot.sqlite_file import make_own_file


class KeptArchive(DatabaseFile):
    """Uses a connection again when a unit of work is done with it.

    SQLite reads the whole schema with each connection: of a short unit of work that is nearly all the time.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(path, synced=False)
        self.idle: list[sqlite3.Connection] = []
        weakref.finalize(self, close_all, self.idle)

    @contextmanager
    def connection(self) -> Iterator[sqlite3.Connection]:
        """One that nobody else uses meanwhile; what was not committed is lost, as with one that is closed."""
        connection = self.idle.pop() if self.idle else self.opened()
        try:
            yield connection
        finally:
            connection.rollback()
            self.idle.append(connection)

    def opened(self) -> sqlite3.Connection:
        """A connection that any thread may use."""
        address = f"{self.path.absolute().as_uri()}?mode=rw"
        connection = sqlite3.connect(address, timeout=self.busy_ms / 1000, uri=True, check_same_thread=False)
        self.set_up(connection)
        return connection


def close_all(connections: list[sqlite3.Connection]) -> None:
    for connection in connections:
        connection.close()


def fresh_archive(file: Path, of: DatabaseFile | None = None) -> DatabaseFile:
    """A new archive in `file`: as empty as the migrations leave one, or with the rows `of` another.

    The migrations have tests of their own: tests/bot/test_migrations.py and test_store.py.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    make_own_file(file)
    file.write_bytes(rows_of(of) if of else migrated())
    return KeptArchive(file)


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
