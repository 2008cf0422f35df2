"""nutgraf.db as a file: SQLite (WAL), one connection for each unit of work."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

from bot.database_schema import migrations
from bot.sqlite_file import OWN, is_made, make_own_file, open_file
from bot.sqlite_tables import ArchiveTables, Database
from bot.trouble import TroubleLog, trouble_of, write_nothing_new
from handlers.domain.errors import ArchiveTrouble, NewerArchive, Unusable

BUSY_TIMEOUT_MS = 10_000


class DatabaseFile:
    """The archive's file. Whatever keeps something in it opens a connection here and closes it when it is done.

    Raises ArchiveTrouble where the file cannot be used: said in the log once, and once when it can be used again.
    """

    def __init__(self, path: Path, *, synced: bool = True, busy_ms: int = BUSY_TIMEOUT_MS) -> None:
        """`synced` False gives up on power cuts, not on crashes: for tests, where a disk's pace is no matter."""
        self.path = path
        self.synced = synced
        self.busy_ms = busy_ms
        self.troubles = TroubleLog(path)

    def migrate(self) -> None:
        """Make the database, or bring an older one up to date."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            make_own_file(self.path)
        except OSError as error:
            raise self.troubles.told(Unusable(str(self.path))) from error
        self.bring_up_to_date()

    def bring_up_to_date(self) -> None:
        """Give a database of an older release the tables of this one. Raises NewerArchive, and changes nothing then."""
        with self.reading() as db:
            refuse_newer(db)
            db.enable_wal()
            migrations.apply(db)

    def is_there(self) -> bool:
        """Whether there is a database. Raises Unusable."""
        return is_made(self.path)

    def is_up_to_date(self) -> bool:
        """Whether it has the tables of this release. Raises NewerArchive."""
        with self.reading() as db:
            refuse_newer(db)
            return not migrations.pending(db)

    @contextmanager
    def reading(self) -> Iterator[Database]:
        """A connection for one unit of work that only reads."""
        try:
            with self.connection() as connection:
                yield ArchiveTables(connection)
        except sqlite3.Error as error:
            trouble = trouble_of(error)
            if trouble is None:
                raise
            raise self.troubles.told(trouble) from error
        self.troubles.read_well()

    @contextmanager
    def connection(self) -> Iterator[sqlite3.Connection]:
        """A connection for one unit of work, closed at its end."""
        with closing(open_file(self.path, self.busy_ms / 1000)) as connection:
            self.set_up(connection)
            yield connection

    def set_up(self, connection: sqlite3.Connection) -> None:
        """Give a connection our settings, which SQLite does not keep in the file."""
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute(f"PRAGMA synchronous = {'FULL' if self.synced else 'OFF'}")

    @contextmanager
    def writing(self) -> Iterator[Database]:
        """A connection and one transaction; it takes the right to write at once, so it never has to give way."""
        with self.reading() as db:
            db.execute("BEGIN IMMEDIATE")
            with db.conn:  # commits, or rolls back whatever is raised
                yield db
        self.troubles.written_well()

    def is_writable(self) -> bool:
        """Whether a transaction can be written now."""
        try:
            with self.writing() as db:
                write_nothing_new(db.conn)
        except ArchiveTrouble:
            return False
        return True

    def squeeze(self) -> None:
        """Rewrite the file without what was deleted, its full-text indexes and its journal too."""
        with self.reading() as db:
            for index in [name for name in db.table_names() if name.endswith("_fts")]:
                db.execute(f"insert into [{index}] ([{index}]) values ('optimize')")  # noqa: S608  # our own tables
            db.conn.commit()
            db.execute("vacuum")
            db.execute("pragma wal_checkpoint(truncate)")

    def copy_to(self, file: Path) -> None:
        """A consistent copy in a new file, also while others write. Raises OSError when `file` cannot be made."""
        file.touch(mode=OWN, exist_ok=False)
        with ExitStack() as otherwise:
            otherwise.callback(file.unlink)
            with self.reading() as db, closing(open_file(file)) as copy:
                db.conn.backup(copy)
            otherwise.pop_all()


def refuse_newer(db: Database) -> None:
    """Raises NewerArchive where a migration was applied that this release does not know."""
    ours = {one.name for one in migrations.pending(Database(memory=True))}
    unknown = {one.name for one in migrations.applied(db)} - ours
    if unknown:
        raise NewerArchive(", ".join(sorted(unknown)))
