"""The article: a published page, cleaned, and what stands in and around its text."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from summarizer.text.span import Span

NoteKind = Literal["correction", "clarification", "update", "editor"]


@dataclass(frozen=True, slots=True)
class Post:
    """A social media post embedded in an article; its words are part of the article's text."""

    platform: str  # "X", "Truth Social", "Bluesky" …
    name: str | None  # the account owner's name as written
    handle: str | None  # with its @
    date: str | None  # as written
    text: str
    span: Span  # of the post's own words in Article.text


@dataclass(frozen=True, slots=True)
class Note:
    """What the newsroom says about its own article: that it was corrected, changed, added to."""

    kind: NoteKind
    text: str
    span: Span | None = None  # of its paragraph in Article.text; None: it stands beside the text


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the story. Every row has as many cells as the widest; empty ones are ""."""

    rows: tuple[tuple[str, ...], ...]
    header: tuple[str, ...] = ()  # empty: the page marks none
    caption: str | None = None
    span: Span | None = None  # of its lines, which end Article.text; None: it is too long to be part of it


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a live blog."""

    span: Span  # of its paragraphs in Article.text
    time: str  # as written: "17:32", "2 hours ago"
    at: datetime | None = None  # when the page gives the moment
    title: str | None = None  # the line above it; no part of the text


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where a report was filed: "KYIV, Ukraine (AP) —"."""

    place: str
    span: Span  # from the text's start to where the report begins


@dataclass(frozen=True, slots=True)
class Dropped:
    """What cleaning left out, counted so that nothing goes in silence."""

    duplicate_sentences: int = 0
    boilerplate_lines: int = 0


@dataclass(frozen=True, slots=True)
class Article:
    """One published page, cleaned: paragraphs joined by a blank line, each said once."""

    url: str
    text: str
    canonical_url: str = ""
    title: str | None = None
    outlet: str | None = None
    byline: tuple[str, ...] = ()
    published: datetime | None = None  # with zone when the page gives one
    modified: datetime | None = None
    language: str | None = None  # ISO 639-1
    agency: str | None = None  # the credited wire agency: "AP", "Reuters" …
    posts: tuple[Post, ...] = ()
    paywalled: bool = False  # as the page says, which may show all of it
    incomplete: bool = False  # the page plainly shows only a part of its story
    dropped: Dropped = field(default_factory=Dropped)
    section: str | None = None  # of the outlet: "Politics"
    standfirst: str | None = None  # under the headline; part of the text only where that was pasted with it
    dateline: Dateline | None = None
    subheads: tuple[Span, ...] = ()
    entries: tuple[Entry, ...] = ()  # of a live blog, in the page's order
    notes: tuple[Note, ...] = ()
    captions: tuple[str, ...] = ()  # of pictures; no part of the text
    tables: tuple[Table, ...] = ()  # the short ones are printed at the end of the text
