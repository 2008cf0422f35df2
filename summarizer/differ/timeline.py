"""How the figure of a running story went: who gave which value when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from summarizer.differ.claims import gather, rival_groups
from summarizer.model import Article, Claim, KeyFigure, Timeline

FEWEST_POINTS = 3  # below that looking is no better than reading
FEWEST_VALUES = 2  # one value given again and again is no course


def find_timeline(articles: Sequence[Article], figures: Iterable[KeyFigure]) -> Timeline | None:
    """The quantity that changed most often among those with enough dated values; the earliest value first."""
    found = [
        Timeline(about, points)
        for about, group in rival_groups(articles, figures)
        if is_course(points := tuple(claim for claim in gather(group) if claim.at))
    ]
    return max(found, key=lambda one: (len(values_of(one.points)), len(one.points)), default=None)


def is_course(points: Sequence[Claim]) -> bool:
    """Whether the points are enough to be worth a look."""
    return len(points) >= FEWEST_POINTS and len(values_of(points)) >= FEWEST_VALUES


def values_of(points: Iterable[Claim]) -> set[object]:
    return {point.figure.value for point in points}
