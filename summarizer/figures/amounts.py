"""Numbers with what is written around them: currency, unit, rate, range, score, share ("one in five").

Works on characters alone: an amount has no counted noun yet and does not know who gives it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from summarizer.figures.amount import Amount, Shape
from summarizer.figures.non_figures import mask_non_figures
from summarizer.figures.pairs import join_pairs
from summarizer.figures.units import Measure, measure_after, with_rate
from summarizer.text.currencies import SIGNS, Prefix, by_place, currency_before
from summarizer.text.lexicon import alternatives
from summarizer.text.number_words import CARDINALS
from summarizer.text.numbers import MULTIPLYING, Number, read_number, scan_numbers

_LOOK_BACK = 60  # characters


def find_amounts(text: str) -> tuple[Amount, ...]:
    """Every amount of `text` in order, none overlapping; dates, labels and phone numbers left out."""
    mask = mask_non_figures(text)
    numbers = [n for n in scan_numbers(text) if not any(mask[n.start : n.end])]
    amounts = (
        [amount for number in numbers if (amount := _measured(text, number))]
        + _multiples(text)
        + _heights(text)
    )
    amounts.sort(key=lambda amount: (amount.start, -amount.end))
    return tuple(_placed(text, _inherited(text, join_pairs(text, _without_overlaps(amounts)))))


def _placed(text: str, amounts: Iterable[Amount]) -> Iterator[Amount]:
    """`amounts` with the rupees and pesos of the country that the text speaks of."""
    units: dict[str, str] = {}
    for amount in amounts:
        if amount.unit is None or amount.dimension not in {"money", "money rate"}:
            yield amount
            continue
        if amount.unit not in units:
            units[amount.unit] = by_place(text, amount.unit)
        yield replace(amount, unit=units[amount.unit])


def _without_overlaps(amounts: Sequence[Amount]) -> list[Amount]:
    kept: list[Amount] = []
    for amount in amounts:
        if not kept or amount.start >= kept[-1].end:
            kept.append(amount)
    return kept


_HALVED = re.compile(r"[0-9][/:]$")  # the 8 of "6/8", when that is no fraction; the 1 of "3:1"
_GLUED = re.compile(r"[A-Za-z0-9]|[-–][A-Z]{2,}[0-9]|[/:,][0-9]")
_PLUS = re.compile(r"\+(?!\w)|-plus\b|-odd\b")  # 100-plus guests, 5+ years: the unit stands behind


def _measured(text: str, number: Number) -> Amount | None:
    """`number` with its currency or unit; None when letters that are no unit stick to it ("747s", "5G")."""
    prefix = _prefix(text, number) if number.written == "digits" else None
    if prefix:
        measure: Measure | None = with_rate(text, Measure(prefix.unit, "money", _named_end(text, number.end)))
    else:
        measure = measure_after(text, _bare_end(text, number)) or _age(text, number)
    shape: Shape = "number" if number.value is not None else "vague"
    if measure is None:
        is_stuck = number.written == "digits" and (
            _GLUED.match(text, number.end) or _HALVED.search(text, max(0, number.start - 2), number.start)
        )
        plus = _PLUS.match(text, number.end)
        end = plus.end() if plus else number.end
        return None if is_stuck else Amount(number.start, end, number, shape, number.value)
    start = min(number.start, prefix.start) if prefix else number.start
    shape = "multiple" if measure.dimension == "multiple" else shape
    return Amount(
        start, measure.end, number, shape, number.value, unit=measure.name, dimension=measure.dimension
    )


def _bare_end(text: str, number: Number) -> int:
    """Where the unit may begin: behind "-plus", and behind "of" in "millions of dollars"."""
    if number.written == "vague" and text.startswith(" of ", number.end):
        return number.end + len(" of")
    plus = _PLUS.match(text, number.end)
    return plus.end() if plus else number.end


_AGED = re.compile(
    r"\b(?:(?:everyone|anyone|those|people|adults|men|women|children|voters)\s(?:over|under|above|below)|aged|ages?|age of|ages of|life expectancy[a-z ]{0,30}\s(?:is|was|of)|turned|turning|turns)\s(?:(?:between|about|around|just)\s)?"
    r"(?:(?:[0-9]{1,3},?\s(?:and|or)\s)|[0-9]{1,3},\s)*$",
    re.IGNORECASE,
)
OLDEST = 115  # years; a larger number behind "turned" is no age


def _age(text: str, number: Number) -> Measure | None:
    """Years of age behind "aged", "the age of": the number has no unit of its own there."""
    is_age = number.value is not None and 0 < number.value <= OLDEST
    if is_age and _AGED.search(text, max(0, number.start - _LOOK_BACK), number.start):
        return Measure("year of age", "age", number.end)
    return None


def _prefix(text: str, number: Number) -> Prefix | None:
    """The currency before the number, or between its minus and its digits."""
    inside = next((sign for sign in SIGNS if sign in text[number.start : number.end]), None)
    if inside:
        return Prefix(number.start, SIGNS[inside])
    return currency_before(text, number.start)


_DOLLARS_NAMED = re.compile(r"\s(?:US|U\.S\.|USD|dollars)(?=\W)")


def _named_end(text: str, end: int) -> int:
    """Where "$76 US" ends, so that its "a barrel" is found."""
    match = _DOLLARS_NAMED.match(text, end)
    return match.end() if match else end


_OF_THE = re.compile(r"\s(?:out\s)?of\s(?:the|its|their|a|his|her)\s(?:[a-z]+\s)?")


def _inherited(text: str, amounts: Sequence[Amount]) -> list[Amount]:
    """280 million of the 1.5 billion shekels: the first is in shekels too."""
    out = list(amounts)
    for index in range(len(out) - 2, -1, -1):
        here, after = out[index], out[index + 1]
        if here.has_unit or after.dimension != "money" or here.shape != "number":
            continue
        if here.number.is_scaled and _OF_THE.fullmatch(text[here.end : after.start]):
            out[index] = replace(here, unit=after.unit, dimension=after.dimension)
    return out


_MULTIPLE = re.compile(
    rf"(?<![\w-])(?:(?P<verb>{'|'.join(MULTIPLYING)})(?:ed|es|ing|e(?=\s(?:that|by|in|its|their)\b))(?!\s(?:down|up|as|title|match|partner|final|crown|champion))"
    rf"|(?P<fold>{alternatives(CARDINALS)}|[0-9]{{1,4}})-?fold)(?![\w-])",
    re.IGNORECASE,
)


def _multiples(text: str) -> list[Amount]:
    """Verbs and "-fold" that say how many times: doubled, halved, threefold."""
    return [_multiple(match) for match in _MULTIPLE.finditer(text)]


_FEET_AND_INCHES = re.compile(
    r"(?<![\w.])(?:(?P<feet>[2-8])['’′]\s?(?P<inches>1[01]|[0-9])(?:[\"”″]|''|’’)(?!\w)"
    r"|(?P<tall>[2-8])-foot-(?P<over>1[01]|[0-9])(?![\w.]))"
)
INCHES_IN_A_FOOT = 12


def _heights(text: str) -> list[Amount]:
    """6'2", 6-foot-2: feet and inches by their marks alone, in inches."""
    return [_height(match) for match in _FEET_AND_INCHES.finditer(text)]


def _height(match: re.Match[str]) -> Amount:
    feet, inches = match["feet"] or match["tall"], match["inches"] or match["over"]
    value = Decimal(int(feet) * INCHES_IN_A_FOOT + int(inches))
    number = Number(match.start(), match.end(), "digits", value, value)
    return Amount(match.start(), match.end(), number, "number", value, unit="inch", dimension="length")


def _multiple(match: re.Match[str]) -> Amount:
    value = MULTIPLYING[match["verb"].lower()] if match["verb"] else read_number(match["fold"]) or Decimal(0)
    number = Number(match.start(), match.end(), "words", value, value)
    return Amount(match.start(), match.end(), number, "multiple", value, unit="count", dimension="multiple")
