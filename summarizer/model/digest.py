"""The digest: the stories of one day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from summarizer.model.differing import ClaimsDiffer, Opposed, Timeline
from summarizer.model.line import Bullet, KeyFigure, Line


@dataclass(frozen=True, slots=True)
class OutletLink:
    """One outlet's article of a story."""

    outlet: str
    url: str
    title: str


@dataclass(frozen=True, slots=True)
class Voice:
    """Outlets that print one text; `agency` wrote it when an article credits one."""

    outlets: tuple[str, ...]
    agency: str | None = None


@dataclass(frozen=True, slots=True)
class DigestStory:
    """One story as a digest tells it: once, however many outlets carry it."""

    headline: str
    outlets: tuple[OutletLink, ...]  # the one that gives the headline, then the others in order of arrival
    lead: Line | None
    bullets: tuple[Bullet, ...]
    figures: tuple[KeyFigure, ...]
    more: int = 0  # statements that the archive holds beside the ones shown
    voices: tuple[Voice, ...] = ()  # the outlets again: those that print one agency's text are one voice
    differ: tuple[ClaimsDiffer, ...] = ()
    opposed: tuple[Opposed, ...] = ()
    earlier: int = 0  # articles of this story that an earlier digest told
    fresh: int = 0  # statements that none of those made already
    timeline: Timeline | None = None  # where looking beats reading


@dataclass(frozen=True, slots=True)
class Digest:
    """One channel's stories of one day, weightiest first."""

    day: date
    stories: tuple[DigestStory, ...]
    briefly: tuple[DigestStory, ...] = ()
    since: date | None = None  # the day of the digest before, when days were skipped that this one covers
