"""Numbers as a newspaper writes them, in digits and in words, read and written: the one place that knows.

Only the number itself: its unit, its range and what it counts are found by those who ask here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import chain

from summarizer.text.digits import (
    DECIMAL_COMMA,
    DIGITS,
    LONE_GLYPH,
    SET_APART,
    SUFFIXES,
    read_decimal_comma,
    read_digits,
    read_glyph,
    read_set_apart,
)
from summarizer.text.lexicon import alternatives, factors_of, numbers_of
from summarizer.text.number import Number, plain
from summarizer.text.number_words import CARDINALS, TENS
from summarizer.text.spelled import SHARES, SPELLED, VAGUE, read_share, read_spelled, read_vague

ORDINALS = numbers_of("ordinals")
MULTIPLYING = {verb.removesuffix("e"): factor for verb, factor in factors_of("multiplying").items()}
TIMES = factors_of("times")

_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Iterator[Number]]], ...] = (
    (VAGUE, read_vague),
    (SHARES, read_share),
    (SET_APART, read_set_apart),
    (DECIMAL_COMMA, read_decimal_comma),
    (DIGITS, read_digits),
    (SPELLED, read_spelled),
    (LONE_GLYPH, read_glyph),
)
_TENS = alternatives(frozenset(word for word, value in CARDINALS.items() if value in TENS))
_ORDINAL = re.compile(
    r"(?<![\w.,])(?P<digits>[0-9]{1,9}|[0-9]{1,3}(?:,[0-9]{3})+)(?:st|nd|rd|th)\b"
    rf"|\b(?:(?P<tens>{_TENS})-)?(?P<word>{alternatives(ORDINALS)})\b",
    re.IGNORECASE | re.ASCII,
)
_MULTIPLYING = re.compile(rf"(?P<stem>{'|'.join(MULTIPLYING)})(?:e|es|ed|ing)")
_BESIDE = re.compile(rf"[-\s]*(?:(?<=[0-9])(?:{alternatives(SUFFIXES)}))?[-\s]*")


def scan_numbers(text: str) -> tuple[Number, ...]:
    """Every number phrase of `text` in order, none overlapping; names and dates are not yet sorted out."""
    taken = bytearray(len(text))
    found = []
    for pattern, read in _READERS:
        for number in chain.from_iterable(map(read, pattern.finditer(text))):
            if not any(taken[number.start : number.end]):
                taken[number.start : number.end] = b"\1" * (number.end - number.start)
                found.append(number)
    return tuple(sorted(found, key=lambda number: number.start))


def read_number(text: str) -> Decimal | None:
    """The value of `text` when all of it is one number, in digits or in words, else None."""
    text = text.strip()
    numbers = scan_numbers(text)
    if len(numbers) != 1 or (numbers[0].start, numbers[0].end) != (0, len(text)):
        return None
    return numbers[0].value


def write_number(value: Decimal) -> str:
    """`value` in digits with thousands marked: "1,356.2". `read_number` reads it back."""
    return f"{plain(value):,f}"


def is_bare(text: str) -> bool:
    """Whether `text` is numbers with a value and nothing else: "5-7", "two hundred", "5m"; not "5 people"."""
    end = 0
    for number in scan_numbers(text):
        if number.value is None or not _BESIDE.fullmatch(text, end, number.start):
            return False
        end = number.end
    return end > 0 and _BESIDE.fullmatch(text, end) is not None


def scan_ordinals(text: str) -> tuple[Number, ...]:
    """Every ordinal of `text` in order, its place as the value: "first", "21st", "twenty-first"."""
    return tuple(filter(None, map(_ordinal, _ORDINAL.finditer(text))))


def _ordinal(match: re.Match[str]) -> Number | None:
    if match["digits"]:
        value = int(match["digits"].replace(",", ""))
        return Number(match.start(), match.end(), "digits", Decimal(value), Decimal(value))
    tens, ones = CARDINALS.get((match["tens"] or "").lower(), 0), ORDINALS[match["word"].lower()]
    start = match.start() if tens else match.start("word")
    return Number(start, match.end(), "words", Decimal(tens + ones), Decimal(tens + ones))


def read_factor(word: str) -> Decimal | None:
    """How many times a word says: 2 for "twice", "doubled", "doubling"; None for other words."""
    verb = _MULTIPLYING.fullmatch(word.lower())
    return MULTIPLYING[verb["stem"]] if verb else TIMES.get(word.lower())


__all__ = [
    "MULTIPLYING",
    "Number",
    "is_bare",
    "plain",
    "read_factor",
    "read_number",
    "scan_numbers",
    "scan_ordinals",
    "write_number",
]
