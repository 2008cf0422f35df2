"""A long quotation cut to the sentences that say it; the whole stays within reach."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from summarizer.brief.bounds import paired
from summarizer.brief.leaning import NOTHING, Known, leaning_of
from summarizer.brief.shown import ELLIPSIS
from summarizer.model import Bullet
from summarizer.text.sentence_bounds import find_sentences
from summarizer.text.words import stem

MOST_WORDS = 26  # of a quotation in a brief: with 40 three fewer of 225 must-haves of 26 real pages are shown
LEANS = 1
WORD = re.compile(r"[^\W_]+")


def shortened(bullet: Bullet, wanted: Collection[str], known: Known = NOTHING) -> Bullet:
    """The bullet with a quotation of several sentences cut to a run of them: one that leans on nothing before it, best
    with the words `wanted` in it."""
    if bullet.kind != "direct" or bullet.line != bullet.text or len(bullet.text.split()) <= MOST_WORDS:
        return bullet
    spans = find_sentences(bullet.text)
    runs = [
        (first, last)
        for first in range(len(spans))
        for last in range(first, len(spans))
        if len(bullet.text[spans[first].start : spans[last].end].split()) <= MOST_WORDS
    ]
    if len(spans) < 2 or not runs:  # noqa: PLR2004  nothing to choose from
        return bullet

    def told(run: tuple[int, int]) -> tuple[int, int, int]:
        words = bullet.text[spans[run[0]].start : spans[run[1]].end]
        leans = sum(1 + one.is_first for one in leaning_of(replace(bullet, line=words), known)[:1])
        told = len({stem(word) for word in WORD.findall(words.casefold())} & set(wanted))
        return told - LEANS * leans, run[1] - run[0], -run[0]

    first, last = max(runs, key=told)
    cut = bullet.text[spans[first].start : spans[last].end]
    text = opened(paired(cut.rstrip(" ,;:…")), bullet.text) + (ELLIPSIS if last + 1 < len(spans) else "")
    return replace(bullet, text=text, line=text, is_cut=True)


def opened(cut: str, whole: str) -> str:
    """The cut in marks again, where it was taken from the midst of a quotation."""
    if re.match(r"[“\"]", cut) or not re.match(r"[“\"]", whole):
        return cut
    opening, closing = ('"', '"') if whole.startswith('"') else ("“", "”")
    return paired(opening + cut.strip('“”"') + closing)
