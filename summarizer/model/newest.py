"""Which page of a story is the newest: the one that tells what is known by now."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from summarizer.model.article import Article


def published_at(article: Article) -> float | None:
    """The second at which a page was published; None when that is not known."""
    return None if article.published is None else second_of(article.published)


def second_of(at: datetime) -> float:
    """The second of a moment; one without a zone is taken as UTC."""
    return (at if at.tzinfo else at.replace(tzinfo=UTC)).timestamp()


def newest_first(articles: Sequence[Article]) -> list[Article]:
    """The pages from the latest to the earliest; those of one moment, and those without one at the end, as given."""
    return sorted(articles, key=age)


def age(article: Article) -> tuple[bool, float]:
    """What pages are put in order by, the newest first."""
    at = published_at(article)
    return (at is None, -(at or 0.0))
