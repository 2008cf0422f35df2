"""The place and agency that open a report: "NORBURG (AFP) – …" is no part of a name, nor of a role."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.text.lexicon import signs_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.parse.words import Token

AGENCIES = frozenset(signs_of("agencies"))
DASHES = frozenset(("-", "–", "—", "--"))
LONGEST = 14  # tokens: "NORBURG, Norland, Nov. 3 (Agence France-Presse) –"


def behind_dateline(words: Sequence[Token]) -> list[Token]:
    """Those of `words`, all of one sentence, that stand behind the dateline with which it opens."""
    start = dateline_end(words[0]) if words else 0
    return [word for word in words if word.i >= start]


def dateline_end(word: Token) -> int:
    """The number of the token behind the dateline that opens the word's sentence; 0 if none does."""
    first = word.sent.start
    opening = word.doc[first : first + LONGEST]
    at = next((number for number, token in enumerate(opening) if token.text == "("), None)
    if not at:
        return 0
    end = next((number for number in range(at, len(opening) - 1) if opening[number].text == ")"), None)
    if end is None or opening[end + 1].text not in DASHES:
        return 0
    return first + end + 2 if opening[at + 1 : end].text.lower() in AGENCIES else 0
