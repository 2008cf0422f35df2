"""What a word is, and what it is compared by. The one place that knows, without a parse."""

from __future__ import annotations

import re
from functools import lru_cache

from summarizer.text.lexicon import kinds_of

# For patterns: letters with apostrophes within, digits with what sets them apart, and either of them or both mixed ("19th").
LETTERS = r"[^\W\d_]+(?:['’][^\W\d_]+)*"
DIGITS = r"\d+(?:[.,]\d+)*"
WORD = rf"{DIGITS}(?![^\W_])|[^\W_]+(?:['’][^\W_]+)*"
_WORD = re.compile(WORD)
_IRREGULAR = kinds_of("irregular")


def words(text: str) -> tuple[str, ...]:
    """The words of `text` in order, as compared: in small letters, with straight apostrophes, without marks."""
    return tuple(_WORD.findall(folded(text)))


def folded(word: str) -> str:
    """`word` in small letters, with straight apostrophes."""
    return word.replace("’", "'").casefold()


@lru_cache(
    maxsize=65536
)  # a language has few words and says them often; a stemmer keeps what it works on, so each its own
def stem(word: str) -> str:
    """A word in small letters without its inflection, to be compared only: "captured" and "capturing" give "captur"."""
    from snowballstemmer.english_stemmer import EnglishStemmer  # noqa: PLC0415  # with it come 30 languages, and few commands compare words

    word = word.removesuffix("'s")
    return str(EnglishStemmer().stemWord(_IRREGULAR.get(word, word)))
