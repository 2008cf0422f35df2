"""Words that mean the same in a newsroom. The one place that knows."""

from __future__ import annotations

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


def meaning(word: str) -> str:
    """What a word in small letters is compared by: its stem, or that of the first word that means the same."""
    root = stem(word)
    return _CLASS_OF.get(root, root)
