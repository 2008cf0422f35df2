"""Reading processes that Ctrl-C does not reach: their end is their parent's to say."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import resource_tracker
from typing import Any

from pebble import ProcessPool


@contextmanager
def without_ctrl_c() -> Iterator[None]:
    """Processes that are begun meanwhile do not get Ctrl-C."""
    resource_tracker.ensure_running()  # by itself it begins with the first process, and unblocks Ctrl-C
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def begun(pool: ProcessPool) -> Any:  # noqa: ANN401  # pebble has no types
    """`pool`, its processes begun with Ctrl-C blocked; those that it begins later inherit that from its own threads."""
    with without_ctrl_c():
        _ = pool.active  # looking begins it
    return pool
