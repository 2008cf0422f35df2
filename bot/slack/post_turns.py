"""Slack takes one message a second in a channel: whose turn it is, so that Slack never has to say so."""

from __future__ import annotations

import time
from collections.abc import Callable
from threading import Lock

POST_SECONDS = (
    1.05  # between two posts in one channel; a little over Slack's second, as requests travel unevenly
)
MOST_REMEMBERED = 1000  # channels, before those that have been quiet are forgotten


class PostTurns:
    """The turns of one workspace's posts, kept in memory: after a restart Slack's own 429 is what is left.

    A message that must wait keeps the turn that it was given, so that waiting messages never crowd. `clock` gives
    seconds. May be used from several threads.
    """

    def __init__(self, seconds: float = POST_SECONDS, clock: Callable[[], float] = time.monotonic) -> None:
        self.seconds = seconds
        self.clock = clock
        self.free: dict[str, float] = {}  # by channel: when the next turn begins
        self.given: dict[tuple[str, str], float] = {}  # by channel and message
        self.lock = Lock()

    def wait(self, channel: str, key: str) -> float:
        """Seconds until message `key` may be posted in the channel; 0 takes its turn."""
        with self.lock:
            now = self.clock()
            turn = self.given.pop((channel, key), None)
            if turn is None:
                turn = max(now, self.free.get(channel, now))
                self.free[channel] = turn + self.seconds
            if turn > now:
                self.given[channel, key] = turn
            self.forget_quiet(now)
            return max(0.0, turn - now)

    def forget_quiet(self, now: float) -> None:
        """Drop channels whose next turn is free anyway."""
        if len(self.free) > MOST_REMEMBERED:
            self.free = {channel: at for channel, at in self.free.items() if at > now}
