"""The value of a run of number words: "twenty-one", "two hundred and five thousand"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from summarizer.text.lexicon import numbers_of

CARDINALS = numbers_of("cardinals")
SCALES = numbers_of("scales")
HUNDRED, TWENTY, TEN = 100, 20, 10
TENS = frozenset(range(TWENTY, HUNDRED, TEN))
CEILING = 10**16  # nothing larger is written out in a newspaper


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
        longer = sum_so_far.times(word) if word in SCALES else sum_so_far.plus(word)
        if longer is None:
            break
        sum_so_far, used = longer, position + 1
    return Reading(used, Decimal(sum_so_far.total + (sum_so_far.group or 0))) if used else None


class _Sum(NamedTuple):
    """What the words read so far come to: finished groups, the group at hand, and the scale it stays below."""

    total: int = 0
    group: int | None = None
    ceiling: int = CEILING

    def plus(self, word: str) -> _Sum | None:
        """With "five" or "twenty" added, or None where it cannot follow."""
        step = CARDINALS.get(word)
        if step is None or not _fits(self.group, step, self.ceiling):
            return None
        return self._replace(group=(self.group or 0) + step)

    def times(self, word: str) -> _Sum | None:
        """With "hundred" or "million" multiplied in, or None where it cannot follow."""
        scale = SCALES[word]
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
    return bool(before and after) and before[0] in SCALES and after[0] in CARDINALS


def _fits(group: int | None, step: int, ceiling: int) -> bool:
    """Whether "one" may follow "twenty", "five" "hundred"; "one two" and "nineteen eighty" are no numbers."""
    if group is None:
        return step < ceiling
    if step >= TWENTY:
        return group % HUNDRED == 0 and group > 0
    below_ten = step < TEN
    return group > 0 and (group % HUNDRED == 0 or (below_ten and step > 0 and group % HUNDRED in TENS))
