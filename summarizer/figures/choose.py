"""The few figures that belong in a brief: merged when they are the same in other words, best first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from summarizer.figures.same import Told, are_at_odds, gather, without_conversions
from summarizer.figures.worth import is_filler, is_readable, worth
from summarizer.model import Figure, Span, Statement

MOST = 8  # of one brief; an editor reads no more at a glance
LEAST_WORTH = 0.0  # what scores less is left out even when fewer than MOST are found
# What a statement of the brief says word for word is worth a second look only when it is the story, and so scores more.
LEAST_WORTH_SHOWN = 2.0
CROWD = 1.0  # points that a figure loses for each one of its concept before it, save the first: prices of one share


def choose_figures(
    doc_text: str,
    figures: Sequence[Figure],
    lead_end: int,
    statements: Sequence[Statement],
    shown: Sequence[Span] = (),
) -> tuple[tuple[Figure, tuple[Span, ...]], ...]:
    """At most MOST figures, each with all the spans that give it, best first.

    `lead_end` is where the lead of `doc_text` ends. `statements` say which passages are attributed, `shown`
    which of them the brief shows as statements.
    Contradictory figures stand side by side, each with its source.
    """
    told = gather([figure for figure in without_conversions(doc_text, figures) if not is_filler(figure)])
    told = _without_counterparts([one for one in told if is_readable(one.shown)])
    held = [span for statement in statements if statement.source for span in statement.content]
    points = {one: worth(one, doc_text, lead_end, held) for one in told}
    least = {one: LEAST_WORTH_SHOWN if _is_shown(one, shown) else LEAST_WORTH for one in told}
    good = sorted((one for one in told if points[one] >= least[one]), key=lambda one: one.shown.span)
    return tuple((one.shown, _spans(one)) for one in _side_by_side(_varied(good, points)))


def _is_shown(told: Told, shown: Sequence[Span]) -> bool:
    """Whether a statement of the brief gives the figure with its source."""
    return told.shown.source is not None and any(_within(told.shown.span, span) for span in shown)


def _varied(good: Sequence[Told], points: Mapping[Told, float]) -> list[Told]:
    """At most MOST of `good`, best first, where the third of one concept counts for less than the first two."""
    chosen: list[Told] = []
    left = list(good)
    while left and len(chosen) < MOST:
        crowds = Counter(_concept(one) for one in chosen)
        best = max(left, key=lambda one: points[one] - CROWD * max(0, crowds[_concept(one)] - 1))
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
        one
        for one in told
        if not all(any(_within(place.span, span) for span in shown) for place in one.places)
    ]


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _spans(told: Told) -> tuple[Span, ...]:
    return tuple(sorted({figure.span for figure in told.places}))


def _side_by_side(best: Sequence[Told]) -> list[Told]:
    """`best` with those that contradict each other moved next to each other."""
    ordered: list[Told] = []
    for one in best:
        place = next((n for n, other in enumerate(ordered) if are_at_odds(one.shown, other.shown)), None)
        ordered.insert(len(ordered) if place is None else place + 1, one)
    return ordered
