"""Databases that cannot be used: which trouble it is, said once, and once when it is over."""

from __future__ import annotations

import logging
import sqlite3
from pathlib import Path

from handlers.domain.errors import ArchiveTrouble, Damaged, DiskFull, Locked, ReadOnly, Unusable
from handlers.domain.sentences import sentence_for

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
OF_WRITING = frozenset({DiskFull, ReadOnly, Locked})  # a file that can be read is not over these

log = logging.getLogger("nutgraf.archive")


class TroubleLog:
    """What was last said of one file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.last: type[ArchiveTrouble] | None = None

    def told(self, trouble: ArchiveTrouble) -> ArchiveTrouble:
        """The trouble, said in the log unless it was the last thing said."""
        if self.last is not type(trouble):
            log.error("%s (%s)", sentence_for(trouble), self.path)
        self.last = type(trouble)
        return trouble

    def read_well(self) -> None:
        """The file was read without trouble."""
        if self.last not in OF_WRITING:
            self.written_well()

    def written_well(self) -> None:
        """The file was written without trouble."""
        if self.last is not None:
            log.warning("the archive can be used again (%s)", self.path)
        self.last = None


def trouble_of(error: BaseException | None) -> ArchiveTrouble | None:
    """What SQLite's error means for us; None for a mistake of our own, and for another's error."""
    code = getattr(error, "sqlite_errorcode", None)
    kind = TROUBLES.get(code & PRIMARY) if code is not None else None
    return kind(str(error)) if kind else None


def write_nothing_new(connection: sqlite3.Connection) -> None:
    """Write what is there already: unlike an empty transaction it needs room on the disk."""
    (version,) = connection.execute("pragma user_version").fetchone()
    connection.execute(f"pragma user_version = {version}")
