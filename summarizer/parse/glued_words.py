"""Words that a page prints without a blank beside a dash, a bracket or a quotation mark: "p.m.—said", "(58)said"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from summarizer.parse.spacy_library import Doc

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from spacy.tokens import Token
    from spacy.vocab import Vocab

# What stands as a word of its own wherever it stands, save in the words that `kept` names.
MARK = re.compile(
    r"""
    (?P<kept> (?<=\w)(?:[(\[](?:[a-z]{1,3}|\d)[)\]])+    # "resident(s)", "a 401(k)", "want[s]"
            | \[[A-Z]\](?=\w) )                          # "[W]e"
    | (?<!\d)[—–]+ | [—–]+(?![\d$£€])                    # a dash, but not of a range: "10–12", "$5–$10"
    | -{2,} | (?<!\S)-(?=[^\W\d_])                      # hyphens in its place
    | [()\[\]{}“”„«»]
    | (?<!\d)"                                          # but not of inches: a 3"-wide pipe
    | (?<=[,.!?…])['’](?=[^\W\d_])(?!(?:s|d|ll|re|ve)\b) # ‘No,’said: but not in "the U.S.'s"
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Word:
    """One word as a tokenizer cut it; `norm` is what the parse takes it for: "not" for "n't"."""

    text: str
    norm: str
    has_blank: bool


class GluedWords:
    """A tokenizer that reads what stands around such a mark as if blanks stood there."""

    def __init__(self, tokenizer: Callable[[str], Doc]) -> None:
        self._tokenizer = tokenizer

    def __call__(self, text: str) -> Doc:
        doc = self._tokenizer(text)
        cuts = [cut for mark in MARK.finditer(text) if not mark["kept"] for cut in mark.span()]
        words = [word for token in doc for word in self._words(token, cuts)] if cuts else []
        return doc if len(words) <= len(doc) else doc_of(doc.vocab, words)

    def _words(self, token: Token, cuts: Sequence[int]) -> Iterator[Word]:
        """The token, or the words of the pieces into which the cuts at it or inside it part it."""
        start, end = token.idx, token.idx + len(token)
        near = cuts[bisect_left(cuts, start) : bisect_right(cuts, end)]
        places = [place - start for place in dict.fromkeys((start, *near, end))]
        pieces = [token.text[one:other] for one, other in pairwise(places)]
        parts = [part for piece in pieces for part in self._tokenizer(piece)] if near else []
        if len(parts) <= 1 or token.like_url:
            yield Word(token.text, token.norm_, bool(token.whitespace_))
            return
        yield from (Word(part.text, part.norm_, has_blank=False) for part in parts[:-1])
        yield Word(parts[-1].text, parts[-1].norm_, bool(token.whitespace_))


def doc_of(vocab: Vocab, words: Sequence[Word]) -> Doc:
    """Built at once: spaCy moves the whole rest of a text for each word that it splits."""
    doc = Doc(vocab, [word.text for word in words], [word.has_blank for word in words])
    for token, word in zip(doc, words, strict=True):
        token.norm_ = word.norm
    return doc
