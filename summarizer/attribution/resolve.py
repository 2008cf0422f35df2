"""Whom a mention means: full names and roles across the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.model import Source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.attribution.reading import Candidate, Reading


def name_sources(reading: Reading, candidates: Sequence[Candidate]) -> tuple[Source | None, ...]:
    """The source of each candidate, with the fullest name the article has for it."""
    people = [entity.text for entity in reading.doc.ents if entity.label_ == "PERSON"]
    return tuple(None if c.source is None else named(reading, c.source, people) for c in candidates)


def named(reading, span, people) -> Source:
    words = span.of(reading.text)
    last = words.split()[-1]
    fuller = [name for name in people if name.split()[-1] == last]
    return Source(max(fuller, key=len) if fuller else words, words, span)
