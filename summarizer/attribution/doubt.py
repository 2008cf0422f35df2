"""How likely it is that a statement stands under somebody who did not make it, or that nobody did: told in passing, an act, misread."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from summarizer.attribution.factual import is_cue
from summarizer.attribution.learned import cues_of
from summarizer.attribution.marks import whole_sentences
from summarizer.attribution.misread import verbs_of
from summarizer.attribution.phrases import head_of
from summarizer.attribution.words import words
from summarizer.model import Span
from summarizer.weighing import chance

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.attribution.reading import Candidate, Reading
    from summarizer.attribution.tagged import Tagged, TaggedCue
    from summarizer.model import Statement
    from summarizer.parse.words import Token

# Learned from the statements of 1,004 real texts, each graded by an editor (`python -m train.doubt`, docs/quality.md).
WEIGHTS = {
    "words beside the content": 1.01,
    "says": -0.75,
    "line holds source and cue": 0.97,
    "short": 0.60,
    "somebody's own": 1.01,
    "sentence tells something else": 0.81,
    "has a role": -0.65,
    "cue without a verb": 0.68,
    "according": -1.59,
    "far from the cue": 0.19,
    "a clause": -0.52,
    "infinitive": 0.39,
    "tagger unsure": 2.01,
}
BIAS = -3.16
# From this chance on no name stands above it. Of 10,578 statements of texts that the weights were not fitted to 200 were held so: 71 were
# under the wrong name or nobody's, 175 read badly for that or another reason, and seven were musts without a fault.
DOUBTFUL = 0.27
SAYS = words("say tell write add")
SHORT, FAR = 40, 200  # characters
UNSEEN = 0.3  # how unsure the tagger is of what it has not found


def marked_doubtful(
    reading: Reading, candidates: Sequence[Candidate], statements: Sequence[Statement], tagged: Tagged | None
) -> Iterator[Statement]:
    """The statements; of those in doubt the line is the page's own sentence, which says itself who says what."""
    cues = cues_of(tagged) if tagged else ()
    sentences: tuple[Span, ...] = ()
    for candidate, statement in zip(candidates, statements, strict=True):
        if (
            statement.source is None
            or chance_of_doubt(features(reading, candidate, statement, cues)) < DOUBTFUL
        ):
            yield statement
            continue
        sentences = sentences or whole_sentences(reading.text, reading.quotations)
        whole = statement.line if holds_credit(statement.line, candidate) else around(sentences, statement)
        yield replace(statement, line=whole, is_doubtful=True)


def around(sentences: Sequence[Span], statement: Statement) -> tuple[Span, ...]:
    """The sentences that hold content and cue."""
    parts = [*statement.content, *([statement.cue.span] if statement.cue else [])]
    return tuple(one for one in sentences if any(one.overlaps(part) for part in parts)) or statement.line


def chance_of_doubt(found: dict[str, float]) -> float:
    return chance(found, WEIGHTS, BIAS)


def features(
    reading: Reading, candidate: Candidate, statement: Statement, cues: Sequence[TaggedCue]
) -> dict[str, float]:
    """What tells of doubt, each 0 to 1, under the names of `WEIGHTS`."""
    line = statement.line or statement.content
    size, said = (sum(part.end - part.start for part in parts) for parts in (line, statement.content))
    verb = verb_of(reading, candidate.cue)
    return {
        "words beside the content": min(1.0, max(0, size - said) / FAR),
        "says": float(verb is not None and verb.lemma_.lower() in SAYS),
        "line holds source and cue": float(holds_credit(line, candidate)),
        "short": float(said < SHORT),
        "somebody's own": float(is_owner(reading, candidate.source)),
        "sentence tells something else": float(is_beside_main(verb)),
        "has a role": float(statement.source is not None and statement.source.role is not None),
        "cue without a verb": float(
            verb is None and candidate.cue is not None and candidate.finder != "according"
        ),
        "according": float(candidate.finder == "according"),
        "far from the cue": min(1.0, distance(candidate) / FAR),
        "a clause": float(candidate.finder == "clause"),
        "infinitive": float(verb is not None and verb.tag_ == "VB"),
        "tagger unsure": unsure(candidate, cues),
    }


def verb_of(reading: Reading, cue: Span | None) -> Token | None:
    verbs = verbs_of(reading, cue) if cue else []
    return head_of(verbs) if verbs else None


def holds_credit(line: Sequence[Span], candidate: Candidate) -> bool:
    """Whether one stretch of a line has both source and cue: mostly a sentence that tells of something else."""
    source, cue = candidate.source, candidate.cue
    if source is None or cue is None:
        return False
    start, end = min(source.start, cue.start), max(source.end, cue.end)
    return any(part.start <= start and end <= part.end for part in line)


def is_owner(reading: Reading, source: Span | None) -> bool:
    tokens = reading.tokens(source) if source else []
    head = head_of(tokens) if tokens else None
    return head is not None and (head.dep_ == "poss" or head.tag_ == "PRP$")


def is_beside_main(verb: Token | None) -> bool:
    """Whether a cue is not the main verb of its sentence, nor that another verb of saying."""
    return verb is not None and verb.sent.root.i != verb.i and not is_cue(verb.sent.root)


def distance(candidate: Candidate) -> int:
    source, cue = candidate.source, candidate.cue
    return max(source.start - cue.end, cue.start - source.end, 0) if source and cue else 0


def unsure(candidate: Candidate, cues: Sequence[TaggedCue]) -> float:
    """How unsure the tagger is of the content that it gives to the same cue."""
    place = candidate.cue
    beside = [one for one in cues if place and place.overlaps(Span(one.start, one.end))]
    reach = Span(candidate.content[0].start, candidate.content[-1].end)
    best = max(
        beside,
        key=lambda one: (any(reach.overlaps(Span(p.start, p.end)) for p in one.contents), one.score),
        default=None,
    )
    return 1 - min(part.score for part in best.contents) if best and best.contents else UNSEEN
