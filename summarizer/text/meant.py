"""Whom and what "he", "they" and "it" can mean in a printed line: a word before them, the line's source, or nothing at all."""

from __future__ import annotations

import re

from summarizer.text.lexicon import kinds_of, words_of
from summarizer.text.names import (
    BODIES,
    GIVEN_TO,
    HEAD_ENDS,
    HONORIFICS,
    NOT_PERSONS,
    is_calling,
    pronoun_of_bearer,
)
from summarizer.text.printed import Meant, Printed
from summarizer.text.stop_words import STOP_WORDS

PERSONS: tuple[Meant, ...] = ("he", "she")
ANYTHING: tuple[Meant, ...] = ("he", "she", "they", "it")
HER = frozenset(("she", "her", "hers", "herself"))
AUXILIARIES_OF_CUES = frozenset(("has", "have", "had"))
UNNAMED = kinds_of("unnamed")
NO_PLURALS = words_of("no_plurals")
LINKING = words_of("linking")
DETERMINERS = words_of("determiners") | {"each", "every", "no", "any"}
PART_OF_MANY = re.compile(
    r"\d|\b(?:per ?cent|half|third|quarter|majority|most|many|some|few|several|both|all|one in|two|others)\b",
    re.IGNORECASE,
)
BEFORE_PLACES = frozenset(("in", "at", "off", "near", "across", "outside", "into"))
FEWEST_LETTERS_OF_PLURAL = 4
_BE = r"(?:'(?:s|ll\ be|d\ be)|\s+(?:is|was|has\ been|(?:will|would|may|might|could|can|must|won't|wouldn't)\ be|isn't|wasn't))"
# Behind "her" that is whom a verb concerns; before any other word it says whose.
BEHIND_OBJECT = (STOP_WORDS | {""}) - {"own", "other", "former", "first", "new"}
# "It" that means nothing: it is clear that, it's time, it is two years, it takes two, it makes it hard to.
EMPTY_IT = re.compile(
    rf"""it(?:
        {_BE}(?:\s+not)?\s+(?!got|going|about|all\b)["“‘]?(?:[\w'-]+["”]?\s+){{1,4}}(?:not\s+)?(?:that|to|for|if|when|how|what|why|who|whether|because|like)\b
      | {_BE}\s+["“‘]?(?:about\ |high\ |so\ |very\ )?(?:time|clear|true|late|over|possible|likely|hard|easy|difficult|important)\b
      | {_BE}\s+(?:raining|snowing|cold|hot|dark|up\ to|my|our|as\ if|like)\b
      | {_BE}\s+\w+\s+(?:days?|weeks?|months?|years?|hours?)\b
      | \s+(?:\w+\s+|(?:does|did)n't\s+)?(?:takes?|took|remains|seem(?:s|ed)|appear(?:s|ed)|turns?\ out|turned\ out|depends|happens|happened)\b
      | \s+(?:looks|looked|feels|felt|sounds|came|comes)\s+(?:like|as|to)\b
      | \s+(?:[a-z]+er|hard|easy|difficult|clear|possible|impossible|necessary|likely|unlikely|important)\s+(?:and\ [\w-]+\ )?(?:to|for|that)\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)


def meant_by(name: str, role: str | None = None) -> tuple[Meant, ...]:
    """The pronouns that can mean a source of that name and role, outside quotation marks."""
    if PART_OF_MANY.search(name):
        return ("they",)
    words = HEAD_ENDS.split(name.removeprefix("the "), maxsplit=1)[0].split() or name.split()
    if " and " in name or (words[-1].islower() and words[-1].endswith("s")):
        return ("they",)
    if NOT_PERSONS.intersection(word.casefold() for word in words):
        return ("it", "they")
    if words[-1].islower():
        return PERSONS if is_calling(words[-1]) else ("he", "she", "it")
    known = GIVEN_TO.get(words[0].lower()) or (pronoun_of_bearer(role) if role else None)
    if known:
        return ("he",) if known == "he" else ("she",)
    return PERSONS if role else ANYTHING


def is_nobody(line: Printed, at: int) -> bool:
    """Whether "he" or "she" is nobody whom the line or its reader has."""
    word = line.words[at]
    person: Meant = "she" if word.low in HER else "he"
    if person in line.told:
        return False
    if person in line.source and not word.is_quoted and not is_object(line, at):
        return False
    return not any(may_be_person(line, before, person) for before in range(at))


def is_object(line: Printed, at: int) -> bool:
    """Whether the pronoun stands behind the line's first verb, which the source did: "called him", not "criticized her team"."""
    is_owner = line.low(at) == "her" and line.low(at + 1) not in BEHIND_OBJECT
    return line.low(at) in ("him", "her") and not is_owner and at <= 1 + (line.low(0) in AUXILIARIES_OF_CUES)


def may_be_person(line: Printed, at: int, person: Meant) -> bool:
    low = line.low(at)
    if not line.words[at].is_capital:
        return is_calling(low) or UNNAMED.get(low) in ("one", "any")
    if low in GIVEN_TO:
        return GIVEN_TO[low] == person
    return low in HONORIFICS or is_calling(low) or (line.is_name(at) and not is_place(line, at))


def is_place(line: Printed, at: int) -> bool:
    """Whether a name stands behind a word for where: "off Skerrin Point"."""
    first = at
    while first and line.words[first - 1].is_capital:
        first -= 1
    return line.low(first - 1) in BEFORE_PLACES or line.low(first - 2) in BEFORE_PLACES


def are_nobody(line: Printed, at: int) -> bool:
    """Whether "they" are nobody and nothing that the line has."""
    if "they" in line.source and not line.words[at].is_quoted:
        return False
    return not any(may_be_several(line, before) for before in range(at))


def may_be_several(line: Printed, at: int) -> bool:
    low = line.low(at)
    if low == "and" and 0 < at < len(line.words) - 1:
        return line.words[at - 1].is_capital and line.words[at + 1].is_capital
    if low in BODIES or UNNAMED.get(low) in ("many", "any"):
        return True
    return is_plural(low) and not line.words[at].text.endswith(("'s", "’s"))


def is_plural(word: str) -> bool:
    """Whether a word looks like a plural."""
    if len(word) < FEWEST_LETTERS_OF_PLURAL or word in NO_PLURALS:
        return False
    return word.endswith("s") and not word.endswith(("ss", "ous"))


def is_nothing(line: Printed, at: int) -> bool:
    """Whether "it" is a thing that the line does not name; "it is clear that" means none."""
    if line.low(at) == "it" and EMPTY_IT.match(line.rest(at).replace("’", "'")):
        return False
    if "it" in line.source and not line.words[at].is_quoted:
        return False
    return not any(may_be_thing(line, before) for before in range(at))


def may_be_thing(line: Printed, at: int) -> bool:
    if line.is_name(at):
        return True
    low = line.low(at)
    if low in LINKING or is_calling(low) or (low.endswith("s") and not low.endswith("ss")):
        return False
    return line.low(at - 1) in DETERMINERS or line.low(at - 2) in DETERMINERS
