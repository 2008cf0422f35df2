"""A page that eats memory costs itself alone."""

from __future__ import annotations

import sys

import pytest

from bot.fetch.fetched import FetchedPage
from bot.readers.pool import PoolReading, read_page
from bot.readers.reading import MEMORY_BYTES
from handlers.domain.errors import ReadingFailed
from summarizer.default_model import DEFAULT_MODEL
from tests.corpus import pages

pytestmark = [pytest.mark.slow, pytest.mark.model]


def eat(page: FetchedPage):
    """In a reading process: what a poisonous page would do to it; other pages are read."""
    if page.url.endswith("poison"):
        return bytearray(2 * MEMORY_BYTES)
    return read_page(page)


@pytest.mark.skipif(sys.platform != "linux", reason="the limit is one of Linux's")
def test_a_page_that_eats_memory_is_given_up_and_the_next_is_read():
    """By the same process, whose memory never grew."""
    reading = PoolReading(None, DEFAULT_MODEL, 1, act=eat)
    try:
        with pytest.raises(ReadingFailed, match="memory"):
            reading.read_in_pool(page("poison"))
        assert reading.read_in_pool(page("ferry")).brief.bullets
    finally:
        reading.close()


def page(name: str) -> FetchedPage:
    body = pages()["ferry-aldermouth-courier"].read_bytes()
    return FetchedPage(f"https://courier.example/{name}", body, "text/html", "utf-8")
