"""Numbers written in words, read and written: "twenty-one", "two and a half million", "two-thirds"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

ONES = {
    word: value
    for value, word in enumerate(
        (
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
            " sixteen seventeen eighteen nineteen"
        ).split()
    )
}
TENS = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
HUNDRED = 100
SCALES = {
    "dozen": 12,
    "hundred": HUNDRED,
    "thousand": 10**3,
    "lakh": 10**5,
    "million": 10**6,
    "crore": 10**7,
    "billion": 10**9,
    "trillion": 10**12,
    "quadrillion": 10**15,
}
PLURAL_SCALES = {"lakhs": 10**5, "crores": 10**7}  # "4 crores" is a value, "4 millions" hardly written
PARTS = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "hundredth": 100,
    "thousandth": 1000,
}
MAX_WORDS_VALUE = 10**15  # where write_words stops; nothing larger is written out in a newspaper


class Reading(NamedTuple):
    """How many of the words form one number, and which."""

    used: int
    value: Decimal


def read_words(words: Sequence[str]) -> Reading | None:
    """The number that the longest sensible beginning of `words` (lower case, "and" included) spells."""
    total, group, used = 0, None, 0
    ceiling = MAX_WORDS_VALUE * 10
    for position, word in enumerate(words):
        if word == "and":
            if not _may_join(words, position):
                break
            continue
        if word in SCALES or word in PLURAL_SCALES:
            scale = SCALES.get(word) or PLURAL_SCALES[word]
            if group is None and (total or position):
                break
            if scale == HUNDRED and (group is None or group < HUNDRED):
                group = (1 if group is None else group) * HUNDRED
            elif scale < ceiling:
                total, group, ceiling = total + (1 if group is None else group) * scale, None, scale
            else:
                break
        else:
            step = ONES.get(word, TENS.get(word))
            if step is None or not _fits(group, step, ceiling):
                break
            group = (group or 0) + step
        used = position + 1
    return Reading(used, Decimal(total + (group or 0))) if used else None


def _may_join(words: Sequence[str], position: int) -> bool:
    """Whether the "and" at `position` stands inside one number: "two hundred and five"."""
    before, after = words[position - 1 : position], words[position + 1 : position + 2]
    return bool(before and after) and before[0] in SCALES and (after[0] in ONES or after[0] in TENS)


def _fits(group: int | None, step: int, ceiling: int) -> bool:
    """Whether "one" may follow "twenty", "five" "hundred"; "one two" and "nineteen eighty" are no numbers."""
    if group is None:
        return step < ceiling
    if step >= TENS["twenty"]:
        return group % HUNDRED == 0 and group > 0
    below_ten = step < ONES["ten"]
    return group > 0 and (group % HUNDRED == 0 or (below_ten and step > 0 and group % HUNDRED in TENS.values()))


def write_words(value: int) -> str:
    """`value` (0 up to 10**15) in words as newspapers write it: "two hundred and five".

    Raises ValueError outside of that range.
    """
    if not 0 <= value < MAX_WORDS_VALUE:
        raise ValueError(f"not written out: {value}")
    if value < HUNDRED:
        return _below_hundred(value)
    parts = list(_groups(value))
    return " ".join(parts)


def _below_hundred(value: int) -> str:
    names = {number: word for word, number in (ONES | TENS).items()}
    if value in names:
        return names[value]
    return f"{names[value - value % 10]}-{names[value % 10]}"


def _groups(value: int) -> Iterable[str]:
    for word, scale in (("trillion", 10**12), ("billion", 10**9), ("million", 10**6), ("thousand", 10**3)):
        if value >= scale:
            yield f"{write_words(value // scale)} {word}"
            value %= scale
    if value >= HUNDRED:
        yield f"{_below_hundred(value // HUNDRED)} hundred"
        value %= HUNDRED
    if value:
        yield f"and {_below_hundred(value)}"
