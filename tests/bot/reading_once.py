"""What the tests' reading process does: each page is read once, and its brief remembered."""

from __future__ import annotations

from bot.fetch.fetched import FetchedPage
from bot.readers.pool import read_page
from summarizer.model import Brief

_known: dict[FetchedPage, Brief] = {}  # in the reading process


def read_once(page: FetchedPage) -> Brief:
    """The page's brief, as the bot reads it: a page of the same bytes and address gives the same."""
    if page not in _known:
        _known[page] = read_page(page)
    return _known[page]
