"""The place and agency that open a report: "NORBURG (AFP) – …" is no part of a name, nor of a role."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.text.lexicon import signs_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.parse.words import Token

AGENCIES = frozenset(signs_of("agencies"))
DASHES = frozenset(("-", "–", "—", "--"))
SHORTEST = 2  # letters; "US – …" is none
LONGEST = 14  # tokens: "NORBURG, Norland, Nov. 3 (Agence France-Presse) –"


def behind_dateline(words: Sequence[Token]) -> list[Token]:
    """Those of `words`, all of one sentence, that stand behind the dateline with which it opens."""
    start = dateline_end(words[0]) if words else 0
    return [word for word in words if word.i >= start]


def dateline_end(word: Token) -> int:
    """The number of the token behind the dateline that opens the word's sentence; 0 if none does."""
    doc, first = word.doc, word.sent.start
    texts = [doc[at].text for at in range(first, min(first + LONGEST, len(doc)))]
    is_place = texts[0].isupper() and len(texts[0]) > SHORTEST  # in capitals, whatever the agency
    if not is_place and "(" not in texts:
        return 0
    opening = doc[first : first + LONGEST]
    dash = next(
        (at for at, text in enumerate(texts) if text in DASHES and is_spaced(opening[at])), len(texts)
    )
    at = texts.index("(") if "(" in texts[:dash] else None
    if dash == len(texts) or (at is None and not is_place):
        return 0
    is_agency = at is not None and opening[at + 1 : dash - 1].text.lower() in AGENCIES
    is_closed = at is None or texts[dash - 1] == ")"
    is_dateline = is_agency or (is_place and all(map(is_of_place, opening[1:dash])))
    return first + dash + 1 if is_closed and is_dateline else 0


def is_spaced(dash: Token) -> bool:
    """Whether a dash stands between blanks, and no part of a word."""
    return dash.i > 0 and bool(dash.nbor(-1).whitespace_) and bool(dash.whitespace_)


def is_of_place(word: Token) -> bool:
    """Whether a word may stand in a dateline: a name, a day, a mark."""
    return word.is_punct or word.is_digit or word.text[:1].isupper()
