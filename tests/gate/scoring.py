"""Every measure of the gate, by family."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from tests.gate.attribution import attribution_measures
from tests.gate.figures import figure_measures
from tests.gate.honesty import honesty_measures
from tests.gate.measure import Measure
from tests.gate.pages import body_measures, metadata_measures
from tests.gate.readings import Reading
from tests.gate.stability import stability_measures
from tests.gate.statements import statement_measures
from tests.gate.stories import story_measures

FAMILIES: tuple[Callable[[Sequence[Reading]], Iterator[Measure]], ...] = (
    attribution_measures,
    stability_measures,
    statement_measures,
    figure_measures,
    body_measures,
    metadata_measures,
    story_measures,
    honesty_measures,
)


def score(readings: Sequence[Reading]) -> tuple[Measure, ...]:
    """What the code reaches on the corpus, in the order of the table."""
    return tuple(measure for family in FAMILIES for measure in family(readings))
