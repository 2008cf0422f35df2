"""How likely it is that a stretch of the page that tells what a figure is of can be understood alone, and is whole and true."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from summarizer.figures.lexicon import word_set
from summarizer.figures.stretches import VOUCHING
from summarizer.text.leaning import leaning

if TYPE_CHECKING:
    from summarizer.figures.stretches import Stretch, Told

# Learned from ways to tell figures, each judged by one reader (`python -m train.clearness`, docs/figures.md).
WEIGHTS = {
    "a clause": -0.13,
    "two sentences": -0.12,
    "a phrase": -0.6,
    "words": 0.78,
    "many words": -0.8,
    "leans": -1.10,
    "says I or we": -0.61,
    "names nobody": -0.74,
    "says who says it": -0.18,
    "the noun stands before": -1.0,  # by hand: the texts hold few
}
CLEAR = 0.48  # what is less likely to be understood is not shown
BIAS = 0.22
MANY_WORDS, LONG, TOO_LONG = 10, 18, 24
_OWN = word_set("i we us our my me you your")


def clearness(stretch: Stretch, told: Told) -> float:
    """The chance, 0 to 1, that an editor understands the words and finds them whole and true."""
    found = features(stretch, told)
    return 1 / (1 + math.exp(-BIAS - sum(WEIGHTS[name] * value for name, value in found.items())))


def features(stretch: Stretch, told: Told) -> dict[str, float]:
    """What a way to tell a figure is weighed by, each about 0 to 1, under the names of `WEIGHTS`."""
    words, text = stretch.words, stretch.text
    own = any(token.lower_ in _OWN for token in words)
    size = len(text.split())
    values: dict[str, float] = {
        "a clause": stretch.kind == "clause",
        "two sentences": stretch.kind == "sentences",
        "a phrase": stretch.kind == "phrase",
        "words": min(size, LONG) / MANY_WORDS,
        "many words": max(0, size - TOO_LONG) / MANY_WORDS,
        "leans": any(one.is_first for one in leaning(text)),
        "says I or we": own,
        "names nobody": not any(token.pos_ == "PROPN" for token in words),
        "says who says it": told.giver is not None and stretch.root.lemma_ in VOUCHING,
        "the noun stands before": told.lacks_noun and stretch.kind != "sentences",
    }
    return {name: float(value) for name, value in values.items()}
