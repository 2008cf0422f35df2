"""How the gate compares words: folded texts, word positions, names and mentions."""

from __future__ import annotations

import re

from summarizer.text.lexicon import kinds_of

# Typography is no difference in wording: pages curl their marks, the corpus' lists may not.
STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " "})
TITLES = kinds_of("titles_written_out")
WORD = re.compile(r"\w+(?:['’.-]\w+)*")
FILLERS = frozenset("a an the its his her their our my your this that".split())
PRONOUNS = frozenset("he she it they i we you him her them who".split())


def plain(text: str | None) -> str:
    """`text` with straight marks, blanks folded, in lower case."""
    return " ".join((text or "").translate(STRAIGHT).split()).casefold()


def word_starts(text: str, start: int, end: int) -> frozenset[int]:
    """Where the words of `text` that touch start..end begin."""
    return frozenset(
        found.start() for found in WORD.finditer(text) if found.start() < end and found.end() > start
    )


def likeness(ours: frozenset[int], theirs: frozenset[int]) -> float:
    """Words in common as a share of all words of either, 0 to 1."""
    return len(ours & theirs) / len(ours | theirs) if ours and theirs else 0.0


def key_words(text: str | None) -> frozenset[str]:
    """The words of a name or mention that tell it from others: no articles, no possessives."""
    found = (word.removesuffix("'s").rstrip(".") for word in WORD.findall(plain(text)))
    return frozenset(found) - FILLERS


def is_named(shown: str | None, wanted: str) -> bool:
    """Whether `shown` names `wanted`: with all words of a name; of a description some words may be left out."""
    ours, theirs = key_words(shown), key_words(wanted)
    if not ours or not theirs:
        return plain(shown) == plain(wanted) != ""
    return theirs <= ours or (not is_proper(wanted) and ours <= theirs)


def is_proper(name: str) -> bool:
    """Whether a capital stands in `name` past its first word: a name, not a description."""
    return any(word[:1].isupper() for word in name.split()[1:])


def is_same_mention(ours: str | None, theirs: str | None) -> bool:
    """Whether two mentions of one place on a page are one: equal, or the one longer by a role or a clause."""
    if plain(ours) in PRONOUNS or plain(theirs) in PRONOUNS:
        return plain(ours) == plain(theirs)
    left, right = key_words(ours), key_words(theirs)
    return bool(left and right) and (left <= right or right <= left)


def in_full(role: str) -> str:
    """A role with its abbreviated titles written out, as headings have them: "coast guard Cmdr." is a coast guard commander."""
    return " ".join(TITLES.get(word.strip("."), word) for word in role.split())


def holds(text: str | None, words: str) -> bool:
    """Whether `words` stand literally in `text`, whatever the marks and blanks."""
    return plain(words) in plain(text)
