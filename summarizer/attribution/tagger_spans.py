"""What the tagger gives back: spans of the text, and which belongs to which."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from summarizer.attribution.tagger_decode import CONTENT, CUE, SOURCE, Link, Numbers, Run, find_runs, link
from summarizer.attribution.tagger_pieces import Pieces

JOINED_GAP = 3  # characters; fragments of one attribution with so little punctuation between them are one


@dataclass(frozen=True, slots=True)
class TaggedSpan:
    """Characters of the text, without marks and punctuation at the ends; `score` from 0 to 1."""

    start: int
    end: int
    score: float


@dataclass(frozen=True, slots=True)
class TaggedContent:
    """A fragment of content. `link`: how sure it is, from 0 to 1, that it belongs to its cue."""

    start: int
    end: int
    score: float
    link: float


@dataclass(frozen=True, slots=True)
class TaggedCue:
    """A cue with what belongs to it.

    `said`: from 0 to 1, how far it is speech ("said") rather than thought or plan ("hopes").
    `source_link`: how sure it is that the cue has this source, or none.
    """

    start: int
    end: int
    score: float
    said: float
    source: TaggedSpan | None
    source_link: float
    contents: tuple[TaggedContent, ...]


@dataclass(frozen=True, slots=True)
class Tagged:
    """All that was found in one text, in order; a source may serve several cues or none."""

    cues: tuple[TaggedCue, ...] = ()
    sources: tuple[TaggedSpan, ...] = ()
    loose: tuple[TaggedSpan, ...] = ()  # contents that belong to no cue


def assemble(text: str, pieces: Pieces, numbers: Numbers) -> Tagged:
    """The spans of `text`, each content with its cue and each cue with its source."""
    runs = find_runs(numbers.labels)
    sources, cues, contents = (
        tuple(run for run in runs if run.kind == kind) for kind in (SOURCE, CUE, CONTENT)
    )
    links = [(content, link(content, cues, numbers)) for content in contents]
    return Tagged(
        tuple(
            _cue(cue, link(cue, sources, numbers), _contents(text, pieces, cue, links), pieces)
            for cue in cues
        ),
        tuple(_span(source, pieces) for source in sources),
        tuple(_span(content, pieces) for content, found in links if found.to is None),
    )


def _cue(cue: Run, source: Link, contents: tuple[TaggedContent, ...], pieces: Pieces) -> TaggedCue:
    span = _span(cue, pieces)
    return TaggedCue(
        start=span.start,
        end=span.end,
        score=span.score,
        said=cue.said,
        source=_span(source.to, pieces) if source.to else None,
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
        span = _span(content, pieces)
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


def _span(run: Run, pieces: Pieces) -> TaggedSpan:
    return TaggedSpan(int(pieces.starts[run.first]), int(pieces.ends[run.end - 1]), run.score)
