"""What tells one event from another: words, names, numbers and dates of an article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, islice, pairwise
from typing import NamedTuple

from summarizer.stories.pattern import NAME, NUMBER, TOKENS_COMPARED, Pattern, Token, find_filling
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
WORDS_PAIRED = 250  # from the top
FIRST_AND_LAST = 2  # names of a person
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
    pairs: frozenset[str]  # two telling words or numbers that follow each other
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
        pairs=find_pairs(words),
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


def find_pairs(words: Sequence[Word]) -> frozenset[str]:
    """Each two telling words or numbers at the top with no telling one between them."""
    some = [word.key for word in words[:WORDS_PAIRED] if word.is_telling or word.is_number]
    return frozenset(f"{one} {two}" for one, two in pairwise(some))


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
    named = named_within(full, places, words, title)
    titled = named.intersection(word.key for word in words[:title] if word.may_name)
    top = named.intersection(word.key for word in words[: title + WORDS_OF_LEAD] if word.may_name)
    return Pattern(
        subject=titled or top,
        is_titled=bool(titled),
        people=find_people(full, places, words, named),
        words=frozenset(word.key for word in words),
        filling=find_filling(list(islice(tokens_of(words, named_perhaps(words)), TOKENS_COMPARED))),
    )


def named_within(
    full: str, places: Sequence[tuple[int, int]], words: Sequence[Word], title: int
) -> frozenset[str]:
    """The words that bear a capital where no sentence opens, and never stand without one.

    A title with a capital on each word shows no names.
    """
    begin = title if is_title_case(words[:title]) else 0
    gaps = (full[end:start] for (_, end), (start, _) in pairwise(places[begin:]))
    small = {word.key for word in words[begin:] if word.text[0].islower()}
    return frozenset(
        word.key
        for word, gap in zip(words[begin + 1 :], gaps, strict=False)
        if word.may_name and word.key not in small and "\n" not in gap and not may_open_a_sentence(gap)
    )


def named_perhaps(words: Sequence[Word]) -> frozenset[str]:
    """The words that never stand without a capital; "Inspectors" and "Firefighters" may be among them."""
    small = {word.key for word in words if word.text[0].islower()}
    return frozenset(word.key for word in words if word.may_name and word.key not in small)


def is_title_case(title: Sequence[Word]) -> bool:
    """Whether no telling word of the title is in small letters."""
    return not any(word.is_telling and word.text[0].islower() for word in title)


def find_people(
    full: str, places: Sequence[tuple[int, int]], words: Sequence[Word], named: frozenset[str]
) -> frozenset[str]:
    """The last names at the top of those who are called by two names once, and by the last one alone elsewhere."""
    runs = list(runs_of_names(full, places, words, named))
    alone = {run[0] for run in runs if len(run) == 1}
    firsts = {run[0] for run in runs if len(run) == FIRST_AND_LAST}
    lasts = {run[1] for run in runs if len(run) == FIRST_AND_LAST and run[0] not in alone}
    top = {word.key for word in words[:WORDS_OF_TOP]}
    return frozenset((lasts & alone & top) - firsts)


def runs_of_names(
    full: str, places: Sequence[tuple[int, int]], words: Sequence[Word], named: frozenset[str]
) -> Iterator[tuple[str, ...]]:
    """Names with nothing but a space between."""
    run: tuple[str, ...] = ()
    end = 0
    for (start, here), word in zip(places, words, strict=True):
        is_name = word.may_name and word.key in named
        if run and not (is_name and full[end:start] == " "):
            yield run
            run = ()
        if is_name:
            run = (*run, word.key)
        end = here
    if run:
        yield run


def tokens_of(words: Sequence[Word], named: frozenset[str]) -> Iterator[Token]:
    """The words in order, those of one name together."""
    for is_name, group in groupby(words, key=lambda word: word.may_name and word.key in named):
        some = list(group)
        if is_name:
            yield Token(NAME, tuple(word.key for word in some))
        else:
            yield from (Token(NUMBER if word.is_number else word.low, (word.key,)) for word in some)
