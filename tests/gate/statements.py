"""What the briefs hold and what they show of it, against what an editor expects in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from summarizer.model import Bullet
from tests.gate.crediting import Credit, credit_of
from tests.gate.measure import Measure, share
from tests.gate.readings import Reading
from tests.gate.wanted import WantedStatement
from tests.gate.wording import holds, in_full, plain

FAMILY = "brief"


@dataclass(frozen=True, slots=True)
class Judged:
    """A wanted statement: the statements that hold it whole under its source, and those that give words of it to another."""

    reading: Reading
    wanted: WantedStatement
    right: tuple[Bullet, ...]
    described: tuple[Bullet, ...]  # under "the chancellor", "its director", not by name
    wrong: tuple[Bullet, ...]
    carried: bool  # whether any of its words are in the brief at all
    shown: bool  # whether a line of the brief has all of it


def statement_measures(readings: Iterable[Reading]) -> Iterator[Measure]:
    """What is there under its source, shown or not, what is under another, and how the rest of a statement agrees."""
    judged = [judge(reading, one) for reading in readings for one in reading.wanted.statements]
    found = [one for one in judged if one.right]
    musts = [one for one in judged if one.wanted.must]
    yield share(FAMILY, "statements it must have, by name", (bool(one.right) for one in musts))
    yield share(FAMILY, "by name or description", (bool(one.right or one.described) for one in musts))
    yield share(FAMILY, "statements it must have, shown", (one.shown for one in musts))
    yield share(
        FAMILY, "statements not under another source", (not one.wrong for one in judged if one.carried)
    )
    yield share(FAMILY, "statements there once", (len(one.right) == 1 for one in found))
    yield share(FAMILY, "role, where one is given", (has_role(one) for one in found if one.wanted.role))
    yield share(FAMILY, "cue", (has_cue(one) for one in found))
    yield share(FAMILY, "kind", (one.right[0].kind == one.wanted.kind for one in found))
    yield share(FAMILY, "via", (has_via(one) for one in found))
    yield share(FAMILY, "posts", (has_post(one) for one in judged if one.wanted.post))


def judge(reading: Reading, wanted: WantedStatement) -> Judged:
    """Look one wanted statement up in its page's brief."""
    bullets = reading.brief.statements
    holding = [bullet for bullet in bullets if all(holds(bullet.text, words) for words in wanted.has)]
    credited = [(bullet, credit(bullet, wanted, wanted.has[0], reading)) for bullet in holding]
    right = tuple(bullet for bullet, stands in credited if stands == "right")
    described = tuple(bullet for bullet, stands in credited if stands == "described")
    touching = [
        (bullet, words)
        for words in once(reading, wanted.has)
        for bullet in bullets
        if holds(bullet.text, words)
    ]
    wrong = tuple(bullet for bullet, words in touching if credit(bullet, wanted, words, reading) == "other")
    return Judged(
        reading, wanted, right, described, wrong, bool(touching or holding), is_shown(reading, wanted)
    )


def is_shown(reading: Reading, wanted: WantedStatement) -> bool:
    """Whether a line that is printed has all the words, under their source by name or description."""
    return any(
        all(holds(bullet.line, words) for words in wanted.has)
        and credit(bullet, wanted, wanted.has[0], reading) in ("right", "described")
        for bullet in reading.brief.bullets
    )


def once(reading: Reading, has: Sequence[str]) -> list[str]:
    """Those words that the article says once: of others nobody can tell which place a bullet shows."""
    text = plain(reading.article.text)
    return [words for words in has if text.count(plain(words)) == 1]


def credit(bullet: Bullet, wanted: WantedStatement, words: str, reading: Reading) -> Credit:
    """Whom the bullet puts the words down to."""
    shown = bullet.source.name if bullet.source else None
    return credit_of(shown, wanted.source, words, wanted.role, reading)


def has_role(one: Judged) -> bool:
    source = one.right[0].source
    return source is not None and holds(
        in_full(f"{source.role or ''} {source.name}"), in_full(one.wanted.role or "")
    )


def has_cue(one: Judged) -> bool:
    return plain(one.right[0].cue) == plain(one.wanted.cue)


def has_via(one: Judged) -> bool:
    """Whether a second-hand statement says through whom, and a first-hand one nobody."""
    if one.wanted.via is None:
        return one.right[0].via is None
    return holds(one.right[0].via, one.wanted.via)


def has_post(one: Judged) -> bool:
    return any(plain(bullet.post) == plain(one.wanted.post) for bullet in one.right)
