"""Whether two values of one quantity can both be true."""

from __future__ import annotations

from decimal import Decimal

from summarizer.model import Figure
from summarizer.text.bounds import sign_of

INFINITE = Decimal("Infinity")
ABOUT, NEARLY = Decimal("0.1"), Decimal("0.15")  # how far off a round number may be
EXACT = frozenset({"up", "down"})
# A quantity that one outlet puts at more than four times another's is mostly two quantities: all the victims and one
# family, a day and a year.
MOST_APART = 4


def bounds(figure: Figure) -> tuple[Decimal, Decimal]:
    """The lowest and highest value a figure admits, its modifier considered. Raises ValueError without a value."""
    if figure.value is None:
        message = "no value"
        raise ValueError(message)
    value, modifier = figure.value, (figure.modifier or "").casefold()
    sign = sign_of(modifier)
    if is_least(figure):
        return value, INFINITE
    if sign in {"<", "<="}:
        return Decimal(0), value
    if sign == "~<":
        return value * (1 - NEARLY), value
    slack = value * ABOUT if modifier and modifier not in EXACT else Decimal(0)
    return value - slack, value + slack


def is_least(figure: Figure) -> bool:
    """Whether the value is a lowest one: "at least 9", "more than 9"."""
    return sign_of((figure.modifier or "").casefold()) in {">", ">="}


def exclude(one: Figure, two: Figure) -> bool:
    """Whether not both can be true."""
    (low, high), (other_low, other_high) = bounds(one), bounds(two)
    return low > other_high or other_low > high


def are_comparable(one: Figure, two: Figure) -> bool:
    """Whether the values lie near enough to be of one quantity."""
    small, large = sorted((one.value or Decimal(0), two.value or Decimal(0)))
    return small > 0 and large <= MOST_APART * small
