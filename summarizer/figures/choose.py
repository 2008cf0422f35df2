"""The few figures that belong in a brief: merged when they are the same in other words, best first."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.figures.same import Told, are_at_odds, gather, without_conversions
from summarizer.figures.worth import is_filler, is_readable, worth
from summarizer.model import Figure, Span, Statement

MOST = 8  # of one brief; an editor reads no more at a glance
LEAST_WORTH = 0.0  # what scores less is left out even when fewer than MOST are found


def choose_figures(
    doc_text: str, figures: Sequence[Figure], lead_end: int, statements: Sequence[Statement]
) -> tuple[tuple[Figure, tuple[Span, ...]], ...]:
    """At most MOST figures, each with all the spans that give it, best first.

    `lead_end` is where the lead of `doc_text` ends. `statements` say which passages are attributed.
    Contradictory figures stand side by side, each with its source.
    """
    told = gather([figure for figure in without_conversions(doc_text, figures) if not is_filler(figure)])
    told = _without_counterparts([one for one in told if is_readable(one.shown)])
    held = [span for statement in statements if statement.source for span in statement.content]
    points = {one: worth(one, doc_text, lead_end, held) for one in told}
    best = sorted(
        (one for one in told if points[one] >= LEAST_WORTH), key=lambda one: (-points[one], one.shown.span)
    )
    return tuple((one.shown, _spans(one)) for one in _side_by_side(best[:MOST]))


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
