"""Words of two versions of a sentence side by side."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from summarizer.merge.numbers import find_numbers
from summarizer.merge.words import tokenise

# Around a change so many words are shown, enough to know the place by.
AROUND = 4
SHORTEST_WITH_A_SLIP, SHORTEST_WITH_ANOTHER_LETTER = (
    5,
    7,
)  # letters; shorter words become other words by one letter
LITTLE_WORDS = frozenset("a an the that of to and".split())
MARKS = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " "})
CONTRACTIONS = {"can't": ("can", "not"), "won't": ("will", "not"), "cannot": ("can", "not")}
ENDINGS = {"n't": "not", "'re": "are", "'ll": "will", "'ve": "have", "'m": "am"}
EDGES = "\"'.,;:!?()[]…-«»"


@dataclass(frozen=True, slots=True)
class Word:
    """One word as compared, and where it stands in its text."""

    key: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Edit:
    """Words that were replaced, taken out or put in: their places in the two lists of words."""

    ones: tuple[int, int]
    twos: tuple[int, int]


def words_of(text: str, start: int = 0, end: int | None = None) -> tuple[Word, ...]:
    """The words between two places of `text`; a contraction counts as its two words."""
    found: list[Word] = []
    for match in re.compile(r"[^\s—]+").finditer(text, start, len(text) if end is None else end):
        key = match.group().translate(MARKS).casefold().strip(EDGES)
        found.extend(Word(part, match.start(), match.end()) for part in parts_of(key) if part)
    return tuple(found)


def parts_of(key: str) -> tuple[str, ...]:
    if key in CONTRACTIONS:
        return CONTRACTIONS[key]
    ending = next((one for one in ENDINGS if key.endswith(one)), None)
    return (key.removesuffix(ending), ENDINGS[ending]) if ending else (key,)


def keys(words: Sequence[Word]) -> tuple[str, ...]:
    return tuple(word.key for word in words)


def masked(words: Sequence[Word]) -> list[str]:
    """The words with every number alike."""
    return ["#" if numbers_in(word.key) else word.key for word in words]


def likeness(ones: Sequence[Word], twos: Sequence[Word]) -> float:
    """How much of two sentences is the same, whatever their numbers: 1 for the same words in any order."""
    one, two = masked(ones), masked(twos)
    shared = sum(min(one.count(key), two.count(key)) for key in set(one))
    return 2 * shared / (len(one) + len(two)) if one or two else 0.0


def edits(ones: Sequence[Word], twos: Sequence[Word]) -> list[Edit]:
    """Where the two differ, in order."""
    matcher = SequenceMatcher(None, keys(ones), keys(twos), autojunk=False)
    return [
        Edit((one, one_end), (two, two_end))
        for tag, one, one_end, two, two_end in matcher.get_opcodes()
        if tag != "equal"
    ]


@lru_cache(maxsize=4096)  # each word of a sentence is asked for again beside every other sentence
def numbers_in(text: str) -> frozenset[str]:
    """The values in `text`, whatever bounds them; "one" is a number where there is no other."""
    found = frozenset(number.value for number in find_numbers(text, tokenise(text)))
    return found or (frozenset({"1"}) if "one" in keys(words_of(text)) else frozenset())


def is_slight(ones: Sequence[str], twos: Sequence[str]) -> bool:
    """Whether nothing of substance lies between the two: spelling, spacing, an article."""
    if "".join(ones).replace("-", "") == "".join(twos).replace("-", ""):
        return True
    left, right = ([key for key in side if key not in LITTLE_WORDS] for side in (ones, twos))
    return len(left) == len(right) and all(map(is_slip, left, right))


def is_slip(one: str, two: str) -> bool:
    """Whether one word is the other with a typing error: a letter left out or put in, two that changed places."""
    if one == two:
        return True
    if not (one.isalpha() and two.isalpha()) or min(len(one), len(two)) < SHORTEST_WITH_A_SLIP:
        return False
    if numbers_in(one) or numbers_in(two):
        return False
    return is_one_slip(*sorted((one, two), key=len))


def is_one_slip(short: str, long: str) -> bool:
    at = next(
        (place for place, pair in enumerate(zip(short, long, strict=False)) if pair[0] != pair[1]), len(short)
    )
    if at == 0:
        return False
    if len(short) != len(long):
        return short[at:] == long[at + 1 :]
    has_swapped = short[at : at + 2] == long[at : at + 2][::-1] and short[at + 2 :] == long[at + 2 :]
    has_another = short[at + 1 :] == long[at + 1 :] and len(short) >= SHORTEST_WITH_ANOTHER_LETTER
    return has_swapped or has_another


def window(text: str, words: Sequence[Word], first: int, last: int) -> str:
    """The page's own words from a few before `first` to a few after `last`."""
    start, end = max(0, first - AROUND), min(len(words), last + AROUND)
    return " ".join(text[words[start].start : words[end - 1].end].split())
