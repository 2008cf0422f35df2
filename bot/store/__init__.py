"""The archive: briefs and all that belongs to them, in nutgraf.db."""

from bot.store.archive import Store, keep

__all__ = ["Store", "keep"]
