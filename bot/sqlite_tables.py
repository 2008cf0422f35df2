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

__all__ = ["Database", "Migrations"]
