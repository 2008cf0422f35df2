"""Whether a reader of a brief looks for what a bullet's line points to: "they", "that reality", "But …"."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from summarizer.brief.words import stems
from summarizer.model import Article, Bullet, Credit, Line
from summarizer.text.leaning import Leaning, leaning
from summarizer.text.meant import PERSONS, meant_by
from summarizer.text.names import GIVEN_TO, HONORIFICS, is_calling, pronoun_of_role
from summarizer.text.printed import Meant
from summarizer.text.pronouns import HE_SHE

FULL_NAME = re.compile(r"\b([A-Z][\w’'-]+)\.? (?:[A-Z]\. |[A-Z][\w’'-]+ )?([A-Z][\w’'-]+)")
NAMED = re.compile(r"\b(?:([a-z]+) )?([A-Z][\w’'-]+) (?:[A-Z]\. |[A-Z][\w’'-]+ )?([A-Z][\w’'-]+)")
CAPITAL = re.compile(r"\b[A-Z][\w’'-]+")
SOMEBODY = "somebody"  # known without a name: "a woman", "she"


@dataclass(frozen=True, slots=True)
class Known:
    """What a reader of the headline and the lead knows: the stems of their words, who is meant by "he" and "she", which
    of the articles' surnames are still nobody's, and the words in capitals."""

    stems: frozenset[str]
    people: Mapping[str, frozenset[str]]
    strangers: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()


NOTHING = Known(frozenset(), dict.fromkeys(PERSONS, frozenset()))


def known_from(articles: Sequence[Article], lead: Sequence[Line]) -> Known:
    """What the headlines and the lead tell, with the genders that the articles give to names in them."""
    top = " ".join([*(article.title or "" for article in articles), *(line.text for line in lead)])
    standfirsts = " ".join(article.standfirst or "" for article in articles)
    whole = " ".join([top, *(article.text for article in articles)])
    genders, names = genders_in(whole), names_in(f"{top} {standfirsts}")
    return Known(
        stems(f"{top} {standfirsts}"),
        {person: people_in(top, genders, person) for person in PERSONS},
        surnames_in(whole) - names,
        names,
    )


def genders_in(text: str) -> Mapping[str, str]:
    """The surnames of a text whose first name or honorific gives away "he" or "she"."""
    found: dict[str, str] = {}
    for given, surname in FULL_NAME.findall(text):
        person = GIVEN_TO.get(given.lower()) or HONORIFICS.get(given.lower())
        if person:
            found.setdefault(without_possessive(surname), person)
    return found


def people_in(text: str, genders: Mapping[str, str], person: str) -> frozenset[str]:
    """The surnames in `text` of those whom `person` can mean; where there is none, somebody without a name."""
    words = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text)
    named = frozenset(word for word in words if genders.get(word) == person)
    if named:
        return named
    is_told = any(HE_SHE.get(word.lower()) == person for word in words) or pronoun_of_role(text) == person
    return frozenset({SOMEBODY}) if is_told else frozenset()


def surnames_in(text: str) -> frozenset[str]:
    """The surnames of those whom a text names in full: behind a common given name, or behind what somebody is."""
    return frozenset(
        without_possessive(surname)
        for calling, given, surname in NAMED.findall(text)
        if given.lower() in GIVEN_TO or is_calling(calling)
    )


def names_alone(line: str, surnames: Collection[str]) -> frozenset[str]:
    """Those of `surnames` that a line has without the rest of the name: "said Bell has made progress"."""
    return frozenset(names_in(line) & set(surnames)) - surnames_in(line)


def names_in(text: str) -> frozenset[str]:
    """The words in capitals of a text."""
    return frozenset(map(without_possessive, CAPITAL.findall(text)))


def without_possessive(name: str) -> str:
    return name.removesuffix("’s").removesuffix("'s")


def leaning_of(bullet: Bullet, known: Known = NOTHING) -> tuple[Leaning, ...]:
    """The words of the line that point to what neither it nor its source nor headline and lead give."""
    is_own = bullet.kind == "direct" and bullet.line == bullet.text  # somebody's words alone: they say "I"
    meant = meant_by(bullet.source.name, bullet.source.role) if bullet.source and not is_own else ()
    return leaning(bullet.line, known=known.stems, told=told_by(known, bullet.source), source=meant)


def told_by(known: Known, source: Credit | None) -> tuple[Meant, ...]:
    """Of "he" and "she" those by which a source can mean one single person of headline and lead."""
    own = set(source.name.split()) if source else set()
    return tuple(person for person in PERSONS if len(known.people[person] - own) == 1)
