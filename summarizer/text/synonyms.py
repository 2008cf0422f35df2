"""Words that mean the same in a newsroom. The one place that knows."""

from __future__ import annotations

from collections import defaultdict

from summarizer.text.lexicon import groups_of, kinds_of
from summarizer.text.words import stem

_FATES = kinds_of("fates")
# What becomes of people, each word with the one for all: "deaths" and "drowned" are of the dead.
FATE_OF = {word: fate.split()[0] for word, fate in _FATES.items()}
# Those that a sentence may swap: who drowned is dead, but "drowned" says more.
SAME_FATE = {word: fate for word, fate in _FATES.items() if not fate.endswith("loosely")}


def _classes() -> dict[str, str]:
    found: dict[str, str] = {}
    for first, *others in groups_of("synonyms"):
        head = found.get(stem(first), stem(first))
        for word in (first, *others):
            found.setdefault(stem(word), head)
    return {**found, **{stem(word): stem(fate) for word, fate in SAME_FATE.items()}}


_CLASS_OF = _classes()


def _groups() -> dict[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for words in groups_of("akin"):
        for word in words:
            found[meaning(word)].add(f"~{words[0]}")
    return {key: frozenset(names) for key, names in found.items()}


def meaning(word: str) -> str:
    """What a word in small letters is compared by: its stem, or that of the first word that means the same."""
    root = stem(word)
    return _CLASS_OF.get(root, root)


_GROUPS = _groups()


def akin(key: str) -> frozenset[str]:
    """The groups of words near in meaning that a word is in, by what it is compared by."""
    return _GROUPS.get(key, frozenset())
