"""Whether statements of two articles are one: a learned judge, behind gates that no likeness opens.

Outlets cut, reword and order a statement each in its own way. What they share is weighed by `WEIGHTS`; another number or another
name in the same place, and two sources that each have a name, keep two statements apart.
"""

from __future__ import annotations

import re

from summarizer.merge.aligned import Aligned, Prepared, align, alike, prepare, stand_of
from summarizer.merge.gate import go_apart, same_order_of_names, same_persons
from summarizer.merge.said import MONTHS
from summarizer.merge.voices import Likeness, likeness
from summarizer.model import Bullet
from summarizer.weighing import chance

# Learned by `python -m train.merge` from pairs of statements of 11 real events and from own pairs (docs/quality.md).
WEIGHTS = {
    "shared words": 2.78,
    "of the shorter": 0.64,
    "of both": 0.51,
    "in order": 0.97,
    "turned round": 0.13,
    "run": 3.07,
    "content of the run": 0.91,
    "negated": -1.14,
    "taken back": -0.36,
    "doubted": -0.62,
    "qualified": -0.39,
    "in another mind": 0.12,
    "number missing": 0.15,
    "numbers shared": 0.33,
    "name missing": -0.09,
    "names shared": 0.58,
    "words of its own": -0.26,
    "each has words of its own": 0.46,
    "substituted": -0.36,
    "another time": -0.29,
    "a time more": 0.01,
    "length": 1.08,
    "alike": 2.59,
    "both refused": 1.60,
    "both quoted": 3.11,
    "one quoted": 0.96,
    "source the same": 0.45,
    "source related": 1.56,
    "source unknown": 1.14,
}
BIAS = -7.87
LEAST = 0.5  # probability
# Within one article its subject alone makes statements alike: of 46 shown pairs of one source or without any, 8 of the 9 above
# this say the same, and none below.
LEAST_OF_TWICE = 0.78
LEAST_OF_UNLIKE = 0.75  # where the sources may be two, a description beside a name
# A pair that shares less is never weighed: of 330 true pairs that any wording shows, none.
FEWEST_SHARED, LEAST_SHARED, LEAST_OF_REFUSAL = 2, 0.34, 0.25
# What comes next is a statement of its own, of which more than this share has to stand in the fuller one.
PART = re.compile(r"[.!?…]+[”\"’)]*\s+|[”\"]\s+[“\"]|\b(?:and|but) that\b")
LEAST_OF_PART = 0.5
REFUSAL = re.compile(r"\b(?:declin|refus|not\b)|n[’']t\b", re.IGNORECASE)


def likelihood(fuller: Bullet, other: Bullet) -> float:
    """How likely two bullets of different articles say the same, `other` nothing beside it; 0 when it is less than it must be."""
    if not may_be_one(fuller, other) or says_more(prepare(other.text), prepare(fuller.text)):
        return 0.0
    voices = likeness(fuller.source, other.source)
    least = LEAST_OF_UNLIKE if voices == "unlike" else LEAST
    told = closeness(fuller, other)
    return told if told >= least else 0.0


def closeness(one: Bullet, two: Bullet) -> float:
    """How likely two bullets are one statement, without a look at what keeps them apart."""
    refused = is_refusal(one.cue) and is_refusal(two.cue)
    return probability(lay(one, two), likeness(one.source, two.source), refused=refused)


def lay(one: Bullet, two: Bullet) -> Aligned:
    return align(prepare(one.text), prepare(two.text))


def is_told_twice(one: str, two: str, voices: Likeness = "same") -> bool:
    """Whether two texts of one article, by one source or by the report itself, say the same: "his rival gave it to the paper"."""
    first, second = prepare(one), prepare(two)
    if not shares_enough(first, second):
        return False
    aligned = align(first, second)
    return not goes_apart(aligned) and probability(aligned, voices) >= LEAST_OF_TWICE


def may_be_one(one: Bullet, two: Bullet) -> bool:
    """Whether two bullets of different articles share words enough to be weighed, and nothing keeps them apart."""
    if {proof.url for proof in one.evidence} & {proof.url for proof in two.evidence}:
        return False
    refused = is_refusal(one.cue) and is_refusal(two.cue)
    return shares_enough(prepare(one.text), prepare(two.text), refused=refused) and not keeps_apart(one, two)


def keeps_apart(one: Bullet, two: Bullet) -> bool:
    """Whether another source, number, name, month or order, a "not" or a refusal makes two statements of two bullets."""
    if likeness(one.source, two.source) == "other" or is_refusal(one.cue) != is_refusal(two.cue):
        return True
    return goes_apart(lay(one, two))


def is_refusal(cue: str | None) -> bool:
    """Whether who is credited refused to say what stands behind the cue, or has not said it."""
    return bool(REFUSAL.search(cue or ""))


def says_more(other: Prepared, fuller: Prepared) -> bool:
    """Whether a sentence or a quotation of `other` has next to nothing in `fuller`: folded, it would be lost."""
    parts = [prepare(part).content for part in PART.split(other.said.text)]
    return len(parts) > 1 and any(
        (part & fuller.content).total() <= LEAST_OF_PART * part.total() for part in parts if part
    )


def shares_enough(one: Prepared, two: Prepared, *, refused: bool = False) -> bool:
    """Whether two statements share words enough to be looked at word by word; two refusals are told in few words."""
    shared = (one.content & two.content).total()
    least = min(one.content.total(), two.content.total())
    if refused:
        return shared > 0 and shared >= LEAST_OF_REFUSAL * least
    return shared >= FEWEST_SHARED and shared >= LEAST_SHARED * least


def goes_apart(aligned: Aligned) -> bool:
    """Whether one has another number, name or month in the place of the other's, says no, or turns round who did what."""
    one, two = aligned.shorter.said, aligned.longer.said
    months = one.times & MONTHS, two.times & MONTHS
    return (
        aligned.number_for_number
        or aligned.name_for_name
        or aligned.another_bound
        or (all(months) and not months[0] & months[1])
        or aligned.says_no
        or go_apart(one, two)
        or (not (one.is_framed or two.is_framed) and not (same_persons(one, two) or same_persons(two, one)))
        or is_other_order(aligned)
    )


def is_other_order(aligned: Aligned) -> bool:
    """Whether the same words have their numbers, or their names, in another order: from 9 to 11, from 11 to 9."""
    one, two = aligned.shorter.said, aligned.longer.said
    if sorted(one.numbers) == sorted(two.numbers) and one.numbers != two.numbers:
        return True
    is_same = aligned.shorter.content == aligned.longer.content and one.passive == two.passive
    return is_same and not same_order_of_names(one, two)


def probability(aligned: Aligned, voices: Likeness, *, refused: bool = False) -> float:
    """How likely the two are one statement, 0 to 1."""
    return chance(features(aligned, voices, refused=refused), WEIGHTS, BIAS)


def features(aligned: Aligned, voices: Likeness, *, refused: bool = False) -> dict[str, float]:
    """What a pair is weighed by, each about 0 to 1, under the names of `WEIGHTS`."""
    short, full = aligned.shorter, aligned.longer
    size, own = short.content.total() or 1, short.content - full.content
    negated, turned, doubted, qualified, minded = (
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
        "taken back": turned,
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
        "alike": alike(short.content, full) / (len(short.content) or 1),
        "both refused": float(refused),
        "both quoted": float(quoted == 2),  # noqa: PLR2004  of two
        "one quoted": float(quoted == 1),
        "source the same": float(voices == "same"),
        "source related": float(voices == "related"),
        "source unknown": float(voices == "unknown"),
    }
