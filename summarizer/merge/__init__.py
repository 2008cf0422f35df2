"""Statements that say what another one says are folded into it, with their evidence."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from summarizer.merge.gate import FEWEST_WORDS_OF_A_CUT, covers, is_run_of
from summarizer.merge.groups import grouped
from summarizer.merge.judge import closeness, is_told_twice, keeps_apart, likelihood
from summarizer.merge.names import name_key, unify_credits
from summarizer.merge.overlap import trim
from summarizer.merge.said import take_apart
from summarizer.merge.voices import is_named, likeness
from summarizer.model import Bullet, Credit, Evidence

__all__ = ["is_told_twice", "merge", "tells", "unify_credits"]

# A statement that a third one joins to the line must be so likely to be the one shown, or the line would not tell it.
FAR = 0.05
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
    groups = grouped(sorted(first_at, key=fullness), telling_of, are_apart)
    groups.sort(key=lambda group: min(first_at[bullet] for bullet in group))
    folded = tuple(fold(group) for group in groups)
    trimmed = without_repeats(folded)
    is_final = trimmed == folded and all(
        group[0].source == one.source for group, one in zip(groups, folded, strict=True)
    )
    return folded if is_final else merge(trimmed, shared)


def without_repeats(bullets: Sequence[Bullet]) -> tuple[Bullet, ...]:
    """The bullets, none with a quotation that a fuller one has, which gets its evidence."""
    ranked = sorted(bullets, key=fullness)
    told = {bullet: bullet for bullet in bullets}
    for place, bullet in enumerate(ranked):
        fuller = [one for one in ranked[:place] if likeness(one.source, bullet.source) != "other"]
        told[bullet], tellers = trim(bullet, fuller, tells)
        for one, part in tellers:
            more = {proof for proof in bullet.evidence if proof not in told[one].evidence}
            otherwise = tuple(sorted({*told[one].otherwise, *quoting_otherwise(part, one)}))
            told[one] = replace(told[one], evidence=told[one].evidence + ordered(more), otherwise=otherwise)
    return tuple(told[bullet] for bullet in bullets)


def with_full_names(bullets: Sequence[Bullet], shared: Collection[str]) -> list[Bullet]:
    shown = unify_credits((bullet.source for bullet in bullets if bullet.source), shared)
    return [replace(bullet, source=shown[bullet.source]) if bullet.source else bullet for bullet in bullets]


def fullness(bullet: Bullet) -> tuple[bool, int, int, str, str]:
    """Order in which bullets are shown rather than folded: what somebody says before what an outlet reports on its own,
    whose words are not theirs; then by words, a quoted one counted twice; the rest only breaks ties."""
    said = take_apart(bullet.text)
    weight = len(said.words) + len(said.numbers) + said.quoted
    is_report = bullet.source is None and bullet.cue is None
    return is_report, -weight, KINDS[bullet.kind], bullet.text, repr(bullet)


def tells(fuller: Bullet, other: Bullet) -> bool:
    """Whether a reader of `fuller` has read `other`, which may be another outlet's wording of it."""
    return telling_of(fuller, other) > 0


def telling_of(fuller: Bullet, other: Bullet) -> float:
    """How sure it is that a reader of `fuller` has read `other`; 0 when that is not likely."""
    return 1.0 if covers_bullet(fuller, other) else likelihood(fuller, other)


def are_apart(shown: Bullet, other: Bullet) -> bool:
    """Whether something keeps two bullets apart, whatever a third one says."""
    return not covers_bullet(shown, other) and (keeps_apart(shown, other) or closeness(shown, other) < FAR)


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
        only_here=shown.only_here and not others,
        otherwise=tuple(
            sorted(set(shown.otherwise).union(*(quoting_otherwise(one, shown) for one in group[1:])))
        ),
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


def quoting_otherwise(other: Bullet, shown: Bullet) -> frozenset[str]:
    """The articles of `other` that put other words in the marks than `shown` has, beside those already told."""
    whole = letters_of(shown.text) if take_apart(shown.text).quotations else ""
    parts = [part for part in take_apart(other.text).quotations if len(part) >= FEWEST_WORDS_OF_A_CUT]
    is_other = bool(whole) and any(letters_of("".join(part)) not in whole for part in parts)
    urls = {proof.url for proof in other.evidence} - {proof.url for proof in shown.evidence}
    return frozenset(other.otherwise) | (urls if is_other else set())


def letters_of(text: str) -> str:
    """A text without blanks, hyphens and apostrophes, in which outlets differ for no reason."""
    return "".join(filter(str.isalnum, text.casefold()))


def ordered(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    return tuple(sorted(evidence, key=lambda proof: (proof.url, proof.span)))
