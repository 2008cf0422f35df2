"""How long things are kept: old briefs go where that is set, and what the engine remembers of ended flows goes always."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from bot.engine.history import EngineHistory
from bot.store.removal import Removal

FLOWS_KEPT = timedelta(
    days=14
)  # a digest tells a week at most, and Slack tells an event again within the hour
LOOKS = timedelta(hours=6)  # between two lookings

log = logging.getLogger("nutgraf.keeping")


class Keeping:
    """Forgets what has been kept long enough; `days` None keeps briefs for ever."""

    def __init__(
        self, removal: Removal, history: EngineHistory, now: Callable[[], datetime], days: int | None
    ) -> None:
        self.removal = removal
        self.history = history
        self.now = now
        self.days = days
        self.next = now() + LOOKS / 6  # not while the bot starts

    def tick(self) -> None:
        """Look now and then."""
        if self.now() < self.next:
            return
        self.next = self.now() + LOOKS
        flows = self.history.prune(self.now() - FLOWS_KEPT)
        briefs = self.removal.forget_before(self.now() - timedelta(days=self.days)) if self.days else 0
        if flows or briefs:
            log.info("forgot %d briefs and %d ended flows", briefs, flows)
