"""Words of a statement made comparable: tokens, stems, words that mean the same in a newsroom."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from summarizer.text.sentence_bounds import may_open_a_sentence
from summarizer.text.stop_words import WEIGHTLESS
from summarizer.text.synonyms import akin, meaning
from summarizer.text.words import LETTERS, folded

TOKEN = re.compile(
    r"(?<=\d)\s*(?P<half_day>[APap])\.?[Mm]\b\.?|[$€£¥]|%|\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|(?:[A-Z]\.){2,}"
    rf"|{LETTERS}"
)
ALIASES = {
    "US": "USA", "america": "USA", "american": "USA", "americans": "USA", "britain": "UK", "british": "UK",
    "percent": "%", "pct": "%",
    "dollars": "$", "dollar": "$", "euros": "€", "euro": "€", "pounds": "£", "yen": "¥",
}  # fmt: skip
# Words that change nothing a reader would notice.
STOP = WEIGHTLESS | frozenset("mr mrs ms dr sir per cent".split())

BEGINNING = 5  # letters with which two words of one kind begin: "rehab", "rehabilitation"


@dataclass(frozen=True, slots=True)
class Token:
    """One word: as written, as compared, whether its capital only says that a sentence begins there, and its place."""

    text: str
    low: str  # lower case; an acronym keeps its capitals, so that the WHO is not "who"
    key: str
    opens: bool
    start: int
    end: int


def tokenise(text: str) -> tuple[Token, ...]:
    """The words, numbers and signs of `text` in order; "8 p.m." is one more word than "8"."""
    tokens, end = [], 0
    for match in TOKEN.finditer(text):
        opens = end == 0 or may_open_a_sentence(text[end : match.start()])
        word = f"{match['half_day']}mclock" if match["half_day"] else match.group()
        low = lower(word)
        tokens.append(Token(word, low, key_of(low), opens, *match.span()))
        end = match.end()
    return tuple(tokens)


def lower(word: str) -> str:
    is_acronym = len(word) > 1 and word.isupper()
    return word.replace(".", "") if is_acronym else folded(word)


def key_of(low: str) -> str:
    """What a word is compared by."""
    if low in ALIASES:
        return ALIASES[low]
    if low in STOP or not low[0].isalpha() or low.isupper():
        return low.replace(",", "")
    return meaning(low)


@lru_cache(maxsize=65536)  # each word of a story is held against all others
def marks_of(key: str) -> frozenset[str]:
    """What two words have in common that are near in meaning: the word, how it begins, the groups it is in."""
    return frozenset({key, key[:BEGINNING], *akin(key)})
