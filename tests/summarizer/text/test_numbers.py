"""Numbers in digits and in words, read and written."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.text.digits import MAX_DIGITS
from summarizer.text.number_words import CARDINALS, CEILING, SCALES, read_words
from summarizer.text.numbers import (
    is_bare,
    read_factor,
    read_number,
    scan_numbers,
    scan_ordinals,
    write_number,
)

READ = [
    ("two", "2"),
    ("fourteen", "14"),
    ("Twenty-one", "21"),
    ("ninety-nine", "99"),
    ("a hundred", "100"),
    ("one hundred and two", "102"),
    ("one hundred and twenty", "120"),
    ("three hundred and fifty", "350"),
    ("nineteen hundred", "1900"),
    ("thirty-three hundred", "3300"),
    ("two hundred thousand", "200000"),
    ("a hundred million", "100000000"),
    ("nine hundred and ninety-nine thousand", "999000"),
    ("a dozen", "12"),
    ("half a dozen", "6"),
    ("half-a-dozen", "6"),
    ("half a million", "500000"),
    ("a half-million", "500000"),
    ("half a billion", "500000000"),
    ("a million and a half", "1500000"),
    ("two million and a half", "2500000"),
    ("one and a half", "1.5"),
    ("two and a half million", "2500000"),
    ("two and three-quarter billion", "2750000000"),
    ("three and two-thirds", str(3 + Decimal(2) / 3)),
    ("three-quarters of a million", "750000"),
    ("zero point three", "0.3"),
    ("six point four", "6.4"),
    ("twelve point two five", "12.25"),
    ("one point seven billion", "1700000000"),
    ("minus twenty", "-20"),
    ("minus two and a half", "-2.5"),
    ("1,234,567.8", "1234567.8"),
    ("1,00,000", "100000"),
    ("2 000 000", "2000000"),
    ("45 000", "45000"),
    ("15\u00a0500", "15500"),
    ("15\u202f500.5", "15500.5"),
    ("5'250'000", "5250000"),
    ("5’250’000", "5250000"),
    ("300 000 million", "300000000000"),
    ("3½", "3.5"),
    ("½", "0.5"),
    ("3 1/2", "3.5"),
    ("3-1/2", "3.5"),
    ("3/4", "0.75"),
    ("two-thirds", str(Decimal(2) / 3)),
    ("4.3M", "4300000"),
    ("1.2bn", "1200000000"),
    ("1.2 billion", "1200000000"),
    ("1,200 million", "1200000000"),
    ("4 crore", "40000000"),
    ("1.2 lakh crore", "1200000000000"),
    ("4 hundred million", "400000000"),
    ("minus 3.5", "-3.5"),
    ("−12", "-12"),
    ("1.5×10^3", "1500"),
    ("6 × 10²³", "6" + 23 * "0"),
    ("4 x 10⁻³", "0.004"),
    ("4.5×10−3", "0.0045"),
    ("2 x 10^99", "2" + 99 * "0"),
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
    "twenty-first",
    "one point clear",
    "a",
    "two quarters",
    "2025 300",
    "0 300",
    "66 20",
    "1 000'000",
    "9" * 40,
]
SEVERAL = [
    ("one, two three", [1, 2, 3]),
    ("In 2025 300 people died.", [2025, 300]),
    ("By 2024 150 schools had closed.", [2024, 150]),
    ("In 2025 300 000 people left.", [2025, 300000]),
    ("On Route 66 200 people queued.", [66, 200]),
    ("On page 45 300 words were cut.", [45, 300]),
    ("In ’98 300 people left.", [98, 300]),
    ("On the A1 200 cars stood.", [1, 200]),
    ("An A320 200 miles off, COVID-19 300 days on", [320, 200, 19, 300]),
    ("Some 4 870 flats and 31 400 farms", [4870, 31400]),
    ("CHF 45 000 or R7 250 000", [45000, 7250000]),
    ("In 2025 1/2 of them left.", [2025, Decimal("0.5")]),
    ("They made one point clear: two million homes", [1, 2000000]),
    ("Some 3m to 4m people have left.", [3000000, 4000000]),
    ("a 3m to 4m wall", [3, 4]),
    ("Five and a third of the seats", [5, Decimal(1) / 3]),
    ("three points, plus or minus three", [3, 3]),
    ("a screen of 1920x1080 dots, a plot of 600 x 1050 feet", [1920, 1080, 600, 1050]),
]


@pytest.mark.parametrize(("text", "value"), READ, ids=[text for text, _ in READ])
def test_a_number_is_read_however_it_is_written(text: str, value: str) -> None:
    """Digits, words, fractions, decimals, multipliers and groups of every kind give the exact Decimal."""
    assert read_number(text) == Decimal(value)


@pytest.mark.parametrize("text", UNREADABLE)
def test_what_is_no_single_number_is_not_read(text: str) -> None:
    """A bare scale, a list, a code, an ordinal and a run of digits too long for a newspaper give None."""
    assert read_number(text) is None


@pytest.mark.parametrize(("text", "values"), SEVERAL, ids=[text for text, _ in SEVERAL])
def test_numbers_side_by_side_stay_apart(text: str, values: list[int]) -> None:
    """A year before a count, a route's number before a count and a list are no one number."""
    assert [number.value for number in scan_numbers(text)] == values


def test_a_word_that_cannot_follow_ends_the_number() -> None:
    """Twenty thirty is twenty, with thirty left over."""
    reading = read_words(["twenty", "thirty"])
    assert reading is not None
    assert (reading.used, reading.value) == (1, Decimal(20))


@pytest.mark.parametrize(
    ("text", "mantissa"),
    [("eight million", "8"), ("8 million", "8"), ("one point two billion", "1.2"), ("45 000", "45000")],
)
def test_a_number_knows_what_stands_before_its_scale(text: str, mantissa: str) -> None:
    """Of "six to eight million" the eight can be told from its million, in digits and in words."""
    (number,) = scan_numbers(text)
    assert number.mantissa == Decimal(mantissa)


def test_ordinals_are_read_in_digits_and_in_words() -> None:
    """The third and the 3rd are one place."""
    text = "the first, 3rd, third, twenty-first, 21st, 1,002nd and twelfth"
    assert [number.value for number in scan_ordinals(text)] == [1, 3, 3, 21, 21, 1002, 12]


@pytest.mark.parametrize(
    ("word", "factor"),
    [("twice", "2"), ("Doubled", "2"), ("doubling", "2"), ("trebles", "3"), ("halved", "0.5"), ("two", None)],
)
def test_words_that_multiply_are_read(word: str, factor: str | None) -> None:
    """Every form of the verb and the adverbs say how many times."""
    assert read_factor(word) == (Decimal(factor) if factor else None)


@pytest.mark.parametrize(
    ("text", "is_number_only"),
    [
        ("5-7", True), ("2.5", True), ("5m", True), ("two hundred", True), ("45 000", True), ("half a million", True),
        ("5 people", False), ("dozens", False), ("5 to 7", False), ("-", False), ("", False), ("a", False),
    ],
)  # fmt: skip
def test_a_text_of_numbers_alone_is_known(text: str, is_number_only: bool) -> None:  # noqa: FBT001
    """Numbers with a hyphen between them or a multiplier behind them, and no word besides."""
    assert is_bare(text) is is_number_only


@given(st.integers(min_value=0, max_value=CEILING // 10 - 1), st.booleans())
def test_a_number_in_words_reads_back(value: int, has_hyphens: bool) -> None:  # noqa: FBT001
    """Every whole number that a newspaper spells is read, with hyphens or without."""
    words = spelled(value)
    assert read_number(words if has_hyphens else words.replace("-", " ")) == value


LARGEST = 10**MAX_DIGITS - 1


@given(st.decimals(min_value=-LARGEST, max_value=LARGEST, allow_nan=False, allow_infinity=False, places=3))
def test_a_number_in_digits_reads_back(value: Decimal) -> None:
    """write_number and read_number are each other's reverse."""
    assert read_number(write_number(value)) == value


@given(st.integers(min_value=1000, max_value=LARGEST), st.sampled_from(" \u00a0\u2009\u202f'’,"))
def test_digits_set_apart_read_back(value: int, gap: str) -> None:
    """Whatever the style book sets thousands apart with, the number is the same."""
    assert read_number(f"{value:,}".replace(",", gap)) == value


def spelled(value: int) -> str:
    """`value` in words as newspapers write it: "two hundred and five"."""
    return " ".join(parts(value)) or "zero"


def parts(value: int) -> Iterable[str]:
    for word in ("trillion", "billion", "million", "thousand"):
        if value >= SCALES[word]:
            yield f"{spelled(value // SCALES[word])} {word}"
            value %= SCALES[word]
    if value >= 100:
        yield f"{below_hundred(value // 100)} hundred"
        value %= 100
        if value:
            yield "and"
    if value:
        yield below_hundred(value)


def below_hundred(value: int) -> str:
    names = {number: word for word, number in CARDINALS.items()}
    return names.get(value) or f"{names[value - value % 10]}-{names[value % 10]}"
