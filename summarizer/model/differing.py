"""Where the articles of a story differ."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from summarizer.model.figure import Figure
from summarizer.model.line import Bullet, Evidence, require_evidence


@dataclass(frozen=True, slots=True)
class Claim:
    """One value of a quantity, as one source gives it: "14 missing", coast guard, two outlets, at 11:20."""

    figure: Figure
    source: str | None  # None: the outlets on their own account
    outlets: tuple[str, ...]
    at: datetime | None  # when the first of the outlets published it
    evidence: tuple[Evidence, ...]

    def __post_init__(self) -> None:
        require_evidence(self.evidence)


@dataclass(frozen=True, slots=True)
class ClaimsDiffer:
    """One quantity with values that cannot all be true, the earliest first."""

    about: str  # what is counted, in an article's words
    kind: Literal["update", "conflict"]  # update: one source, each value later than the one before
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """How one quantity of a running story went: dated values, the earliest first."""

    about: str  # what is counted, in an article's words
    points: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Opposed:
    """Two statements of two sources of which the second plainly denies the first."""

    first: Bullet
    second: Bullet
