"""sqlite-utils, loaded without numpy.

It loads numpy where there is one, to know the types of numpy's numbers. The archive keeps none, and numpy is a third of the time and
memory of a command that only looks something up (docs/speed.md). Whoever needs sqlite-utils takes it from here.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager
from types import ModuleType


@contextmanager
def hidden(name: str, modules: MutableMapping[str, ModuleType | None]) -> Iterator[None]:
    """A library that is not loaded yet cannot be loaded meanwhile: to import it fails, as where it is not installed."""
    if name in modules:
        yield
        return
    modules[name] = None
    try:
        yield
    finally:
        del modules[name]


with hidden("numpy", sys.modules):  # type: ignore[arg-type]  # None is what Python itself takes for "not to be imported"
    from sqlite_utils import Database, Migrations

__all__ = ["ArchiveTables", "Database", "Migrations"]


class ArchiveTables(Database):
    """The tables of an archive, for one unit of work."""

    @property
    def supports_on_conflict(self) -> bool:
        """Every SQLite that we run on (bot.sqlite_release) knows `on conflict`.

        By itself sqlite-utils finds out with each new connection, by a table that it makes, fills and drops in the archive: each time
        SQLite writes its schema twice and reads it again before the next statement.
        """
        return True
