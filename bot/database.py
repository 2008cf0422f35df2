"""nutgraf.db as a file: SQLite (WAL), one connection for each unit of work."""

from __future__ import annotations

import logging
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlite_utils import Database

from bot.store_schema import migrations
from handlers.errors import ArchiveTrouble, Damaged, DiskFull, Locked, ReadOnly, Unusable
from handlers.sentences import sentence_for

BUSY_TIMEOUT_MS = 10_000
PRIMARY = 0xFF  # the part of SQLite's code that names the kind of trouble
TROUBLES: dict[int, type[ArchiveTrouble]] = {
    sqlite3.SQLITE_FULL: DiskFull,
    sqlite3.SQLITE_READONLY: ReadOnly,
    sqlite3.SQLITE_PERM: ReadOnly,
    sqlite3.SQLITE_BUSY: Locked,
    sqlite3.SQLITE_LOCKED: Locked,
    sqlite3.SQLITE_CORRUPT: Damaged,
    sqlite3.SQLITE_NOTADB: Damaged,
    sqlite3.SQLITE_CANTOPEN: Unusable,
    sqlite3.SQLITE_IOERR: Unusable,
}

log = logging.getLogger("nutgraf.archive")


class DatabaseFile:
    """The archive's file. Whatever keeps something in it opens a connection here and closes it when it is done.

    Raises ArchiveTrouble where the file cannot be used: said in the log once, and once when it can be used again.
    """

    def __init__(self, path: Path, *, synced: bool = True, busy_ms: int = BUSY_TIMEOUT_MS) -> None:
        """`synced` False gives up on power cuts, not on crashes: for tests, where a disk's pace is no matter."""
        self.path = path
        self.synced = synced
        self.busy_ms = busy_ms
        self.trouble: type[ArchiveTrouble] | None = None

    def migrate(self) -> None:
        """Make the database, or bring an older one up to date."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            own_file(self.path)
        except OSError as error:
            raise self.told(Unusable(str(self.path))) from error
        with self.reading() as db:
            db.enable_wal()
            migrations.apply(db)

    @contextmanager
    def reading(self) -> Iterator[Database]:
        """A connection for one unit of work that only reads."""
        try:
            with closing(sqlite3.connect(self.path, timeout=self.busy_ms / 1000)) as connection:
                connection.execute("PRAGMA foreign_keys = ON")
                connection.execute(f"PRAGMA synchronous = {'FULL' if self.synced else 'OFF'}")
                yield Database(connection)
        except sqlite3.Error as error:
            trouble = trouble_of(error)
            if trouble is None:
                raise
            raise self.told(trouble) from error
        self.well()

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

    def is_writable(self) -> bool:
        """Whether a transaction can be written now."""
        try:
            with self.writing():
                return True
        except ArchiveTrouble:
            return False

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

    def told(self, trouble: ArchiveTrouble) -> ArchiveTrouble:
        """The trouble, said in the log unless it was the last thing said."""
        if self.trouble is not type(trouble):
            log.error("%s (%s)", sentence_for(trouble), self.path)
        self.trouble = type(trouble)
        return trouble

    def well(self) -> None:
        """The file was used without trouble."""
        if self.trouble is not None:
            log.warning("the archive can be used again (%s)", self.path)
        self.trouble = None


def trouble_of(error: sqlite3.Error) -> ArchiveTrouble | None:
    """What SQLite's error means for us; None for a mistake of our own."""
    code = getattr(error, "sqlite_errorcode", None)
    kind = TROUBLES.get(code & PRIMARY) if code is not None else None
    return kind(str(error)) if kind else None


def own_file(file: Path) -> None:
    """Make a database readable by its owner alone; SQLite gives the files beside it the same rights."""
    file.touch(mode=0o600)
    for path in (file, *(file.with_name(file.name + end) for end in ("-wal", "-shm"))):
        if path.exists():
            os.chmod(path, 0o600)  # noqa: PTH101  # also a file that was there before
