"""What tells one event from another: words, names, numbers and dates of an article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, pairwise
from typing import NamedTuple

from summarizer.stories.pattern import NAME, NUMBER, Pattern, Token, find_places
from summarizer.stories.pattern import WORDS_OF_TOP as WORDS_OF_LEAD
from summarizer.text.dates import MONTH, MONTHS, WEEKDAYS
from summarizer.text.lexicon import words_of
from summarizer.text.names import TITLES
from summarizer.text.sentence_bounds import may_open_a_sentence
from summarizer.text.stop_words import STOP_WORDS
from summarizer.text.words import DIGITS, LETTERS, folded, stem

WORD = re.compile(rf"{LETTERS}|{DIGITS}")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
MONTH_SAID = re.compile(rf"\b(?!May)({MONTH})|\b(May) \d")
WORDS_OF_TOP = 60  # headline and first two sentences; 30 to 100 give BCubed F1 .935 to .937 on ECB+
# Times a word in the top counts beside the root of its count. Without it F1 is .935 instead of .936.
WEIGHT_OF_TOP = 3.0
STOP = STOP_WORDS | frozenset("said says say told according mr mrs ms new one two".split())
# Capitals that name nobody: days, months, offices. Twin trials both have a Judge and a Monday.
NO_NAMES = TITLES | frozenset((*MONTHS, *WEEKDAYS)) | words_of("capitals")


@dataclass(frozen=True, slots=True)
class Features:
    """Counts of what an article holds. `words` are weighted for the top, `names` hold single words and pairs."""

    words: dict[str, float]
    names: dict[str, int]
    numbers: frozenset[str]
    years: frozenset[int]
    months: frozenset[str]
    run: tuple[str, ...]  # all words in order, for copies
    pattern: Pattern


class Word(NamedTuple):
    """A word as written, as compared, and what it may be."""

    text: str
    low: str
    key: str
    is_number: bool
    is_telling: bool
    may_name: bool


def find_features(text: str, title: str | None = None) -> Features:
    """The features of one article."""
    full = f"{title}\n{text}" if title and not text.startswith(title) else text
    places = [match.span() for match in WORD.finditer(full)]
    words = [read_word(full[start:end]) for start, end in places]
    return Features(
        words=weigh_words(words),
        names=dict(Counter(find_names(full, places, words))),
        numbers=frozenset(word.text.replace(",", "") for word in words if word.is_number),
        years=frozenset(int(year) for year in YEAR.findall(full)),
        months=frozenset((first or second)[:3] for first, second in MONTH_SAID.findall(full)),
        run=tuple(word.low for word in words),
        pattern=find_pattern(full, places, words, len(WORD.findall(title or ""))),
    )


@lru_cache(maxsize=65536)  # a language has few words and says them often
def read_word(text: str) -> Word:
    low, is_number = folded(text), text[0].isdigit()
    is_telling = not is_number and len(text) > 1 and low not in STOP
    may_name = is_telling and text[0].isupper() and low not in NO_NAMES
    return Word(text, low, stem(low), is_number, is_telling, may_name)


def weigh_words(words: Sequence[Word]) -> dict[str, float]:
    """Each telling word with the root of its count and more when it stands at the top."""
    counts = Counter([word.key for word in words if word.is_telling])
    top = {word.key for word in words[:WORDS_OF_TOP] if word.is_telling}
    return {key: count**0.5 + WEIGHT_OF_TOP * (key in top) for key, count in counts.items()}


def find_names(full: str, places: Sequence[tuple[int, int]], words: Sequence[Word]) -> Iterator[str]:
    """Capitalised words that are not only sentence openers, alone and in pairs."""
    lower = {word.text for word in words if word.text[0].islower()}
    before: str | None = None
    end = 0
    for (start, here), word in zip(places, words, strict=True):
        gap, end = full[end:start] if word.may_name else "", here
        if not word.may_name or (word.low in lower and (start == places[0][0] or may_open_a_sentence(gap))):
            before = None
            continue
        yield word.key
        if before and gap == " ":
            yield f"{before} {word.key}"
        before = word.key


def find_pattern(full: str, places: Sequence[tuple[int, int]], words: Sequence[Word], title: int) -> Pattern:
    """What tells the article from others of its pattern; `title` says how many words the title has."""
    named = named_within(full, places, words)
    titled = frozenset(word.key for word in words[:title] if word.may_name and word.key in named)
    top = frozenset(
        word.key for word in words[: title + WORDS_OF_LEAD] if word.may_name and word.key in named
    )
    return Pattern(
        subject=titled or top,
        is_titled=bool(titled),
        words=frozenset(word.key for word in words),
        places=find_places(list(tokens_of(words, named))),
    )


def named_within(full: str, places: Sequence[tuple[int, int]], words: Sequence[Word]) -> frozenset[str]:
    """The words that bear a capital where no sentence opens: those are names beyond doubt."""
    gaps = (full[end:start] for (_, end), (start, _) in pairwise(places))
    return frozenset(
        word.key
        for word, gap in zip(words[1:], gaps, strict=True)
        if word.may_name and "\n" not in gap and not may_open_a_sentence(gap)
    )


def tokens_of(words: Sequence[Word], named: frozenset[str]) -> Iterator[Token]:
    """The words in order, those of one name together."""
    for is_name, group in groupby(words, key=lambda word: word.may_name and word.key in named):
        some = list(group)
        if is_name:
            yield Token(NAME, tuple(word.key for word in some))
        else:
            yield from (Token(NUMBER if word.is_number else word.low, (word.key,)) for word in some)
