"""What reads pages and texts, in processes of its own."""

from __future__ import annotations

from bot.fetch.from_settings import make_fetcher
from bot.readers.pool import PoolReading
from bot.settings import Settings


def make_reading(settings: Settings) -> PoolReading:
    """Fetching and the reading processes."""
    return PoolReading(make_fetcher(settings), settings.nutgraf_model, settings.nutgraf_readers)
