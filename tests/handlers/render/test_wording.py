from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.render.groups import by_source
from handlers.render.wording import (
    address_words,
    concept_words,
    counted,
    cue_label,
    day_words,
    dropped_words,
    figure_words,
    folded_words,
    joined,
    moment_words,
    number_words,
)
from summarizer.model import Bullet, Credit, Dropped, Evidence, Figure, Kind, Span

WHERE = (Evidence("https://outlet.example/story", Span(0, 5)),)


def figure(surface: str, value: str | None = None, **known: str) -> Figure:
    return Figure(Span(0, 5), surface, Decimal(value) if value else None, **known)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given_figure", "words"),
    [
        (figure("80%", "80", modifier="nearly", unit="percentage"), "nearly 80%"),
        (figure("nearly 80%", "80", modifier="nearly", unit="percentage"), "nearly 80%"),
        (figure("80", "80", unit="percentage"), "80%"),
        (figure("1.2 million", "1200000", unit="dollar"), "$1.2 million"),
        (figure("two million", "2000000", unit="euro"), "two million euros"),
        (figure("nine", "9", unit="day", modifier="at least"), "at least nine days"),
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


def test_a_concept_that_the_figure_says_already_is_not_said_twice() -> None:
    """11 regions, not 11 regions regions."""
    assert concept_words(figure("11 regions", "11", concept="regions")) == ""


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=3))
def test_a_formatted_number_reads_back_to_itself(value: Decimal) -> None:
    """Thousands separators change nothing."""
    assert Decimal(number_words(value).replace(",", "")) == value


@pytest.mark.parametrize(
    ("cue", "kind", "text", "label"),
    [
        ("said", "direct", "“We stay”", "said:"),
        ("said", "indirect", "that they stay", "said"),
        ("said", "indirect", "Beijing knew", "said:"),
        ("Denied", "mixed", "the “rumours”", "denied"),
        ("announcement", "indirect", "two men were captured", "announcement:"),
        ("According to", "indirect", "nearly 80% came from there", ""),
        (None, "direct", "“We stay”", ""),
        ("Tweeted,", "direct", "“We stay”", "tweeted:"),
    ],
)
def test_a_cue_leads_to_its_content(cue: str | None, kind: Kind, text: str, label: str) -> None:
    """It reads on where it can, stands apart where it cannot, and never repeats the heading."""
    assert cue_label(Bullet(Credit("Jane Doe"), cue, kind, text, WHERE)) == label


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
    assert dropped_words(Dropped(12, 5)) == "12 repeated sentences and 5 page lines left out"
    assert dropped_words(Dropped(0, 1)) == "1 page line left out"
    assert dropped_words(Dropped()) == ""
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
