"""What tells one event from another: words, the words of the top, names and numbers of an article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*|\d+(?:[.,]\d+)*")
SENTENCE_OPENS = re.compile(r"[.!?\n:“\"]")
WORDS_OF_TOP = 60  # title and first two sentences; 40 to 100 measure the same on ECB+
SHINGLE = 5
STOP = frozenset(
    """a an the and or but if of in on at to for from by with as is are was were be been being it its it's this that
    these those he she they we i you his her their our my your him them us me who whom which what when where how why not
    no nor so than then there here do does did done have has had having will would can could may might must should
    shall up out about into over after before under again more most some any all both each few other such only own same
    too very just also s t re ve ll d m said says say told according mr mrs ms new one two""".split()
)


@dataclass(frozen=True, slots=True)
class Features:
    """Counts of what an article holds, by kind, and the five-word runs of its text."""

    body: Counter[str]
    top: Counter[str]
    names: Counter[str]
    numbers: Counter[str]
    shingles: frozenset[int]

    def kinds(self) -> tuple[Counter[str], ...]:
        return self.body, self.top, self.names, self.numbers


@dataclass(frozen=True, slots=True)
class Word:
    """A word as written, as compared, and how it stands to the one before."""

    text: str
    key: str
    opens: bool  # a sentence begins here
    follows: bool  # only a space stands before it


def find_features(text: str, title: str | None = None) -> Features:
    """The features of one article."""
    full = f"{title}\n{text}" if title else text
    words = tuple(read_words(full))
    lower = {word.text for word in words if word.text[0].islower()}
    telling = [(at, word) for at, word in enumerate(words) if is_telling(word)]
    return Features(
        body=Counter(word.key for _, word in telling),
        top=Counter(word.key for at, word in telling if at < WORDS_OF_TOP),
        names=Counter(find_names(words, lower)),
        numbers=Counter(word.text.replace(",", "") for word in words if word.text[0].isdigit()),
        shingles=find_shingles(words),
    )


def read_words(text: str) -> Iterator[Word]:
    end = 0
    for match in WORD.finditer(text):
        gap = text[end : match.start()]
        opens = end == 0 or bool(SENTENCE_OPENS.search(gap))
        yield Word(match.group(), stem(match.group().casefold().replace("’", "'")), opens, gap == " ")
        end = match.end()


def is_telling(word: Word) -> bool:
    return not word.text[0].isdigit() and len(word.text) > 1 and word.text.casefold().replace("’", "'") not in STOP


def find_names(words: tuple[Word, ...], lower: set[str]) -> Iterator[str]:
    """Capitalised words that are not only sentence openers, alone and in pairs."""
    before: str | None = None
    for word in words:
        is_name = is_telling(word) and word.text[0].isupper() and not (word.opens and word.text.casefold() in lower)
        if not is_name:
            before = None
            continue
        yield word.key
        if before and word.follows:
            yield f"{before} {word.key}"
        before = word.key


def find_shingles(words: tuple[Word, ...]) -> frozenset[int]:
    """Hashes of all runs of five words; equal texts give equal hashes within one run of the program."""
    keys = [word.text.casefold() for word in words]
    return frozenset(hash(tuple(keys[at : at + SHINGLE])) for at in range(len(keys) - SHINGLE + 1))


def stem(word: str) -> str:
    """A word without plural, past and -ing."""
    word = word.removesuffix("'s")
    for ending, least in (("ing", 6), ("ies", 5), ("ed", 5), ("es", 5), ("s", 4), ("e", 5)):
        if len(word) >= least and word.endswith(ending) and not word.endswith("ss"):
            return word[: -len(ending)] + ("y" if ending == "ies" else "")
    return word
