"""Two neighbouring numbers that are one amount: a range, a score, a share ("one in five"), 5ft 10in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from summarizer.figures.amount import Amount, Started
from summarizer.figures.modifiers import CHANGE
from summarizer.figures.sides import sides_of
from summarizer.figures.units import measure_after
from summarizer.text.bounds import BOUND
from summarizer.text.numbers import plain

# Two amounts and what stands between them.
_DASH = re.compile(r"\s?(?:-|–|‑)\s?|\sto[-\s]|\s?-to-\s?|-\sto\s")
_TO = re.compile(r"\s(?:to|through|up to)\s")
_AND = re.compile(r"\sand\s")
_OR = re.compile(r"(?:\s|-)or(?:\s|-)")
_OR_EVEN = re.compile(r"\sor\s(?:even\s)?")
_OUT_OF = re.compile(r"(?:\s|-)(?:(?:in|out of)(?:\s|-)(?:every\s)?|of every\s|of-)")
_BETWEEN = re.compile(rf"\bbetween\s(?:(?:{BOUND})\s)?$", re.IGNORECASE)
_FROM = re.compile(rf"\b(?:from|ranging from|of)\s(?:(?:{BOUND}|just)\s)?$", re.IGNORECASE)
# "rose 3 points to 1,478": the second is where it stands now, not the upper end of a range.
_CHANGED_BY = re.compile(
    r"\b(?:by|up|down|(?!aged)[a-z]+ed|rose|fell|lost|shed|cut|slid|sank|grew|won|rise|fall|drop|gain|jump|hit)\s"
    rf"(?:(?:{BOUND}|just|another|as much as)\s)?$",
    re.IGNORECASE,
)
# "Rose from 61 to 92", "raised the fee from $4 to $5": the second is where it stands now.
_CHANGED_FROM = re.compile(
    rf"(?<![\w-])(?:{CHANGE}|rais(?:e[ds]?|ing)|go(?:es|ne|ing)?|went|mov(?:e[ds]?|ing)|chang(?:e[ds]?|ing)|revis(?:e[ds]?|ing)|swung"
    rf"|doubl(?:e[ds]?|ing)|upgrad(?:e[ds]?|ing)|downgrad(?:e[ds]?|ing)|creep(?:s|ing)?|crept|slow(?:s|ed|ing)?)"
    rf"(?:,?\s[\w'’-]+){{0,6}}?,?\s(?P<from>from\s(?:(?:{BOUND}|just)\s)*)$",
    re.IGNORECASE,
)
_LOOK_BACK = 40
_LOOK_BACK_FOR_CHANGE = 90
_SPORT = re.compile(
    r"\b(?:won|win|wins|winning|beat|beats|beating|lost|lose|loss|drew|draw|defeat(?:ed)?|victor(?:y|ies)|score[ds]?|scoreline|lead|led|leading"
    r"|trail(?:ed|ing)?|goals?|down|up|match|games?|vote[ds]?|voting|passed|ruled|ruling|tie[ds]?|series|sets?|aggregate|thrash(?:ed)?|record)\b",
    re.IGNORECASE,
)
_VOTE = re.compile(
    r"\b(?:vote[ds]?|voting|passed|lawmakers|senate|house|parliament|committee|council|justices|court|ruled|ruling|board|motion|amendments?|council(?:l?ors?|m[ae]n|wom[ae]n)|resolution|ordinance)\b",
    re.IGNORECASE,
)
SMALLEST_VOTE = 6  # councils and courts vote 5-2; fewer hands together are a match
_HYPHENS = frozenset("-–‑")
_VOTES_TO = re.compile(r"\s(?:votes\s)?to\s")
_TALK_REACH = 80  # characters each way in which a win or a vote makes "4-1" a score


def join_pairs(text: str, amounts: Sequence[Amount]) -> list[Amount]:
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
    if first.shape == "vague" and not first.has_unit and _OR_EVEN.fullmatch(_gap(text, first, second)):
        return replace(second, start=first.start)  # several hundred or even 1,000
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
    return _range_of(text, first, second, low, high)


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
    if sides_of(text, first.start, second.end) or _RANGE_BEHIND.match(text, second.end):
        return False
    if _AND.fullmatch(gap):
        return bool(_BETWEEN.search(before))
    if _OR.fullmatch(gap):
        return (
            first.number.written == second.number.written
            and not first.has_unit
            and (not second.number.is_scaled or _is_lent(first, second))
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
    low, high, mantissa = first.value, second.value, second.number.mantissa
    if low is None or high is None or not mantissa or not _is_lent(first, second):
        return low, high
    return plain(low * (high / mantissa)), high


def _is_lent(first: Amount, second: Amount) -> bool:
    """Whether the scale of the second is the first's too: "six to eight million"."""
    low, mantissa = first.value, second.number.mantissa
    is_scaled = second.number.is_scaled and not first.number.is_scaled
    return is_scaled and low is not None and mantissa is not None and low < mantissa


_ROUND = frozenset({10, 20, 100, 1000})  # seven in 10: the style books write small numbers out


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
        and whole not in _ROUND
        and "every" not in _gap(text, first, second)
    ):
        return None
    return replace(second, start=first.start, shape="ratio", value=part / whole)


_FROM_ALONE = re.compile(rf"\bfrom\s(?:(?:{BOUND}|just)\s)?$", re.IGNORECASE)
_RANGE_BEHIND = re.compile(r"[-–][0-9]")  # 24.2 to 33-35 billion
_OF_CHANGE = re.compile(r"\sto\s")
_TO_MORE = re.compile(r"\sto\s[$€£]?[0-9]")  # from 5 to 7 per cent to 3 to 5: two ranges
_PLACE_BETWEEN = re.compile(
    r"(?:[^.;:()\"“”\n]|(?<=[0-9])\.){0,40}?\sto\s"
    rf"(?:(?:{BOUND}|just)\s)?"
)


def _far_range(text: str, first: Amount, second: Amount) -> Amount | None:
    """from $75 in October to $46: the two ends of a change with a few words between them."""
    if not (_may_share_unit(first, second) or not second.has_unit):
        return None
    if first.value is None or second.value is None:
        return None
    gap = _gap(text, first, second)
    if not _FROM_ALONE.search(
        text, max(0, first.start - _LOOK_BACK), first.start
    ) or not _PLACE_BETWEEN.fullmatch(gap):
        return None
    if not first.has_unit and not _changed_from(text, first):
        return None
    return _range_of(text, first, second, first.value, second.value)


def _changed_from(text: str, first: Amount) -> re.Match[str] | None:
    """The "from" of a change before its first number."""
    return _CHANGED_FROM.search(text, max(0, first.start - _LOOK_BACK_FOR_CHANGE), first.start)


def _range_of(text: str, first: Amount, second: Amount, low: Decimal, high: Decimal) -> Amount:
    """The two as one, in the fuller unit of the two ("dollar per share"); of a change the second, with its start."""
    fuller = max(first, second, key=lambda amount: len(amount.unit or ""))
    is_of_change = _OF_CHANGE.search(_gap(text, first, second)) and not _TO_MORE.match(text, second.end)
    if is_of_change and (began := _changed_from(text, first)):
        started = Started(began.start("from"), first.end, low)
        return replace(second, unit=fuller.unit, dimension=fuller.dimension, started=started)
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
