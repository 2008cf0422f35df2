"""Whether statements of two articles are one: a learned judge, behind gates that no likeness opens.

Outlets cut, reword and order a statement each in its own way. What they share is weighed by `WEIGHTS`; another number or another
name in the same place, and two sources that each have a name, keep two statements apart.
"""

from __future__ import annotations

import math
import re

from summarizer.merge.aligned import Aligned, Prepared, align, prepare, stand_of
from summarizer.merge.voices import Likeness, likeness
from summarizer.model import Bullet

# Learned by `python -m train.merge` from pairs of statements of 11 real events and from own pairs (docs/quality.md).
WEIGHTS = {
    "shared words": 3.91,
    "of the shorter": 0.84,
    "of both": 0.22,
    "in order": 1.30,
    "turned round": -0.47,
    "run": 7.58,
    "content of the run": 1.81,
    "negated": -1.30,
    "doubted": -1.19,
    "qualified": -1.30,
    "in another mind": 0.13,
    "number missing": -0.61,
    "numbers shared": 0.30,
    "name missing": 0.23,
    "names shared": 0.04,
    "words of its own": -0.69,
    "each has words of its own": -0.14,
    "substituted": -1.56,
    "another time": -1.46,
    "a time more": -0.28,
    "length": 4.08,
    "both quoted": 2.51,
    "one quoted": 2.32,
    "source the same": 0.62,
    "source related": 2.31,
    "source unknown": 1.03,
}
BIAS = -9.55
LEAST = 0.5  # probability
LEAST_OF_OTHERS = 0.75  # where the sources may be two: one is left open, or a description beside a name
# A pair that shares less is never weighed: of 330 true pairs that any wording shows, none.
FEWEST_SHARED, LEAST_SHARED = 2, 0.34
# What comes next is a statement of its own, of which more than this share has to stand in the fuller one.
PART = re.compile(r"[.!?…]+[”\"’)]*\s+|[”\"]\s+[“\"]|\b(?:and|but) that\b")
LEAST_OF_PART = 0.5


def is_same_statement(fuller: Bullet, other: Bullet) -> bool:
    """Whether two bullets of different articles say the same by sources that can be one, and `other` nothing beside it."""
    if {proof.url for proof in fuller.evidence} & {proof.url for proof in other.evidence}:
        return False
    voices = likeness(fuller.source, other.source)
    first, second = prepare(fuller.text), prepare(other.text)
    if voices == "other" or not shares_enough(first, second) or says_more(second, first):
        return False
    aligned = align(first, second)
    least = LEAST if voices in {"same", "related"} else LEAST_OF_OTHERS
    return not goes_apart(aligned) and probability(aligned, voices) >= least


def says_more(other: Prepared, fuller: Prepared) -> bool:
    """Whether a sentence or a quotation of `other` has next to nothing in `fuller`: folded, it would be lost."""
    parts = [prepare(part).content for part in PART.split(other.said.text)]
    return len(parts) > 1 and any(
        (part & fuller.content).total() <= LEAST_OF_PART * part.total() for part in parts if part
    )


def shares_enough(one: Prepared, two: Prepared) -> bool:
    """Whether two statements share words enough to be looked at word by word."""
    shared = (one.content & two.content).total()
    least = min(one.content.total(), two.content.total())
    return shared >= FEWEST_SHARED and shared >= LEAST_SHARED * least


def goes_apart(aligned: Aligned) -> bool:
    """Whether one gives another number or another name in the place of the other's."""
    return aligned.number_for_number or aligned.name_for_name


def probability(aligned: Aligned, voices: Likeness) -> float:
    """How likely the two are one statement, 0 to 1."""
    weighed = sum(WEIGHTS[name] * value for name, value in features(aligned, voices).items())
    return 1 / (1 + math.exp(-weighed - BIAS))


def features(aligned: Aligned, voices: Likeness) -> dict[str, float]:
    """What a pair is weighed by, each about 0 to 1, under the names of `WEIGHTS`."""
    short, full = aligned.shorter, aligned.longer
    size, own = short.content.total() or 1, short.content - full.content
    negated, doubted, qualified, minded = (
        float(mine != theirs)
        for mine, theirs in zip(stand_of(short.tokens), stand_of(aligned.window), strict=True)
    )
    numbers, all_numbers = {*short.said.numbers}, {*full.said.numbers}
    missing_names = short.said.names - {*full.said.words}
    quoted = bool(short.said.quotations) + bool(full.said.quotations)
    return {
        "shared words": min(aligned.shared, 12) / 12,
        "of the shorter": aligned.shared / size,
        "of both": aligned.shared / ((short.content | full.content).total() or 1),
        "in order": aligned.in_order / (aligned.shared or 1),
        "turned round": float(aligned.in_order < aligned.shared),
        "run": min(aligned.run, 15) / 15,
        "content of the run": min(aligned.run_content, 8) / 8,
        "negated": negated,
        "doubted": doubted,
        "qualified": qualified,
        "in another mind": minded,
        "number missing": float(bool(numbers - all_numbers)),
        "numbers shared": float(bool(numbers) and numbers <= all_numbers),
        "name missing": float(bool(missing_names)),
        "names shared": min(len(short.said.names & full.said.names), 3) / 3,
        "words of its own": min(own.total(), 6) / 6,
        "each has words of its own": float(bool(own) and bool(full.content - short.content)),
        "substituted": min(aligned.substituted, 4) / 4,
        "another time": float(
            bool(short.said.times) and bool(full.said.times) and not short.said.times & full.said.times
        ),
        "a time more": float(bool(short.said.times) != bool(full.said.times)),
        "length": min(size, 10) / 10,
        "both quoted": float(quoted == 2),  # noqa: PLR2004  of two
        "one quoted": float(quoted == 1),
        "source the same": float(voices == "same"),
        "source related": float(voices == "related"),
        "source unknown": float(voices == "unknown"),
    }
