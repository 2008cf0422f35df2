"""A line as it is printed, word for word, for those who read it without a parse."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from summarizer.text.stop_words import STOP_WORDS
from summarizer.text.words import LETTERS, folded, stem

Meant = Literal["he", "she", "they", "it"]  # what a pronoun can mean

_PIECE = re.compile(rf"{LETTERS}|[.!?…]+|[“”\"]")
# Before an opening mark behind these the words of somebody begin: a sentence of their own.
_BEFORE_SPEECH = ("", ",", ":", "…")


class Word(NamedTuple):
    """A word: as printed, in small letters without what is joined to it ("it's" is "it"), and where it stands."""

    text: str
    low: str
    start: int
    is_quoted: bool
    is_first: bool  # of a sentence

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def is_capital(self) -> bool:
        return self.text[:1].isupper() and self.low != "i"


@dataclass(frozen=True, slots=True)
class Printed:
    """A line with its words; `known`, `told` and `source` say what a reader has beside it, as `leaning` explains."""

    text: str
    words: Sequence[Word]
    known: Collection[str] = ()
    told: Collection[Meant] = ()
    source: Collection[Meant] = ()

    def low(self, at: int) -> str:
        """The word number `at` in small letters; beyond the line's ends none."""
        return self.words[at].low if 0 <= at < len(self.words) else ""

    def rest(self, at: int) -> str:
        """The line from word number `at` on."""
        return self.text[self.words[at].start :]

    def behind(self, at: int) -> str:
        """What follows word number `at`."""
        return self.text[self.words[at].end :]

    def is_name(self, at: int) -> bool:
        """Whether a word in capitals is a name, and not only the first of its sentence."""
        word = self.words[at]
        if not word.is_capital:
            return False
        if not word.is_first or (at + 1 < len(self.words) and self.words[at + 1].is_capital):
            return True
        return word.low not in STOP_WORDS and stem(word.low) in self.known


@lru_cache(maxsize=512)  # a line is asked about again by whatever chooses, cuts and ranks it
def words_in(line: str) -> tuple[Word, ...]:
    """The words of a line in order."""
    return tuple(_words_in(line))


def _words_in(line: str) -> Iterator[Word]:
    is_quoted, is_first = False, True
    for piece in _PIECE.finditer(line):
        text = piece.group()
        if text in '“”"':
            is_quoted = text == "“" or (text == '"' and not is_quoted)
            is_first |= is_quoted and line[: piece.start()].rstrip()[-1:] in _BEFORE_SPEECH
        elif not text[0].isalpha():
            is_first = True
        else:
            low = folded(text).partition("'")[0]
            yield Word(text, low, piece.start(), is_quoted, is_first)
            is_first = False
