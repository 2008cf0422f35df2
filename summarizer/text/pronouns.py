"""Pronouns. The one place that knows."""

from __future__ import annotations

from summarizer.text.lexicon import kinds_of, words_of

# Each with the person whom it means, in its first form: "his" is "he". Those that point or ask mean no such person: "".
_PERSON_OF = kinds_of("pronouns")
PRONOUNS = frozenset(_PERSON_OF)
PERSON_OF = {word: person for word, person in _PERSON_OF.items() if person}
HE_SHE = {word: person for word, person in PERSON_OF.items() if person in {"he", "she"}}
_NOBODY = PRONOUNS | words_of("nobodies")


def names_nobody(name: str) -> bool:
    """Whether a source's "name" is only a word for somebody whom the page leaves open: "they", "some", "one of them"."""
    return name.casefold() in _NOBODY
