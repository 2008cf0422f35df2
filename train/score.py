"""Measures a tagger on annotated articles: content found, and its source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from summarizer.attribution.tagged import Tagged
from summarizer.attribution.tagger_spans import trim
from train.polnear import Annotated, Span

SPEECH = 0.5  # `said` of a cue from which it counts as speech
SAME = 0.5  # intersection over union, in words, from which two spans are the same content


@dataclass(frozen=True, slots=True)
class Fragment:
    """One contiguous piece of content and the first span of its source."""

    span: Span
    source: Span | None
    is_speech: bool


@dataclass(frozen=True, slots=True)
class Score:
    """Shares from 0 to 1. Precision is against all gold fragments, recall over those of speech."""

    precision: float
    recall: float
    exact: float  # of the matched, the same to the character
    source: float  # of the matched that have a source, those whose source overlaps the right one

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def gold(article: Annotated) -> tuple[Fragment, ...]:
    """The annotated fragments."""
    return tuple(
        Fragment(
            content,
            attribution.source[0] if attribution.source else None,
            attribution.is_speech,
        )
        for attribution in article.attributions
        for content in attribution.content
    )


def found(tagged: Tagged, text: str, floor: float) -> tuple[Fragment, ...]:
    """The tagger's fragments of speech that score `floor` or more."""
    return tuple(
        Fragment(
            span=trim(text, content.start, content.end),
            source=(cue.source.start, cue.source.end) if cue.source else None,
            is_speech=True,
        )
        for cue in tagged.cues
        if cue.said >= SPEECH
        for content in cue.contents
        if content.score >= floor
    )


def score(readings: Iterable[tuple[str, tuple[Fragment, ...], tuple[Fragment, ...]]]) -> Score:
    """The score of (text, gold, found) of several articles."""
    wanted = tried = hits = said = exact = sourced = right = 0
    for text, expected, tagged in readings:
        wanted += sum(fragment.is_speech for fragment in expected)
        tried += len(tagged)
        for one, other in _matches(text, expected, tagged):
            hits, said, exact = hits + 1, said + one.is_speech, exact + (one.span == other.span)
            if one.source:
                sourced += 1
                right += other.source is not None and _overlap(one.source, other.source)
    return Score(hits / max(tried, 1), said / max(wanted, 1), exact / max(hits, 1), right / max(sourced, 1))


def _matches(
    text: str, expected: tuple[Fragment, ...], tagged: tuple[Fragment, ...]
) -> Iterator[tuple[Fragment, Fragment]]:
    """Pairs, the best first, each fragment once."""
    words = [word.span() for word in re.finditer(r"\w+|[^\w\s]", text)]
    pairs = sorted(
        ((_likeness(words, one.span, other.span), i, j) for i, one in enumerate(expected)
         for j, other in enumerate(tagged) if _overlap(one.span, other.span)),
        reverse=True,
    )  # fmt: skip
    taken: set[tuple[str, int]] = set()
    for likeness, i, j in pairs:
        if likeness >= SAME and not taken & {("gold", i), ("found", j)}:
            taken |= {("gold", i), ("found", j)}
            yield expected[i], tagged[j]


def _likeness(words: list[Span], one: Span, other: Span) -> float:
    first = {word for word in words if _overlap(word, one)}
    second = {word for word in words if _overlap(word, other)}
    return len(first & second) / max(1, len(first | second))


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
