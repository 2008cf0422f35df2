"""The few figures that belong in a brief: merged when they are the same in other words, best first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from summarizer.figures.clearness import CLEAR, leans, once_answered
from summarizer.figures.fillers import is_filler
from summarizer.figures.other_events import is_of_another_event
from summarizer.figures.same import Told, are_at_odds, gather, without_conversions
from summarizer.figures.worth import Seen, worth
from summarizer.model import Figure, Span, Statement

UNCLEAR = (
    2.0  # what a figure loses whose label nobody understands alone: none that has lost it is worth showing
)
CROWD = 0.1  # what a figure loses for each one of its concept before it, save the first: prices of one share


class Chosen(NamedTuple):
    """A figure with all the spans that give it, and what it is worth to a brief."""

    figure: Figure
    spans: tuple[Span, ...]
    worth: float


def choose_figures(
    doc_text: str,
    figures: Sequence[Figure],
    seen: Seen,
    statements: Sequence[Statement],
) -> tuple[Chosen, ...]:
    """The figures that are stated of this story, each with all the spans that give it and what it is worth, best first.

    `seen` is what the lead of `doc_text` tells. `statements` say which passages are attributed. Contradictory
    figures stand side by side, each with its source.
    """
    told = candidates(doc_text, [read_below(figure, seen) for figure in figures])
    held = [span for statement in statements if statement.source for span in statement.content]
    worths = {one: worth(one, doc_text, seen, held) - UNCLEAR * (not is_clear(one.shown)) for one in told}
    ordered = _side_by_side(_varied(sorted(told, key=lambda one: one.shown.span), worths))
    return tuple(Chosen(one.shown, _spans(one), worths[one]) for one in ordered)


def read_below(figure: Figure, seen: Seen) -> Figure:
    """The figure as clear as it is to somebody who has read the lead: "she" may be whom that names."""
    is_answered = figure.leans and figure.label and not leans(figure.label, seen.stems, seen.told)
    return replace(figure, clearness=once_answered(figure.clearness)) if is_answered else figure


def candidates(doc_text: str, figures: Sequence[Figure]) -> list[Told]:
    """Each figure once that is claimed, and is of this story."""
    stated = [figure for figure in figures if not (figure.denied or is_of_another_event(doc_text, figure))]
    told = gather([figure for figure in without_conversions(doc_text, stated) if not is_filler(figure)])
    return _without_counterparts(told)


def is_clear(figure: Figure) -> bool:
    """Whether an editor can be expected to understand the figure alone."""
    return figure.clearness >= CLEAR and bool(figure.label or figure.concept)


def _varied(good: Sequence[Told], worths: Mapping[Told, float]) -> list[Told]:
    """`good`, best first, where the third of one concept counts for less than the first two."""
    chosen: list[Told] = []
    left = list(good)
    while left:
        crowds = Counter(_concept(one) for one in chosen)
        best = max(left, key=lambda one: worths[one] - CROWD * max(0, crowds[_concept(one)] - 1))
        left.remove(best)
        chosen.append(best)
    return chosen


def _concept(told: Told) -> str:
    """What a figure is of; one without a concept is like no other."""
    return (told.shown.concept or f"{told.shown.span}").casefold()


def _without_counterparts(told: Sequence[Told]) -> list[Told]:
    """`told` without those that another figure shows as what it is compared with, or as what it replaces."""
    shown = [one.shown.compared.span for one in told if one.shown.compared]
    return [
        one for one in told if not all(any(span.holds(place.span) for span in shown) for place in one.places)
    ]


def _spans(told: Told) -> tuple[Span, ...]:
    return tuple(sorted({figure.span for figure in told.places}))


def _side_by_side(best: Sequence[Told]) -> list[Told]:
    """`best` with those that contradict each other moved next to each other."""
    ordered: list[Told] = []
    for one in best:
        place = next((n for n, other in enumerate(ordered) if are_at_odds(one.shown, other.shown)), None)
        ordered.insert(len(ordered) if place is None else place + 1, one)
    return ordered
