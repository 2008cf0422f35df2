"""What the lead of a story says, and other articles say too, stands in the lead alone, with the proof of all."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from summarizer.merge import tells
from summarizer.merge.judge import is_refusal
from summarizer.merge.names import is_capital, name_key
from summarizer.merge.said import take_apart
from summarizer.model import Bullet, Credit, Evidence, Line
from summarizer.text.words import words


def fold_into_lead(
    lead: Sequence[Line], bullets: Sequence[Bullet], others: Sequence[Line]
) -> tuple[tuple[Line, ...], frozenset[Bullet]]:
    """The lead with the proof of all that say it, and the bullets that it says; `others` are the leads of the other articles."""
    told: set[Bullet] = set()
    lines = []
    for line in lead:
        report = report_of(line)
        same = [bullet for bullet in bullets if says(report, bullet)]
        also = [other for other in map(report_of, others) if tells(report, other) or tells(other, report)]
        told.update(same)
        lines.append(replace(line, evidence=with_proofs(line.evidence, [*also, *same])))
    return tuple(lines), frozenset(told)


def report_of(line: Line) -> Bullet:
    return Bullet(None, None, "indirect", line.text, line.evidence)


def says(report: Bullet, bullet: Bullet) -> bool:
    """Whether the report says what a bullet does with all its numbers, and names its source where it has one."""
    if not set(take_apart(bullet.text).numbers) <= set(take_apart(report.text).numbers):
        return False
    if bullet.source is None and bullet.cue is None and bullet.via is None:
        return tells(report, bullet)
    is_named = bullet.source is not None and names(report.text, bullet.source)
    if not is_named or bullet.kind != "indirect" or is_refusal(bullet.cue):
        return False
    return tells(report, replace(bullet, source=None, cue=None))


def names(text: str, source: Credit) -> bool:
    """Whether the text names a source: a name by its last word, a description by all of its words."""
    known, wanted = set(words(text)), name_key(source.name)
    return wanted[-1] in known if is_capital(source.name) else known.issuperset(wanted)


def with_proofs(own: tuple[Evidence, ...], bullets: Sequence[Bullet]) -> tuple[Evidence, ...]:
    """The proofs of the lead's own article first, then those of the others, one a passage."""
    home: Collection[str] = {proof.url for proof in own}
    more = {proof for bullet in bullets for proof in bullet.evidence if proof.url not in home}
    return own + tuple(sorted(more, key=lambda proof: (proof.url, proof.span)))
