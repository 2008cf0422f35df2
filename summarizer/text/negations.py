"""Words that say no. The one place that knows."""

from __future__ import annotations

from summarizer.text.lexicon import alternatives, kinds_of

_KINDS = kinds_of("negations")
NEGATIONS = frozenset(_KINDS)
# For a pattern: what says no before a verb, "n't" too.
NEGATED_VERB = rf"(?:\b(?:{alternatives(word for word, kind in _KINDS.items() if kind)})|n[’']t)"


def is_negation(word: str) -> bool:
    """Whether a word in small letters with a straight apostrophe says no: "never", "won't"."""
    return word in NEGATIONS or word.endswith("n't")
