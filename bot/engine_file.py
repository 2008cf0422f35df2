"""engine.db as a file: whether it can be used. The engine's own library waits for a lock without end, and says much."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from bot.trouble import TroubleLog, trouble_of, write_nothing_new
from handlers.errors import ArchiveTrouble, Damaged

SQLITE = "sqlite:///"
LOCK_SECONDS = 2.5  # Slack waits three for its acknowledgement: who waits longer is asked again anyway


class EngineFile:
    """The file behind `url`. A database that is no file (PostgreSQL) is always taken for usable here."""

    def __init__(self, url: str) -> None:
        self.is_file = url.startswith(SQLITE)
        self.path = Path(url.removeprefix(SQLITE))
        self.troubles = TroubleLog(self.path)

    @contextmanager
    def recording(self) -> Iterator[None]:
        """While something is recorded. Raises ArchiveTrouble when it cannot be."""
        if not self.is_file:
            yield
            return
        try:
            self.take_lock()
            yield
        except (DBAPIError, sqlite3.Error) as error:
            trouble = trouble_of(error.orig if isinstance(error, DBAPIError) else error)
            if trouble is None:
                raise
            raise self.troubles.told(trouble) from error
        self.troubles.written_well()

    def take_lock(self, *, writes: bool = False) -> None:
        """Take the right to write, and give it back."""
        with closing(sqlite3.connect(self.path, timeout=LOCK_SECONDS)) as connection:
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
        with self.recording(), closing(sqlite3.connect(self.path)) as connection:
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
