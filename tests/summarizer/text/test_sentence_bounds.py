"""Where sentences end, for all who ask without a parse."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.text.dates import MONTH_NAMES, MONTHS, WEEKDAY_NAMES
from summarizer.text.sentence_bounds import (
    ends_a_sentence,
    ends_between,
    ends_in_a_stop,
    find_sentences,
    may_open_a_sentence,
    sentence_around,
)
from summarizer.text.span import Span

TEXT = "Cmdr. Ann Example of the U.S. Coast Guard spoke on Jan. 5. “It rose by 5.2 metres!” she said. Nobody answered.\nWhy?"


def sentences(text):
    return [span.of(text) for span in find_sentences(text)]


def test_titles_initials_months_and_decimals_end_no_sentence():
    """What goes on in lower case does not end either, and a line does."""
    assert sentences(TEXT) == [
        "Cmdr. Ann Example of the U.S. Coast Guard spoke on Jan. 5.",
        "“It rose by 5.2 metres!” she said.",
        "Nobody answered.",
        "Why?",
    ]


@pytest.mark.parametrize("short", ["Supt.", "Cllr.", "Reps.", "Sept.", "Inc.", "J.", "approx.", "p.m."])
def test_an_abbreviation_before_a_capital_ends_no_sentence(short):
    """One list, asked by everybody."""
    assert len(sentences(f"It was {short} Example who came. Then it rained.")) == 2


@pytest.mark.parametrize("short", ["U.S.", "Grain Corp.", "D.C.", "5 p.m."])
def test_a_word_that_names_nobody_opens_a_sentence_behind_an_abbreviation(short):
    """What the reporter tells next is not said by who is quoted before it."""
    assert len(sentences(f"The ship came from the {short} The crew was sent home.")) == 2
    assert len(sentences(f"It left the {short} While Example waits, nothing moves.")) == 2


@pytest.mark.parametrize("short", ["vs.", "Gov.", "J.", "No."])
def test_other_abbreviations_end_none_before_such_a_word(short):
    """Before a name of it: a film, an office."""
    assert len(sentences(f"They saw Example {short} The Crane on Monday.")) == 1


def test_a_dash_behind_and_so_on_ends_no_sentence():
    """Behind another stop it begins one: a dateline, a speaker in a dialogue."""
    assert len(sentences("They sold boats, ropes, etc. — which nobody needed. It rained.")) == 2
    assert len(sentences("Talence, Ill. — The mill is shut.")) == 2


def test_the_end_of_a_word_is_no_abbreviation():
    """ "Cargo." does not end in "Co.", "aim." is not "a.m."."""
    assert (
        len(
            sentences(
                "They lost the aim. Nobody looked for the Lintel. It fell. All of it was cargo. It sank."
            )
        )
        == 5
    )


def test_a_sentence_is_found_around_a_place():
    """As far as it reaches, and no further than asked."""
    start = TEXT.index("5.2")
    assert (
        sentence_around(TEXT, Span(start, start + 3), 300).of(TEXT).strip()
        == "“It rose by 5.2 metres!” she said."
    )
    assert sentence_around(TEXT, Span(start, start + 3), 4).of(TEXT) == " by 5.2 met"


def test_a_break_between_two_places_is_seen():
    """An abbreviation is none."""
    assert ends_between(TEXT, TEXT.index("5. “It"), TEXT.index("rose"))
    assert not ends_between(TEXT, 0, TEXT.index("Ann"))


def test_how_a_line_closes():
    """A headline not at all, a question and a colon as a sentence but not as what is told."""
    assert not ends_a_sentence("Fire in Tessel")
    assert ends_a_sentence("Who was it?”")
    assert ends_a_sentence("They had this to say:")
    assert not ends_in_a_stop("Who was it?”")
    assert ends_in_a_stop("“It was him.”)")


@pytest.mark.parametrize(
    ("gap", "opens"), [(". ", True), (": ", True), (" “", True), ("\n", True), (" ", False), (", ", False)]
)
def test_a_capital_behind_an_end_may_say_only_that(gap, opens):
    """Merging and stories ask the same question."""
    assert may_open_a_sentence(gap) is opens


@given(st.text(st.sampled_from("Aa.!? \n”“'\")5U.S"), max_size=80))
def test_sentences_hold_all_that_is_no_blank_in_order(text):
    """Nothing is lost between two sentences, and a place is always inside its own."""
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())
    for place in range(len(text)):
        around = sentence_around(text, Span(place, place + 1), 20)
        assert around.start <= place < around.end <= len(text)


def test_months_and_days_have_their_order():
    """Names in full, and every abbreviation with its number."""
    assert MONTH_NAMES[0] == "January"
    assert [MONTHS[name] for name in ("sept", "sep", "september", "may")] == [9, 9, 9, 5]
    assert (len(MONTH_NAMES), WEEKDAY_NAMES[0], len(WEEKDAY_NAMES)) == (12, "Monday", 7)
