"""The one lock of a fake, which also tells whoever waits that something has changed."""

from __future__ import annotations

import threading
import time


class Changes(threading.Condition):
    """A condition that counts its changes, so that a distant waiter misses none."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0
        self.last = time.monotonic()

    def notify_all(self) -> None:
        """Something has changed; call with the lock held."""
        self.count += 1
        self.last = time.monotonic()
        super().notify_all()
