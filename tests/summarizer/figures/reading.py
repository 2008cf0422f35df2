"""What the number grammar reads in a line of text, in a form that a table of cases can hold."""

from __future__ import annotations

from summarizer.figures.amounts import find_amounts
from summarizer.figures.find import CHANGING
from summarizer.figures.modifiers import modifier_of
from summarizer.model import Figure


def amounts_of(text: str) -> list[tuple[object, str | None, str | None]]:
    """(value, unit, modifier) of each amount; a range as (low, high), a vague count as None. No model."""
    return [
        (
            _value(amount),
            amount.unit,
            modifier_of(
                text,
                amount.start,
                amount.end,
                is_change=amount.dimension in CHANGING,
                is_time=amount.dimension == "time",
            ),
        )
        for amount in find_amounts(text)
    ]


def as_case(figure: Figure) -> tuple[object, str | None, str | None]:
    """The same form for a figure."""
    return (_value(figure), figure.unit, figure.modifier)


def _value(found: object) -> object:
    value, low, high = (getattr(found, name) for name in ("value", "low", "high"))
    if value is not None:
        return float(value)
    return None if low is None else (float(low), float(high))
