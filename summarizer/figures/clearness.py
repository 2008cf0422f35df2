"""How likely it is that a way to tell what a figure is of can be understood alone, and is whole and true."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from summarizer.figures.counted import NOUNS
from summarizer.figures.frames import SUBJECTS
from summarizer.figures.lexicon import word_set
from summarizer.text.pronouns import HE_SHE

if TYPE_CHECKING:
    from summarizer.figures.frames import Frame, Place
    from summarizer.parse.words import Token

# Learned from 893 ways to tell 376 figures, each judged by one reader (`python -m train.clearness`, docs/figures.md).
WEIGHTS = {
    "a clause with the number": 0.89,
    "a sentence": 0.65,
    "a phrase with the number": -0.48,
    "a phrase behind the number": -0.84,
    "the noun counted": -0.93,
    "behind a share": -0.58,
    "no clause, few words": -1.13,
    "a phrase of a time": -0.73,
    "the noun stands before": -0.53,
    "points": -1.22,
    "its subject points": -1.22,
    "its subject points, somebody says it": -0.17,
    "says I or we": -0.41,
    "says I or we, and nobody says it": -0.68,
    "names nobody": -0.52,
    "no verb in its form": -1.15,
    "opens with a verb": -1.50,  # by hand: the texts hold few
    "opens with a preposition": -1.08,
    "opens with an asking word": -0.62,
    "a headline": -1.78,
    "gaps": -1.34,
    "goes on": -0.56,
    "goes on from its last word": -0.59,
    "a clause without its subject": -1.50,  # by hand: the texts hold few
    "in a relative clause": -0.36,
    "in an adverbial clause": -0.57,
}
CLEAR = 0.2  # what is less likely to be understood is not shown
BIAS = 0.53
FEW_WORDS, MOSTLY, SHORT, MOST_GAPS = 2, 0.8, 3, 3
_POINTING = word_set("it its they them their this that these those such here one ones another other others")
_OF_THINGS = word_set("it its they them their itself themselves")  # what they mean may stand before
_NOW = word_set("day week month quarter year season century time morning afternoon evening")  # this week
_OWN = word_set("i we us our my me you your")
_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
_CUT = frozenset({"cc", "prep", "acl", "relcl", "dobj", "xcomp", "ccomp", "acomp", "attr", "conj"})


class Told(NamedTuple):
    """What is known of the figure beside the words around it."""

    dimension: str | None
    has_giver: bool
    lacks_noun: bool  # the noun it counts stands with the figure before


def clearness(frame: Frame, place: Place, told: Told) -> float:
    """The chance, 0 to 1, that an editor understands the words and finds them whole and true."""
    found = features(frame, place, told)
    return 1 / (1 + math.exp(-BIAS - sum(WEIGHTS[name] * value for name, value in found.items())))


def features(frame: Frame, place: Place, told: Told) -> dict[str, float]:
    """What a way to tell a figure is weighed by, each about 0 to 1, under the names of `WEIGHTS`."""
    found = {**_of_kind(frame, told), **_of_words(frame, place, told), **_of_cut(frame, place)}
    return {name: float(value) for name, value in found.items()}


def _of_kind(frame: Frame, told: Told) -> dict[str, float]:
    """Which way it is, and of what kind of figure."""
    is_short = not frame.has_number and frame.kind != "clause"
    words = sum(not token.is_punct for token in frame.words)
    return {
        "a clause with the number": frame.kind == "clause" and frame.has_number,
        "a sentence": frame.kind == "sentence",
        "a phrase with the number": frame.kind == "phrase" and frame.has_number,
        "a phrase behind the number": is_short and frame.kind == "phrase",
        "the noun counted": is_short and frame.kind == "own",
        "behind a share": is_short and told.dimension == "share",
        "no clause, few words": frame.kind in {"own", "phrase"} and words <= FEW_WORDS + frame.has_number,
        "a phrase of a time": frame.kind == "phrase" and told.dimension == "time",
        "the noun stands before": told.lacks_noun and frame.kind != "sentence",
    }


def _of_words(frame: Frame, place: Place, told: Told) -> dict[str, float]:
    """Whether the words name what they speak of."""
    words = [token for token in frame.words if token.i not in place.skip]
    open_words = [token for token in words if _is_open(token, words)]
    own = any(token.lower_ in _OWN for token in words)
    first = words[0] if words else frame.root
    has_name = any(token.pos_ == "PROPN" for token in words)
    opens = [token for token in open_words if token.dep_ in SUBJECTS or token.i == first.i]
    long = [token for token in frame.words if token.is_alpha and len(token) > SHORT]
    return {
        "points": bool(open_words),
        "its subject points": bool(opens) and not told.has_giver,
        "its subject points, somebody says it": bool(opens) and told.has_giver,
        "says I or we": own and told.has_giver,
        "says I or we, and nobody says it": own and not told.has_giver,
        "names nobody": not has_name,
        "no verb in its form": not any(token.tag_ in _FINITE for token in words),
        "opens with a verb": frame.words[0].tag_.startswith("V") and frame.has_number,
        "opens with a preposition": frame.words[0].pos_ == "ADP",
        "opens with an asking word": frame.words[0].tag_ in {"WP", "WRB", "WDT"},
        "a headline": sum(not token.is_lower for token in long) > MOSTLY * max(1, len(long)),
    }


def _of_cut(frame: Frame, place: Place) -> dict[str, float]:
    """Whether the words end or break where the page goes on."""
    words = frame.words
    gaps = sum(two.i - one.i > 1 for one, two in pairwise(words))
    last = words[-1]
    behind = last.nbor() if last.i + 1 < len(last.doc) and not last.nbor().is_sent_start else None
    goes_on = behind is not None and not behind.is_punct and behind.i <= frame.root.right_edge.i
    is_torn = goes_on and behind is not None and behind.head.i == last.i and behind.dep_ in _CUT
    is_torn = is_torn or last.pos_ == "AUX" or last.dep_ == "neg"
    inside = {token.i for token in words}
    way = [token for token in place.top.ancestors if token.i in inside]
    return {
        "gaps": min(gaps, MOST_GAPS) / MOST_GAPS,
        "goes on": goes_on,
        "goes on from its last word": is_torn,
        "a clause without its subject": frame.kind == "clause"
        and frame.root.dep_ != "conj"
        and not any(child.dep_ in SUBJECTS and child.i in inside for child in frame.root.lefts),
        "in a relative clause": frame.kind == "clause"
        and any(token.dep_ in {"relcl", "acl"} for token in way),
        "in an adverbial clause": frame.kind == "clause" and any(token.dep_ == "advcl" for token in way),
    }


def _is_open(token: Token, words: Sequence[Token]) -> bool:
    """Whether a reader of the words alone cannot tell what the word means."""
    low = token.lower_
    if low in HE_SHE:
        return not any(word.pos_ == "PROPN" for word in words if word.i < token.i)
    if low not in _POINTING or token.dep_ in {"expl", "mark"} or token.tag_ in {"WDT", "WP", "IN"}:
        return False
    if low in _OF_THINGS:
        return not any(word.pos_ in NOUNS for word in words if word.i < token.i)
    return token.dep_ != "det" or token.head.lower_ not in _NOW
