"""A fresh archive for each test: migrated once a process, then copied."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from bot.database import DatabaseFile
from bot.sqlite_file import make_own_file


def fresh_archive(file: Path) -> DatabaseFile:
    """A new archive in `file` with every table and no row. Migrations of their own: tests/bot/test_migrations.py."""
    file.parent.mkdir(parents=True, exist_ok=True)
    make_own_file(file)
    file.write_bytes(migrated())
    return DatabaseFile(file, synced=False)


@cache
def migrated() -> bytes:
    """The file as the migrations leave it. Its journal ends with the last connection, so the file is all of it."""
    with tempfile.TemporaryDirectory() as folder:
        database = DatabaseFile(Path(folder) / "nutgraf.db", synced=False)
        database.migrate()
        return database.path.read_bytes()
