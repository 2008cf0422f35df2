"""Numbers with what is written around them: currency, unit, rate, range, score, share ("one in five").

Works on characters alone: an amount has no counted noun yet and does not know who gives it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from summarizer.figures.currencies import SIGNS, Prefix, currency_before
from summarizer.figures.non_figures import mask_non_figures
from summarizer.figures.numbers import Number, plain, read_number, scan_numbers
from summarizer.figures.units import Measure, measure_after, with_rate

Shape = Literal["number", "range", "score", "ratio", "multiple", "vague"]


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

    @property
    def has_unit(self) -> bool:
        return self.unit is not None


def find_amounts(text: str) -> tuple[Amount, ...]:
    """Every amount of `text` in order, none overlapping; dates, labels and phone numbers left out."""
    mask = mask_non_figures(text)
    numbers = [n for n in scan_numbers(text) if not any(mask[n.start : n.end])]
    amounts = [amount for number in numbers if (amount := _measured(text, number))] + _multiples(text)
    amounts.sort(key=lambda amount: (amount.start, -amount.end))
    return tuple(_inherited(text, _joined(text, _without_overlaps(amounts))))


def _without_overlaps(amounts: Sequence[Amount]) -> list[Amount]:
    kept: list[Amount] = []
    for amount in amounts:
        if not kept or amount.start >= kept[-1].end:
            kept.append(amount)
    return kept


_GLUED = re.compile(r"[A-Za-z0-9]|[-–][A-Z]{2,}[0-9]|[/:][0-9]")


def _measured(text: str, number: Number) -> Amount | None:
    """`number` with its currency or unit; None when letters that are no unit stick to it ("747s", "5G")."""
    prefix = _prefix(text, number) if number.written == "digits" else None
    if prefix:
        measure: Measure | None = with_rate(text, Measure(prefix.unit, "money", _named_end(text, number.end)))
    else:
        is_of = number.written == "vague" and text.startswith(" of ", number.end)  # millions of dollars
        measure = measure_after(text, number.end + len(" of") * is_of) or _age(text, number)
    shape: Shape = "number" if number.value is not None else "vague"
    if measure is None:
        is_stuck = number.written == "digits" and _GLUED.match(text, number.end)
        return None if is_stuck else Amount(number.start, number.end, number, shape, number.value)
    start = min(number.start, prefix.start) if prefix else number.start
    shape = "multiple" if measure.dimension == "multiple" else shape
    return Amount(
        start, measure.end, number, shape, number.value, unit=measure.name, dimension=measure.dimension
    )


_AGED = re.compile(
    r"\b(?:aged|ages?|age of|ages of|turned|turning|turns)\s(?:(?:between|about|around|just)\s)?$",
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


# Two amounts and what stands between them.
_DASH = re.compile(r"\s?(?:-|–|‑)\s?|\sto[-\s]|\s?-to-\s?|-\sto\s")
_TO = re.compile(r"\s(?:to|through|up to)\s")
_AND = re.compile(r"\sand\s")
_OR = re.compile(r"(?:\s|-)or(?:\s|-)")
_OUT_OF = re.compile(r"(?:\s|-)(?:(?:in|out of)(?:\s|-)(?:every\s)?|of every\s)")
_BETWEEN = re.compile(r"\b(?:between)\s(?:about\s|around\s|roughly\s|some\s)?$", re.IGNORECASE)
_FROM = re.compile(
    r"\b(?:from|ranging from|of)\s(?:about\s|around\s|roughly\s|just\s|up\sto\s)?$", re.IGNORECASE
)
# "rose 3 points to 1,478": the second is where it stands now, not the upper end of a range.
_CHANGED_BY = re.compile(
    r"\b(?:by|up|down|(?!aged)[a-z]+ed|rose|fell|lost|shed|cut|slid|sank|grew|won|rise|fall|drop|gain|jump|hit)\s"
    r"(?:(?:about|around|nearly|almost|roughly|more than|less than|over|just|some|another|as much as)\s)?$",
    re.IGNORECASE,
)
_LOOK_BACK = 40
_SPORT = re.compile(
    r"\b(?:won|win|wins|winning|beat|beats|beating|lost|lose|loss|drew|draw|defeat(?:ed)?|victor(?:y|ies)|score[ds]?|scoreline|lead|led|leading"
    r"|trail(?:ed|ing)?|goals?|down|up|match|games?|vote[ds]?|voting|passed|ruled|ruling|tie[ds]?|series|sets?|aggregate|thrash(?:ed)?|record)\b",
    re.IGNORECASE,
)
_VOTE = re.compile(
    r"\b(?:vote[ds]?|voting|passed|lawmakers|senate|house|parliament|committee|council|justices|court|ruled|ruling|board|motion)\b",
    re.IGNORECASE,
)
SMALLEST_VOTE = 6  # councils and courts vote 5-2; fewer hands together are a match
_HYPHENS = frozenset("-–‑")
_VOTES_TO = re.compile(r"\s(?:votes\s)?to\s")
_TALK_REACH = 80  # characters each way in which a win or a vote makes "4-1" a score


def _joined(text: str, amounts: Sequence[Amount]) -> list[Amount]:
    """`amounts` with two ends of a range, the sides of a score, the parts of a share made one."""
    joined: list[Amount] = []
    for amount in amounts:
        pair = _pair(text, joined[-1], amount) if joined else None
        if pair:
            joined[-1] = pair
        else:
            joined.append(amount)
    return joined


def _pair(text: str, first: Amount, second: Amount) -> Amount | None:
    """What two neighbours make together, or None."""
    if (
        first.shape != "number"
        or second.shape not in {"number", "multiple"}
        or second.start - first.end > _LOOK_BACK
    ):
        return None
    for make in (_sum_of_parts, _score, _range, _share, _far_range):
        if made := make(text, first, second):
            return made
    return None


def _gap(text: str, first: Amount, second: Amount) -> str:
    return text[first.end : second.start]


def _sum_of_parts(text: str, first: Amount, second: Amount) -> Amount | None:
    """5ft 10in, 8lb 5oz, two hours and ten minutes: one amount in the smaller unit."""
    if first.dimension not in {"length", "mass", "time"} or first.dimension != second.dimension:
        return None
    larger = _size(text, first)
    smaller = _size(text, second)
    if not smaller or larger <= smaller or _gap(text, first, second) not in {" ", "", " and ", ", ", "-"}:
        return None
    if first.value is None or second.value is None or second.value * smaller >= larger:
        return None
    value = plain(first.value * (larger / smaller) + second.value)
    return replace(second, start=first.start, value=value)


def _size(text: str, amount: Amount) -> Decimal:
    measure = measure_after(text, amount.number.end)
    return measure.size if measure else Decimal(0)


def _score(text: str, first: Amount, second: Amount) -> Amount | None:
    """4-1, 228–164: two whole numbers without a unit, in talk of a match or a vote, or falling."""
    low, high = first.value, second.value
    if first.has_unit or second.has_unit or low is None or high is None:
        return None
    is_apart = low > high and _VOTES_TO.fullmatch(_gap(text, first, second))
    if not (is_apart or _gap(text, first, second) in _HYPHENS) or low % 1 or high % 1:
        return None
    around = text[max(0, first.start - _TALK_REACH) : second.end + _TALK_REACH]
    is_counted = re.match(r"\s[a-z]+s\b", text[second.end : second.end + 20]) and low < high
    if is_counted or (low < high and not _SPORT.search(around)):
        return None
    unit = "vote" if _VOTE.search(around) and low + high > SMALLEST_VOTE else None
    bounds = sorted((low, high))
    return replace(
        second, start=first.start, shape="score", value=None, low=bounds[0], high=bounds[1], unit=unit
    )


def _range(text: str, first: Amount, second: Amount) -> Amount | None:
    """5-7, between 5 and 7, from 12 to 14 %, three or four years."""
    if not _may_share_unit(first, second) or not _is_range_gap(text, first, second):
        return None
    low, high = _same_scale(first, second)
    if low is None or high is None:
        return None
    return _range_of(first, second, low, high)


def _may_share_unit(first: Amount, second: Amount) -> bool:
    """Whether both ends can be of one unit: 5 to 7 %, $5 to $7, $5 to 7; not 5% to 7."""
    if first.unit == second.unit or first.unit is None:
        return True
    if second.unit is None:
        return first.dimension in {"money", "age"}
    return second.unit.startswith(f"{first.unit} per ") or first.unit.startswith(f"{second.unit} per ")


def _is_range_gap(text: str, first: Amount, second: Amount) -> bool:
    gap = _gap(text, first, second)
    before = text[max(0, first.start - _LOOK_BACK) : first.start]
    if _AND.fullmatch(gap):
        return bool(_BETWEEN.search(before))
    if _OR.fullmatch(gap):
        return (
            first.number.written == second.number.written
            and not first.has_unit
            and not second.number.is_scaled
        )
    return bool(_TO.fullmatch(gap) or _DASH.fullmatch(gap)) and (
        " to " not in gap or bool(_FROM.search(before)) or not _are_two_steps(first, second, before)
    )


def _are_two_steps(first: Amount, second: Amount, before: str) -> bool:
    """Whether "A to B" is no range: "led 50% to 40%", "rose 3 points to 1,478"."""
    is_falling = (first.number.mantissa or 0) > (second.number.mantissa or 0)
    is_lent = second.number.is_scaled and not first.number.is_scaled  # $200 to $4 million
    return (is_falling and not is_lent) or (first.has_unit and bool(_CHANGED_BY.search(before)))


def _same_scale(first: Amount, second: Amount) -> tuple[Decimal | None, Decimal | None]:
    """Both ends, the scale of the second lent to a first without: "$89 to $93 billion"; "$200 to $4 million" not."""
    low, high = first.value, second.value
    mantissa = second.number.mantissa
    if (
        low is None
        or high is None
        or mantissa is None
        or first.number.is_scaled
        or not second.number.is_scaled
    ):
        return low, high
    if second.number.written == "digits" and low < mantissa:
        return plain(low * (high / mantissa)), high
    return low, high


def _share(text: str, first: Amount, second: Amount) -> Amount | None:
    """One in five, 19 out of 20: the part as a fraction of one."""
    if first.has_unit or second.has_unit or not _OUT_OF.fullmatch(_gap(text, first, second)):
        return None
    part, whole = first.value, second.value
    if part is None or whole is None or not 0 < part <= whole or part != part.to_integral_value():
        return None
    if (
        first.number.written != second.number.written
        and part != 1
        and "every" not in _gap(text, first, second)
    ):
        return None
    return replace(second, start=first.start, shape="ratio", value=part / whole)


_PLACE_BETWEEN = re.compile(
    r"(?:[^.;:()\"“”\n]|(?<=[0-9])\.){0,40}?\sto\s(?:just\s|about\s|around\s|nearly\s|some\s)?"
)


def _far_range(text: str, first: Amount, second: Amount) -> Amount | None:
    """from $75 in October to $46: the two ends of a change with a few words between them."""
    if not first.has_unit or not (_may_share_unit(first, second) or not second.has_unit):
        return None
    if first.value is None or second.value is None:
        return None
    before = text[max(0, first.start - _LOOK_BACK) : first.start]
    gap = _gap(text, first, second)
    if not re.search(r"\bfrom\s(?:about\s|around\s|just\s)?$", before) or not _PLACE_BETWEEN.fullmatch(gap):
        return None
    return _range_of(first, second, first.value, second.value)


def _range_of(first: Amount, second: Amount, low: Decimal, high: Decimal) -> Amount:
    """The two as one, in the fuller unit of the two ("dollar per share")."""
    fuller = max(first, second, key=lambda amount: len(amount.unit or ""))
    return replace(
        second,
        start=first.start,
        shape="range",
        value=None,
        low=min(low, high),
        high=max(low, high),
        unit=fuller.unit,
        dimension=fuller.dimension,
    )


_OF_THE = re.compile(r"\s(?:out\s)?of\s(?:the|its|their|a|his|her)\s(?:[a-z]+\s)?")


def _inherited(text: str, amounts: Sequence[Amount]) -> list[Amount]:
    """280 million of the 1.5 billion shekels: the first is in shekels too."""
    out = list(amounts)
    for index in range(len(out) - 2, -1, -1):
        here, after = out[index], out[index + 1]
        if here.has_unit or after.dimension != "money" or here.shape != "number":
            continue
        if here.number.is_scaled and _OF_THE.fullmatch(_gap(text, here, after)):
            out[index] = replace(here, unit=after.unit, dimension=after.dimension)
    return out


_TIMES = {
    "halv": Decimal("0.5"),
    "doubl": Decimal(2),
    "tripl": Decimal(3),
    "trebl": Decimal(3),
    "quadrupl": Decimal(4),
    "quintupl": Decimal(5),
}
_MULTIPLE = re.compile(
    r"(?<![\w-])(?:(?P<verb>doubl|tripl|trebl|quadrupl|quintupl|halv)(?:ed|es|ing|e(?=\s(?:that|by|in|its|their)\b))(?!\s(?:down|up|as|title|match|partner|final|crown|champion))"
    r"|(?P<fold>two|three|four|five|six|seven|eight|nine|ten|twenty|[0-9]{1,4})-?fold)(?![\w-])",
    re.IGNORECASE,
)


def _multiples(text: str) -> list[Amount]:
    """Verbs and "-fold" that say how many times: doubled, halved, threefold."""
    return [_multiple(match) for match in _MULTIPLE.finditer(text)]


def _multiple(match: re.Match[str]) -> Amount:
    value = _TIMES[match["verb"].lower()] if match["verb"] else read_number(match["fold"]) or Decimal(0)
    number = Number(match.start(), match.end(), "words", value, value)
    return Amount(match.start(), match.end(), number, "multiple", value, unit="count", dimension="multiple")
