"""Words that a page prints without a blank beside a dash, a bracket or a quotation mark: "p.m.—said", "(58)said"."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from summarizer.parse.spacy_library import IDX, Doc

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from spacy.tokens import Token

# What stands as a word of its own wherever it stands, save in the words that `kept` names.
MARK = re.compile(
    r"""
    (?=[-—–()\[\]{}“”„«»"'’]) (?:                       # all begin so: elsewhere nothing more is tried
    (?P<kept> (?<=\w)(?:[(\[](?:[a-z]{1,3}|\d)[)\]])+    # "resident(s)", "a 401(k)", "want[s]"
            | \[[A-Z]\](?=\w) )                          # "[W]e"
    | (?<!\d)[—–]+ | [—–]+(?![\d$£€])                    # a dash, but not of a range: "10–12", "$5–$10"
    | -{2,} | (?<!\S)-(?=[^\W\d_])                      # hyphens in its place
    | [()\[\]{}“”„«»]
    | (?<!\d)"                                          # but not of inches: a 3"-wide pipe
    | (?<=[,.!?…])['’](?=[^\W\d_])(?!(?:s|d|ll|re|ve)\b) # ‘No,’said: but not in "the U.S.'s"
    )""",
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
        cuts = {cut for mark in MARK.finditer(text) if not mark["kept"] for cut in mark.span()}
        parted = {
            at: parts for at, near in tokens_at(doc, cuts).items() if (parts := self._parts(doc[at], near))
        }
        return doc_of(doc, parted) if parted else doc

    def _parts(self, token: Token, cuts: Iterable[int]) -> list[Token]:
        """The words of the pieces into which the cuts at a token or inside it part it; none if it stays whole."""
        places = sorted({0, *(cut - token.idx for cut in cuts), len(token)})
        parts = [part for one, other in pairwise(places) for part in self._tokenizer(token.text[one:other])]
        return parts if len(parts) > 1 and not token.like_url else []


def tokens_at(doc: Doc, cuts: Iterable[int]) -> dict[int, list[int]]:
    """The numbers of the tokens that a cut is in or beside, each with its cuts."""
    starts = doc.to_array(IDX).tolist()
    found: dict[int, list[int]] = {}
    for cut in cuts:
        last = bisect_right(starts, cut) - 1
        for at in (last - 1, last):
            if at >= 0 and cut <= starts[at] + len(doc[at]):
                found.setdefault(at, []).append(cut)
    return found


def doc_of(doc: Doc, parted: Mapping[int, Sequence[Token]]) -> Doc:
    """The text with other words in place of some. Built at once: spaCy moves the whole rest of a text for each word that it splits."""
    words = [word for token in doc for word in words_of(token, parted.get(token.i))]
    made = Doc(doc.vocab, [word.text for word in words], [word.has_blank for word in words])
    for token, word in zip(made, words, strict=True):
        token.norm_ = word.norm
    return made


def words_of(token: Token, parts: Sequence[Token] | None) -> Iterator[Word]:
    """The token, or its parts: what stands behind it is behind the last."""
    *others, last = parts or [token]
    yield from (Word(part.text, part.norm_, has_blank=False) for part in others)
    yield Word(last.text, last.norm_, bool(token.whitespace_))
