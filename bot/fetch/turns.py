"""Turns at a host: a channel that shares ten links of one outlet at once must not look like an attack on it."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from bot.fetch.deadline import Clock, Deadline

AT_ONCE = 2  # requests that one host gets at the same time; browsers open six
GAP = 0.5  # seconds from the start of one fetch to the next at the same host
MOST_HOSTS = 1000  # remembered; more are cleared of those whose gap has passed


class HostTurns:
    """Lets fetches at one host wait for each other. Safe to share between threads."""

    def __init__(
        self, clock: Clock, sleep: Callable[[float], None], at_once: int = AT_ONCE, gap: float = GAP
    ) -> None:
        self.clock = clock
        self.sleep = sleep
        self.at_once = at_once
        self.gap = gap
        self.changed = threading.Condition()
        self.running: Counter[str] = Counter()
        self.next_start: dict[str, float] = {}

    @contextmanager
    def turn(self, host: str, deadline: Deadline, *, spaced: bool = True) -> Iterator[None]:
        """Holds one of the host's places; `spaced` keeps the gap as well, which a redirect need not.

        Raises httpcore.ReadTimeout when the deadline passes first.
        """
        pause = self.enter(host, deadline, spaced=spaced)
        try:
            if pause > 0:
                self.sleep(min(pause, deadline.left()))
            deadline.left()
            yield
        finally:
            self.leave(host)

    def enter(self, host: str, deadline: Deadline, *, spaced: bool) -> float:
        """Takes a place; the seconds to wait before the request."""
        with self.changed:
            while self.running[host] >= self.at_once:
                self.changed.wait(deadline.left())
            self.running[host] += 1
            now = self.clock()
            if not spaced:
                return 0.0
            start = max(now, self.next_start.get(host, now))
            self.next_start[host] = start + self.gap
            if len(self.next_start) > MOST_HOSTS:
                self.next_start = {name: at for name, at in self.next_start.items() if at > now}
            return start - now

    def leave(self, host: str) -> None:
        """Gives the place to whoever waits."""
        with self.changed:
            self.running[host] -= 1
            if not self.running[host]:
                del self.running[host]
            self.changed.notify_all()
