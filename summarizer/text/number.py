"""A number as it stands in a text, and its value in plain digits."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Written = Literal["digits", "words", "fraction", "vague"]


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text. `value` is None when it is vague; `mantissa` is the value before its scale."""

    start: int
    end: int
    written: Written
    value: Decimal | None = None
    mantissa: Decimal | None = None

    @property
    def is_scaled(self) -> bool:
        return self.value != self.mantissa


def plain(value: Decimal) -> Decimal:
    """`value` without trailing zeros and without an exponent, however large: 1.50 -> 1.5, 1E+6 -> 1000000."""
    value = value.normalize()
    _, _, exponent = value.as_tuple()
    return Decimal(f"{value:f}") if isinstance(exponent, int) and exponent > 0 else value
