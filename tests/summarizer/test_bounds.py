"""The quotation marks of what is shown are those of the page, each pair whole."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from summarizer.brief.bounds import marked, paired
from summarizer.brief.shown import content_text
from summarizer.model import Span
from summarizer.text.marks import find_marks


def shown(text: str, *parts: str) -> str:
    """What is shown of the parts of `text`."""
    spans = [Span(text.index(part), text.index(part) + len(part)) for part in parts]
    return content_text(text, spans, find_marks(text))


@pytest.mark.parametrize(
    ("text", "part", "expected"),
    [
        ('The work is a "slap in the face,” he said.', 'The work is a "slap in the face', "The work is a “slap in the face”"),
        ('Told them "to put it in a museum.” He left.', "to put it in a museum.", "“to put it in a museum.”"),
        ("“”We paid,” she said.", "“”We paid,”", "“We paid”"),
        ('"We had one man. “Now we have nine." He left.', '"We had one man. “Now we have nine."', '"We had one man. Now we have nine."'),
        ("“We paid.\n\n“We paid twice.\n\n“Never again.” He left.", "“We paid.\n\n“We paid twice.\n\n“Never again.”", "“We paid. We paid twice. Never again.”"),
        ("“We paid.\n\n“We paid twice.” He left.", "“We paid.", "“We paid.”"),
        ("He said that “we paid twice and left.” He left.", "we paid twice", "we paid twice"),
        ("He said that “we paid twice and left.” He left.", "that “we paid twice", "“we paid twice”"),
        ('"Each ("unit") is let," he said.', '"Each ("unit") is let,"', '"Each ("unit") is let"'),
        ('"A 12" pipe broke," he said.', 'A 12" pipe broke,', '"A 12" pipe broke"'),
        ("»We paid«, she said.", "We paid", "“We paid”"),
        ("‘We paid,’ she said.", "‘We paid,’", "‘We paid’"),
        ("We paid,” she said. “Twice.”", "We paid,”", "We paid"),
    ],
)  # fmt: skip
def test_marks_bound_the_words_as_on_the_page(text: str, part: str, expected: str):
    """No mark doubled or left alone, whatever the page mixes; the words are the page's."""
    assert shown(text, part) == expected


def test_two_parts_of_one_quotation_are_whole_each():
    """Each part of a broken quotation has a pair of one form."""
    text = '"We paid,” said Ida, who runs a shop. “Twice."'
    assert shown(text, '"We paid,”', '“Twice."') == "“We paid” … “Twice.”"


def test_two_quotations_of_one_line_have_marks_of_one_form():
    """A page that has both forms gives curly ones; one form stays as it is."""
    text = '"We paid," said Ida. “Never again.” He left. "So it was."'
    assert shown(text, '"We paid,"', "“Never again.”") == "“We paid” … “Never again.”"
    assert shown(text, '"We paid,"', '"So it was."') == '"We paid" … "So it was."'
    assert shown('"“We paid for all,” said Ida.', '"“We paid for all,”').count("“") == 1


@pytest.mark.parametrize(
    ("text", "part", "expected"),
    [
        ("That message was theirs, she said.", "That message was theirs", "That message was theirs"),
        ("He said that the gate was shut.", "that the gate was shut", "the gate was shut"),
        ("She said it should not change that.", "it should not change that", "it should not change that"),
        ("(He left. It bans nets in May.)", "It bans nets in May.)", "It bans nets in May."),
    ],
)
def test_only_a_conjunction_and_half_a_bracket_are_left_out(text: str, part: str, expected: str):
    """A "that" which points is a word of the page."""
    assert shown(text, part) == expected


MARKED = st.text(alphabet="ab s.,\n“”\"'‘’«»12", max_size=60)


@given(MARKED, st.integers(0, 60), st.integers(0, 60))
def test_only_marks_are_added_and_taken(text: str, one: int, two: int):
    """The letters of any stretch come out in their order, none more or less."""
    start, end = sorted((min(one, len(text)), min(two, len(text))))
    letters = [char for char in text[start:end] if char.isalnum()]
    if start == end:
        return
    assert [char for char in marked(text, Span(start, end), find_marks(text)) if char.isalnum()] == letters


@example("'1\n ")  # an open mark and a line of blanks
@given(MARKED)
def test_a_text_of_its_own_keeps_its_words(text: str):
    """Setting a text's marks in pairs changes no letter of it."""
    assert [char for char in paired(text) if char.isalnum()] == [char for char in text if char.isalnum()]
