"""What the tagger has found in a text: cues with their sources and contents, as characters of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from summarizer.model.appraisal import NO_APPRAISAL, Appraisal


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
    appraisal: Appraisal = field(default=NO_APPRAISAL, compare=False, repr=False)
