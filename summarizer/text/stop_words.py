"""Words that say next to nothing of what a text is about. The one place that knows."""

from __future__ import annotations

from summarizer.text.lexicon import kinds_of

_KINDS = kinds_of("stop_words")
# Of no topic: for all who ask what a text is about, or look something up.
STOP_WORDS = frozenset(_KINDS)
# Of no weight at all: two statements that differ in these alone say the same. "Not", "may" and "before" are none.
WEIGHTLESS = frozenset(word for word, kind in _KINDS.items() if kind != "bearing")
