"""What a later page has overtaken is told as updated, and nowhere else."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from summarizer.differ import claims_that_differ, gives, older_tellings, overtaken
from summarizer.model import Article, Bullet, ClaimsDiffer, Credit, Evidence, Figure, KeyFigure, Line, Span

MORNING = datetime(2026, 3, 2, 8, tzinfo=UTC)
Report = tuple[Article, KeyFigure]


def report(
    hour: int,
    amount: int,
    source: str | None = "rescue service",
    *,
    modifier: str | None = "at least",
    concept: str = "people killed",
    unit: str = "people",
    sentence: str = "{} people were killed in the tunnel at Brenn, it was said.",
) -> Report:
    """A page that opens with one amount, so many hours after the first."""
    text, url = sentence.format(amount), f"https://outlet{hour}.example/tunnel"
    start = text.index(str(amount))
    span = Span(start, start + len(str(amount)))
    figure = Figure(
        span, str(amount), Decimal(amount), modifier=modifier, unit=unit, concept=concept, source=source
    )
    page = Article(url, text, url, outlet=f"Outlet {hour}", published=MORNING + timedelta(hours=hour))
    return page, KeyFigure(figure, (Evidence(url, span),))


def differing(*reports: Report) -> tuple[ClaimsDiffer, ...]:
    return claims_that_differ([page for page, _ in reports], [figure for _, figure in reports])


def course(*reports: Report) -> list[tuple[str, list[int]]]:
    return [(one.kind, [int(claim.figure.value or 0) for claim in one.claims]) for one in differing(*reports)]


def test_a_toll_that_rises_is_one_update_whatever_order_it_came_in() -> None:
    """ "At least 9" leaves 21 open and is overtaken by it all the same."""
    assert course(report(8, 21), report(0, 9), report(4, 14)) == [("update", [9, 14, 21])]


def test_each_value_but_the_last_is_overtaken() -> None:
    """The passages that give it, and no other."""
    first, second, third = report(0, 9), report(4, 14), report(8, 21)
    old = overtaken(differing(first, second, third))
    assert [gives(figure, old) for _, figure in (first, second, third)] == [True, True, False]


def test_a_lowest_number_is_overtaken_by_a_higher_one_of_any_source() -> None:
    """The police count on; the mayor tells the sum."""
    assert course(report(0, 9, "police"), report(4, 14, "mayor", modifier=None)) == [("update", [9, 14])]


def test_two_sources_that_exclude_each_other_differ() -> None:
    """Neither has overtaken the other, however late it came."""
    ministry, army = report(0, 40, "ministry", modifier=None), report(2, 12, "army", modifier=None)
    assert course(ministry, army) == [("conflict", [40, 12])]
    assert overtaken(differing(ministry, army)) == ()


def test_a_lower_number_without_a_source_is_no_update_of_another_outlets() -> None:
    """An outlet that is behind takes nothing back."""
    assert course(report(0, 14, None, modifier=None), report(2, 9, None, modifier=None)) == [
        ("conflict", [14, 9])
    ]


def test_what_is_offered_and_what_is_asked_is_no_update() -> None:
    """A toll is counted on; the union's five per cent do not replace the employer's four."""
    rise: dict[str, str | None] = {"modifier": None, "concept": "pay rise", "unit": "percentage"}
    sentence = "A pay rise of {} percent was named in Brenn."
    offer, demand = (
        report(at, at + 4, who, **rise, sentence=sentence) for at, who in ((0, None), (1, "union"))
    )
    assert [kind for kind, _ in course(offer, demand)] == ["conflict"]
    dead = (report(at, at + 4, who, modifier=None) for at, who in ((0, None), (1, "police")))
    assert [kind for kind, _ in course(*dead)] == ["update"]


def test_at_least_9_after_at_least_14_is_no_news() -> None:
    """Both are true; nothing differs and nothing is overtaken."""
    assert course(report(0, 14), report(2, 9)) == []


def test_the_same_number_of_two_outlets_is_one_step() -> None:
    """The outlet that prints it without its source is named beside the other."""
    (told,) = differing(report(0, 9), report(2, 14, None), report(3, 14), report(8, 21))
    assert [claim.outlets for claim in told.claims] == [
        ("Outlet 0",),
        ("Outlet 2", "Outlet 3"),
        ("Outlet 8",),
    ]


@pytest.mark.parametrize(("second", "found"), [(6, [("update", [40, 260])]), (0, [])])
def test_what_both_pages_open_with_may_have_grown_sixfold(second: int, found: list[object]) -> None:
    """In the hours between them; at one hour they are two things of one name."""
    fire = {"modifier": None, "concept": "heath near Brenn had burned", "unit": "hectare"}
    sentence = "A fire near Brenn had burned {} hectares of heath."
    early, late = (report(at, n, **fire, sentence=sentence) for at, n in ((0, 40), (second or 12, 260)))
    if not second:
        late = (Article(late[0].url, late[0].text, published=MORNING), late[1])
    assert course(early, late) == found


def test_a_place_in_the_label_does_not_make_another_quantity() -> None:
    """ "Homes flooded in Brenn" and "homes flooded" are one count where both pages open with Brenn."""
    first = report(
        0, 30, concept="homes flooded in Brenn", unit="home", sentence="{} homes in Brenn were flooded."
    )
    second = report(4, 80, concept="homes flooded", unit="home", sentence="Brenn has {} flooded homes now.")
    assert course(first, second) == [("update", [30, 80])]
    other = report(
        4, 80, concept="homes flooded in Holt", unit="home", sentence="Holt has {} flooded homes now."
    )
    assert course(first, other) == []


def line_of(text: str, url: str) -> Bullet:
    return Bullet(Credit("council"), "said", "indirect", text, (Evidence(url, Span(0, 9)),))


@pytest.mark.parametrize(
    ("older", "is_older"),
    [
        ("Thirty homes in Brenn were cut off by the flood on Monday morning", True),
        ("Eighty homes in Brenn were cut off by the flood on Monday morning", False),
        ("Thirty homes in Holt were cut off by the flood on Monday morning", False),
        ("The bridge of Brenn had been built in thirty days", False),
    ],
)
def test_the_leads_news_with_an_older_number_is_an_older_telling(older: str, *, is_older: bool) -> None:
    """Other words, another place or the same number make another line."""
    lead = Line("The flood in Brenn had cut off 80 homes by Monday evening.", (Evidence("new", Span(0, 9)),))
    pages = [
        Article("new", "…", published=MORNING + timedelta(hours=8)),
        Article("old", "…", published=MORNING),
        Article("undated", "…"),
    ]
    bullets = [line_of(older, "old"), line_of(older, "undated"), line_of(older, "new")]
    assert bool(older_tellings(bullets, [lead], pages)) is is_older
    assert all(proof.url == "old" for proof in older_tellings(bullets, [lead], pages))
