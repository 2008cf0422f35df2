"""Whether two credits of different articles can be one source."""

from __future__ import annotations

import re
from typing import Literal

from summarizer.merge.names import OFFICES, is_capital, is_person, name_key
from summarizer.merge.offices import OTHER_OFFICE
from summarizer.merge.said import DETERMINERS, PLACES
from summarizer.model import Credit
from summarizer.text.names import BODIES, is_calling
from summarizer.text.words import words

# same: one name. related: one is the other and more ("Ann Bell", "the skater Ann Bell"), or what the other's role says ("Bell’s
# agent", "Ole Orr, agent"). unknown: one article leaves it open. unlike: a description beside a name. other: not one source.
Likeness = Literal["same", "related", "unknown", "unlike", "other"]
PLACED = re.compile(
    r" (?:at|from|with|hired|who) "
)  # "researchers at Ostmark Rail" are named no more than "researchers"
OWNED = re.compile(r"(?:his|her|their|its)\b|.*\w[’']s?\s", re.IGNORECASE)
# Who speaks for an office or a body: other words for one voice.
AUTHORITIES = frozenset("authorities officials police officers investigators detectives prosecutors".split())
LITTLE = DETERMINERS | PLACES | {"of", "from", "and"}
SPOKESMEN = frozenset(
    "spokesman spokeswoman spokesperson spokesmen representative rep publicist statement".split()
)


def likeness(one: Credit | None, two: Credit | None) -> Likeness:
    """How alike two credits are."""
    if one is None or two is None:
        return "related" if one is two else "unknown"
    if name_key(one.name) == name_key(two.name):
        return "same"
    if is_related(one, two):
        return "related"
    # Two names are two sources, and so are two descriptions.
    return "other" if is_named(one) == is_named(two) else "unlike"


def is_related(one: Credit, two: Credit) -> bool:
    """Whether what the two credits say of a source goes together."""
    mine, theirs = own_words(one.name), own_words(two.name)
    if mine <= AUTHORITIES and theirs <= AUTHORITIES:
        return True
    if speaks_for(one) and speaks_for(two):
        return mine - SPOKESMEN <= theirs or theirs - SPOKESMEN <= mine  # "her rep" beside "Bell's publicist"
    if not mine or not theirs:
        return False
    if mine < theirs or theirs < mine:
        shared, more = mine & theirs, mine ^ theirs
        return len(shared) > 1 and not (more & OTHER_OFFICE - SPOKESMEN)
    return is_role_of(one, two) or is_role_of(two, one)


def speaks_for(credit: Credit) -> bool:
    """Whether the credit is nothing but somebody's one voice: "her rep", "Bell's publicist"; not "a spokesman"."""
    return (
        bool(OWNED.match(credit.name))
        and not SPOKESMEN.isdisjoint(own_words(credit.name))
        and not is_named(credit)
    )


def is_role_of(description: Credit, person: Credit) -> bool:
    """Whether the role of `person` says what `description` does; whose agent it is may be said otherwise."""
    role = own_words(person.role or "")
    if not role:
        return False
    if is_named(description):
        is_body = not is_person(name_key(description.name)) or f" at {description.name}" in (
            person.role or ""
        )
        return is_body and own_words(description.name) <= role
    plain = own_words(" ".join(word for word in description.name.split() if word.islower()))
    if plain and (plain <= role or (plain & SPOKESMEN and role & SPOKESMEN)):
        return True
    # "researchers at the firm Ostmark" beside "researcher from the company Ostmark": the calling and the house agree.
    house = own_words(" ".join(word for word in description.name.split()[1:] if word[0].isupper()))
    return bool(house) and house <= role and bool(callings(description.name) & callings(person.role or ""))


def callings(text: str) -> frozenset[str]:
    """What people are called by in `text`, each in the singular."""
    singular = {word.removesuffix("s") for word in words(PLACED.split(text)[0])}
    return frozenset(filter(is_calling, singular))


def is_named(credit: Credit) -> bool:
    """Whether the credit's name is one, and no description: "Ann Bell", "Ostmark Rail"; not "police", "Bell’s agent"."""
    parts = [word for word in PLACED.split(credit.name)[0].split() if word[:1].isalpha()]
    if not is_capital(credit.name) or not parts or not all(word[0].isupper() for word in parts[-2:]):
        return False
    return len(parts) > 1 or not is_common(parts[0].lower())


def is_common(word: str) -> bool:
    """Whether a word alone says what somebody is, wherever its capital comes from."""
    singular = word.removesuffix("s")
    return (
        word in AUTHORITIES
        or not {word, singular}.isdisjoint(BODIES | OFFICES)
        or is_calling(word)
        or is_calling(singular)
    )


def own_words(text: str) -> frozenset[str]:
    """The words of a name or a role that say something."""
    return frozenset(word.removesuffix("'s") for word in words(text.replace("’", "'")) if word not in LITTLE)
