"""Marks between the words of a parse."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarizer.parse.words import Span as Tokens
    from summarizer.parse.words import Token

DASHES = frozenset(("—", "–", "―", "--", "-", "(", "["))  # whatever stands behind them is an aside
MARKS = frozenset((*',;:—–―-()[]“”"…', "--", "...", "''", "``"))
CLOSED_BY = {"“": "”", "(": ")", "[": "]", '"': '"'}
CLOSING = frozenset(CLOSED_BY.values())


def is_mark(token: Token) -> bool:
    """Whether the token is a mark between words, and no hyphen within one."""
    is_within = token.text == "-" and token.i > 0 and not (token.whitespace_ and token.nbor(-1).whitespace_)
    return token.text in MARKS and not is_within


def unpaired(words: Tokens) -> set[int]:
    """The brackets and quotation marks whose other half is not among the words."""
    odd: set[int] = set()
    waiting: list[Token] = []
    for token in words:
        if waiting and token.text == CLOSED_BY.get(waiting[-1].text):
            waiting.pop()
        elif token.text in CLOSED_BY:
            waiting.append(token)
        elif token.text in CLOSING:
            odd.add(token.i)
    return odd | {token.i for token in waiting}
