"""What the tagger's network makes of a text's words."""

from __future__ import annotations

import pytest

from summarizer.model import NO_APPRAISAL, Appraisal, Impression, Span

# Four pieces: "The", "mill", a new paragraph before "It", "It".
FOUND = Appraisal.of_pieces([3, 8, 10, 12], [[1, 3, 0, -2], [0, 1, 0, 1]])


@pytest.mark.parametrize(
    ("spans", "missed"),
    [
        ([Span(0, 8)], 2),
        ([Span(0, 3)], 1),
        ([Span(0, 3), Span(10, 12)], -0.5),
        ([Span(3, 9)], 3),
    ],
)
def test_an_impression_is_the_mean_of_the_pieces_in_its_words(spans, missed):
    """A piece is in a span that it ends in; a paragraph's own piece is in none that begins with it."""
    assert FOUND.of(spans).missed == pytest.approx(missed)


def test_each_number_is_of_its_own_row():
    """In the order of an impression's fields."""
    assert FOUND.of([Span(0, 8)]) == Impression(2, 0.5)


@pytest.mark.parametrize("spans", [[], [Span(20, 30)], [Span(4, 7)]])
def test_words_without_a_piece_are_as_usual(spans):
    """Beyond the text, within a piece, or none at all."""
    assert FOUND.of(spans) == Impression()


def test_a_text_that_nothing_has_read_is_as_usual():
    """Without the tagger's weights."""
    assert NO_APPRAISAL.of([Span(0, 8)]) == Impression()


def test_a_text_in_parts_is_one():
    """The pieces of a later part stand where that part does."""
    front = Appraisal.of_pieces([3, 8], [[1, 3], [0, 1]])
    rest = Appraisal.of_pieces([2, 4], [[0, -2], [0, 1]])
    whole = NO_APPRAISAL.followed_by(front, 0).followed_by(rest, 8)
    assert whole.ends == FOUND.ends
    assert whole.of([Span(0, 8)]) == FOUND.of([Span(0, 8)])
    assert whole.of([Span(10, 12)]) == FOUND.of([Span(10, 12)])


@pytest.mark.model
def test_a_reader_appraises_what_it_reads(reader):
    """Each word of a text is in one piece or more, and what is read in parts is appraised whole."""
    text = "Ann Bell, the mayor, said on Monday that the mill would close.\n\n“Nobody is to blame,” she said."
    extract = reader.extract(text)
    assert extract.appraisal.ends[-1] == len(text)
    assert extract.appraisal.of(extract.statements[0].content) != Impression()
