"""What falls short, statement by statement, the most harmful first: for whoever wants to better it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from summarizer.model import Bullet
from tests.gate.readings import Reading
from tests.gate.statements import Judged, judge
from tests.gate.wording import holds


def shortfalls(readings: Iterable[Reading]) -> Iterator[str]:
    """One line each: words under another source, then words under nobody's name, then what is missing."""
    judged = [judge(reading, one) for reading in readings for one in reading.wanted.statements]
    for one in judged:
        yield from (
            f"OTHER SOURCE  {told(one)}: shown under {shown(bullet)}" for bullet in dict.fromkeys(one.wrong)
        )
    lacking = [one for one in judged if one.wanted.must and not one.right and not one.wrong]
    yield from (
        f"NOT BY NAME   {told(one)}: shown under {shown(holding(one)[0])}" for one in lacking if holding(one)
    )
    yield from (f"MISSING       {told(one)}" for one in lacking if not holding(one))


def holding(one: Judged) -> list[Bullet]:
    return [
        bullet
        for bullet in one.reading.brief.bullets
        if any(holds(bullet.text, words) for words in one.wanted.has)
    ]


def told(one: Judged) -> str:
    return f"{one.reading.slug}: {one.wanted.source}: {' … '.join(one.wanted.has)!r}"


def shown(bullet: Bullet) -> str:
    return f"{bullet.source.name if bullet.source else 'nobody'}: {bullet.text!r}"
