"""Quotations of one source that overlap: what a fuller bullet quotes already is not quoted again."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from summarizer.merge.gate import FEWEST_WORDS_OF_A_CUT, is_run_of
from summarizer.merge.said import QUOTED, quotations_of, take_apart
from summarizer.model import Bullet

FEWEST_PARTS = 2
Tells = Callable[[Bullet, Bullet], bool]


def trim(
    bullet: Bullet, fuller: Sequence[Bullet], tells: Tells
) -> tuple[Bullet, tuple[tuple[Bullet, Bullet], ...]]:
    """The bullet without the quotations that one of `fuller` tells, and each that does with the quotation by itself.

    Only bullets that are nothing but quotations are trimmed: words between them would lose their sense.
    """
    parts = list(QUOTED.finditer(bullet.text))
    if bullet.kind != "direct" or len(parts) < FEWEST_PARTS or take_apart(bullet.text).is_framed:
        return bullet, ()
    single = [replace(bullet, text=part.group()) for part in parts]
    tellers = [teller_of(part, fuller, tells) for part in single]
    kept = [part for part, teller in zip(parts, tellers, strict=True) if teller is None]
    if not 0 < len(kept) < len(parts):
        return bullet, ()
    text = joined(bullet.text, kept)
    shorter = replace(bullet, text=text, line=text if bullet.line == bullet.text else bullet.line)
    return shorter, tuple((teller, part) for teller, part in zip(tellers, single, strict=True) if teller)


def teller_of(part: Bullet, fuller: Sequence[Bullet], tells: Tells) -> Bullet | None:
    """The first of `fuller` in which the quotation stands, or that tells it as another outlet has it."""
    (words,) = quotations_of(part.text) or ((),)
    if len(words) < FEWEST_WORDS_OF_A_CUT:
        return None
    return next((one for one in fuller if is_known(words, one) or tells(one, part)), None)


def is_known(words: tuple[str, ...], fuller: Bullet) -> bool:
    """Whether what is quoted stands within one of the quotations of `fuller`."""
    return any(is_run_of(words, whole) for whole in take_apart(fuller.text).quotations)


def joined(text: str, parts: Sequence[re.Match[str]]) -> str:
    """The parts in one line, with a mark where the text has one between them or another part stood."""
    told = parts[0].group()
    for before, part in pairwise(parts):
        between = text[before.end() : part.start()]
        told += (" " if between.isspace() else " … ") + part.group()
    return told
