"""Parsing the paragraphs of a text side by side, each as it would be parsed behind the one before it.

A parser of spaCy's goes through a text word by word. Where the next word is known to start a sentence, it ties no word to that one,
and goes no further before those behind it are done: so it comes to each paragraph as it came to the first. The words keep the numbers
that the network gave them in the whole text. A step of many paragraphs costs little more than a step of one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np

from summarizer.parse.plain_steps import Scorer, State
from summarizer.parse.spacy_library import SENT_START

if TYPE_CHECKING:
    from spacy.pipeline.transition_parser import Parser
    from spacy.tokens import Doc

FEWEST_WORDS = 16  # of a piece
MOST_PIECES = 32  # of a text: the state of each takes room for all words of the text


@dataclass(slots=True)
class Piece:
    """Paragraphs that are parsed for themselves, from word `start` to the last of `ends`; those before are ends of later pieces."""

    start: int
    ends: list[int]
    state: State
    waiting: int = 0  # words not done when the end was reached

    def goes_on(self) -> bool:
        """Whether it is not parsed to its end. Asked after each step.

        When the end is reached, the parser may first mark the word behind it as a sentence of its own. Then the next piece, which
        knows nothing of that, is parsed by this one.
        """
        word: int = self.state.B(0)
        waiting: int = self.state.stack_depth()
        at_end = word == self.ends[-1] and waiting > 0
        if at_end and waiting == self.waiting:
            self.ends.pop()
        self.waiting = waiting if at_end else 0
        return waiting > 0 or 0 <= word < self.ends[-1]


class SideBySide:
    """A parser of spaCy's that takes one step in all paragraphs, then the next.

    spaCy also lets go of Python's lock for a text, and takes it again at every step.
    """

    def __init__(self, parser: Parser) -> None:
        self._parser = parser

    def __call__(self, doc: Doc) -> Doc:
        return next(self.pipe([doc], batch_size=1))

    def pipe(self, docs: Iterable[Doc], *, batch_size: int) -> Iterator[Doc]:
        remaining = iter(docs)
        while batch := list(islice(remaining, batch_size)):
            states: Sequence[State] = self._parser.moves.init_batch(batch)
            cut = list(map(pieces_of, batch, states))
            self._parse(batch, [piece for pieces in cut for piece in pieces])
            for pieces, state in zip(cut, states, strict=True):
                join(pieces, state)
            self._parser.set_annotations(batch, states)
            yield from batch

    def _parse(self, docs: Sequence[Doc], pieces: Sequence[Piece]) -> None:
        if not pieces:
            return
        scorer = Scorer.of(self._parser, docs)
        while pieces:
            states = [piece.state for piece in pieces]
            self._parser.transition_states(states, scorer.at_states(states))
            pieces = [piece for piece in pieces if piece.goes_on()]


def pieces_of(doc: Doc, state: State) -> list[Piece]:
    """The text cut where a word is known to start a sentence; `state` is at its start, and then at the start of the last piece."""
    fewest = max(FEWEST_WORDS, len(doc) // MOST_PIECES)
    cuts = [0]
    for start in np.flatnonzero(doc.to_array(SENT_START) == 1).tolist():
        if start - cuts[-1] >= fewest:
            cuts.append(start)
    ends = [*cuts[1:], len(doc)][::-1]
    pieces = []
    for number, start in enumerate(cuts if len(doc) else ()):
        while state.B(0) < start:
            state.push()
            state.pop()
        pieces.append(Piece(start, ends[: len(ends) - number], state.copy()))
    return pieces


def join(pieces: Sequence[Piece], state: State) -> None:
    """Give `state` the ties of the whole text, of each piece that no earlier one went through."""
    reached = 0
    for piece in pieces:
        if piece.start == reached:
            for tie in piece.state.arcs:
                state.add_arc(tie["head"], tie["child"], tie["label"])
            reached = piece.ends[-1]
