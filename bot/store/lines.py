"""A brief's lines as rows for search."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from summarizer.model import Brief

Row = dict[str, Any]


def statement_rows(brief_id: str, brief: Brief) -> Iterator[Row]:
    """One row a statement, shown or not; start and end are those of its first proof."""
    shown = set(brief.bullets) | {bullet.evidence for bullet in brief.bullets if bullet.is_cut}
    for bullet in brief.statements:
        span = bullet.evidence[0].span
        yield {
            "brief": brief_id,
            "source": bullet.source.name if bullet.source else None,
            "role": bullet.source.role if bullet.source else None,
            "cue": bullet.cue,
            "kind": bullet.kind,
            "text": bullet.text,
            "line": bullet.line,
            "shown": int(bullet in shown or bullet.evidence in shown),
            "via": bullet.via,
            "post": bullet.post,
            "start": span.start,
            "end": span.end,
        }


def figure_rows(brief_id: str, brief: Brief) -> Iterator[Row]:
    """One row a figure, shown or not. Numbers are floats here, for SQL; the brief keeps the exact ones."""
    for key in (*brief.figures, *brief.more_figures):
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


def text_rows(brief_id: str, brief: Brief) -> Iterator[Row]:
    """One row an article, for quotations that no statement holds."""
    return ({"brief": brief_id, "url": article.url, "text": article.text} for article in brief.articles)
