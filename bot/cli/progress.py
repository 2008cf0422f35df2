"""Progress on stderr, only for people and only when it takes longer than a second."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TimeRemainingColumn
from rich.text import Text

PATIENCE = 1.0  # seconds
SPEED_OVER = 60.0  # seconds of the past that the rate and the time left are reckoned from


@contextmanager
def progress(what: str) -> Iterator[None]:
    """Show `what` is going on while the block runs."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield
        return
    status = console.status(what)
    timer = threading.Timer(PATIENCE, status.start)
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        status.stop()


class Rate(ProgressColumn):
    """How many a second."""

    def render(self, task: Task) -> Text:
        return Text(f"{task.speed:.1f} a second" if task.speed else "")


@contextmanager
def counting(total: int | None, *, to_screen: bool) -> Iterator[Callable[[], None]]:
    """Gives what counts one more; shows how many of `total`, the rate and the time left.

    Nothing is shown to no terminal, nor over lines that go `to_screen`.
    """
    console = Console(stderr=True)
    hidden = not console.is_terminal or (to_screen and sys.stdout.isatty())
    columns = (BarColumn(), MofNCompleteColumn(), Rate(), TimeRemainingColumn())
    with Progress(*columns, console=console, disable=hidden, speed_estimate_period=SPEED_OVER) as bar:
        task = bar.add_task("", total=total)
        yield lambda: bar.advance(task)
