"""A brief's articles and lines as rows, for search and for whoever opens the archive with another tool."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from handlers.render.wording import concept_words
from summarizer.model import Article, Brief, Evidence

Row = dict[str, Any]
Places = Mapping[str, Row]
"""The rows of a brief's articles by each address that evidence may give."""


def article_rows(brief_id: str, brief: Brief) -> Iterator[Row]:
    """One row an article."""
    for article in brief.articles:
        yield {
            "brief": brief_id,
            "url": article.url,
            "canonical_url": article.canonical_url or article.url,
            "outlet": article.outlet,
            "title": article.title,
            "byline": ", ".join(article.byline) or None,
            "published": in_utc(article.published),
            "published_as_written": article.published.isoformat() if article.published else None,
            "language": article.language,
            "agency": article.agency,
            "paywalled": int(article.paywalled),
            "text": article.text,
        }


def in_utc(moment: datetime | None) -> str | None:
    """The same moment in UTC; None where the page gives no zone."""
    if moment is None or moment.tzinfo is None:
        return None
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def addresses_of(article: Article) -> tuple[str, ...]:
    return article.canonical_url or article.url, article.url


def statement_rows(brief_id: str, brief: Brief, places: Places) -> Iterator[Row]:
    """One row a statement, shown or not; article, start and end are those of its first proof."""
    shown = set(brief.bullets) | {bullet.evidence for bullet in brief.bullets if bullet.is_cut}
    for bullet in brief.statements:
        yield {
            "brief": brief_id,
            **place_of(bullet.evidence[0], places),
            "source": bullet.source.name if bullet.source else None,
            "role": bullet.source.role if bullet.source else None,
            "cue": bullet.cue,
            "kind": bullet.kind,
            "text": bullet.text,
            "line": bullet.line,
            "shown": int(bullet in shown or bullet.evidence in shown),
            "via": bullet.via,
            "post": bullet.post,
        }


def figure_rows(brief_id: str, brief: Brief, places: Places) -> Iterator[Row]:
    """One row a figure, shown or not. Numbers are floats here, for SQL; the brief keeps the exact ones."""
    shown = set(brief.figures)
    for key in (*brief.figures, *brief.more_figures):
        figure = key.figure
        yield {
            "brief": brief_id,
            **place_of(key.evidence[0], places),
            "surface": figure.surface,
            "value": as_float(figure.value),
            "low": as_float(figure.low),
            "high": as_float(figure.high),
            "modifier": figure.modifier,
            "unit": figure.unit,
            "concept": figure.told,
            "label": concept_words(figure) or None,
            "polarity": "denied" if figure.denied else "stated",
            "source": figure.source,
            "shown": int(key in shown),
            "start": figure.span.start,
            "end": figure.span.end,
        }


def place_of(proof: Evidence, places: Places) -> Row:
    """The columns that say where a line is proved."""
    at = places.get(proof.url, {})
    return {
        "article": at.get("id"),
        "outlet": at.get("outlet"),
        "start": proof.span.start,
        "end": proof.span.end,
    }


def as_float(value: Decimal | None) -> float | None:
    return None if value is None else float(value)
