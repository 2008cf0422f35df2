"""Bounds, pronouns and negations, known once."""

from __future__ import annotations

from decimal import Decimal

import pytest

from summarizer.differ.amounts import bounds
from summarizer.differ.quantity import has_plain_bound
from summarizer.merge.numbers import find_numbers
from summarizer.merge.words import tokenise
from summarizer.model import Figure, Span
from summarizer.text.bounds import BOUNDS, sign_of
from summarizer.text.lexicon import kinds_of
from summarizer.text.negations import is_negation
from summarizer.text.pronouns import HE_SHE, PRONOUNS, names_nobody


@pytest.mark.parametrize("phrase", BOUNDS)
def test_a_bound_is_the_same_for_merging_and_for_differences(phrase):
    """Its sign is part of a statement's number, and says what values the figure admits."""
    text = f"they counted {phrase} 200 seals"
    (number,) = find_numbers(text, tokenise(text))
    assert number.form == f"{sign_of(phrase)}200"
    figure = Figure(Span(0, 3), "200", Decimal(200), modifier=phrase)
    assert has_plain_bound(figure)
    low, high = bounds(figure)
    assert (low == 200) == (sign_of(phrase) in {">", ">="})
    assert (high == 200) == (sign_of(phrase) in {"<", "<=", "~<"}) or low == 0


@pytest.mark.parametrize(
    ("name", "is_nobody"), [("They", True), ("one of them", True), ("Ann Example", False), ("Others", True)]
)
def test_a_word_for_somebody_is_no_name(name, is_nobody):
    """Neither a bullet nor a figure credits it."""
    assert names_nobody(name) is is_nobody


def test_pronouns_mean_he_or_she_or_others():
    """Forms of one person lead to its first."""
    assert (HE_SHE["his"], HE_SHE["hers"]) == ("he", "she")
    assert {"who", "it", "ours"} <= PRONOUNS
    assert set(kinds_of("pronouns").values()) == {"he", "she", "i", "we", "you", "they", ""}


@pytest.mark.parametrize(
    ("word", "says_no"),
    [("never", True), ("won't", True), ("cannot", True), ("hardly", True), ("note", False)],
)
def test_what_says_no_is_known_once(word, says_no):
    """In a statement and in what changed on a page."""
    assert is_negation(word) is says_no
