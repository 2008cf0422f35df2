"""A figure as every renderer prints it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from handlers.render.figure_parts import figure_marked, figure_parts
from handlers.render.wording import giver_words
from summarizer.model import Compared, Figure, Span

SALES = Figure(
    Span(30, 33),
    "20%",
    Decimal(20),
    modifier="nearly",
    unit="percentage",
    label="Sales of boats in Tarrow fell by nearly 20% last year",
)


def test_the_number_stands_in_its_place_in_what_is_told() -> None:
    """It is not told twice, with its modifier before and again in the clause."""
    assert figure_parts(SALES) == ("Sales of boats in Tarrow fell by nearly ", "20%", " last year")


@pytest.mark.parametrize(
    ("surface", "told", "parts"),
    [
        ("5", "Of 15 boats 5 sank", ("Of 15 boats ", "5", " sank")),
        ("$15", "It rose to $15.50 from $15", ("It rose to $15.50 from ", "$15", "")),
        ("three", "Thirteen men saw three boats", ("Thirteen men saw ", "three", " boats")),
    ],
)
def test_a_number_is_found_as_a_word_of_its_own(surface: str, told: str, parts: tuple[str, str, str]) -> None:
    """Not within another number or word."""
    assert figure_parts(Figure(Span(0, 1), surface, label=told)) == parts


def test_a_number_that_is_not_in_what_is_told_stands_before_it() -> None:
    """As in briefs of earlier days, whose labels left it out."""
    assert figure_parts(replace(SALES, label="sales of boats")) == ("", "nearly 20%", ": sales of boats")


def test_what_the_stretch_says_is_not_put_behind_it_again() -> None:
    """What it is compared with stands in brackets only where the stretch ends before it."""
    compared = Compared("from 30% in May", Span(50, 65))
    cut = replace(SALES, compared=compared)
    whole = replace(cut, label="Sales fell by nearly 20% from 30% in May")
    assert figure_parts(cut).behind == " last year (from 30% in May)"
    assert figure_parts(whole).behind == " from 30% in May"


def test_who_gives_a_figure_is_named_once() -> None:
    """Behind it, unless the stretch names them."""
    told = "Vera Moll, who builds boats, says that sales fell by nearly 20%"
    assert giver_words(replace(SALES, source="Vera Moll")) == "Vera Moll"
    assert giver_words(replace(SALES, label=told, source="Vera Moll")) == ""


def test_a_renderer_styles_the_number_and_keeps_the_blanks() -> None:
    """Whatever it does with the words between them."""
    marked = figure_marked(SALES, lambda number: f"*{number}*", lambda words: words.strip().upper())
    assert marked == "SALES OF BOATS IN TARROW FELL BY NEARLY *20%* LAST YEAR"
