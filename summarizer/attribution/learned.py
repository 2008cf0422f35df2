"""What the learned tagger proposes, as candidates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.attribution.factual import is_uttered
from summarizer.attribution.phrases import VERBS
from summarizer.attribution.reading import Candidate, Reading, widened_to_marks
from summarizer.attribution.tagger_spans import Tagged, TaggedCue
from summarizer.model import Span

# The least share of speech in a cue, against thought and plan; a rule or a high score must confirm it anyway.
LEAST_SAID = 0.3
AUXILIARY = frozenset({"aux", "auxpass"})
# "Declined to say that …": nothing was said.
REFUSALS = frozenset({"decline", "refuse"})


@dataclass(frozen=True, slots=True)
class Learned:
    """A candidate of the tagger. `score`: how sure it is of the content; `source_link`: of the source."""

    candidate: Candidate
    score: float
    source_link: float


def find_learned(reading: Reading, tagged: Tagged) -> Iterator[Learned]:
    """A candidate for each cue of speech that the tagger has given content."""
    for cue in tagged.cues:
        if cue.contents and cue.said >= LEAST_SAID and is_told(reading, Span(cue.start, cue.end)):
            content = tuple(widened_to_marks(reading, Span(part.start, part.end)) for part in cue.contents)
            candidate = Candidate(content, Span(cue.start, cue.end), source_of(cue), "learned")
            yield Learned(candidate, min(part.score for part in cue.contents), cue.source_link)


def is_told(reading: Reading, cue: Span) -> bool:
    """Whether the verbs of a cue tell of words that were said: not "did not say", "declined to say"."""
    verbs = [token for token in reading.tokens(cue) if token.pos_ in VERBS]
    return all(
        is_uttered(verb) and verb.lemma_.lower() not in REFUSALS
        for verb in verbs
        if verb.dep_ not in AUXILIARY
    )


def source_of(cue: TaggedCue) -> Span | None:
    return Span(cue.source.start, cue.source.end) if cue.source else None
