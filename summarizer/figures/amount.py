"""An amount as written: one number or range with the unit that touches it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, NamedTuple

from summarizer.text.numbers import Number

Shape = Literal["number", "range", "score", "ratio", "multiple", "vague"]


class Started(NamedTuple):
    """What a change began with, and where its words stand: "from 61"."""

    start: int
    end: int
    value: Decimal


@dataclass(frozen=True, slots=True)
class Amount:
    """One number or range as written, with the unit that touches it."""

    start: int
    end: int
    number: Number  # of the upper end, for a range
    shape: Shape = "number"
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None
    dimension: str | None = None
    started: Started | None = None

    @property
    def has_unit(self) -> bool:
        return self.unit is not None
