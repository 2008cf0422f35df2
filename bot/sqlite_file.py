"""SQLite files of ours: only their owner can read them from the first byte on, and never made by being looked at."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from handlers.domain.errors import Unusable

OWN = 0o600  # read and written by their owner, by nobody else
LOCK_SECONDS = 5.0  # SQLite's own default in Python


def make_own_file(file: Path) -> None:
    """Make a database that its owner alone may read, or take the others' rights to one that is there.

    SQLite gives the files beside it the same rights.
    """
    file.touch(mode=OWN)
    for path in (file, *(file.with_name(file.name + end) for end in ("-wal", "-shm"))):
        if path.exists():
            os.chmod(path, OWN)  # noqa: PTH101  # also a file that was there before


def is_made(file: Path) -> bool:
    """Whether there is a database: a file without a byte is none. Raises Unusable where nobody lets us look."""
    try:
        return file.is_file() and file.stat().st_size > 0
    except OSError as error:
        raise Unusable(str(file)) from error


def open_file(file: Path, timeout: float = LOCK_SECONDS) -> sqlite3.Connection:
    """A connection to a database that is there; a lock is waited for `timeout` seconds.

    Raises sqlite3.OperationalError (SQLITE_CANTOPEN) where there is none: by itself SQLite would make one for all to read.
    """
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode=rw", timeout=timeout, uri=True)
