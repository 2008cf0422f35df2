"""What the tagger gives back: spans of the text, and which belongs to which."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

import numpy as np

from summarizer.attribution.tagged import Tagged, TaggedContent, TaggedCue, TaggedSpan
from summarizer.attribution.tagger_decode import CONTENT, CUE, SOURCE, Link, Numbers, Run, find_runs, link
from summarizer.attribution.tagger_pieces import Pieces
from summarizer.model import Appraisal

# What annotators disagree on at the ends of a span, and what a reader does not care about.
EDGE = " \t\r\n\u00a0\"'“”‘’`.,;:!?-–—()[]…"
_CLOSING = re.compile(r"[.,]?\)")
JOINED_GAP = 3  # characters; fragments of one attribution with so little punctuation between them are one


def assemble(text: str, pieces: Pieces, numbers: Numbers) -> Tagged:
    """The spans of `text`, each content with its cue and each cue with its source."""
    runs = tuple(whole_words(text, pieces, find_runs(numbers.labels)))
    sources, cues, contents = (
        tuple(run for run in runs if run.kind == kind) for kind in (SOURCE, CUE, CONTENT)
    )
    links = [(content, link(content, cues, numbers)) for content in contents]
    return Tagged(
        tuple(
            _cue(text, pieces, cue, link(cue, sources, numbers), _contents(text, pieces, cue, links))
            for cue in cues
        ),
        tuple(_span(text, source, pieces) for source in sources),
        Appraisal.of_pieces(pieces.ends.tolist(), numbers.appraisals.T.tolist()),
    )


def whole_words(text: str, pieces: Pieces, runs: Iterable[Run]) -> Iterator[Run]:
    """The runs with all pieces of their words: the network cuts "lawmakers" in two. A word in two runs is the first one's."""
    goes_on = _goes_on(text, pieces)
    free = 0
    for run in runs:
        first, end = run.first, run.end
        while first > free and goes_on[first]:
            first -= 1
        while first < end and goes_on[first]:
            first += 1
        while goes_on[end]:
            end += 1
        if first < run.end:
            yield replace(run, first=first, end=end)
            free = end


def _goes_on(text: str, pieces: Pieces) -> list[bool]:
    """Whether each piece goes on with the word of the piece before it, and False behind the last."""
    touching = np.flatnonzero(pieces.starts[1:] == pieces.ends[:-1]) + 1
    found = [False] * (len(pieces) + 1)
    for at in map(int, touching):
        start, end = int(pieces.starts[at]), int(pieces.ends[at])
        found[at] = start < end and text[start - 1].isalnum() and text[start].isalnum()
    return found


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without blanks, punctuation and marks at its ends; whole if it has nothing else.

    A colon alone can be a cue: "MAYOR: We are ready."
    """
    whole = start, end
    while start < end and text[start] in EDGE:
        start += 1
    while end > start and text[end - 1] in EDGE:
        end -= 1
    return (start, end) if start < end else whole


def _cue(text: str, pieces: Pieces, cue: Run, source: Link, contents: tuple[TaggedContent, ...]) -> TaggedCue:
    span = _span(text, cue, pieces)
    return TaggedCue(
        start=span.start,
        end=span.end,
        score=span.score,
        said=cue.said,
        source=_span(text, source.to, pieces) if source.to else None,
        source_link=source.score,
        contents=contents,
    )


def _contents(
    text: str, pieces: Pieces, cue: Run, links: Iterable[tuple[Run, Link]]
) -> tuple[TaggedContent, ...]:
    """The contents that link to `cue`, joined over punctuation."""
    joined: list[TaggedContent] = []
    for content, found in links:
        if found.to is not cue:
            continue
        span = _span(text, content, pieces)
        new = TaggedContent(span.start, span.end, span.score, found.score)
        if joined and _is_only_punctuation(text[joined[-1].end : new.start]):
            joined[-1] = _join(joined[-1], new)
        else:
            joined.append(new)
    return tuple(joined)


def _is_only_punctuation(gap: str) -> bool:
    return len(gap) <= JOINED_GAP and "\n" not in gap and not re.search(r"\w", gap)


def _join(one: TaggedContent, two: TaggedContent) -> TaggedContent:
    return TaggedContent(one.start, two.end, min(one.score, two.score), min(one.link, two.link))


def _span(text: str, run: Run, pieces: Pieces) -> TaggedSpan:
    start, end = trim(text, int(pieces.starts[run.first]), int(pieces.ends[run.end - 1]))
    return TaggedSpan(start, _closed(text, start, end), run.score)


def _closed(text: str, start: int, end: int) -> int:
    """The end behind the bracket that closes one inside the span: "Ann Lee (D-Wis.)"."""
    if text.count("(", start, end) <= text.count(")", start, end):
        return end
    closing = _CLOSING.match(text, end)
    return closing.end() if closing else end
