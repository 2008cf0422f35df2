"""The words around a number that say how it is meant: "more than", "nearly", "up", "at least"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from summarizer.figures.lexicon import word_set
from summarizer.text.bounds import BOUNDS
from summarizer.text.lexicon import alternatives, kinds_of, words_of

# The words of the article are kept, in lower case.
BEFORE = words_of("modifiers") | frozenset(BOUNDS)
AFTER = frozenset("or more,or so,or less,or fewer,or higher,or thereabouts,at least,at most".split(","))
_SIGNS = {
    "~": "about",
    "≈": "about",
    "c.": "about",
    "ca.": "about",
    ">": "more than",
    "<": "less than",
    "≥": "at least",
    "≤": "at most",
    "+": "up",
    "±": "plus or minus",
    "+/-": "plus or minus",
}
# Words that colour a figure without saying anything of its size: kept only when nothing else stands there.
_PALE = frozenset(
    {"whopping", "a combined", "a further", "another", "an additional", "an extra", "a staggering"}
)

UP, DOWN = words_of("rising"), words_of("falling")
_CHANGE = UP | DOWN
_RAISED = frozenset({"raise", "raises", "raised", "raising", "hiked"})
_PLAIN_CHANGES = frozenset({"up", "down"})


# "Shot down 158 drones", "put up 120 beds", "make up 20%": here up and down belong to the verb before.
_PARTICLE_OF = re.compile(
    r"\b(?:put(?:s|ting)?|set(?:s|ting)?|pa(?:y|ys|id|ying)|bring(?:s|ing)?|brought|sho(?:t|ot|ots|oting)|shut(?:s|ting)?"
    r"|tak(?:e|es|en|ing)|took|mak(?:e|es|ing)|made|gunn?(?:ed|ing)?|br(?:eak|oke|oken)|t(?:ear|ore|orn)|turn(?:s|ed|ing)?"
    r"|knock(?:s|ed)?|bl(?:ow|ew|own)|buy(?:s|ing)?|bought|gave|g(?:ive|iving)|pick(?:s|ed)?|h(?:old|eld)|burn(?:s|ed|t)?"
    r"|hand(?:s|ed)?|r(?:ound|ack)(?:s|ed)?|hunt(?:s|ed)?|track(?:s|ed)?|wr(?:ite|ote|itten))\s$",
    re.IGNORECASE,
)
_PARTICLE_REACH = 12


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(re.escape(form).replace(r"\ ", r"\s") for form in alternatives(words).split("|"))


CHANGE = _alternatives(_CHANGE)  # for a pattern: rose, fell, up, down
_MODIFIER = rf"(?:{_alternatives(BEFORE)})"
_BEFORE = re.compile(
    rf"(?:(?<![\w-])(?P<change>{CHANGE})\s(?P<by>by\s)?)?"
    rf"(?:(?<![\w-])(?P<words>{_MODIFIER}(?:\s{_MODIFIER})?)(?P<the>\sthe)?\s|(?<![\w.])(?P<sub>sub-)|(?P<sign>\+/[-–−]|[~≈<>≥≤±+]|(?<!\w)c\.|(?<!\w)ca\.)\s?)?$",
    re.IGNORECASE,
)
_BEFORE_REACH = 60  # characters; the longest modifier with a verb of change before it has 45
_AFTER = re.compile(
    rf"(?P<sign>\+|-odd\b|-plus\b|-strong\b)|,?\s(?P<words>{_alternatives(AFTER)})\b", re.IGNORECASE
)
_PLUS_INSIDE = re.compile(r"[0-9](?:\+|-plus\b|-odd\b)|[a-z]-odd\b|[a-z]-plus\b")
_CHANGES_AFTER = kinds_of("changes")  # each "up" or "down"
_CHANGE_AFTER = re.compile(
    r"(?:\s(?!to\b|of\b|by\b|and\b|or\b)[a-z-]+){0,2}?"
    rf"\s(?P<change>{alternatives(_CHANGES_AFTER)})\b(?!\s(?:than\sthat|of))",
    re.IGNORECASE,
)
_CHANGE_REACH = 50


# "Raised its rate by 25 points", "will cut journey times by up to 45 minutes": a change, whatever its unit.
_CHANGED_BY = re.compile(
    rf"(?<![\w-])(?P<change>{_alternatives(_CHANGE | _RAISED | {'missed', 'beat'})})"
    rf"(?:\s[\w'’-]+){{0,5}}?\sby\s(?:{_MODIFIER}\s)?$",
    re.IGNORECASE,
)
_BY_REACH = 90
_LOST_BY = frozenset({"lost", "losing", "beat", "missed"})  # a margin, no change
_LEVELS = frozenset(
    {"below", "above", "under", "beneath", "beyond", "just below", "just above", "well below", "well above"}
)
_COMPARATIVES = frozenset(
    {f"{word} than" for word in ("lower", "higher", "larger", "bigger", "better", "longer")}
)
_DEPTHS = frozenset({"under", "below", "beneath"})
_PREPOSITIONS = word_set("over under above below beneath beyond about around")
_LASTING = re.compile(
    r"\b(?:for|after|took|takes?|taken|last(?:ed|s|ing)?|just|well|a little|of|than|is|was|spent|spend|every|up)\s$",
    re.IGNORECASE,
)


def modifier_of(text: str, start: int, end: int, *, is_change: bool, is_time: bool = False) -> str | None:
    """How the number at `start`..`end` (with its unit) is meant, in the article's words, or None.

    `is_change`: the figure may be a difference ("rose 5%"), not only a level; then "up" or "down" is said.
    `is_time`: it is a duration, so that "over three years" means during them.
    """
    words, direction, is_plain = modifier_before(text, start)
    if is_time and words == "over" and not _is_lasting(text, start):
        words = None
    if words in _DEPTHS and text.startswith(" of ", end):
        words = None  # under 50 metres of water
    words = words or _after(text, end) or ("more than" if _PLUS_INSIDE.search(text, start, end) else None)
    if is_change and direction is None:
        direction = _direction_after(text, end)
    if words in _LEVELS:
        return words  # "fell below $60,000" says where it stands, not by how much it fell
    if direction and (is_change or is_plain):
        return f"{direction} {words}" if words and words not in _PALE else direction
    return words


def _is_lasting(text: str, start: int) -> bool:
    """Whether the "over" before `start` is "more than": took over three hours, for over a year."""
    over = text.casefold().rfind("over", 0, start)
    return _LASTING.search(text, max(0, over - _PARTICLE_REACH), over) is not None


def _direction_by(text: str, start: int) -> str | None:
    """Up or down of "raised its rate by", "cut journey times by up to"."""
    match = _CHANGED_BY.search(text, max(0, start - _BY_REACH), start)
    word = match["change"].casefold() if match else ""
    if match is None or word in _LOST_BY:
        return None
    return "up" if word in UP | _RAISED else "down"


class Before(NamedTuple):
    """The modifier before a number, and whether a word of change stands there: "up", "down" or None."""

    words: str | None
    direction: str | None
    is_plain: bool = False  # the word is "up" or "down" itself


def modifier_before(text: str, start: int) -> Before:
    """What stands right before the number at `start`."""
    match = _BEFORE.search(text, max(0, start - _BEFORE_REACH), start)
    if match is None:
        return Before(None, None)
    by = _direction_by(text, start)
    change = match["change"]
    if change and _PARTICLE_OF.search(text, max(0, match.start() - _PARTICLE_REACH), match.start()):
        change = None
    direction = None if change is None else "up" if " ".join(change.casefold().split()) in UP else "down"
    if match["sub"]:
        return Before("less than", direction)
    if match["by"] and by is None:
        direction = None
    if sign := match["sign"]:
        meaning = _SIGNS[re.sub("[–−]", "-", sign.casefold())]
        return Before(None, "up", is_plain=True) if meaning == "up" else Before(meaning, direction)
    words = " ".join(match["words"].casefold().split()) if match["words"] else None
    if match["the"] and words and (words in _PREPOSITIONS or words in _COMPARATIVES):
        words = None  # lower than the 14 of last year: a comparison
    return Before(
        words, by or direction, is_plain=by is not None or (change or "").casefold() in _PLAIN_CHANGES
    )


def _after(text: str, end: int) -> str | None:
    match = _AFTER.match(text, end)
    if match is None or match["sign"] == "-strong":
        return None
    if match["words"]:
        return " ".join(match["words"].casefold().split())
    return "more than"


def _direction_after(text: str, end: int) -> str | None:
    match = _CHANGE_AFTER.match(text, end, end + _CHANGE_REACH)
    if match is None:
        return None
    return _CHANGES_AFTER[match["change"].casefold()]
