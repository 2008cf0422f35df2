"""What reading processes do in tests: nothing much, except where a text is poison."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Sequence
from typing import Any

from bot.readers.many import ArchiveText, Work
from summarizer.errors import EmptyPage

KILLS, HANGS, RAISES, REFUSED = "kills", "hangs", "raises", "refused"
DEADLINE = 1.0  # seconds


def be_ready() -> None:
    """There is nothing to load."""


def read(entries: Sequence[ArchiveText]) -> list[dict[str, Any]]:
    """The text of each entry in capitals, by which process."""
    return [{"said": loudly(entry), "process": os.getpid()} for entry in entries]


def loudly(entry: ArchiveText) -> str:
    text = entry.text or ""
    if text == KILLS:
        os.kill(os.getpid(), signal.SIGKILL)
    if text == HANGS:
        time.sleep(60)
    if text == RAISES:
        raise KeyError(text)
    if text == REFUSED:
        raise EmptyPage(entry.url)
    return text.upper()


WORK = Work(read, be_ready, deadline=DEADLINE)
