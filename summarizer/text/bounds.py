"""Words that bound a number: "more than", "nearly", "about". The one place that knows."""

from __future__ import annotations

from summarizer.text.lexicon import alternatives, signs_of

# Each with its sign: > more than, >= at least, < less than, <= at most, ~ about, ~< nearly.
BOUNDS = signs_of("bounds")
BOUND = "|".join(phrase.replace(" ", r"\s") for phrase in alternatives(BOUNDS).split("|"))  # for a pattern
# The single words of all of them: they stand before a number and are no part of what it counts.
WORDS_OF_BOUNDS = frozenset(word for phrase in BOUNDS for word in phrase.split())


def sign_of(phrase: str) -> str:
    """The sign of a bound as an article writes it, "" for other words."""
    return BOUNDS.get(" ".join(phrase.casefold().split()), "")
