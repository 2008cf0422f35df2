"""What stands in and around the names of people and bodies: titles, particles, given names. The one place that knows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from summarizer.text.lexicon import kinds_of, words_of

# Each with the pronoun that it gives away, or "".
HONORIFICS = kinds_of("honorifics")
# As they stand before a name with a full stop, in their capitals: "Sgt. Ann Example".
TITLE_ABBREVIATIONS = words_of("title_abbreviations")
TITLES_OF_SEVERAL = frozenset(
    f"{title}s" for title in TITLE_ABBREVIATIONS
)  # "Sens. Ann Example and Bob Example"
_TITLES = kinds_of("titles")
_ABBREVIATED = frozenset(map(str.lower, TITLE_ABBREVIATIONS - {"St"}))  # "St" is as often a street
# What can stand before a name in capitals and belongs to the role, not to the name; the "foreign" of "foreign minister" too.
TITLES = frozenset(HONORIFICS) | frozenset(_TITLES) | _ABBREVIATED
# Those that say of somebody what they are: "minister", but not "foreign".
BEARERS = TITLES - frozenset(word for word, kind in _TITLES.items() if kind == "part")
# In capitals they stand before nothing but a person's name: no "General" of "General Motors".
PERSON_TITLES = frozenset(HONORIFICS) | frozenset(word for word, kind in _TITLES.items() if kind == "person")
# Nouns for one person. Nobody knows their name here, but a pronoun may mean them.
CALLINGS = BEARERS | words_of("callings")
JUNIOR = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
PARTICLES = words_of("name_particles")
FAMILY_NAMES_FIRST = words_of("family_names_first")
GIVEN_TO = dict.fromkeys(words_of("given_names_men"), "he") | dict.fromkeys(
    words_of("given_names_women"), "she"
)
# Common nouns for bodies, and the other words that the names of bodies and places have and no person's.
BODIES = words_of("bodies")
NOT_PERSONS = BODIES | words_of("names_of_bodies")
METONYMS = words_of("metonyms")  # "Washington" is not Denzel Washington
FULL_NAME = re.compile(r"\b(?=([A-Z][\w-]+) (?:[A-Z][\w-]*\.? )?([A-Z][\w-]+))")
HONORED = re.compile(r"\b(Mr|Mrs|Ms|Miss)\.? ([A-Z][\w-]+)")
# Behind these the words of a description tell of somebody or something else: "one operative inside Mill House".
HEAD_ENDS = re.compile(r" (?:of|in|for|inside|at|from|with|on|who|that)\b")
OWNER = re.compile(r"\b\w+[’']s?\s")
PERSON_ENDING = re.compile(
    r"(?:er|or|eur|ist|ian|ant|(?<!m)ent|crat|naut|wright|smith|herd|man|woman|person|boy|girl)$"
)  # no "retirement"
_HEADS = frozenset(
    {
        "head",
        "chief",
        "star",
        "face",
        "voice",
        "figure",
        "lead",
        "co",
        "member",
        "fellow",
        "prosecuting",
        "defending",
        "native",
    }
)  # of people and of much else
TWIG = ("qvist", "quist")  # ends a Swedish surname, no calling

_NOUNS_FOR_MEN, _NOUNS_FOR_WOMEN = words_of("nouns_men"), words_of("nouns_women")
# What somebody is to a person of the same surname: wife, son, first lady.
KIN = (_NOUNS_FOR_MEN | _NOUNS_FOR_WOMEN) - BEARERS | {"lady"}


def is_calling(word: str) -> bool:
    """Whether a word in small letters says what somebody is or does: "survivor", "geologist"."""
    return word in CALLINGS or (word.endswith("ist") and not word.endswith(TWIG))


def is_for_person(word: str) -> bool:
    """Whether a noun in small letters says what one person is, by its ending too: "adviser", "co-founder", no "website", "vote"."""
    last = word.rsplit("-", 1)[-1]
    return last in _HEADS or is_calling(last) or bool(PERSON_ENDING.search(last))


def title_of_each(word: str) -> str | None:
    """The title that its plural gives to each of the people behind it: "Senators" and "Sens." make each a "Senator", a "Sen."."""
    bare, stop = word.rstrip("."), word[len(word.rstrip(".")) :]
    is_plural = bare[:1].isupper() and bare.endswith("s") and bare[:-1].lower() in PERSON_TITLES
    return f"{bare[:-1]}{stop}" if is_plural else None


def shared_surnames(texts: Iterable[str]) -> frozenset[str]:
    """The surnames that one of the texts gives to two people or more, in small letters: "lind" of Mary Lind and Peter Lind."""
    return frozenset(
        surname for text in texts for surname, given in bearers_in(text).items() if len(given) > 1
    )


def bearers_in(text: str) -> Mapping[str, set[str]]:
    """The surnames of a text, each with the given names before it, and with the honorific of another sex than theirs."""
    bearers: dict[str, set[str]] = {}
    for given, surname in FULL_NAME.findall(text):
        if given.lower() in GIVEN_TO:
            bearers.setdefault(surname.lower(), set()).add(given)
    for honorific, surname in HONORED.findall(text):
        given_names = bearers.get(surname.lower(), set())
        if given_names and HONORIFICS[honorific.lower()] not in {
            GIVEN_TO.get(name.lower()) or HONORIFICS.get(name.lower()) for name in given_names
        }:
            given_names.add(honorific)  # "Mr. Lind" beside Mary Lind alone
    return bearers


def pronoun_of_role(role: str) -> str | None:
    """ "she" or "he" where a role gives it away: "chairwoman", "the king"."""
    words = re.findall(r"\w+", role.lower())
    if any(word in _NOUNS_FOR_WOMEN or word.endswith("woman") for word in words):
        return "she"
    return "he" if any(word in _NOUNS_FOR_MEN for word in words) else None


def pronoun_of_bearer(role: str) -> str | None:
    """ "she" or "he" by what somebody is, not by whom they work for: "deputy at her father's firm" tells nothing."""
    return pronoun_of_role(OWNER.sub("", HEAD_ENDS.split(role, maxsplit=1)[0]))
