"""Which key figures a renderer shows: those that nothing above them says already, while there is room."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from handlers.render.printed import sentence_of
from summarizer.model import Brief, DigestStory, KeyFigure
from summarizer.text.sentence_bounds import find_sentences

MOST_FIGURES = 5
MOST_WORDS = 80  # of all figures that are shown: they are read beside the brief, not instead of it


def figures_beside(brief: Brief) -> tuple[KeyFigure, ...]:
    """The key figures of a brief that neither lead, lines nor figures above them give word for word."""
    return first_unsaid(brief.figures, [*(one.text for one in brief.lead), *map(sentence_of, brief.bullets)])


def figures_of_story(story: DigestStory) -> tuple[KeyFigure, ...]:
    """The same of a story in a digest."""
    lead = [story.lead.text] if story.lead else []
    return first_unsaid(story.figures, [*lead, *map(sentence_of, story.bullets)])


def first_unsaid(figures: Iterable[KeyFigure], said: Sequence[str]) -> tuple[KeyFigure, ...]:
    """The first MOST_FIGURES that are not `said`, for which there is room."""
    beside: list[KeyFigure] = []
    above, room = list(said), MOST_WORDS
    for key in figures:
        shown = without_said(key, above)
        words = len((shown.figure.told or "").split())
        if not any(is_said_in(key, line) for line in above) and (words <= room or not beside):
            beside.append(shown)
            above.append(key.figure.told or "")
            room -= words
    return tuple(beside[:MOST_FIGURES])


MOSTLY = 0.8  # of the words of what is told of a figure


def is_said_in(key: KeyFigure, line: str) -> bool:
    """Whether a line gives the figure, or all but a few of the words that are told of it."""
    told = words_of(key.figure.told or "").split()
    is_given = f" {words_of(key.figure.surface)} " in f" {words_of(line)} "
    return is_given or (bool(told) and is_mostly_in(told, line))


def is_mostly_in(words: Sequence[str], line: str) -> bool:
    found = words_of(line).split()
    return sum(word in found for word in words) >= MOSTLY * len(words)


def without_said(key: KeyFigure, said: Sequence[str]) -> KeyFigure:
    """The figure without the sentence before its own where what is shown above has the words of that."""
    told = key.figure.told or ""
    first, *rest = [span.of(told) for span in find_sentences(told)] or [told]
    is_before = bool(rest) and key.figure.surface not in first
    words = words_of(first).split()
    if not is_before or not any(is_mostly_in(words, line) for line in said):
        return key
    return replace(key, figure=replace(key.figure, label=" ".join(rest)))


def words_of(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+(?:[.,]\d+)*|[%$£€¥]", text.casefold()))
