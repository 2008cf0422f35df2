"""Figures in a table's cells."""

import pytest

from summarizer.article.table_lines import MOST_ROWS, with_tables
from summarizer.figures import figures_in_tables
from summarizer.model import Article, Table

TEXT = "The count went on through the night."


def printed(*rows, header=(), caption=None):
    return with_tables(Article("https://a.example/1", TEXT), [Table(rows, header, caption)])


def figures(*rows, header=()):
    return [
        (figure.surface, figure.value and float(figure.value), figure.unit, figure.modifier, figure.concept)
        for figure in figures_in_tables(printed(*rows, header=header))
    ]


def test_a_table_is_the_end_of_the_text_a_line_a_row():
    """Its caption first, then its header; its place is known."""
    article = printed(("Harbour", "62"), header=("Party", "Seats"), caption="Seats won")
    (table,) = article.tables
    assert table.span.of(article.text) == "Seats won\nParty | Seats\nHarbour | 62"
    assert article.text.startswith(f"{TEXT}\n\nSeats won")


def test_a_long_table_stays_beside_the_text():
    """It is looked up, not told."""
    article = printed(*((f"Ward {n}", str(n)) for n in range(MOST_ROWS + 1)))
    assert article.text == TEXT
    assert article.tables[0].span is None
    assert figures_in_tables(article) == ()


def test_rows_that_the_text_has_already_are_not_printed_again():
    """Of a page that is nothing but a table they are the text."""
    article = with_tables(Article("https://a.example/1", "Harbour | 62"), [Table((("Harbour", "62"),))])
    assert article.text == "Harbour | 62"


def test_each_cell_s_words_are_its_own_place_in_the_text():
    """Also where two cells read the same."""
    article = printed(("Harbour", "62", "62"), ("Hill", "62", "7"), header=("Party", "Now", "Before"))
    found = figures_in_tables(article)
    assert [figure.span.of(article.text) for figure in found] == ["62", "62", "62", "7"]
    assert len({figure.span for figure in found}) == 4


@pytest.mark.parametrize(
    ("header", "cell", "told"),
    [
        ("Seats", "62", ("62", 62.0, None, None, "Seats, Harbour")),
        ("Seats", "1,204", ("1,204", 1204.0, None, None, "Seats, Harbour")),
        ("Vote (%)", "38.1", ("38.1", 38.1, "percentage", None, "Vote, Harbour")),
        ("Turnout, %", "61", ("61", 61.0, "percentage", None, "Turnout, Harbour")),
        ("Spent ($m)", "4.2", ("4.2", 4_200_000.0, "dollar", None, "Spent, Harbour")),
        ("Budget (£bn)", "1.5", ("1.5", 1_500_000_000.0, "pound sterling", None, "Budget, Harbour")),
        ("Coast (km)", "410", ("410", 410.0, "kilometre", None, "Coast, Harbour")),
        ("Revenue", "$1.62 billion", ("$1.62 billion", 1_620_000_000.0, "dollar", None, "Revenue, Harbour")),
        ("Change", "−7", ("−7", 7.0, None, "down", "Change, Harbour")),
        ("Change", "+41%", ("+41%", 41.0, "percentage", "up", "Change, Harbour")),
        ("", "62", ("62", 62.0, None, None, "Harbour")),
    ],
)
def test_a_cell_is_told_by_header_and_row(header, cell, told):
    """With the unit that the header gives to all its cells."""
    assert figures(("Harbour", cell), header=("Party", header)) == [told]


@pytest.mark.parametrize("cell", ["", "-", "n/a", "Ada Rook, 54", "3 of 7 wards", "12 March 2026", "2026"])
def test_words_dates_and_gaps_are_no_figures(cell):
    """Nor is what stands in a row's first cell."""
    assert figures(("Ward 21", cell), header=("Ward", "Note")) == []


def test_a_statement_is_never_made_of_a_table(brief_of_table):
    """And no line of it becomes a point of the brief; its figures do."""
    brief = brief_of_table
    assert not any(" | " in bullet.text for bullet in brief.bullets)
    assert any(key.figure.concept == "Revenue, Harbour Cables" for key in brief.figures)


@pytest.fixture
def brief_of_table():
    from summarizer.brief import make_brief
    from summarizer.figures.find import Figure
    from summarizer.model import Cue, Extract, Source, Span, Statement

    article = printed(("Harbour Cables", "$6.2bn"), ("Hill", "$1.4bn"), header=("Segment", "Revenue"))
    start = article.tables[0].span.start
    said = Statement(
        (Span(start, start + 20),),
        "indirect",
        Source("Harbour", "Harbour", Span(start, start + 7)),
        Cue("|", Span(start + 6, start + 7)),
    )
    stray = Figure(Span(start + 15, start + 16), "6")
    return make_brief([article], [Extract((said,), (stray,))])
