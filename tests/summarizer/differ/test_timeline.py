"""How the figure of a running story went."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal

from summarizer.differ import claims_that_differ, find_timeline
from summarizer.model import Article, Evidence, Figure, KeyFigure, Span

MORNING = datetime(2026, 3, 11, 7, tzinfo=UTC)


def report(number, value, source="Coast guard", *, is_dated=True):
    """One outlet's article that gives the number of people missing."""
    text = f"{value} people are missing off Skerrin Point, the coast guard said. The sea was rough."
    url = f"https://outlet{number}.example/ferry"
    at = MORNING + timedelta(hours=number) if is_dated else None
    article = Article(url, text, url, outlet=f"Outlet {number}", published=at)
    span = Span(0, len(str(value)))
    figure = Figure(span, str(value), Decimal(value), unit="people", concept="people missing", source=source)
    return article, KeyFigure(figure, (Evidence(url, span),))


def course(*reports):
    articles, figures = zip(*reports, strict=True)
    timeline = find_timeline(articles, figures)
    return timeline and [(int(point.figure.value), point.source) for point in timeline.points]


def test_three_dated_values_make_a_timeline():
    """Who gave which value, the earliest first."""
    assert course(report(3, 12), report(1, 14), report(2, 20, "harbour master")) == [
        (14, "Coast guard"),
        (20, "harbour master"),
        (12, "Coast guard"),
    ]


def test_two_values_are_read_faster_than_seen():
    """No picture of two points, nor of one value that all give."""
    assert course(report(1, 14), report(2, 12)) is None
    assert course(report(1, 14, "a"), report(2, 14, "b"), report(3, 14, "c")) is None


def test_a_value_without_a_date_has_no_place_in_it():
    """Nobody knows when it was given."""
    assert course(report(1, 14), report(2, 12), report(3, 11, is_dated=False)) is None


def test_a_value_that_is_repeated_is_one_point_and_one_that_comes_back_another():
    """14 in two outlets, then 16, then 14 again."""
    told = course(report(1, 14), report(2, 14), report(3, 16), report(4, 14))
    assert [value for value, _ in told] == [14, 16, 14]


def test_a_source_that_comes_back_to_a_value_updates_twice():
    """Two, three, two: the last one stands."""
    articles, figures = zip(report(1, 12), report(2, 13), report(3, 12), strict=True)
    (differ,) = claims_that_differ(articles, figures)
    assert differ.kind == "update"
    assert [int(claim.figure.value) for claim in differ.claims] == [12, 13, 12]
