"""Statements that say what another one says are folded into it, with their evidence."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from summarizer.merge.gate import covers, is_run_of
from summarizer.merge.judge import is_same_statement
from summarizer.merge.names import name_key, unify_credits
from summarizer.merge.overlap import trim
from summarizer.merge.said import take_apart
from summarizer.merge.voices import is_named, likeness
from summarizer.model import Bullet, Credit, Evidence

__all__ = ["covers_bullet", "merge", "unify_credits"]

KINDS = {"direct": 0, "mixed": 1, "indirect": 2}


def merge(bullets: Sequence[Bullet], shared: Collection[str] = frozenset()) -> tuple[Bullet, ...]:
    """Each statement once, in order of first appearance.

    A bullet is folded into a fuller one that says all it says, by the same source, or that another article has in
    other words: its evidence is kept there. Nobody is joined by a surname of `shared`, which two people of the texts have. Which bullets remain does not depend on their order, and merging again changes nothing.
    """
    named = with_full_names(bullets, shared)
    first_at: dict[Bullet, int] = {}
    for place, bullet in enumerate(named):
        first_at.setdefault(bullet, place)
    groups: list[list[Bullet]] = []
    for bullet in sorted(first_at, key=fullness):
        home = next((group for group in groups if tells(group[0], bullet)), None)
        if home is None:
            groups.append([bullet])
        else:
            home.append(bullet)
    groups.sort(key=lambda group: min(first_at[bullet] for bullet in group))
    folded = tuple(fold(group) for group in groups)
    trimmed = without_repeats(folded)
    is_final = trimmed == folded and all(
        group[0].source == one.source for group, one in zip(groups, folded, strict=True)
    )
    return folded if is_final else merge(trimmed, shared)


def without_repeats(bullets: Sequence[Bullet]) -> tuple[Bullet, ...]:
    """The bullets, none with a quotation that a fuller one of its source has."""
    ranked = sorted(bullets, key=fullness)
    told: dict[Bullet, Bullet] = {}
    for place, bullet in enumerate(ranked):
        told[bullet] = trim(bullet, [one for one in ranked[:place] if same_source(one.source, bullet.source)])
    return tuple(told[bullet] for bullet in bullets)


def with_full_names(bullets: Sequence[Bullet], shared: Collection[str]) -> list[Bullet]:
    shown = unify_credits((bullet.source for bullet in bullets if bullet.source), shared)
    return [replace(bullet, source=shown[bullet.source]) if bullet.source else bullet for bullet in bullets]


def fullness(bullet: Bullet) -> tuple[int, int, str, str]:
    """Order in which bullets are shown rather than folded: a quoted word counts twice; the rest only breaks ties."""
    said = take_apart(bullet.text)
    weight = len(said.words) + len(said.numbers) + said.quoted
    return -weight, KINDS[bullet.kind], bullet.text, repr(bullet)


def tells(fuller: Bullet, other: Bullet) -> bool:
    """Whether a reader of `fuller` has read `other`, which may be another outlet's wording of it."""
    return covers_bullet(fuller, other) or is_same_statement(fuller, other)


def covers_bullet(fuller: Bullet, other: Bullet) -> bool:
    """Whether both are by one source and a reader of `fuller` has read `other`."""
    return same_source(fuller.source, other.source) and covers(
        take_apart(fuller.text), take_apart(other.text)
    )


def same_source(one: Credit | None, two: Credit | None) -> bool:
    if one is None or two is None:
        return one is two
    return name_key(one.name) == name_key(two.name)


def fold(group: Sequence[Bullet]) -> Bullet:
    """The first bullet of the group, the fullest quotation, with the evidence of all; marked where others cut it."""
    shown = group[0]
    others = {proof for bullet in group[1:] for proof in bullet.evidence} - set(shown.evidence)
    post = next((bullet.post for bullet in group if bullet.post), None)
    is_cut = any(bullet.cut_elsewhere or is_cut_in(bullet, shown) for bullet in group)
    return replace(
        shown,
        source=known_source(group),
        evidence=shown.evidence + ordered(others),
        post=post,
        cut_elsewhere=is_cut,
    )


def known_source(group: Sequence[Bullet]) -> Credit | None:
    """Who says the first of the group; where its article leaves that open, whom another one names."""
    shown = group[0].source
    if shown and is_named(shown):
        return shown
    named = [bullet.source for bullet in group if bullet.source and is_named(bullet.source)]
    related = [credit for credit in named if likeness(shown, credit) in {"related", "unknown"}]
    return related[0] if len(set(related)) == 1 else shown


def is_cut_in(other: Bullet, shown: Bullet) -> bool:
    """Whether another article stops short within a quotation of `shown`; leaving out a whole one is no cut."""
    if {proof.url for proof in other.evidence} <= {proof.url for proof in shown.evidence}:
        return False
    whole = take_apart(shown.text).quotations
    parts = take_apart(other.text).quotations
    return any(part not in whole and any(is_run_of(part, one) for one in whole) for part in parts)


def ordered(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    return tuple(sorted(evidence, key=lambda proof: (proof.url, proof.span)))
