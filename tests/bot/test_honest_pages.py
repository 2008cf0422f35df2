"""Honest odd pages pass: fetched over HTTP as their sites serve them, and read whole."""

from __future__ import annotations

import pytest

from bot.fetch.fetcher import Fetcher
from bot.readers.reading import article_of
from tests.bot.honest import HONEST
from tests.bot.site import Site, response

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def site():
    """One site for all."""
    site = Site()
    yield site
    site.close()


@pytest.mark.parametrize("name", HONEST)
def test_an_honest_page_is_read(site, name):
    """Its text is the story, all of it and nothing else."""
    odd = HONEST[name]
    site.answers["/story"] = response(odd.body, kind=odd.kind, **odd.headers)
    with Fetcher(frozenset({site.host}), deadline=5.0) as fetcher:
        article = article_of(fetcher.fetch(site.url("/story")))
    assert article.text == odd.text
    assert article.title == odd.title
    assert article.language == "en"


def test_there_are_at_least_twenty():
    """So that the list is not thinned out unseen."""
    assert len(HONEST) >= 20
