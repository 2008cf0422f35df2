"""Cuts a text into the word pieces that the tagger reads.

The word-piece model knows neither case nor paragraphs, and news text writes quotation marks in many
ways. So every piece carries its casing and whether it stands inside marks, a piece of its own stands
for a new paragraph, and all marks are written as curly ones, opening or closing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np

from summarizer.parse.network import Ints, WordPieces
from summarizer.text.marks import OPENS, find_marks

PARAGRAPH = "[unused0]"  # a word piece that the pre-trained model never saw in text
LOWER, CAPITALISED, CAPITALS = 0, 1, 2
INSIDE_MARKS = 3  # added to the casing of a piece inside quotation marks
FORMS = 6  # casing x inside or outside

# The network was taught with texts in which this mark closed, wherever it stood: so it reads such texts best.
_ALWAYS_CLOSES = "''"
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "`": "'", "ʼ": "'"})


@dataclass(frozen=True, slots=True)
class Pieces:
    """The word pieces of one text, in order; `starts` and `ends` are characters of that text."""

    ids: Ints
    forms: Ints
    starts: Ints
    ends: Ints

    def __len__(self) -> int:
        return len(self.ids)

    def paragraphs(self) -> Ints:
        """The number of each piece's paragraph; a paragraph piece is the only one without characters."""
        return np.cumsum(self.starts == self.ends)


def cut(text: str, tokenizer: WordPieces) -> Pieces:
    """The word pieces of `text`, with a paragraph piece wherever a line ends between two of them."""
    visible, inside = level_marks(text)
    encoded = tokenizer.encode(visible, add_special_tokens=False)
    ids = np.array(encoded.ids, dtype=np.int64)
    offsets = np.array(encoded.offsets, dtype=np.int64).reshape(-1, 2)
    starts, ends = offsets[:, 0], offsets[:, 1]
    forms = (_casing(text) + INSIDE_MARKS * inside)[starts]
    breaks = _breaks(text, starts)
    at = starts[breaks]
    return Pieces(
        np.insert(ids, breaks, known(tokenizer, PARAGRAPH)),
        np.insert(forms, breaks, LOWER),
        np.insert(starts, breaks, at),
        np.insert(ends, breaks, at),
    )


def known(tokenizer: WordPieces, piece: str) -> int:
    """The number of a piece. Raises ValueError if the word pieces are not those of the network."""
    number = tokenizer.token_to_id(piece)
    if number is None:
        raise ValueError(f"the tagger's word pieces lack {piece}")
    return number


def level_marks(text: str) -> tuple[str, Ints]:
    """`text`, as long as before, with all double marks curly; and for each character: inside marks?

    A mark that is never closed ends with its paragraph.
    """
    visible = list(text.translate(_APOSTROPHES))
    inside = np.zeros(len(text) + 1, dtype=np.int64)
    marks = find_marks(text, singles=False)
    for pair in marks.pairs:
        if not text.startswith(_ALWAYS_CLOSES, pair.start):
            inside[pair.inner_start : pair.inner_end] = 1
    for mark, role in marks.told:
        opens = role == OPENS and not text.startswith(_ALWAYS_CLOSES, mark.start)
        visible[mark.start : mark.end] = ("“" if opens else "”").ljust(mark.end - mark.start)
        inside[mark.start : mark.end] = 0
    return "".join(visible), inside


def _casing(text: str) -> Ints:
    casing = np.zeros(len(text) + 1, dtype=np.int64)
    for word in re.finditer(r"\w+", text):
        if word.group()[0].isupper():
            shouted = len(word.group()) > 1 and word.group().isupper()
            casing[word.start() : word.end()] = CAPITALS if shouted else CAPITALISED
    return casing


def _breaks(text: str, starts: Ints) -> Ints:
    """Indexes of the pieces that are the first of a later line than the piece before."""
    ends_of_lines = np.array([found.start() for found in re.finditer("\n", text)], dtype=np.int64)
    lines = np.searchsorted(ends_of_lines, starts)
    return np.flatnonzero(np.diff(lines, prepend=lines[:1]))
