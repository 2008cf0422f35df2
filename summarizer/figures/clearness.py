"""How likely it is that a stretch of the page that tells what a figure is of can be understood alone, and is whole and true."""

from __future__ import annotations

import math
import re
from collections.abc import Collection
from typing import TYPE_CHECKING

from summarizer.figures.concept import SHARES
from summarizer.figures.lexicon import word_set
from summarizer.figures.whole_clauses import VERBS, VOUCHING
from summarizer.text.leaning import leaning
from summarizer.text.names import BODIES, is_calling
from summarizer.text.printed import Meant
from summarizer.text.words import stem
from summarizer.weighing import chance

if TYPE_CHECKING:
    from summarizer.figures.stretches import Stretch
    from summarizer.figures.whole_clauses import Told
    from summarizer.parse.words import Span as Tokens

# Learned from ways to tell figures, each judged by one reader (`python -m train.clearness`, docs/figures.md).
WEIGHTS = {
    "a clause": -0.13,
    "two sentences": -0.12,
    "a phrase": -0.6,
    "words": 0.78,
    "many words": -0.8,
    "leans": -2.00,
    "says I or we": -0.61,
    "names nobody": -0.74,
    "says who says it": -0.18,
    "the noun stands before": -1.0,  # by hand: the texts hold few
}
CLEAR = 0.42  # what is less likely to be understood is not shown
BIAS = 0.22
MANY_WORDS, LONG, TOO_LONG = 10, 18, 24
_NEAR_HEAD = 3  # words: "more than 70 percent"
_OF_THEM = re.compile(r"(?:\S+ ){0,4}of (?:them|these|those|it)\b")
# "The groups raised", "the two companies": several that somebody has told of before; nothing behind them says which.
_SEVERAL = re.compile(
    r"(?:[Tt]he|[Tt]hese|[Tt]hose|[Bb]oth) (?:(?:two|three|four|five|other) )?(?P<several>[a-z]+s)(?= [a-z])"
    r"(?! (?:and|at|behind|for|from|in|of|on|that|to|which|who|whose|with)\b)"
)
_OWN = word_set("i we us our my me you your")


def clearness(stretch: Stretch, told: Told) -> float:
    """The chance, 0 to 1, that an editor understands the words and finds them whole and true."""
    return chance(features(stretch, told), WEIGHTS, BIAS)


def leans(text: str, known: Collection[str] = (), told: Collection[Meant] = ()) -> bool:
    """Whether what opens a stretch points to what stands before it: "it would cost", "nearly 10 percent of them".

    `known` and `told` say what the reader has seen, as `leaning` explains.
    """
    is_first = any(one.is_first for one in leaning(text, known=known, told=told))
    return is_first or _OF_THEM.match(text) is not None or _is_of_several(text, known)


def _is_of_several(text: str, known: Collection[str]) -> bool:
    """Whether a stretch opens with groups or people whom the reader has not met."""
    found = _SEVERAL.match(text)
    if found is None or stem(found["several"]) in known:
        return False
    one = found["several"].removesuffix("s")
    return one in BODIES or one.removesuffix("ie") + "y" in BODIES or is_calling(one)


def names_of(words: Tokens) -> frozenset[str]:
    """The stems of names that the parse finds where a capital tells nothing: at the head of a sentence."""
    return frozenset(
        stem(token.lower_)
        for token in words
        if token.pos_ == "PROPN" and (token.is_sent_start or token.i == words.start)
    )


def _lacks_whole(stretch: Stretch, told: Told) -> bool:
    """Whether a share stands first and does not say of what: 70 percent were women."""
    behind = next((token for token in stretch.words if token.lower_ in SHARES), None)
    is_first = behind is not None and behind.i - stretch.words.start <= _NEAR_HEAD
    if told.dimension != "share" or behind is None or not is_first or behind.i + 1 == len(behind.doc):
        return False
    return behind.nbor().pos_ in VERBS


def once_answered(likely: float) -> float:
    """The chance of words that lean, where the lead above them gives what they lean on."""
    odds = likely / (1 - likely) * math.exp(-WEIGHTS["leans"]) if likely < 1 else math.inf
    return round(1 - 1 / (1 + odds), 2)


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
        "leans": leans(text, names_of(words)) or _lacks_whole(stretch, told),
        "says I or we": own,
        "names nobody": not any(token.pos_ == "PROPN" for token in words),
        "says who says it": told.giver is not None and stretch.root.lemma_ in VOUCHING,
        "the noun stands before": told.lacks_noun and stretch.kind != "sentences",
    }
    return {name: float(value) for name, value in values.items()}
