"""Paragraphs that are parsed side by side come together as if they had been parsed one behind the other."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field

from spacy.tokens import Doc
from spacy.vocab import Vocab

from summarizer.parse.side_by_side import FEWEST_WORDS, Piece, join, pieces_of


@dataclass
class State:
    """How far a parse has come."""

    next_word: int = 0
    waiting: int = 0
    arcs: list[dict[str, int]] = field(default_factory=list)

    def B(self, _: int) -> int:  # noqa: N802 - spaCy's name
        return self.next_word

    def stack_depth(self) -> int:
        return self.waiting

    def push(self) -> None:
        self.next_word, self.waiting = self.next_word + 1, self.waiting + 1

    def pop(self) -> None:
        self.waiting -= 1

    def copy(self) -> State:
        return deepcopy(self)

    def add_arc(self, head: int, child: int, label: int) -> None:
        self.arcs.append({"head": head, "child": child, "label": label})


def text_of(*paragraphs: int) -> Doc:
    """A text of paragraphs with so many words."""
    starts = [at == 0 for words in paragraphs for at in range(words)]
    return Doc(Vocab(), words=["word"] * len(starts), sent_starts=[True if one else None for one in starts])


def test_a_text_is_cut_where_a_paragraph_starts():
    """Short ones stay with the one before, and each piece knows where it and those behind it end."""
    pieces = pieces_of(text_of(FEWEST_WORDS, 2, FEWEST_WORDS, 3), State())
    assert [(piece.start, piece.state.next_word, piece.ends[::-1]) for piece in pieces] == [
        (0, 0, [16, 34, 37]),
        (16, 16, [34, 37]),
        (34, 34, [37]),
    ]


def test_a_text_without_words_has_no_pieces():
    """Nothing is parsed."""
    assert pieces_of(text_of(), State()) == []


def test_a_piece_goes_on_until_its_last_word_is_done():
    """Its end alone is not enough: words before it may wait for what they are tied to."""
    piece = Piece(0, [37, 16], State(next_word=15, waiting=3))
    assert piece.goes_on()
    piece.state = State(next_word=16, waiting=2)
    assert piece.goes_on()
    piece.state = State(next_word=16, waiting=1)
    assert piece.goes_on()
    piece.state = State(next_word=16, waiting=0)
    assert not piece.goes_on()


def test_a_piece_that_marks_the_start_of_a_sentence_behind_its_end_takes_the_next_one_too():
    """Such a step leaves the words as they were."""
    piece = Piece(0, [37, 16], State(next_word=16, waiting=2))
    assert piece.goes_on()
    assert piece.goes_on()
    assert piece.ends == [37]
    own, next_ones = State(arcs=[arc(1, 0), arc(30, 31)]), State(arcs=[arc(32, 31)])
    whole = State()
    join([Piece(0, piece.ends, own), Piece(16, [37], next_ones)], whole)
    assert whole.arcs == own.arcs


def test_the_ties_of_all_pieces_are_those_of_the_text():
    """Words have their numbers in the whole text."""
    whole = State()
    join([Piece(0, [37, 16], State(arcs=[arc(1, 0)])), Piece(16, [37], State(arcs=[arc(17, 16)]))], whole)
    assert whole.arcs == [arc(1, 0), arc(17, 16)]


def arc(head: int, child: int) -> dict[str, int]:
    return {"head": head, "child": child, "label": 1}
