"""How figures of one text belong together: comparisons, updates, conversions, hedges."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from summarizer.figures import Seen, choose_figures, find_figures
from summarizer.figures.hedges import hedge_of, is_hedge
from summarizer.figures.links import with_links
from summarizer.model import Cue, Figure, Source, Span, Statement

if TYPE_CHECKING:
    from spacy.language import Language


def figure(text: str, surface: str, value: str | None, **more: str | None) -> Figure:
    """The figure whose words stand in `text`."""
    start = text.index(surface)
    number = Decimal(value) if value else None
    return Figure(Span(start, start + len(surface)), surface, number, **more)  # type: ignore[arg-type]


COMPARISONS = [
    ("The toll rose to 58, up from 40 on Monday.", "58", "40", None, "up from 40 on Monday"),
    (
        "Income was 84 cents, compared with 61 cents a year ago.",
        "84 cents",
        "61 cents",
        "cent",
        "compared with 61 cents a year ago",
    ),
    ("Turnout was 64%, against 61% in 2019.", "64%", "61%", "percentage", "against 61% in 2019"),
    ("Profit rose to $4m from $3m a year earlier.", "$4m", "$3m", "dollar", "from $3m a year earlier"),
    ("He asked for 30 beds instead of 12.", "30", "12", "bed", "instead of 12"),
]


@pytest.mark.parametrize(
    ("text", "first", "second", "unit", "words"), COMPARISONS, ids=[c[0] for c in COMPARISONS]
)
def test_a_figure_carries_what_it_is_compared_with(
    text: str, first: str, second: str, unit: str | None, words: str
) -> None:
    """In the article's words, with when that was."""
    pair = (figure(text, first, "2", unit=unit), figure(text, second, "1", unit=unit))
    told, other = with_links(text, pair)
    assert told.compared is not None
    assert (told.compared.text, told.compared.value, told.changed) == (words, Decimal(1), False)
    assert told.compared.span.of(text) == words
    assert other.compared is None


@pytest.mark.parametrize(
    "text",
    [
        "It sold 58 ferries. From 40 ports came protest.",
        "It has 58 ferries and 40 ports.",
        "The 58 crossed the strait in winter (the firm has 40).",
    ],
)
def test_two_figures_side_by_side_are_no_comparison(text: str) -> None:
    """Only words of comparison in one sentence tie two figures."""
    assert [
        one.compared for one in with_links(text, (figure(text, "58", "58"), figure(text, "40", "40")))
    ] == [None] * 2


def test_money_is_not_compared_with_a_share() -> None:
    """Both must be of one unit."""
    text = "It paid $4m from 12% of its income."
    pair = (figure(text, "$4m", "4", unit="dollar"), figure(text, "12%", "12", unit="percentage"))
    assert with_links(text, pair)[0].compared is None


def test_a_figure_that_replaces_an_earlier_one_is_marked_as_changed() -> None:
    """Fourteen dead; police earlier put the toll at 9."""
    text = "At least 14 people died. Police earlier put the toll at 9."
    now = figure(text, "14", "14", unit="people", concept="people died")
    before = figure(text, "9", "9", concept="toll")
    told, old = with_links(text, (now, before))
    assert told.changed
    assert told.compared is not None
    assert (told.compared.text, told.compared.value) == ("9", Decimal(9))
    assert not old.changed
    assert [one.surface for one, *_ in choose_figures(text, (told, old), Seen(len(text)), ())] == ["14"]


def test_a_revised_figure_is_marked_as_changed() -> None:
    """Officials revised the number to 14 from 11."""
    text = "Officials revised the number of missing to 14 from 11."
    told, _ = with_links(text, (figure(text, "14", "14"), figure(text, "11", "11")))
    assert told.changed


def test_earlier_figures_of_another_thing_change_nothing() -> None:
    """The bus line of a sentence with "earlier" is no earlier toll."""
    text = "At least 14 people died. Police earlier closed 9 roads."
    pair = (
        figure(text, "14", "14", unit="people", concept="people died"),
        figure(text, "9", "9", unit="road", concept="roads closed"),
    )
    assert not any(one.changed for one in with_links(text, pair))


def test_a_range_started_nowhere() -> None:
    """Estimates range from 100,000 to 250,000: nothing changed."""
    text = "Estimates range from 100,000 to 250,000."
    start = text.index("100")
    span = Figure(Span(start, len(text) - 1), "100,000 to 250,000", low=Decimal(100000), high=Decimal(250000))
    assert with_links(text, (span,))[0].compared is None


def test_people_of_two_kinds_do_not_replace_each_other() -> None:
    """The nine people of a rescue are no new count of those on board."""
    text = "There were 78 people on board. He had earlier said nine people clung to a raft."
    pair = (
        figure(text, "78", "78", unit="people", concept="people on board"),
        figure(text, "nine", "9", unit="people", concept="people"),
    )
    assert not any(one.changed for one in with_links(text, pair))


@pytest.mark.parametrize(
    ("text", "first", "units", "second"),
    [
        ("It is 57 kilometres (35 miles) long.", "57 kilometres", ("kilometre", "mile"), "35 miles"),
        ("It paid 9m shekels ($2.4m).", "9m shekels", ("shekel", "dollar"), "$2.4m"),
        ("Snow of 40 cm, or about 16 inches, fell.", "40 cm", ("centimetre", "inch"), "16 inches"),
        ("It will spend 9m euros, about $10m, on boats.", "9m euros", ("euro", "dollar"), "$10m"),
    ],
)
def test_a_conversion_is_tied_to_its_figure(
    text: str, first: str, units: tuple[str, str], second: str
) -> None:
    """In brackets or behind "or": shown with its figure, chosen once."""
    pair = (
        figure(text, first, "9", unit=units[0], concept="tunnel"),
        figure(text, second, "5", unit=units[1], concept="tunnel"),
    )
    told, other = with_links(text, pair)
    assert (told.conversion, other.conversion) == (second, None)


def test_a_sum_a_head_is_no_conversion_of_the_sum() -> None:
    """4m crowns a year, or 7,300 crowns a head, are two facts."""
    text = "They earned 4m crowns a year, or 7,300 crowns a head."
    pair = (
        figure(text, "4m crowns a year", "4000000", unit="crown per year"),
        figure(text, "7,300 crowns a head", "7300", unit="crown per head"),
    )
    assert with_links(text, pair)[0].conversion is None


@pytest.mark.parametrize(
    ("text", "surface", "hedge"),
    [
        ("The army claimed it had shot down 158 drones.", "158", "claimed"),
        ("They hold 150 alleged mercenaries.", "150", "alleged"),
        ("The club reportedly paid $32 million.", "$32 million", "reportedly"),
        ("A reported 14 miners are trapped.", "14", "reported"),
        ("He allegedly took bribes; the city paid $5m.", "$5m", None),
        ("The union has 900 members.", "900", None),
        ("The county reported 212 cases.", "212", None),
    ],
)
def test_a_hedge_of_the_clause_is_kept(text: str, surface: str, hedge: str | None) -> None:
    """Claimed, alleged, reportedly; the verb "reported" vouches for its number."""
    start = text.index(surface)
    assert hedge_of(text, start, start + len(surface)) == hedge


def test_cues_that_vouch_for_nothing_are_hedges() -> None:
    """Claimed and alleged are, said is not."""
    assert [is_hedge(cue) for cue in ("claimed", "alleges", "said", "")] == [True, True, False, False]


@pytest.mark.model
def test_the_cue_of_a_statement_hedges_its_figures(nlp: Language) -> None:
    """What somebody claims is claimed, however far the verb is from the number."""
    text = "Over the past week, in three places along the coast and the river behind it, 158 drones fell, the army claimed."
    cue = text.index("claimed")
    statement = Statement(
        (Span(0, text.index(", the army")),),
        "indirect",
        Source("the army", "the army", Span(cue - 9, cue - 1)),
        Cue("claimed", Span(cue, cue + 7)),
    )
    assert find_figures(nlp(text), (statement,))[-1].hedge == "claimed"


@pytest.mark.model
def test_a_surface_is_the_characters_of_the_article(nlp: Language) -> None:
    """No-break and thin blanks stay as they are, also in what a figure is compared with."""
    text = "Net income rose to $412\u00a0million from $298\u2009million a year earlier."
    first, second = find_figures(nlp(text), (), text)
    assert (first.surface, second.surface) == ("$412\u00a0million", "$298\u2009million")
    assert first.compared is not None
    assert first.compared.text == first.compared.span.of(text) == "from $298\u2009million a year earlier"


@pytest.mark.model
def test_the_text_of_another_document_is_refused(nlp: Language) -> None:
    """Offsets would be wrong."""
    with pytest.raises(ValueError, match="not the text"):
        find_figures(nlp("It sold 12 ferries."), (), "It sold 12.")


def test_both_sums_of_a_conversion_are_of_the_same_thing(nlp: Language) -> None:
    """The 800-million-crown (US$76-million) mast: neither sum is of crowns."""
    figures = find_figures(nlp("The 800-million-crown (US$76-million) mast took nine years to build."), ())
    assert [figure.concept for figure in figures[:2]] == ["mast", "mast"]
