"""The same quantity with other values is told; different quantities are never held against each other."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from itertools import pairwise

import pytest

from summarizer.differ import claims_that_differ
from summarizer.model import Article, ClaimsDiffer, Evidence, Figure, KeyFigure, Span

GUARD, PORT = "Caldrian Coast Guard", "Aldermouth Port Authority"


def page(outlet: str, text: str, hour: int | None = 8) -> Article:
    published = None if hour is None else datetime(2026, 3, 11, hour, tzinfo=UTC)
    return Article(
        f"https://{outlet.lower()}.example/ferry",
        text,
        title="Ferry sinks",
        outlet=outlet,
        published=published,
    )


def given(
    article: Article,
    surface: str,
    value: int,
    concept: str,
    source: str | None = None,
    unit: str | None = "people",
    modifier: str | None = None,
) -> KeyFigure:
    start = article.text.index(surface)
    span = Span(start, start + len(surface))
    figure = Figure(
        span, surface, Decimal(value), unit=unit, concept=concept, source=source, modifier=modifier
    )
    return KeyFigure(figure, (Evidence(article.url, span),))


def values(found: tuple[ClaimsDiffer, ...]) -> list[list[str]]:
    return [[str(claim.figure.value) for claim in one.claims] for one in found]


def test_coast_guard_and_port_authority_count_the_missing_differently() -> None:
    """Each value stands with its source, outlet and time; the earliest first."""
    courier = page("Courier", "Fourteen people are still missing, the coast guard said.", 9)
    standard = page("Standard", "Eleven people remained unaccounted for, the port authority said.", 16)
    found = claims_that_differ(
        [standard, courier],
        [
            given(standard, "Eleven", 11, "people unaccounted", PORT),
            given(courier, "Fourteen", 14, "people missing", GUARD),
        ],
    )
    (missing,) = found
    assert [(str(one.figure.value), one.source, one.outlets) for one in missing.claims] == [
        ("14", GUARD, ("Courier",)),
        ("11", PORT, ("Standard",)),
    ]
    assert (missing.kind, missing.about) == ("conflict", "people missing")
    assert all(one.at and two.at and one.at < two.at for one, two in pairwise(missing.claims))


def test_a_later_value_of_one_source_is_an_update() -> None:
    """The same source, later: an update; two sources or one time: a conflict."""
    early = page("Courier", "Fourteen people are missing, the coast guard said.", 9)
    late = page("Mercury", "The coast guard said 13 people were missing.", 20)
    known = [
        given(early, "Fourteen", 14, "people missing", GUARD),
        given(late, "13", 13, "people missing", GUARD),
    ]
    assert [one.kind for one in claims_that_differ([early, late], known)] == ["update"]
    unknown = page("Mercury", late.text, None)
    known[1] = given(unknown, "13", 13, "people missing", GUARD)
    assert [one.kind for one in claims_that_differ([early, unknown], known)] == ["conflict"]


def test_two_outlets_with_one_value_are_one_claim() -> None:
    """A value is told once, with all the outlets that carry it."""
    texts = [
        ("Courier", "Six people were killed."),
        ("Mercury", "In all six people were killed."),
        ("Star", "Nine people were killed."),
    ]
    pages = [page(outlet, text, 8 + at) for at, (outlet, text) in enumerate(texts)]
    figures = [
        given(one, surface, value, "people killed")
        for one, surface, value in zip(pages, ("Six", "six", "Nine"), (6, 6, 9), strict=True)
    ]
    (dead,) = claims_that_differ(pages, figures)
    assert [one.outlets for one in dead.claims] == [("Courier", "Mercury"), ("Star",)]


# Two passages of one story that a careless comparison would hold against each other.
OTHER_QUANTITIES = [
    ("another year", "31 people were killed in 2004.", "31", 31, "people killed", "Seven people were killed.", "Seven", 7, "people killed"),
    ("last year", "Some 20 people died there last year.", "20", 20, "people died", "Seven people died.", "Seven", 7, "people died"),
    ("a part", "Four of the dead were found; 4 of them were killed at once.", "4", 4, "people killed", "Seven people were killed.", "Seven", 7, "people killed"),
    ("children", "Three children were killed.", "Three", 3, "children killed", "Seven people were killed.", "Seven", 7, "people killed"),
    ("another fate", "Nine people were injured.", "Nine", 9, "people injured", "Seven people were killed.", "Seven", 7, "people killed"),
    ("a denied value", "There were 75 people on board, not 78 people on board.", "78", 78, "people on board", "There were 75 people on board.", "75", 75, "people on board"),
    ("a fear", "Up to nine people are feared dead, 9 at most.", "9", 9, "people dead", "Seven people are dead.", "Seven", 7, "people dead"),
    ("a limit", "The ship has a capacity of 90 people on board.", "90", 90, "people on board", "There were 75 people on board.", "75", 75, "people on board"),
    ("more", "Two more people were killed.", "Two", 2, "people killed", "Seven people were killed.", "Seven", 7, "people killed"),
    ("another place", "Five people were killed in Skelby.", "Five", 5, "people killed", "Seven people were killed in Tarrow.", "Seven", 7, "people killed"),
    ("one place", "Five people were killed in Skelby.", "Five", 5, "people killed", "Seven people were killed.", "Seven", 7, "people killed"),
    ("another size", "Some 900 people were rescued.", "900", 900, "people rescued", "Eight people were rescued.", "Eight", 8, "people rescued"),
    ("an old value", "The toll rose from 5 people killed.", "5", 5, "people killed", "Seven people were killed.", "Seven", 7, "people killed"),
]  # fmt: skip


@pytest.mark.parametrize("case", OTHER_QUANTITIES, ids=lambda case: case[0])
def test_different_quantities_are_never_compared(
    case: tuple[str, str, str, int, str, str, str, int, str],
) -> None:
    """Another time, part, fate, place or size, a fear, a limit, a denied or old value: nothing differs."""
    _, one, shown, value, concept, two, other, other_value, other_concept = case
    first, second = page("Courier", one), page("Mercury", two)
    figures = [given(first, shown, value, concept), given(second, other, other_value, other_concept)]
    assert claims_that_differ([first, second], figures) == ()


@pytest.mark.parametrize(
    ("modifier", "value", "differs"),
    [
        ("more than", 70, False),
        ("at least", 79, True),
        ("about", 80, False),
        ("nearly", 80, False),
        ("up to", 60, True),
    ],
)
def test_a_bound_that_holds_is_no_difference(modifier: str, value: int, *, differs: bool) -> None:
    """ "More than 70" and 78 can both be true, "at least 79" and 78 cannot."""
    first = page("Courier", f"There were {value} people on board.")
    second = page("Mercury", "There were 78 people on board.")
    figures = [
        given(first, str(value), value, "people on board", modifier=modifier),
        given(second, "78", 78, "people on board"),
    ]
    assert bool(claims_that_differ([first, second], figures)) is differs


def test_an_article_with_two_values_of_its_own_counts_two_things() -> None:
    """Where one article gives two values on one authority its words mean two quantities: neither is compared."""
    first = page("Courier", "Two ships were searched. Later three ships were searched.")
    second = page("Mercury", "Five ships were searched by the guard.")
    words = "ships searched"
    figures = [
        given(first, "Two", 2, words, unit="ship"),
        given(first, "three", 3, words, unit="ship"),
        given(second, "Five", 5, words, unit="ship"),
    ]
    assert claims_that_differ([first, second], figures) == ()


def test_money_and_shares_differ_in_one_unit_only() -> None:
    """4 and 5 percent differ; 4 percent and 5 crowns are two things; one word says too little."""
    first, second = (
        page("Courier", "It offered a pay rise of 4."),
        page("Mercury", "It offered a pay rise of 5."),
    )

    def found(concept: str, unit: str) -> list[list[str]]:
        figures = [
            given(first, "4", 4, concept, unit="percentage"),
            given(second, "5", 5, concept, unit=unit),
        ]
        return values(claims_that_differ([first, second], figures))

    assert found("pay rise", "percentage") == [["4", "5"]]
    assert found("pay rise", "crown") == []
    assert found("rise", "percentage") == []


def told(
    *sentences: tuple[str, str, int], concept: str, unit: str, modifier: str | None = None
) -> list[list[str]]:
    """What differs between articles that each give one value: sentence, the value's words, the value."""
    pages = [page(f"Outlet{n}", sentence, 8 + n) for n, (sentence, _, _) in enumerate(sentences)]
    figures = [
        given(article, surface, value, concept, f"source {n}", unit, modifier)
        for n, (article, (_, surface, value)) in enumerate(zip(pages, sentences, strict=True))
    ]
    return values(claims_that_differ(pages, figures))


def test_what_is_to_come_differs_from_what_is_to_come_only() -> None:
    """Two forecasts of a bridge's cost are rivals; a forecast and a bill are not."""
    mayor = ("The new bridge will cost 3 crowns, the mayor said.", "3 crowns", 3)
    rival = ("The new bridge would cost 4 crowns, the opposition said.", "4 crowns", 4)
    bill = ("The new bridge has cost 4 crowns, the auditor said.", "4 crowns", 4)
    assert told(mayor, rival, concept="cost of new bridge", unit="crown") == [["3", "4"]]
    assert told(mayor, bill, concept="cost of new bridge", unit="crown") == []


def test_what_a_figure_moved_by_is_a_quantity_of_its_own() -> None:
    """Up 5 percent and up 7 percent of the same month are rivals; of another year they are not."""
    five = ("Rents in Pinewater rose by 5 percent last month.", "5 percent", 5)
    seven = ("Rents in Pinewater rose by 7 percent last month.", "7 percent", 7)
    year = ("Rents in Pinewater rose by 7 percent last year.", "7 percent", 7)
    assert told(five, seven, concept="rents in Pinewater", unit="percentage", modifier="up") == [["5", "7"]]
    assert told(five, year, concept="rents in Pinewater", unit="percentage", modifier="up") == []
