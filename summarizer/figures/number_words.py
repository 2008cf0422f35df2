"""Numbers written in words, read and written: "twenty-one", "two and a half million", "two-thirds"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from summarizer.figures.lexicon import word_list

ONES = {
    word: value
    for value, word in enumerate(
        word_list(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
            " sixteen seventeen eighteen nineteen"
        )
    )
}
TENS = {
    word: 10 * value
    for value, word in enumerate(word_list("twenty thirty forty fifty sixty seventy eighty ninety"), start=2)
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
ALL_SCALES = SCALES | PLURAL_SCALES
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
    sum_so_far, used = _Sum(), 0
    for position, word in enumerate(words):
        if word == "and":
            if not _may_join(words, position):
                break
            continue
        longer = sum_so_far.times(word) if word in ALL_SCALES else sum_so_far.plus(word)
        if longer is None:
            break
        sum_so_far, used = longer, position + 1
    return Reading(used, Decimal(sum_so_far.total + (sum_so_far.group or 0))) if used else None


class _Sum(NamedTuple):
    """What the words read so far come to: finished groups, the group at hand, and the scale it stays below."""

    total: int = 0
    group: int | None = None
    ceiling: int = MAX_WORDS_VALUE * 10

    def plus(self, word: str) -> _Sum | None:
        """With "five" or "twenty" added, or None where it cannot follow."""
        step = ONES.get(word, TENS.get(word))
        if step is None or not _fits(self.group, step, self.ceiling):
            return None
        return self._replace(group=(self.group or 0) + step)

    def times(self, word: str) -> _Sum | None:
        """With "hundred" or "million" multiplied in, or None where it cannot follow."""
        scale = ALL_SCALES[word]
        if self.group is None and self.total:
            return None
        group = 1 if self.group is None else self.group
        if scale == HUNDRED and group < HUNDRED:
            return self._replace(group=group * HUNDRED)
        if scale < self.ceiling:
            return _Sum(self.total + group * scale, None, scale)
        return None


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
    return group > 0 and (
        group % HUNDRED == 0 or (below_ten and step > 0 and group % HUNDRED in TENS.values())
    )


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
