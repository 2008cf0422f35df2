"""A fetcher as the settings want it, for the bot and for the command line."""

from __future__ import annotations

from bot.fetch.fetcher import Fetcher
from bot.settings import Settings


def make_fetcher(settings: Settings) -> Fetcher:
    """The way to pages. To be closed, or used in a with block."""
    return Fetcher(
        allowed_hosts=settings.allowed_hosts,
        contact=settings.nutgraf_contact,
        allow_downgrade=settings.nutgraf_allow_downgrade,
    )
