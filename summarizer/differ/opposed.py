"""Statements that another source plainly denies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summarizer.merge import same_source
from summarizer.merge.said import Said, take_apart
from summarizer.merge.words import key_of
from summarizer.model import Bullet, Opposed

DENIALS = re.compile(
    r"\b(?:denied|denies|deny|denying|rejected|rejects|reject|dismissed|dismisses|disputed|disputes|refuted|refutes|"
    r"contradicted|contradicts)\b",
    re.IGNORECASE,
)
# "It was not true that …" is a denial in other words.
NOT_SO = re.compile(
    r"(?:it|that|this) (?:is|was|would be) (?:simply |just |plainly )?(?:not true|untrue|false|wrong|a lie|not the case) that\s+",
    re.IGNORECASE,
)
# "as nonsense the union's claim that …": what is denied stands behind.
CLAIM_THAT = re.compile(
    r"(?:as \w+ )?(?:the |all |any )?(?:[\w’'-]+ ){0,3}?(?:claim|accusation|allegation|suggestion|report|charge)s? that\s+"
)
# Share of the words of a denial that the denied statement holds, and of both when only a "not" is put in. Below these
# the two share a subject rather than a claim.
SHARED_WITH_DENIED, SHARED_WITH_NEGATED = 0.6, 0.8
FEWEST_SHARED = 2  # "the claims" alone denies anything
# Words that only point at what is denied.
POINTERS = frozenset(
    map(
        key_of,
        "claim accusation allegation report suggestion idea statement charge criticism it them assertion".split(),
    )
)
MOST_SHOWN = 3


def opposed_statements(bullets: Sequence[Bullet]) -> tuple[Opposed, ...]:
    """Pairs of bullets of two sources, the denied one first."""
    return tuple(find_opposed(bullets))[:MOST_SHOWN]


def find_opposed(bullets: Sequence[Bullet]) -> Iterator[Opposed]:
    claims = list(asserted(bullets))
    for second in bullets:
        denial, denies = take_apart(what_is_denied(second.text)), is_denial(second)
        for first, claim in claims:
            if (
                opposes(denial, claim, denies=denies)
                and second.source
                and not same_source(first.source, second.source)
            ):
                yield Opposed(first, second)
                break


def asserted(bullets: Sequence[Bullet]) -> Iterator[tuple[Bullet, Said]]:
    """The bullets of a source that assert something, with what they say."""
    for bullet in bullets:
        claim = take_apart(bullet.text)
        if bullet.source and not is_denial(bullet) and not claim.negations:
            yield bullet, claim


def opposes(denial: Said, claim: Said, *, denies: bool) -> bool:
    """Whether what is said denies what is asserted; `denies` where it is brought in as a denial."""
    if denies:
        return not denial.negations and is_about(denial, claim)
    return is_negation(denial, claim)


def what_is_denied(text: str) -> str:
    """The words behind "it is not true that" and "the claim that"."""
    opening = NOT_SO.match(text) or CLAIM_THAT.match(text)
    return text[opening.end() :] if opening else text


def is_denial(bullet: Bullet) -> bool:
    return bool(DENIALS.search(bullet.cue or "") or DENIALS.match(bullet.text) or NOT_SO.match(bullet.text))


def is_about(denial: Said, claim: Said) -> bool:
    """Whether what is denied is what is claimed: most of its words, each of its numbers and names."""
    words = {word for word in denial.words if word not in POINTERS}
    shared = words & set(claim.words)
    if len(shared) < FEWEST_SHARED or len(shared) < SHARED_WITH_DENIED * len(words):
        return False
    return set(denial.numbers) <= set(claim.numbers) and denial.times <= claim.times


def is_negation(denial: Said, claim: Said) -> bool:
    """Whether the two say the same but for one "not"."""
    if denial.negations != ("not",) or denial.modals != claim.modals or denial.stances != claim.stances:
        return False
    if (denial.numbers, denial.times, denial.qualifiers) != (claim.numbers, claim.times, claim.qualifiers):
        return False
    one, two = set(denial.words), set(claim.words)
    return len(one & two) >= max(FEWEST_SHARED, SHARED_WITH_NEGATED * len(one | two))
