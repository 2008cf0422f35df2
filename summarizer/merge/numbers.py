"""The numbers of a statement in one form, so that "twenty-five percent" equals "25%" and not "nearly 25%"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from summarizer.merge.words import Token

UNITS = {
    word: Decimal(value)
    for value, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen""".split()
    )
}
TENS = {
    word: Decimal(10 * value)
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
SCALES = {
    "hundred": Decimal(100), "thousand": Decimal(1000), "k": Decimal(1000), "million": Decimal(10**6),
    "m": Decimal(10**6), "billion": Decimal(10**9), "bn": Decimal(10**9), "trillion": Decimal(10**12),
}  # fmt: skip
ORDINALS = {
    "first": "1st", "second": "2nd", "third": "3rd", "fourth": "4th", "fifth": "5th", "sixth": "6th",
    "half": "1/2", "quarter": "1/4", "dozen": "12", "dozens": "dozens", "hundreds": "hundreds",
    "thousands": "thousands", "millions": "millions", "scores": "scores", "twice": "x2", "double": "x2",
    "doubled": "x2", "triple": "x3", "tripled": "x3", "once": "x1",
}  # fmt: skip
# A bound is part of the claim: "at least 20" and "20" are two claims, "over 20" and "more than 20" one.
BOUNDS = {
    "more than": ">", "over": ">", "at least": ">=", "above": ">", "fewer than": "<", "less than": "<", "under": "<",
    "below": "<", "up to": "<=", "at most": "<=", "nearly": "~<", "almost": "~<", "close to": "~<", "about": "~",
    "around": "~", "some": "~", "roughly": "~", "approximately": "~", "an estimated": "~",
    "minus": "-",
}  # fmt: skip
SIGNS = frozenset("$€£¥%")


def find_numbers(tokens: Sequence[Token]) -> tuple[tuple[str, ...], frozenset[int]]:
    """The numbers in order, each with its bound and sign, and the places of the words they are made of."""
    found: list[str] = []
    used: set[int] = set()
    at = 0
    while at < len(tokens):
        value, end = read_number(tokens, at)
        if end == at:
            at += 1
            continue
        found.append(bound_before(tokens, at, used) + value + sign_around(tokens, at, end, used))
        used.update(range(at, end))
        at = end
    return tuple(found), frozenset(used)


def read_number(tokens: Sequence[Token], at: int) -> tuple[str, int]:
    """The number that starts at `at` and the place after it; that place is `at` when none starts there."""
    low = tokens[at].low
    if low in ORDINALS:
        return ORDINALS[low], at + 1
    first = plain_value(low)
    if first is None or (low == "one" and not scale_follows(tokens, at)):
        return "", at
    total, end = first, at + 1
    if low in TENS and end < len(tokens) and tokens[end].low in UNITS:
        total, end = total + UNITS[tokens[end].low], end + 1
    while end < len(tokens) and tokens[end].low in SCALES:
        total, end = total * SCALES[tokens[end].low], end + 1
    return format(total.normalize(), "f"), end


def plain_value(word: str) -> Decimal | None:
    if word in UNITS or word in TENS:
        return UNITS.get(word, TENS.get(word))
    if not word[0].isdigit():
        return None
    try:
        return Decimal(word.replace(",", ""))
    except InvalidOperation:
        return None


def scale_follows(tokens: Sequence[Token], at: int) -> bool:
    return at + 1 < len(tokens) and tokens[at + 1].low in SCALES


def bound_before(tokens: Sequence[Token], at: int, used: set[int]) -> str:
    start = at - 1 if at and tokens[at - 1].text in SIGNS else at
    for size in (2, 1):
        if start >= size:
            words = " ".join(token.low for token in tokens[start - size : start])
            if words in BOUNDS:
                used.update(range(start - size, start))
                return BOUNDS[words]
    return ""


def sign_around(tokens: Sequence[Token], at: int, end: int, used: set[int]) -> str:
    for place in (end, at - 1):
        if 0 <= place < len(tokens) and tokens[place].key in SIGNS:
            used.add(place)
            return tokens[place].key
    if end + 1 < len(tokens) and (tokens[end].key, tokens[end + 1].key) == ("per", "cent"):
        return "%"
    return ""
