"""nutgraf.db as a file: SQLite (WAL), one connection for each unit of work."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlite_utils import Database

from bot.store_schema import migrations

BUSY_TIMEOUT_MS = 10_000


class DatabaseFile:
    """The archive's file. Whatever keeps something in it opens a connection here and closes it when it is done.

    Raises sqlite3.Error as it comes: a step that fails so is run again by the engine.
    """

    def __init__(self, path: Path, *, synced: bool = True) -> None:
        """`synced` False gives up on power cuts, not on crashes: for tests, where a disk's pace is no matter."""
        self.path = path
        self.synced = synced

    def migrate(self) -> None:
        """Make the database, or bring an older one up to date."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.touch(mode=0o600)
        with self.reading() as db:
            db.enable_wal()
            migrations.apply(db)

    @contextmanager
    def reading(self) -> Iterator[Database]:
        """A connection for one unit of work that only reads."""
        connection = sqlite3.connect(self.path, timeout=BUSY_TIMEOUT_MS / 1000)
        try:
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute(f"PRAGMA synchronous = {'FULL' if self.synced else 'OFF'}")
            yield Database(connection)
        finally:
            connection.close()

    @contextmanager
    def writing(self) -> Iterator[Database]:
        """A connection and one transaction; it takes the right to write at once, so it never has to give way."""
        with self.reading() as db:
            db.execute("BEGIN IMMEDIATE")
            try:
                yield db
            except BaseException:
                db.conn.rollback()
                raise
            db.conn.commit()

    def squeeze(self) -> None:
        """Write the file anew without what was deleted, its full-text indexes and its journal too."""
        with self.reading() as db:
            for index in [name for name in db.table_names() if name.endswith("_fts")]:
                db.execute(f"insert into [{index}] ([{index}]) values ('optimize')")  # noqa: S608  # our own tables
            db.conn.commit()
            db.execute("vacuum")
            db.execute("pragma wal_checkpoint(truncate)")

    def copy_to(self, file: Path) -> None:
        """A consistent copy, also while others write. Raises OSError when `file` cannot be written."""
        file.touch(mode=0o600)
        with self.reading() as db, closing(sqlite3.connect(file)) as copy:
            db.conn.backup(copy)
