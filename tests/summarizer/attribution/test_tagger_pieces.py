"""Cutting a text into word pieces that show case, marks and paragraphs."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

from summarizer.attribution.tagger_pieces import (
    CAPITALISED,
    CAPITALS,
    INSIDE_MARKS,
    LOWER,
    PARAGRAPH,
    cut,
    level_marks,
)


def letters_tokenizer() -> Tokenizer:
    """Knows single letters and their continuations: a word-piece model that splits all it can."""
    letters = "abcdefghijklmnopqrstuvwxyz.,“”'"
    names = ["[UNK]", PARAGRAPH, *letters, *(f"##{letter}" for letter in letters)]
    vocabulary = {name: number for number, name in enumerate(names)}
    made = Tokenizer(models.WordPiece(vocabulary))
    made.normalizer = normalizers.BertNormalizer(lowercase=True)
    made.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return made


TOKENIZER = letters_tokenizer()


@pytest.mark.parametrize(
    ("text", "visible"),
    [
        ('He said "no" twice', "He said “no” twice"),
        ("He said ``no'' twice", "He said “ no”  twice"),
        ("Er sagte „nein“ «oui»", "Er sagte “nein” “oui”"),
        ('"Is it—"no"—or "yes"?', "“Is it—“no”—or “yes”?"),
        ("it’s", "it's"),
    ],
)
def test_all_marks_are_written_as_curly_ones_of_the_same_length(text: str, visible: str) -> None:
    """The network sees one opening and one closing mark, however the page writes them."""
    assert level_marks(text)[0] == visible


def test_an_unclosed_mark_ends_with_its_paragraph() -> None:
    """Characters of the next paragraph are outside."""
    text = 'She "began\nand went'
    inside = level_marks(text)[1]
    assert [text[at] for at in np.flatnonzero(inside)] == list("began")


@given(st.text(alphabet="ab \n\"“”'`", max_size=40))
def test_levelling_keeps_every_character_at_its_place(text: str) -> None:
    """Offsets in the levelled text are offsets in the page's text."""
    visible, inside = level_marks(text)
    assert len(visible) == len(text)
    assert len(inside) == len(text) + 1
    assert all(old == new for old, new in zip(text, visible, strict=True) if old in "ab\n")


def test_pieces_show_casing_and_marks() -> None:
    """A word-piece model without case still sees names and quotations."""
    pieces = cut('A Ba CD "e F"', TOKENIZER)
    assert pieces.forms.tolist() == [
        CAPITALISED,
        CAPITALISED,
        CAPITALISED,
        CAPITALS,
        CAPITALS,
        LOWER,
        LOWER + INSIDE_MARKS,
        CAPITALISED + INSIDE_MARKS,
        LOWER,
    ]


def test_a_new_line_is_a_piece_of_its_own() -> None:
    """One paragraph piece stands between two lines, however many blank lines are between them."""
    pieces = cut("a\n\n \nb c", TOKENIZER)
    assert [TOKENIZER.id_to_token(piece) for piece in pieces.ids] == ["a", PARAGRAPH, "b", "c"]


@given(st.text(alphabet='abC \n"é.', max_size=40))
def test_every_piece_lies_at_its_characters(text: str) -> None:
    """Starts and ends are in order and within the text."""
    pieces = cut(text, TOKENIZER)
    assert len(pieces.ids) == len(pieces.forms) == len(pieces.starts) == len(pieces.ends)
    assert (np.diff(pieces.starts) >= 0).all()
    assert (pieces.starts <= pieces.ends).all()
    assert all(0 <= end <= len(text) for end in pieces.ends)
