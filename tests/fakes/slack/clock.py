"""Slack's timestamps: seconds and microseconds, unique and increasing, because a ts names its message."""

from __future__ import annotations

import time
from collections.abc import Callable
from zlib import crc32


class Clock:
    """Hands out `ts` values that look like Slack's and never repeat or go back."""

    def __init__(self, now: Callable[[], float] = time.time) -> None:
        self.now = now
        self._last = 0

    def ts(self) -> str:
        """The next timestamp: the present moment, or a microsecond after the last one given."""
        self._last = max(int(self.now() * 1_000_000), self._last + 1)
        return f"{self._last // 1_000_000}.{self._last % 1_000_000:06d}"


class Ids:
    """Hands out ids of Slack's look (a letter, then capitals and digits), each once."""

    def __init__(self, name: str = "") -> None:
        """Of two workspaces with different names no two ids are the same."""
        self._count = crc32(name.encode()) % 0x800 << 16

    def new(self, prefix: str) -> str:
        """The next id with this prefix: C for channels, U for people, Ev for events..."""
        self._count += 1
        return f"{prefix}0{0x7A00000 + self._count:08X}"
