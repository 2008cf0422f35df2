"""The words of a text as sets and runs, to see what two lines share."""

from __future__ import annotations

import re

from summarizer.merge.words import STOP
from summarizer.text.words import stem

WORD = re.compile(r"[^\W_]+(?:[.,’'-][^\W_]+)*")
FEWEST_LETTERS = 3


def every_stem(text: str) -> list[str]:
    """The stems of the words that tell something, as often as they stand."""
    words = WORD.findall(text.casefold())
    return [stem(word) for word in words if word not in STOP and len(word) >= FEWEST_LETTERS]


def stems(text: str) -> frozenset[str]:
    return frozenset(every_stem(text))


def run_of(text: str) -> str:
    """The words of a text with a space around each: `run_of(part) in run_of(whole)` where it stands within."""
    return " ".join(("", *WORD.findall(text.casefold()), ""))
