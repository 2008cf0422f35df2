"""Spans hold whole words, though the network reads pieces of words."""

from __future__ import annotations

import numpy as np
import pytest

from summarizer.attribution.tagger_decode import CONTENT, CUE, SOURCE, Run
from summarizer.attribution.tagger_pieces import Pieces
from summarizer.attribution.tagger_spans import whole_words

TEXT = "Two lawmakers seethed, so they left."
CUTS = ("Two", "law", "makers", "see", "th", "ed", ",", "so", "they", "left", ".")


@pytest.fixture
def pieces() -> Pieces:
    """The pieces of the text, two of its words cut."""
    starts, at = [], 0
    for cut in CUTS:
        at = TEXT.index(cut, at)
        starts.append(at)
        at += len(cut)
    nothing = np.zeros(len(CUTS), dtype=np.int64)
    begins = np.array(starts)
    return Pieces(nothing, nothing, begins, begins + [len(cut) for cut in CUTS])


def words(pieces: Pieces, *runs: tuple[int, int, int]) -> list[str]:
    made = whole_words(TEXT, pieces, [Run(*run, 1.0, 1.0) for run in runs])
    return [TEXT[pieces.starts[run.first] : pieces.ends[run.end - 1]] for run in made]


def test_a_span_that_ends_in_a_word_goes_on_to_its_end(pieces: Pieces) -> None:
    """A source is "two lawmakers", not "two law"."""
    assert words(pieces, (SOURCE, 0, 2)) == ["Two lawmakers"]


def test_a_span_that_begins_in_a_word_has_its_start_too(pieces: Pieces) -> None:
    """The middle of a word is no cue."""
    assert words(pieces, (CUE, 4, 5)) == ["seethed"]


def test_a_word_in_two_spans_belongs_to_the_first(pieces: Pieces) -> None:
    """The second has what is left."""
    assert words(pieces, (CUE, 3, 4), (CONTENT, 4, 9)) == ["seethed", ", so they"]


def test_a_span_of_which_nothing_is_left_is_none(pieces: Pieces) -> None:
    """A word is not marked twice."""
    assert words(pieces, (SOURCE, 0, 2), (CUE, 2, 3)) == ["Two lawmakers"]


def test_words_beside_a_span_stay_out(pieces: Pieces) -> None:
    """Punctuation ends a word."""
    assert words(pieces, (CUE, 3, 6), (CONTENT, 7, 10)) == ["seethed", "so they left"]
