"""How many figures a brief shows, and where the others are."""

from __future__ import annotations

from decimal import Decimal

import pytest

from summarizer.article import article_from_text
from summarizer.brief import make_brief
from summarizer.brief.facts import own_facts
from summarizer.brief.numbers import MOST_FIGURES
from summarizer.model import Brief, Evidence, Extract, Figure, KeyFigure, Span

THINGS = ("houses", "barns", "boats", "sheds", "mills", "farms", "shops", "bridges", "docks", "cellars")


def brief_of_damage() -> Brief:
    """Ten counts of what a flood destroyed, of 30 houses to 120 cellars."""
    counts = [f"{30 + 10 * n} {thing} destroyed" for n, thing in enumerate(THINGS)]
    text = f"The flood left {', '.join(counts)}."
    figures = tuple(
        Figure(
            Span(text.index(told), text.index(told) + len(told.split()[0])),
            told.split()[0],
            Decimal(told.split()[0]),
            unit=told.split()[1],
            concept=told.partition(" ")[2],
        )
        for told in counts
    )
    return make_brief([article_from_text(text, "https://courier.example/flood")], [Extract((), figures)])


def test_few_figures_are_shown_and_the_others_kept() -> None:
    """None is lost: what is not shown is among the more figures."""
    brief = brief_of_damage()
    assert len(brief.figures) == MOST_FIGURES
    kept = {key.figure.concept for key in (*brief.figures, *brief.more_figures)}
    assert kept == {f"{thing} destroyed" for thing in THINGS}


def test_a_sentence_in_which_somebody_tells_the_figure_is_not_the_report_s_own() -> None:
    """An expert determined it, or he disclosed it: without a statement made of it, it is nobody's line."""
    own = "The flood closed 14 bridges in the two districts of Tarrow."
    told = "A surveyor determined that 17 mills along the river had been lost."
    text = f"{own}\n\n{told}"
    assert facts_of(text, ("14", "bridge"), ("17", "mill")) == [own]


def test_a_sentence_that_its_figure_tells_as_a_whole_is_not_told_again() -> None:
    """The report's own words add something to the number, or they are left out."""
    all_in = "Seventy percent of tenants in Tarrow live in arrears."
    adds = "The flood closed 14 bridges in the two districts of Tarrow."
    text = f"{adds}\n\n{all_in}"
    figures = (("14", "bridges closed"), ("Seventy percent", "tenants in Tarrow live in arrears"))
    assert facts_of(text, *figures) == [adds]


def test_what_a_firm_tells_of_itself_below_its_news_is_not_shown() -> None:
    """Where it has its seat, and where its shares are listed."""
    seat = "Tarrow Mills is headquartered in Norburg and employs around 1,300 people in three towns."
    shares = "Tarrow Mills registered shares (TRW) are listed on the Norburg Exchange with 900 others."
    text = f"{seat}\n\n{shares}"
    assert facts_of(text, ("1,300", "people"), ("900", "others")) == []


def test_what_an_editor_would_miss_is_offered_and_the_setting_is_not() -> None:
    """What comes next, and what is about the same as the rest, is the report's own line; the weather is none."""
    lead = (
        "A jury in Tarrow found the miller Bo Ahl guilty on Monday of burning down the mill of his brother."
    )
    sentence = "The court in Tarrow will sentence Bo Ahl next week for burning down the mill."
    colour = (
        "The old square outside was quiet and wet all day long.",
        "Crows sat in the bare trees, and a dog slept on some steps.",
        "Nobody had cleaned the windows of that grey house for years.",
        "Inside there were benches of dark wood and a clock without hands.",
    )
    article = article_from_text(
        "\n\n".join((lead, *colour[:2], sentence, *colour[2:])), "https://courier.example/mill"
    )
    facts = own_facts(article, Extract((), ()), (Span(0, len(lead)),), ())
    assert [fact.line for fact in facts] == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "If you have a mill, you will pay the new tax of Tarrow next week.",
        "Next week Bo Ahl of Tarrow will learn from them how long the term is for burning down the mill.",
    ],
    ids=("to the reader", "leans"),
)
def test_what_speaks_to_the_reader_or_leans_is_no_fact_of_the_report(sentence: str) -> None:
    """It cannot be read alone, however much it has of the news."""
    lead = "A jury in Tarrow found the miller Bo Ahl guilty on Monday of burning down a mill."
    article = article_from_text(f"{lead}\n\n{sentence}", "https://courier.example/mill")
    assert own_facts(article, Extract((), ()), (Span(0, len(lead)),), ()) == ()


def facts_of(text: str, *numbers: tuple[str, str]) -> list[str]:
    """The report's own lines for the numbers of a text, each with its concept."""
    figures = tuple(
        Figure(
            Span(text.index(number), text.index(number) + len(number)),
            number,
            Decimal(17),
            unit=concept.split()[0],
            concept=concept,
        )
        for number, concept in numbers
    )
    article = article_from_text(text, "https://courier.example/flood")
    keys = tuple(KeyFigure(figure, (Evidence(article.url, figure.span),)) for figure in figures)
    return [fact.line for fact in own_facts(article, Extract((), figures), (), keys)]
