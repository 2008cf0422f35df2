"""Quotations of one source that overlap: what a fuller bullet quotes already is not quoted again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from summarizer.merge.gate import FEWEST_WORDS_OF_A_CUT, is_run_of
from summarizer.merge.said import QUOTED, quotations_of, take_apart
from summarizer.model import Bullet


def trim(bullet: Bullet, fuller: Sequence[Bullet]) -> Bullet:
    """The bullet without the quotations that stand whole in one of `fuller`, which are of the same source.

    Only bullets that are nothing but quotations are trimmed: words between them would lose their sense.
    """
    if bullet.kind != "direct" or take_apart(bullet.text).is_framed:
        return bullet
    known = [whole for other in fuller for whole in take_apart(other.text).quotations]
    parts = list(QUOTED.finditer(bullet.text))
    kept = [part for part in parts if not is_known(part.group(), known)]
    if not 0 < len(kept) < len(parts):
        return bullet
    text = joined(bullet.text, kept)
    return replace(bullet, text=text, line=text if bullet.line == bullet.text else bullet.line)


def is_known(part: str, known: Sequence[tuple[str, ...]]) -> bool:
    """Whether what is quoted in `part` stands within one of the known quotations."""
    return all(
        len(words) >= FEWEST_WORDS_OF_A_CUT and any(is_run_of(words, whole) for whole in known)
        for words in quotations_of(part)
    )


def joined(text: str, parts: Sequence[re.Match[str]]) -> str:
    """The parts in one line, with a mark where the text has one between them or another part stood."""
    told = parts[0].group()
    for before, part in pairwise(parts):
        between = text[before.end() : part.start()]
        told += (" " if between.isspace() else " … ") + part.group()
    return told
