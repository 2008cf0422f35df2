"""Which claims a later one has overtaken: "at least 9 dead" in the morning, 21 in the evening."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import pairwise

from summarizer.differ.amounts import exclude, is_least
from summarizer.merge.names import name_key
from summarizer.model import Bullet, Claim, ClaimsDiffer, Evidence, Figure, KeyFigure, second_of
from summarizer.text.synonyms import FATE_OF
from summarizer.text.words import words as words_in


def is_update(course: Sequence[Claim]) -> bool:
    """Whether each claim overtakes the one before, or repeats it."""
    pairs = list(pairwise(course))
    return any(overtakes(two, one) for one, two in pairs) and all(
        overtakes(two, one) or is_value(one, two) for one, two in pairs
    )


def overtakes(later: Claim, earlier: Claim) -> bool:
    """Whether nobody needs the earlier claim any more.

    "At least 9" is overtaken by any higher value, whoever gives it; "9" by another value of the same source. A toll of
    dead, injured or missing is overtaken by a higher one also where not both have a named source.
    """
    if not is_later(earlier.at, later.at) or earlier.figure.value is None or later.figure.value is None:
        return False
    has_risen = later.figure.value > earlier.figure.value
    if has_risen and is_least(earlier.figure):
        return True
    if not exclude(earlier.figure, later.figure):
        return False
    is_named = bool(earlier.source and later.source)
    return is_one_giver(earlier, later) or (has_risen and not is_named and is_toll(later.figure))


def is_toll(figure: Figure) -> bool:
    """Whether it counts people by what became of them; what is offered or charged does not rise by being counted on."""
    return any(word in FATE_OF for word in words_in(figure.concept or ""))


def is_one_giver(one: Claim, two: Claim) -> bool:
    """Whether one source, or one outlet on its own account, gives both."""
    if one.source and two.source:
        return name_key(one.source) == name_key(two.source)
    return not one.source and not two.source and one.outlets == two.outlets


def is_later(one: datetime | None, two: datetime | None) -> bool:
    return one is not None and two is not None and second_of(one) < second_of(two)


def is_value(one: Claim, two: Claim) -> bool:
    return one.figure.value == two.figure.value


def course_of(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims in order, a value that is given again folded into the one before unless two sources vouch for it."""
    course: list[Claim] = []
    for claim in claims:
        before = course[-1] if course else None
        if (
            before
            and is_value(before, claim)
            and (is_one_giver(before, claim) or not (before.source and claim.source))
        ):
            course[-1] = replace(
                before,
                source=before.source or claim.source,
                outlets=tuple(dict.fromkeys((*before.outlets, *claim.outlets))),
                evidence=(*before.evidence, *claim.evidence),
            )
        else:
            course.append(claim)
    return tuple(course)


def overtaken(differ: Iterable[ClaimsDiffer]) -> tuple[Evidence, ...]:
    """Where the values stand that a later one has overtaken: they are told as updated, and nowhere else."""
    return tuple(
        proof
        for one in differ
        for at, claim in enumerate(one.claims)
        if any(overtakes(later, claim) for later in one.claims[at + 1 :])
        for proof in claim.evidence
    )


def gives(line: Bullet | KeyFigure, passages: Sequence[Evidence]) -> bool:
    """Whether one of the passages lies in the evidence of the line."""
    return any(
        proof.url == other.url and proof.span.overlaps(other.span)
        for proof in line.evidence
        for other in passages
    )
