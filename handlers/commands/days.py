"""Days of the week as people type them: names, ranges, lists and words. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handlers.domain.due import EVERY_DAY, WEEKDAYS
from summarizer.text.dates import WEEKDAY_NAMES
from summarizer.text.dates import WEEKDAYS as DAY_NUMBERS

WEEKEND = EVERY_DAY - WEEKDAYS
DAY_NAMES = tuple(name[:3].lower() for name in WEEKDAY_NAMES)
DAYS: dict[str, int] = {
    **DAY_NUMBERS,
    **{f"{name.lower()}s": day for day, name in enumerate(WEEKDAY_NAMES)},
}
SETS = {
    **dict.fromkeys(("weekdays", "weekday", "workdays", "workday"), WEEKDAYS),
    **dict.fromkeys(("weekends", "weekend"), WEEKEND),
    **dict.fromkeys(("daily", "everyday"), EVERY_DAY),
}
BETWEEN = frozenset({"-", "to", "through", "thru", "till", "until"})
BESIDE = frozenset({",", ";", "/", "&", "+", "and", "on", "every", "each", "from"})
DASH = re.compile(r"[‐‑‒–—−]")
EVERY = re.compile(r"\b(?:every|each|all)\s+days?\b", re.IGNORECASE)
PART = re.compile(r"[^\W\d_]+|[-,;/&+]|[^\s\w]|\w+")


@dataclass(frozen=True, slots=True)
class ReadDays:
    """What some words say: the days (Monday is 0), None where they name none; and the words not understood."""

    days: frozenset[int] | None
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A name, a range's middle or a separator, with the word that it stands in."""

    text: str
    word: str


def read_days(words: Sequence[str]) -> ReadDays:
    """`mon-fri`, `fri to mon`, `mon, wed and fri`, `mon/wed`, `weekdays`, `every day`, in any mixture."""
    parts = list(parts_of(EVERY.sub("daily", DASH.sub("-", " ".join(words)))))
    days: set[int] = set()
    unknown: list[str] = []
    at = 0
    while at < len(parts):
        found, length = days_at(parts, at)
        days |= found
        if not found and parts[at].text not in BESIDE:
            unknown.append(parts[at].word)
        at += length
    if not days and words:
        unknown = list(words)
    return ReadDays(frozenset(days) or None, tuple(dict.fromkeys(unknown)))


def parts_of(text: str) -> Iterator[Part]:
    """The parts of a text, in order."""
    for word in text.split():
        yield from (Part(part.lower(), word.strip(",;")) for part in PART.findall(word))


def days_at(parts: Sequence[Part], at: int) -> tuple[frozenset[int], int]:
    """The days that the parts from `at` on name, and how many parts these are; none and one where it names no day."""
    first = parts[at].text
    if first in SETS:
        return SETS[first], 1
    if first not in DAYS:
        return frozenset(), 1
    middle, last = ([part.text for part in parts[at + 1 : at + 3]] + ["", ""])[:2]
    if middle in BETWEEN and last in DAYS:
        return from_to(DAYS[first], DAYS[last]), 3
    return frozenset({DAYS[first]}), 1


def from_to(first: int, last: int) -> frozenset[int]:
    """The days from one to another, over the weekend where it must be: `fri-mon` is four days."""
    return frozenset((first + step) % 7 for step in range((last - first) % 7 + 1))
