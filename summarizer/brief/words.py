"""The words of a text as sets and runs, to see what two lines share."""

from __future__ import annotations

import re
from functools import lru_cache

from summarizer.merge.words import STOP
from summarizer.text.negations import is_negation
from summarizer.text.words import stem
from summarizer.text.words import words as words_in

WORD = re.compile(r"[^\W_]+(?:[.,’'-][^\W_]+)*")
FEWEST_LETTERS = 3


def every_stem(text: str) -> list[str]:
    """The stems of the words that tell something, as often as they stand."""
    words = WORD.findall(text.casefold())
    return [stem(word) for word in words if word not in STOP and len(word) >= FEWEST_LETTERS]


@lru_cache(maxsize=512)  # every line of a brief is held against every other
def stems(text: str) -> frozenset[str]:
    return frozenset(every_stem(text))


def run_of(text: str) -> str:
    """The words of a text with a space around each: `run_of(part) in run_of(whole)` where it stands within."""
    return " ".join(("", *WORD.findall(text.casefold()), ""))


# Two lines of so many words of which the shorter shares so much with the other say one thing; a line that the lead tells
# shares more. On 58 real pages (449 lines) one pair is alike, a government's pledge and its manifesto; no other shares 0.7.
FEWEST_STEMS, SHARED, SHARED_WITH_LEAD = 6, 0.75, 0.85


def is_same_claim(one: str, two: str) -> bool:
    """Whether two lines say the same in much the same words, with the same numbers, and both or neither with a "not"."""
    first, second = stems(one), stems(two)
    least = min(len(first), len(second))
    return least >= FEWEST_STEMS and len(first & second) >= SHARED * least and told_by(one) == told_by(two)


def is_in_other_order(part: str, whole: str) -> bool:
    """Whether nearly all words of `part` stand somewhere in `whole`, with its numbers and its "not"."""
    words = stems(part)
    is_held = len(words & stems(whole)) >= SHARED_WITH_LEAD * len(words)
    numbers, negations = told_by(part)
    others, denials = told_by(whole)
    return len(words) >= FEWEST_STEMS and is_held and numbers <= others and negations == denials


def told_by(text: str) -> tuple[frozenset[str], bool]:
    """What two lines of the same words may still differ in: their numbers, and whether they say no."""
    found = words_in(text)
    numbers = frozenset(word for word in found if word[0].isdigit())
    return numbers, any(map(is_negation, found))
