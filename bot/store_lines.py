"""A brief's lines as rows for search, and the search over them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sqlite_utils import Database

from summarizer.model import Brief

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Found:
    """One statement found in the archive."""

    source: str | None
    role: str | None
    cue: str | None
    text: str
    via: str | None
    outlet: str | None
    title: str | None
    url: str
    published: str | None
    at: str


def statement_rows(brief_id: str, brief: Brief) -> Iterator[Row]:
    """One row a bullet; start and end are those of its first proof."""
    for bullet in brief.bullets:
        span = bullet.evidence[0].span
        yield {
            "brief": brief_id,
            "source": bullet.source.name if bullet.source else None,
            "role": bullet.source.role if bullet.source else None,
            "cue": bullet.cue,
            "kind": bullet.kind,
            "text": bullet.text,
            "via": bullet.via,
            "post": bullet.post,
            "start": span.start,
            "end": span.end,
        }


def figure_rows(brief_id: str, brief: Brief) -> Iterator[Row]:
    """One row a key figure. Numbers are floats here, for SQL; the brief keeps the exact ones."""
    for key in brief.figures:
        figure = key.figure
        yield {
            "brief": brief_id,
            "surface": figure.surface,
            "value": as_float(figure.value),
            "low": as_float(figure.low),
            "high": as_float(figure.high),
            "modifier": figure.modifier,
            "unit": figure.unit,
            "concept": figure.concept,
            "source": figure.source,
            "start": figure.span.start,
            "end": figure.span.end,
        }


def as_float(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


SEARCH = """
select s.source, s.role, s.cue, s.text, s.via, b.outlet, b.title, b.url, b.published, min(b.at) as at
from statements_fts f join statements s on s.id = f.rowid join briefs b on b.id = s.brief
where statements_fts match :match and b.audience != 'private'
group by s.source, s.text, b.url order by min(f.rank), at desc limit :limit
"""


def search_statements(db: Database, words: str, limit: int = 50) -> tuple[Found, ...]:
    """Statements that hold all of `words`, best first; the same line of one page once."""
    match = " ".join(f'"{word}"' for word in words.replace('"', " ").split())
    if not match:
        return ()
    return tuple(Found(**row) for row in db.query(SEARCH, {"match": match, "limit": limit}))
