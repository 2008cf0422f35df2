"""What people look up in the archive, and what is found. Every look-up is somebody's: they find what they may see."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from handlers.domain.quotations import Checked
from handlers.domain.viewers import Viewer
from summarizer.model import Bullet, Credit, KeyFigure

Kind = Literal["search", "who", "figures", "check", "latest"]
PAGE = 10  # lines shown at once


@dataclass(frozen=True, slots=True)
class Look:
    """One look-up: what for, and from which page of what is found."""

    kind: Kind
    words: str = ""
    page: int = 0


@dataclass(frozen=True, slots=True)
class Origin:
    """Where something was found: the article, and the channel and time of its brief."""

    url: str
    title: str | None
    outlet: str | None
    published: datetime | None
    channel: str
    at: datetime


@dataclass(frozen=True, slots=True)
class FoundStatement:
    """One statement of a brief."""

    bullet: Bullet
    origin: Origin


@dataclass(frozen=True, slots=True)
class FoundFigure:
    """One key figure of a brief."""

    figure: KeyFigure
    origin: Origin


@dataclass(frozen=True, slots=True)
class FoundQuotation:
    """A place where a quotation, or something near it, stands: who is credited there, if anybody."""

    checked: Checked
    credit: Credit | None
    origin: Origin


Found = FoundStatement | FoundFigure | FoundQuotation | Origin


@dataclass(frozen=True, slots=True)
class Fewer:
    """Some of the words of a search, and in how many articles all of these stand."""

    words: str
    articles: int


def origin_of(found: Found) -> Origin:
    """Where something was found."""
    return found if isinstance(found, Origin) else found.origin


class Lookups(Protocol):
    """The archive as people read it. `viewer` None is the machine's operator, who sees all but private briefs.

    Newest first. `skip` lines are left out, at most `most` are given; the same line of one page counts once.
    """

    def search(
        self, viewer: Viewer | None, words: str, most: int, skip: int = 0
    ) -> tuple[FoundStatement, ...]:
        """Statements with all of `words` in them, in their source or in its role; “…” holds words together.

        Behind these, statements with some of the words, of articles whose brief has all of them anywhere.
        """
        ...

    def fewer(self, viewer: Viewer | None, words: str) -> tuple[Fewer, ...]:
        """What the most of a search's words find together, where all of them find nothing."""
        ...

    def who(self, viewer: Viewer | None, name: str, most: int, skip: int = 0) -> tuple[FoundStatement, ...]:
        """Statements of sources whose name or role has all words of `name`; behind " about " words of the text."""
        ...

    def figures(self, viewer: Viewer | None, words: str, most: int, skip: int = 0) -> tuple[FoundFigure, ...]:
        """Key figures with all of `words` in what they are of, or in their source."""
        ...

    def check(self, viewer: Viewer | None, quotation: str, most: int) -> tuple[FoundQuotation, ...]:
        """Where `quotation` stands, the truest first."""
        ...

    def latest(self, viewer: Viewer | None, most: int, skip: int = 0) -> tuple[Origin, ...]:
        """The newest briefs."""
        ...
