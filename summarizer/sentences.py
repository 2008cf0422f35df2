"""Sentences of running text without a language model: enough to choose a lead and to cut a long post."""

from __future__ import annotations

import re

from summarizer.abbreviations import EITHER
from summarizer.model import Span

END = re.compile(r"[.!?…]+[\"”’')\]]*(?=\s)|\n+|\Z")
# A full stop after these ends no sentence.
ABBREVIATION = re.compile(
    rf"(?:^|[\s(“\"])(?:[A-Z]|{EITHER}|approx|est|dept|Ave|Blvd|a\.m|p\.m|(?:[A-Z]\.)+[A-Z])\.$"
)
CLOSED = "”\"’')]"


def find_sentences(text: str) -> tuple[Span, ...]:
    """The sentences of `text` in order; a newline ends one."""
    found, start = [], 0
    for match in END.finditer(text):
        if is_inside(text, start, match):
            continue
        span = trimmed(text, start, match.end())
        if span:
            found.append(span)
        start = match.end()
    return tuple(found)


def is_inside(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether the stop at `match` belongs to an abbreviation or a following word goes on in lower case."""
    if not match.group() or "\n" in match.group():
        return False
    following = text[match.end() :].lstrip(" \t“\"‘'(")[:1]
    return following.islower() or bool(ABBREVIATION.search(text[start : match.end()]) and following != "\n")


def trimmed(text: str, start: int, end: int) -> Span | None:
    """The span without the white space at its ends; None when nothing is left."""
    piece = text[start:end]
    left = start + len(piece) - len(piece.lstrip())
    right = start + len(piece.rstrip())
    return Span(left, right) if left < right else None
