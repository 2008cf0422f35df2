"""Which lines lean on words that stand before them on the page."""

from __future__ import annotations

import pytest

from summarizer.text.leaning import leaning, opens_leaning
from summarizer.text.link_words import without_link
from summarizer.text.meant import meant_by

LEANS = (
    "“He has run the harbour for nine years”",
    "“They have never paid for the bridge”",
    "said they would not come back",
    "“It can work”",
    "“That's not the case”",
    "“I am sorry Judge Vane did not see that reality”",
    "“No wall is going to fix that.”",
    "“These boats are too old”",
    "“But you don't know what you don't know”",
    "“Yes, ask the pilot”",
    "“Absolutely not”",
    "called him “a fine sailor”",
    "said that wasn't a fair comparison because a port must keep its records",
    "praised their courage",
    "“One of them was already drunk”",
    "“I don't think so”",
    "The tactic was reminiscent of the last strike",
    "is true of those older ferries",
    "His plan will almost certainly fail",
)
STANDS = (
    "“The harbour has its own bridge”",
    "“It is clear that nobody has read the letter”",
    "“It's time for the port to close”",
    "said it was “difficult in a dynamic trade to plan ahead”",
    "“It takes two pilots to steer a tanker”",
    "“This week the bridge was shut”",
    "“This is a witch hunt”",
    "“We are treating this as a rescue, not a recovery”",
    "“Those who stayed have lost the most”",
    "“There are twelve boats in the harbour”",
    "“So far nobody has asked”",
    "“Because of the storm, the ferries stayed in port”",
    "“When the sailors came home they were tired”",
    "“The mayor says he will go”",
    "“Ada Bell never forgot her oath”",
    "says a bill that would close the port is ready",
    "The former mayor of Tarrow paid for the bridge",
    "“No driver came to work”",
    "The move to close the port was wrong",
    "dismissed them as “groundless”",
    "has denied it",
)


@pytest.mark.parametrize("line", LEANS)
def test_a_word_that_nothing_answers_leans(line: str):
    """A pronoun, a pointing word, a linking word or an answer, whoever speaks."""
    assert leaning(line)


@pytest.mark.parametrize("line", STANDS)
def test_a_word_that_the_line_answers_leans_on_nothing(line: str):
    """The noun or name stands before it, or it means nothing at all."""
    assert leaning(line) == ()


def test_what_comes_late_in_a_line_does_not_open_it():
    """A reader has understood the line by then."""
    assert opens_leaning("“They took the long way round the cape”")
    assert not opens_leaning("“No wall of stone is going to fix that.”")


@pytest.mark.parametrize(
    ("name", "role", "line"),
    [
        ("Ada Bell", None, "said she would not stay"),
        ("Bell", "chairman of the port", "said he would not stay"),
        ("the port authority", None, "said it would not pay"),
        ("Harbour officials", None, "said they found the rope"),
        ("Otto Prins and Ada Bell", None, "said they would go"),
        ("Another 12 percent", None, "said they might stay"),
        ("Almost half of the pilots", None, "said they might stay"),
        ("one pilot inside the harbour office", None, "said he might stay"),
    ],
)
def test_the_source_answers_its_own_pronoun(name: str, role: str | None, line: str):
    """Outside quotation marks "she" is who says it; within them she says "I"."""
    assert leaning(line, source=meant_by(name, role)) == ()
    assert leaning(f"“{line.removeprefix('said ')}”", source=meant_by(name, role))


def test_one_of_several_is_no_several():
    """ "They" that one pilot speaks of are others."""
    assert leaning("said they might stay", source=meant_by("one pilot inside the harbour office"))


def test_in_a_short_line_any_word_that_points_is_met_first():
    """Nothing beside it tells what is meant."""
    assert opens_leaning("“I apologise to nobody for that”")
    assert not opens_leaning("“I apologise to nobody in this harbour town of ours for that”")


def test_whom_the_source_speaks_of_is_not_the_source():
    """ "Called him" means another man."""
    assert leaning("called him a liar", source=meant_by("Otto Prins"))
    assert leaning("has called him a liar", source=meant_by("Otto Prins"))


def test_what_the_reader_knows_answers():
    """A noun of the headline, and the one woman whom it names."""
    assert leaning("“We cannot pay for this bridge”")
    assert leaning("“We cannot pay for this bridge”", known={"bridg"}) == ()
    assert leaning("“She was brave”", told=("she",)) == ()
    assert leaning("“He was brave”", told=("she",))


@pytest.mark.parametrize(
    ("sentence", "bare"),
    [
        ("But the mill stays open.", "The mill stays open."),
        ("In fact, nobody came.", "Nobody came."),
        ("Meanwhile in Tarrow, the mill closed.", "In Tarrow, the mill closed."),
        ("And “nobody” came.", "And “nobody” came."),
        ("Now 45, she runs the mill.", "Now 45, she runs the mill."),
        ("The mill stays, but the shop closes.", "The mill stays, but the shop closes."),
        ("“But we stay.”", "“But we stay.”"),
    ],
)
def test_a_linking_word_at_the_head_is_left_out(sentence: str, bare: str):
    """Never one within quotation marks, which is somebody's own."""
    assert without_link(sentence) == bare
