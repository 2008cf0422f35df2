"""Where reading processes come from: one process loads the language libraries and the model, and is copied for each of them.

Its copies share what it has loaded until they write to it: a further reader takes a quarter of the memory, and is there in a few
milliseconds, also in the place of one that a page has killed. The process itself is Python's own fork server, which imports
`bot.readers.loaded` and runs no threads, so that a copy is whole.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager
from multiprocessing import forkserver
from multiprocessing.context import BaseContext
from pathlib import Path
from threading import Lock

from bot.readers.quiet import without_ctrl_c

BEGINNING = Lock()
MODEL = "READERS_ARE_COPIED_WITH"  # in the environment, since a fork server takes names of modules and nothing else


def nursery(model: str) -> BaseContext:
    """What begins reading processes, for the language model `model`.

    Elsewhere than on Linux each process loads by itself: other systems' libraries are not made to be copied.
    """
    if sys.platform != "linux":
        return multiprocessing.get_context("spawn")
    os.environ[MODEL] = model
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["bot.readers.loaded"])
    return context


def begin_loading(context: BaseContext) -> None:
    """Let the process begin that is copied later; it loads beside whatever follows."""
    if context.get_start_method() == "forkserver":
        with BEGINNING, without_ctrl_c(), importing_as_here(os.environ):
            forkserver.ensure_running()


@contextmanager
def importing_as_here(environment: MutableMapping[str, str]) -> Iterator[None]:
    """Let a process that begins meanwhile look for modules where this one does, and nowhere else.

    By itself a fork server looks in the working folder first: Python tells it our places only in its newest releases.
    """
    places = os.pathsep.join(place or str(Path.cwd()) for place in sys.path)
    ours = {"PYTHONPATH": places, "PYTHONSAFEPATH": "1"}
    before = {name: environment.get(name) for name in ours}
    environment.update(ours)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del environment[name]
            else:
                environment[name] = value
