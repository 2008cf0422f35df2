from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.render.groups import by_source
from handlers.render.wording import (
    WORDS_A_MINUTE,
    address_words,
    amount_words,
    concept_words,
    counted,
    day_words,
    dropped_words,
    figure_words,
    folded_words,
    giver_words,
    joined,
    joint,
    moment_words,
    note_words,
    saved_words,
    unread_words,
    unshown_words,
)
from summarizer.model import (
    Article,
    Brief,
    Bullet,
    Compared,
    Credit,
    Dropped,
    Evidence,
    Figure,
    Note,
    Span,
    Unread,
)
from summarizer.text.numbers import read_number

WHERE = (Evidence("https://outlet.example/story", Span(0, 5)),)


def figure(surface: str, value: str | None = None, **known: str) -> Figure:
    return Figure(Span(0, 5), surface, Decimal(value) if value else None, **known)  # type: ignore[arg-type]


def test_a_number_that_the_concept_names_stands_apart_from_it() -> None:
    """Not "10 number of missing"."""
    assert joint(figure("10", "10", concept="number of missing")) == ": "
    assert joint(figure("two", "2", concept="cranes")) == " "


@pytest.mark.parametrize(
    ("given_figure", "words"),
    [
        (figure("80%", "80", modifier="nearly", unit="percentage"), "nearly 80%"),
        (figure("nearly 80%", "80", modifier="nearly", unit="percentage"), "nearly 80%"),
        (figure("80", "80", unit="percentage"), "80%"),
        (figure("1.2 million", "1200000", unit="dollar"), "$1.2 million"),
        (figure("two million", "2000000", unit="euro"), "two million euros"),
        (figure("nine", "9", unit="day", modifier="at least"), "at least nine days"),
        (figure("nine", "9", unit=" "), "nine"),
        (figure("1", "1", unit="day"), "1 day"),
        (figure("30-day", "30", unit="day"), "30-day"),
        (figure("six feet", "6", unit="foot"), "six feet"),
        (figure("150", "150", unit="people", concept="people evacuated"), "150"),
        (figure("", "1200"), "1,200"),
        (Figure(Span(0, 1), "", low=Decimal(20), high=Decimal(30)), "20 to 30"),
        (figure("dozens"), "dozens"),
    ],
)
def test_a_figure_reads_as_the_article_writes_it(given_figure: Figure, words: str) -> None:
    """Its own words, with the modifier and the unit where those lack them."""
    assert figure_words(given_figure) == words


COMPARED = Compared("up from 40 on Monday", Span(9, 29), Decimal(40))


@pytest.mark.parametrize(
    ("given_figure", "words"),
    [
        (
            Figure(Span(0, 2), "58", Decimal(58), concept="death toll", compared=COMPARED),
            "death toll (up from 40 on Monday)",
        ),
        (
            Figure(Span(0, 2), "14", Decimal(14), compared=Compared("9", Span(40, 41)), changed=True),
            "(earlier 9)",
        ),
        (
            Figure(
                Span(0, 9),
                "20 to 5 mg",
                low=Decimal(5),
                high=Decimal(20),
                compared=Compared("20", Span(0, 2)),
            ),
            "",
        ),
        (figure("158", "158", concept="drones", hedge="claimed"), "drones (claimed)"),
        (figure("150", "150", concept="alleged mercenaries", hedge="alleged"), "alleged mercenaries"),
        (figure("57 kilometres", "57", concept="tunnel", conversion="35 miles"), "tunnel (35 miles)"),
    ],
)
def test_what_an_editor_must_know_stands_in_brackets_behind_the_concept(
    given_figure: Figure, words: str
) -> None:
    """What it is compared with or replaces, its hedge, its conversion; nothing that is said already."""
    assert concept_words(given_figure) == words


@pytest.mark.parametrize(
    ("given_figure", "words"),
    [
        (
            Figure(Span(0, 1), "8 and 10", low=Decimal(8), high=Decimal(10), unit="people", concept="people"),
            "between 8 and 10",
        ),
        (figure("600", "600", modifier="or so", concept="voters"), "600 or so"),
        (figure("two", "2", unit="Chinese man"), "two Chinese men"),
        (figure("90 million", "90000000", unit="mark per week"), "90 million marks per week"),
        (figure("158", "158", unit="Ukrainian drone", concept="Ukrainian drones shot"), "158"),
    ],
)
def test_a_figure_reads_as_english(given_figure: Figure, words: str) -> None:
    """Between, plurals, the unit only where the concept does not say it."""
    assert figure_words(given_figure) == words


@pytest.mark.parametrize(
    ("source", "words"), [(None, ""), ("Ana Roth", "Ana Roth"), ("she", "source unclear")]
)
def test_a_pronoun_names_nobody(source: str | None, words: str) -> None:
    """Who gives a figure is a name, or said to be unclear."""
    assert giver_words(Figure(Span(0, 1), "8", Decimal(8), source=source)) == words


def test_a_concept_that_the_figure_says_already_is_not_said_twice() -> None:
    """11 regions, not 11 regions regions."""
    assert concept_words(figure("11 regions", "11", concept="regions")) == ""


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=3))
def test_a_formatted_number_reads_back_to_itself(value: Decimal) -> None:
    """Thousands separators change nothing."""
    assert read_number(amount_words(Figure(Span(0, 1), "", value))) == value


def test_what_a_brief_does_not_show_is_counted() -> None:
    """11 more statements not shown; nothing where all is shown."""
    unshown = Bullet(Credit("Jane Doe"), "said", "direct", "“We stay”", WHERE)
    brief = Brief((Article("https://outlet.example/story", "Words"),), (), (), (), Dropped())
    assert unshown_words(brief) == ""
    assert unshown_words(replace(brief, more=(unshown,))) == "1 more statement not shown"
    assert unshown_words(replace(brief, more=(unshown,) * 11)) == "11 more statements not shown"


def test_counts_have_their_plurals() -> None:
    """1 story, 2 stories, 1,200 statements."""
    assert [counted(1, "story"), counted(2, "story"), counted(1200, "statement")] == [
        "1 story",
        "2 stories",
        "1,200 statements",
    ]


def test_lists_are_joined_as_a_sentence() -> None:
    """a; a and b; a, b and c."""
    assert [joined([]), joined(["a"]), joined(["a", "b"]), joined(["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]


def test_what_was_left_out_is_said() -> None:
    """Only what there is, in words."""
    assert (
        dropped_words(Dropped(12, 5))
        == "Skipped 12 repeated sentences and 5 lines that are not part of the article"
    )
    assert dropped_words(Dropped(0, 1)) == "Skipped 1 line that is not part of the article"
    assert dropped_words(Dropped()) == ""


def test_what_could_not_be_read_is_counted_by_sentences():
    """Two faults of one sentence are one sentence; the first references lead to the log."""
    one, again = Unread(Span(0, 9), "IndexError"), Unread(Span(0, 9), "KeyError")
    many = [Unread(Span(at, at + 9), "IndexError") for at in range(5)]
    assert unread_words(()) == ""
    assert unread_words([one]) == f"1 sentence could not be read (reference {one.reference})"
    assert unread_words([one, again]) == (
        f"1 sentence could not be read (references {one.reference} and {again.reference})"
    )
    assert unread_words(many).startswith("5 sentences could not be read (references ")
    assert unread_words(many).count(",") == 1
    assert folded_words(0, 6, 1) == "6 more statements and 1 more figure"
    assert folded_words(0, 0, 0) == ""


def test_days_and_moments_are_words() -> None:
    """The same in every locale; midnight stands for a day."""
    assert day_words(date(2026, 3, 9)) == "9 March 2026"
    assert moment_words(datetime(2026, 3, 9, 14, 5, tzinfo=UTC)) == "9 March 2026, 14:05 UTC"
    assert moment_words(datetime(2026, 3, 9, tzinfo=UTC)) == "9 March 2026"


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("https://www.outlet.example/news/story/?id=1", "outlet.example/news/story"),
        ("file:///desk/notes/story.txt", "story.txt"),
        ("https://[broken", "[broken"),
        ("", ""),
    ],
)
def test_an_address_can_stand_in_for_a_title(url: str, words: str) -> None:
    """What a reader recognises of it; a broken one breaks nothing."""
    assert address_words(url) == words


def test_sources_are_grouped_in_the_order_of_their_first_bullets() -> None:
    """The weightiest source first; a role given once holds for the group."""
    said = [
        Bullet(source, "said", "indirect", text, WHERE)
        for source, text in (
            (Credit("Ann"), "a"),
            (Credit("Bo", "mayor"), "b"),
            (Credit("Ann", "judge"), "c"),
            (None, "d"),
        )
    ]
    reported = Bullet(None, None, "indirect", "e", WHERE)
    groups = by_source([*said, reported])
    assert [(group.name, group.role, len(group.bullets)) for group in groups] == [
        ("Ann", "judge", 2),
        ("Bo", "mayor", 1),
        ("Source unclear", "", 1),
        ("The report itself", "", 1),
    ]


def test_a_newsrooms_notes_are_told_with_their_kind_once():
    """The label of the page is not said beside ours."""
    notes = (Note("correction", "Correction: The toll was 9."), Note("update", "This story has new figures."))
    article = Article(url="https://courier.example/a", text="x", notes=notes)
    assert note_words([article]) == (
        ("Correction", "The toll was 9."),
        ("Update", "This story has new figures."),
    )


def test_the_reading_time_saved_is_told_from_a_minute_on() -> None:
    """The article's words against the brief's, at the pace at which adults read."""
    proof = (Evidence("https://x.example/", Span(0, 4)),)
    said = Bullet(Credit("Jane Doe"), "said", "indirect", "word " * 20, proof)

    def saved(words: int) -> str:
        return saved_words(
            Brief((Article("https://x.example/", "word " * words),), (), (said,), (), Dropped())
        )

    assert saved(2 * WORDS_A_MINUTE + 19) == "about 1 minute of reading saved"
    assert saved(2 * WORDS_A_MINUTE + 20) == "about 2 minutes of reading saved"
    assert saved(WORDS_A_MINUTE) == ""
