"""What the corpus expects, read from its JSON into typed rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from summarizer.model import Kind, Span


@dataclass(frozen=True, slots=True)
class Unit:
    """One fragment of content in an annotated text, who is credited (empty: the layout says it) and how."""

    span: Span
    content: str
    source: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Gold:
    """An annotated text with every speech statement in it."""

    text: str
    units: tuple[Unit, ...]


@dataclass(frozen=True, slots=True)
class WantedStatement:
    """A statement that a brief must have, or may have. `has`: words that its bullet holds."""

    source: str
    has: tuple[str, ...]
    kind: Kind
    must: bool
    role: str | None
    cue: str | None
    via: str | None
    post: str | None


@dataclass(frozen=True, slots=True)
class WantedFigure:
    """A figure that a brief must have, or may have: one number, or the ends of a range."""

    numbers: tuple[float, ...]
    must: bool
    surface: str | None
    modifier: str | None
    unit: str | None
    source: str | None


@dataclass(frozen=True, slots=True)
class WantedClaims:
    """What a page says about itself."""

    title: str | None
    outlet: str | None
    byline: tuple[str, ...]
    published: datetime | None
    language: str
    is_article: bool
    paywalled: bool


@dataclass(frozen=True, slots=True)
class Wanted:
    """All that is expected of a page. `claims` is None for a text that is no page."""

    statements: tuple[WantedStatement, ...]
    figures: tuple[WantedFigure, ...]
    never: tuple[str, ...]
    claims: WantedClaims | None


def read_gold(row: Mapping[str, Any]) -> Gold:
    """The annotation of one text."""
    return Gold(row["text"], tuple(read_unit(row["text"], unit) for unit in row["units"]))


def read_unit(text: str, row: Mapping[str, Any]) -> Unit:
    start = text.index(row["content"])
    return Unit(Span(start, start + len(row["content"])), row["content"], row["source"], row["kind"])


def read_wanted(row: Mapping[str, Any]) -> Wanted:
    """What is expected of one page."""
    return Wanted(
        tuple(map(read_statement, row["statements"])),
        tuple(map(read_figure, row["figures"])),
        tuple(row["never"]),
        read_claims(row) if "is_article" in row else None,
    )


def read_statement(row: Mapping[str, Any]) -> WantedStatement:
    named = {key: row.get(key) for key in ("role", "cue", "via", "post")}
    return WantedStatement(row["source"], tuple(row["has"]), row["kind"], row["must"], **named)


def read_figure(row: Mapping[str, Any]) -> WantedFigure:
    ends = (row["value"],) if "value" in row else (row["low"], row["high"])
    named = {key: row.get(key) for key in ("surface", "modifier", "unit", "source")}
    return WantedFigure(tuple(map(float, ends)), row["must"], **named)


def read_claims(row: Mapping[str, Any]) -> WantedClaims:
    published = datetime.fromisoformat(row["published"]) if row["published"] else None
    named = {key: row[key] for key in ("title", "outlet", "language", "is_article", "paywalled")}
    return WantedClaims(byline=tuple(row["byline"]), published=published, **named)
