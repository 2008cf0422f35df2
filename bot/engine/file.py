"""engine.db as a file: whether it can be used. The engine's own library waits for a lock without end, and says much."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy.exc import DBAPIError

from bot.sqlite_file import is_made, make_own_file, open_file
from bot.sqlite_release import Release, engine_connection
from bot.trouble import TroubleLog, trouble_of, write_nothing_new
from handlers.domain.errors import ArchiveTrouble, Damaged

SQLITE = "sqlite:///"
FLOWS = "workflow_status"  # the table in which the engine keeps each flow
LOCK_SECONDS = 2.5  # Slack waits three for its acknowledgement: who waits longer is asked again anyway


class EngineFile:
    """The file behind `url`. A database that is no file (PostgreSQL) is always taken for usable here."""

    def __init__(self, url: str) -> None:
        self.is_file = url.startswith(SQLITE)
        self.path = Path(url.removeprefix(SQLITE))
        self.troubles = TroubleLog(self.path)

    def is_there(self) -> bool:
        """Whether the engine was ever launched on it: before that it keeps nothing. Raises ArchiveTrouble."""
        if not self.is_file:
            return True
        if not is_made(self.path):
            return False
        with self.told(), closing(open_file(self.path, LOCK_SECONDS)) as connection:
            found = connection.execute("select 1 from sqlite_master where name = ?", [FLOWS]).fetchone()
        return found is not None

    @contextmanager
    def recording(self) -> Iterator[None]:
        """While something is recorded. Raises ArchiveTrouble when it cannot be."""
        if not self.is_file:
            yield
            return
        with self.told():
            self.take_lock()
            yield
        self.troubles.written_well()

    @contextmanager
    def told(self) -> Iterator[None]:
        """While the file is in use. Raises ArchiveTrouble, said in the log once, when it cannot be used."""
        try:
            yield
        except (DBAPIError, sqlite3.Error) as error:
            trouble = trouble_of(error.orig if isinstance(error, DBAPIError) else error)
            if trouble is None:
                raise
            raise self.troubles.told(trouble) from error

    def take_lock(self, *, writes: bool = False) -> None:
        """Take the right to write, and give it back."""
        with closing(open_file(self.path, LOCK_SECONDS)) as connection:
            connection.execute("begin immediate")
            if writes:
                write_nothing_new(connection)
            connection.commit()

    def check(self) -> None:
        """Write to it. Raises ArchiveTrouble when that cannot be done now."""
        with self.recording():
            if self.is_file:
                self.take_lock(writes=True)

    def check_whole(self) -> None:
        """Read all of it. Raises Damaged."""
        with self.recording(), closing(open_file(self.path, LOCK_SECONDS)) as connection:
            (verdict,) = connection.execute("pragma quick_check").fetchone()
            if verdict != "ok":
                raise self.troubles.told(Damaged(verdict))

    def is_writable(self) -> bool:
        """Whether something can be written now."""
        try:
            self.check()
        except ArchiveTrouble:
            return False
        return True


def connecting(url: str, sqlite: Release) -> dict[str, Any]:
    """How the engine connects, beside what DBOS does; what flows are given is in no error's text."""
    ours = {"connect_args": {"factory": engine_connection(sqlite)}} if url.startswith(SQLITE) else {}
    return {"hide_parameters": True, **ours}


def write_ahead(url: str) -> None:
    """Have SQLite write ahead: readers do not wait for writers, and a commit is one write to the disk.

    Of a hundred links shared in one instant, the slowest was acknowledged after 2.3 s instead of 3.7 s.
    """
    file = url.removeprefix(SQLITE)
    if file != url:
        make_own_file(Path(file))
        with closing(open_file(Path(file))) as database:
            database.execute("pragma journal_mode = wal")
