"""Stories: the corpus put into the story book in alphabetical order of its pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from summarizer.stories import StoryBook
from tests.gate.measure import Measure, share
from tests.gate.readings import Reading

FAMILY = "stories"
ONE_EVENT = "ferry-"  # four outlets on one sinking; every other page of the corpus has an event of its own


def story_measures(readings: Iterable[Reading]) -> Iterator[Measure]:
    """Pairs of articles on one event that share a story, and pairs on two events that do not."""
    articles = [one for one in readings if one.wanted.claims is None or one.wanted.claims.is_article]
    story = stories_of(articles)
    pairs = [(a.slug, b.slug) for a, b in combinations(articles, 2)]
    yield share(
        FAMILY, "one event, one story", (story[a] == story[b] for a, b in pairs if is_one_event(a, b))
    )
    yield share(
        FAMILY, "two events, two stories", (story[a] != story[b] for a, b in pairs if not is_one_event(a, b))
    )


def stories_of(readings: Iterable[Reading]) -> dict[str, str]:
    """Each article's story after the last one has come in."""
    book, slugs = StoryBook(), []
    for one in readings:
        book.add(one.slug, one.article.text, one.article.title, one.article.published)
        slugs.append(one.slug)
    return {slug: book.story_of(slug) for slug in slugs}


def is_one_event(left: str, right: str) -> bool:
    return left.startswith(ONE_EVENT) and right.startswith(ONE_EVENT)
