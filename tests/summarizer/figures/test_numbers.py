"""Numbers in digits and in words, read and written."""

from __future__ import annotations

import time
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.figures.amounts import find_amounts
from summarizer.figures.modifiers import modifier_of
from summarizer.figures.number_words import MAX_WORDS_VALUE, read_words, write_words
from summarizer.figures.numbers import MAX_DIGITS, plain, read_number, scan_numbers, write_number

READ = [
    ("two", "2"),
    ("Twenty-one", "21"),
    ("one hundred and two", "102"),
    ("thirty-three hundred", "3300"),
    ("a hundred million", "100000000"),
    ("nine hundred and ninety-nine thousand", "999000"),
    ("half a dozen", "6"),
    ("one and a half", "1.5"),
    ("two and a half million", "2500000"),
    ("three-quarters of a million", "750000"),
    ("1,234,567.8", "1234567.8"),
    ("1,00,000", "100000"),
    ("3½", "3.5"),
    ("½", "0.5"),
    ("3/4", "0.75"),
    ("two-thirds", str(Decimal(2) / 3)),
    ("4.3M", "4300000"),
    ("1.2bn", "1200000000"),
    ("4 crore", "40000000"),
    ("1.2 lakh crore", "1200000000000"),
    ("4 hundred million", "400000000"),
    ("minus 3.5", "-3.5"),
    ("−12", "-12"),
    ("1.5×10^3", "1500"),
]
UNREADABLE = [
    "",
    "hundred",
    "million",
    "and",
    "5,10,15",
    "007",
    "1.2.3.",
    "twenty twenty",
    "a",
    "two quarters",
    "9" * 40,
]


@pytest.mark.parametrize(("text", "value"), READ, ids=[text for text, _ in READ])
def test_a_number_is_read_however_it_is_written(text: str, value: str) -> None:
    """Digits, words, fractions, multipliers and Indian grouping give the exact Decimal."""
    assert read_number(text) == Decimal(value)


@pytest.mark.parametrize("text", UNREADABLE)
def test_what_is_no_single_number_is_not_read(text: str) -> None:
    """A bare scale, a list, a code and a run of digits too long for a newspaper give None."""
    assert read_number(text) is None


def test_a_list_of_number_words_is_several_numbers() -> None:
    """One, two, three are three."""
    text = "one, two three"
    assert [number.value for number in scan_numbers(text)] == [1, 2, 3]


def test_a_word_that_cannot_follow_ends_the_number() -> None:
    """Twenty thirty is twenty, with thirty left over."""
    reading = read_words(["twenty", "thirty"])
    assert reading is not None
    assert (reading.used, reading.value) == (1, Decimal(20))


def test_numbers_beyond_a_quadrillion_are_not_written_out() -> None:
    """write_words says so instead of writing nonsense."""
    with pytest.raises(ValueError, match="not written out"):
        write_words(MAX_WORDS_VALUE)


@given(st.integers(min_value=0, max_value=MAX_WORDS_VALUE - 1))
def test_a_number_in_words_reads_back(value: int) -> None:
    """write_words and read_number are each other's reverse."""
    assert read_number(write_words(value)) == value


@given(
    st.decimals(
        min_value=0, max_value=10**MAX_DIGITS - 1, allow_nan=False, allow_infinity=False, places=2
    ).filter(lambda value: len(f"{plain(value):f}") <= MAX_DIGITS)
)
def test_a_number_in_digits_reads_back(value: Decimal) -> None:
    """write_number and read_number are each other's reverse."""
    assert read_number(write_number(value)) == value


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
    ],
)
def test_time_grows_with_the_length_and_no_faster(piece: str) -> None:
    """Four times the text takes about four times as long, not sixteen."""
    short, long = (_seconds(piece * (length // len(piece))) for length in (1_000, 4_000))
    assert long < 10 * short + 0.05


def _seconds(text: str) -> float:
    best = 60.0
    for _ in range(3):
        began = time.process_time()
        find_amounts(text)
        best = min(best, time.process_time() - began)
    return best
