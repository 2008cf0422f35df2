"""Who was quoted in a week: how often, by which outlets, how they are named, and who is new."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Voice:
    """A person or body with how many different statements of theirs there are, and the outlets that carry them."""

    name: str
    role: str | None
    statements: int
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QuotedReport:
    """The days `first` to `last`, both among them. `named` counts statements by how their source is named."""

    first: date
    last: date
    articles: int
    voices: tuple[Voice, ...]  # the most quoted first
    named: Mapping[str, int]
    fresh: tuple[Voice, ...] | None  # never quoted before; None where the archive holds nothing from before


class QuotedWeeks(Protocol):
    """The archive, asked who was quoted."""

    def quoted(self, team: str, channel: str, last: date) -> QuotedReport:
        """Of what one channel shared in the seven days that end with `last`."""
        ...
