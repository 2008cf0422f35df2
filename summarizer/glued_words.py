"""Words that a page prints without a blank beside a dash, a bracket or a quotation mark: "p.m.—said", "(58)said"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc, Token
    from spacy.tokens._retokenize import Retokenizer

# What stands as a word of its own wherever it stands, save in the words that `kept` names.
MARK = re.compile(
    r"""
    (?P<kept> (?<=\w)(?:[(\[](?:[a-z]{1,3}|\d)[)\]])+    # "resident(s)", "a 401(k)", "want[s]"
            | \[[A-Z]\](?=\w) )                          # "[W]e"
    | (?<!\d)[—–]+ | [—–]+(?![\d$£€])                    # a dash, but not of a range: "10–12", "$5–$10"
    | -{2,} | (?<!\S)-(?=[^\W\d_])                      # hyphens in its place
    | [()\[\]{}“”„«»]
    | (?<!\d)"                                          # but not of inches: a 3"-wide pipe
    """,
    re.VERBOSE,
)


class GluedWords:
    """A tokenizer that reads what stands around such a mark as if blanks stood there."""

    def __init__(self, tokenizer: Callable[[str], Doc]) -> None:
        self._tokenizer = tokenizer

    def __call__(self, text: str) -> Doc:
        doc: Doc = self._tokenizer(text)
        cuts = [cut for mark in MARK.finditer(text) if not mark["kept"] for cut in mark.span()]
        with doc.retokenize() as retokenizer:
            for token in doc:
                start, end = token.idx, token.idx + len(token)
                near = cuts[bisect_left(cuts, start) : bisect_right(cuts, end)]
                if near and not token.like_url:
                    places = dict.fromkeys((start, *near, end))
                    self._cut(retokenizer, token, [text[one:other] for one, other in pairwise(places)])
        return doc

    def _cut(self, retokenizer: Retokenizer, token: Token, pieces: list[str]) -> None:
        words = [word for piece in pieces for word in self._tokenizer(piece)]
        if len(words) > 1:
            retokenizer.split(
                token,
                [word.text for word in words],
                heads=[(token, at) for at in range(len(words))],
                attrs={"NORM": [word.norm_ for word in words]},
            )
