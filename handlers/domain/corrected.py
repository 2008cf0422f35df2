"""People's word on who said a statement stands above the reading. Pure.

A statement is known by its words and its page, so that a correction holds when the page is read again.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from summarizer.model import Brief, Bullet, Credit

MARK_LENGTH = 12  # hexadecimal digits


@dataclass(frozen=True, slots=True)
class Correction:
    """Who `user` says said the statement `line`; `was` is what the reading said."""

    id: str
    brief_id: str
    line: str
    source: Credit
    was: Credit | None
    user: str
    at: datetime


def marks_of(brief: Brief) -> tuple[str, ...]:
    """What each bullet is known by: its words and page, numbered where another says the same."""
    seen: Counter[str] = Counter()
    marks = []
    for bullet in brief.statements:
        words = f"{bullet.text}\n{bullet.evidence[0].url}"
        mark = hashlib.sha256(words.encode(errors="replace")).hexdigest()[:MARK_LENGTH]
        marks.append(f"{mark}.{seen[mark]}" if seen[mark] else mark)
        seen[mark] += 1
    return tuple(marks)


def mark_of_source(source: Credit) -> str:
    """What a source is known by in a form."""
    words = f"{source.name}\n{source.role or ''}"
    return hashlib.sha256(words.encode(errors="replace")).hexdigest()[:MARK_LENGTH]


def bullet_of(brief: Brief, line: str) -> Bullet | None:
    """The bullet that is known by `line`."""
    return next(
        (bullet for bullet, mark in zip(brief.statements, marks_of(brief), strict=True) if mark == line), None
    )


def is_cut_from(shown: Bullet, whole: Bullet) -> bool:
    """Whether `shown` is the quotation `whole` cut to some of its sentences."""
    return shown.is_cut and (shown.evidence, shown.source) == (whole.evidence, whole.source)


def with_source(brief: Brief, line: str, source: Credit | None) -> Brief:
    """`brief` with the bullet `line` credited to `source`, also where it opposes another."""
    old = bullet_of(brief, line)
    if old is None:
        return brief
    new = replace(old, source=source)

    def corrected(bullet: Bullet) -> Bullet:
        if bullet == old:
            return new
        return replace(bullet, source=source) if is_cut_from(bullet, old) else bullet

    opposed = tuple(
        replace(
            pair,
            first=new if pair.first == old else pair.first,
            second=new if pair.second == old else pair.second,
        )
        for pair in brief.opposed
    )
    return replace(
        brief,
        bullets=tuple(map(corrected, brief.bullets)),
        more=tuple(map(corrected, brief.more)),
        opposed=opposed,
    )


def with_corrections(brief: Brief, corrections: Sequence[Correction]) -> Brief:
    """`brief` as people corrected it."""
    for correction in corrections:
        brief = with_source(brief, correction.line, correction.source)
    return brief


def sources_of(brief: Brief) -> tuple[Credit, ...]:
    """Everybody whom the brief credits, in its order, each once."""
    return tuple(dict.fromkeys(bullet.source for bullet in brief.statements if bullet.source))
