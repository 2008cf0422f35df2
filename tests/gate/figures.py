"""Figures: those found in the texts, and those chosen for the briefs."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from summarizer.model import Figure
from tests.gate.crediting import Credit, credit_of
from tests.gate.measure import Measure, share
from tests.gate.readings import Reading
from tests.gate.wanted import WantedFigure
from tests.gate.wording import holds, plain

FAMILY = "figures"
# An editor writes the page's verb, the code the direction.
DIRECTION = {"rose": "up", "climbed": "up", "widened": "up", "fell": "down", "slipped": "down"}
SAME_UNIT = {"pound": "pound sterling", "degree celsius": "celsius", "person": "people"}


@dataclass(frozen=True, slots=True)
class Judged:
    """A wanted figure, and the figure of the text that answers it best."""

    reading: Reading
    wanted: WantedFigure
    found: Figure | None


def figure_measures(readings: Iterable[Reading]) -> Iterator[Measure]:
    """Value first; modifier, unit and source of those whose value was found; then what the briefs choose."""
    judged = [
        Judged(reading, wanted, best(wanted, reading.extract.figures, reading))
        for reading in readings
        for wanted in reading.wanted.figures
    ]
    found = [(one, one.found) for one in judged if one.found]
    yield share(FAMILY, "value", (one.found is not None for one in judged))
    yield share(FAMILY, "modifier, where value matches", (has_modifier(one.wanted, it) for one, it in found))
    yield share(
        FAMILY, "unit, where one is given", (has_unit(one.wanted, it) for one, it in found if one.wanted.unit)
    )
    sources = [credit(one.wanted, it, one.reading) for one, it in found]
    yield share(FAMILY, "source, where value matches", (one == "right" for one in sources))
    yield share(FAMILY, "not under another source", (one != "other" for one in sources))
    yield from chosen_measures([one.reading for one in judged])


def chosen_measures(judged: Iterable[Reading]) -> Iterator[Measure]:
    """Of the figures that a brief shows.

    A reader of a brief reads a line, not each number in it: of what is shown each stretch counts once, and an editor lists it
    when one of its shown numbers is listed.
    """
    readings = list({reading.slug: reading for reading in judged}.values())
    musts = [(reading, wanted) for reading in readings for wanted in reading.wanted.figures if wanted.must]
    shown = {reading.slug: [key.figure for key in reading.brief.figures] for reading in readings}
    yield share(
        FAMILY, "figures a brief must have", (any(is_told(w, f) for f in shown[r.slug]) for r, w in musts)
    )
    yield share(
        FAMILY,
        "shown figures that an editor lists",
        (is_listed(line, r.wanted.figures) for r in readings for line in lines_of(shown[r.slug])),
    )


def lines_of(figures: Iterable[Figure]) -> Sequence[Sequence[Figure]]:
    """The figures that a reader reads as one line; what has no stretch (a table's cell) stands alone."""
    lines: dict[object, list[Figure]] = {}
    for figure in figures:
        lines.setdefault(figure.label or figure.span, []).append(figure)
    return tuple(lines.values())


def is_listed(line: Iterable[Figure], wanted: Sequence[WantedFigure]) -> bool:
    """Whether one of the figures of a line is wanted."""
    return any(is_same(one, figure) for figure in line for one in wanted)


def best(wanted: WantedFigure, figures: Sequence[Figure], reading: Reading) -> Figure | None:
    """The figure of this value and surface that agrees in most else: a text may give one number twice."""

    def agreement(figure: Figure) -> int:
        source = credit(wanted, figure, reading) == "right"
        return sum((has_modifier(wanted, figure), has_unit(wanted, figure), source))

    return max((figure for figure in figures if is_same(wanted, figure)), key=agreement, default=None)


def is_same(wanted: WantedFigure, figure: Figure) -> bool:
    """Same number or ends of a range, in words that one holds of the other."""
    ours = numbers(figure)
    if len(ours) != len(wanted.numbers) or not all(map(math.isclose, ours, wanted.numbers)):
        return False
    return (
        not wanted.surface or holds(wanted.surface, figure.surface) or holds(figure.surface, wanted.surface)
    )


def is_told(wanted: WantedFigure, figure: Figure) -> bool:
    """Whether a shown figure is the wanted one, or its label gives that number as well: "192 of the 300 seats"."""
    return is_same(wanted, figure) or bool(wanted.surface and holds(figure.told or "", wanted.surface))


def numbers(figure: Figure) -> tuple[float, ...]:
    ends = (figure.value,) if figure.value is not None else (figure.low, figure.high)
    return tuple(float(end) for end in ends if end is not None)


def has_modifier(wanted: WantedFigure, figure: Figure) -> bool:
    theirs = plain(wanted.modifier)
    return DIRECTION.get(theirs, theirs) == plain(figure.modifier)


def has_unit(wanted: WantedFigure, figure: Figure) -> bool:
    """Same unit; "pound" is said also of pounds a year."""
    theirs, ours = folded(wanted.unit), folded(figure.unit)
    return theirs in (ours, folded(ours.split(" per ")[0]))


def folded(unit: str | None) -> str:
    return SAME_UNIT.get(plain(unit), plain(unit))


def credit(wanted: WantedFigure, figure: Figure, reading: Reading) -> Credit:
    """As for statements; a figure of the article's own that is given to somebody is under another source."""
    if wanted.source is None:
        return "other" if figure.source else "right"
    return credit_of(figure.source, wanted.source, figure.surface, None, reading)
