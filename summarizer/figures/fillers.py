"""Numbers that inform nobody."""

from __future__ import annotations

import re
from decimal import Decimal

from summarizer.figures.harm import HARM
from summarizer.figures.same import dimension
from summarizer.model import Figure
from summarizer.text.lexicon import words_of

UP_TO_DULL = 50  # so many reasons, ways and pages are no news
CERTAIN = 100  # per cent sure, behind somebody
_FILLER = words_of("filler")
_PERSON = re.compile(
    r"(?:[a-z]+ )?(?:boy|girl|man|woman|teenager|son|daughter|student|pupil|mother|father)\b", re.IGNORECASE
)
# Who talks, not what they tell: "three people with direct knowledge of the discussions".
_INFORMANTS = re.compile(
    r"\b(?:knowledge of|familiar with|briefed on|close to the|speaking on condition|spoke on condition)\b"
)
# Whom one rings: "the 911 calls".
_RUNG, _CALLS = (
    frozenset(map(Decimal, (911, 999, 112, 111))),
    re.compile(r"\b(?:calls?|callers?|dispatch|operator|emergency|transcript)"),
)
_TERM = re.compile(r"(?:presidency|premiership|tenure|reign)\b", re.IGNORECASE)
_RACE = re.compile(
    r"\b(?:relay|sprint|hurdles|freestyle|butterfly|backstroke|breaststroke|medley|steeplechase)\b"
)
_CERTAINTY = re.compile(r"confidence\b(?! in\b)|margin of error|committed\b|sure\b", re.IGNORECASE)
OLDEST = 115
# What a sum or share says of itself: a $20 bill, the $64,000 question; "agrees 100 percent".
_SAYING = re.compile(r"[-\s](?:bills?|banknotes?|notes|coins?|question|gorilla|something)\b")
_SHARED = re.compile(r"\s(?:of|more|higher|lower)\b|[-\s][a-z]+[-\s](?:owned|renewable)")


def is_filler(figure: Figure) -> bool:
    """One of, two others, three reasons, 100 percent sure, an age: numbers that inform nobody."""
    kind = dimension(figure)
    concept = figure.concept or ""
    if kind == "share":
        return (figure.value == CERTAIN and not _is_share_of_all(figure)) or bool(_CERTAINTY.match(concept))
    is_rung = figure.value in _RUNG and (figure.unit is None or _CALLS.search(f"{concept} {figure.unit}"))
    if is_rung or _INFORMANTS.search(concept) or _is_age(figure) or _is_face_value(figure):
        return True
    if kind == "age" or _is_known_length(figure, kind):
        return True
    if figure.value in {0, 1} and kind in {None, "multiple"}:
        return True
    _, _, counted = (figure.unit or "").rpartition(" ")
    if HARM.search(concept):
        return False
    return kind is None and counted in _FILLER and (figure.value or 0) <= UP_TO_DULL


def _is_face_value(figure: Figure) -> bool:
    """A $20 bill, the $64,000 question."""
    behind = (figure.label or "").partition(figure.surface)[2]
    return dimension(figure) == "money" and _SAYING.match(behind) is not None


def _is_share_of_all(figure: Figure) -> bool:
    """Whether 100 percent is of something, and not how far somebody agrees."""
    before, found, behind = (figure.label or "").partition(figure.surface)
    if not found:
        return figure.concept is not None
    return _SHARED.match(behind) is not None or before.endswith((" by ", " to ", " at ", " than "))


def _is_known_length(figure: Figure, kind: str | None) -> bool:
    """The eight years of a presidency, the 400 metres that a race is called by."""
    concept = figure.concept or ""
    is_term = kind == "time" and _TERM.search(concept) is not None
    return is_term or (kind == "length" and _RACE.search(concept) is not None)


def _is_age(figure: Figure) -> bool:
    """Maybe 16 of "a boy, maybe 16": a bare number of one person."""
    is_bare = figure.unit is None and figure.value is not None and 0 < figure.value <= OLDEST
    return is_bare and _PERSON.fullmatch(figure.concept or "") is not None
