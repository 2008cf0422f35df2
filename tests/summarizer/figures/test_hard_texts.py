"""Amounts hold out against any characters and against long runs of them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.figures.amounts import find_amounts
from summarizer.figures.modifiers import modifier_of


@given(st.text(max_size=300))
def test_no_text_breaks_the_reading(text: str) -> None:
    """Whatever the characters, amounts lie in the text, in order, without overlap, and are finite."""
    end = 0
    for amount in find_amounts(text):
        assert end <= amount.start < amount.end <= len(text)
        end = amount.end
        for value in (amount.value, amount.low, amount.high):
            assert value is None or value.is_finite()
        modifier_of(text, amount.start, amount.end, is_change=True)


ALPHABET = [
    "0",
    "7",
    "12",
    ",",
    ".",
    "-",
    "–",
    "/",
    " ",
    "%",
    "$",
    "£",
    "m",
    "bn",
    "two",
    "half",
    "and",
    "a",
    "to",
    "of",
    "million",
    "½",
    "x",
    "point",
    "'",
    "000",
    "\n",
]


@given(st.lists(st.sampled_from(ALPHABET), max_size=40).map("".join))
def test_no_heap_of_number_parts_breaks_the_reading(text: str) -> None:
    """Pieces of the grammar in any order neither raise nor overlap."""
    spans = [(amount.start, amount.end) for amount in find_amounts(text)]
    assert all(before[1] <= after[0] for before, after in pairwise(spans))


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "1,",
        "1.",
        "1 ",
        "1-",
        "one ",
        "one-",
        "$",
        "-",
        "1,111",
        "of ",
        "5 pounds ",
        "up to ",
        "A1",
        "1/2 ",
        "1 000 ",
        "1'000",
        "1 1/2 ",
        "one point one ",
        "one and a half ",
        "twenty-",
        "minus ",
    ],
)
def test_a_long_run_is_read(piece: str) -> None:
    """A reader whose time grew with the square of the length would not come back within minutes."""
    text = piece * (20_000 // len(piece))
    assert all(text[amount.start : amount.end] for amount in find_amounts(text))
