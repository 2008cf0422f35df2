"""Whether two credits of different articles can be one source."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from summarizer.merge.names import OFFICES, is_capital, is_person, name_key
from summarizer.merge.offices import OTHER_OFFICE
from summarizer.merge.said import DETERMINERS, MONTHS, PLACES, TIMES
from summarizer.model import Credit
from summarizer.text.lexicon import words_of
from summarizer.text.names import BODIES, GIVEN_TO, is_calling
from summarizer.text.words import words

# same: one name. related: one is the other and more ("Ann Bell", "the skater Ann Bell"), or what the other's role says ("Bell’s
# agent", "Ole Orr, agent"). unknown: one article leaves it open. unlike: a description beside a name. other: not one source.
Likeness = Literal["same", "related", "unknown", "unlike", "other"]
PLACED = re.compile(
    r" (?:at|from|with|hired|who) "
)  # "researchers at Ostmark Rail" are named no more than "researchers"
OWNER = re.compile(r"[^\s,]+(?:[’']s|s[’'])\s")  # the star's agent is no star
OF = re.compile(r"\b(?:of|for|to|by|with)\s")
OWNED = re.compile(r"(?:his|her|their|its)\b|.*\w[’']s?\s", re.IGNORECASE)
# Who speaks for an office or a body: other words for one voice.
AUTHORITIES = frozenset("authorities officials police officers investigators detectives prosecutors".split())
MEDIA, OUTLETS = words_of("media"), words_of("outlets")
# A poll "of last month" is the same one as that "from November"; units of time say no more of who speaks.
LITTLE = DETERMINERS | PLACES | TIMES | MONTHS | {"of", "from", "and", "this", "week", "month", "year"}
CREDITS = 4096  # each is compared with all others of its story: what is asked of one alone is kept
SPOKESMEN = frozenset(
    "spokesman spokeswoman spokesperson spokesmen representative rep publicist statement".split()
)


def likeness(one: Credit | None, two: Credit | None) -> Likeness:
    """How alike two credits are."""
    if one is None or two is None:
        return "related" if one is two else "unknown"
    if name_key(one.name) == name_key(two.name):
        return "same"
    if belongs_to(one, two) or belongs_to(two, one):
        return "other"
    if is_related(one, two):
        return "related"
    if only_passes_on(one) != only_passes_on(two):
        return "unknown"
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
    if mine == theirs:
        return len(mine) > 1
    if mine < theirs or theirs < mine:
        shared, more = mine & theirs, mine ^ theirs
        return len(shared) > 1 and not (more & OTHER_OFFICE - SPOKESMEN)
    return is_role_of(one, two) or is_role_of(two, one)


def belongs_to(one: Credit, person: Credit) -> bool:
    """Whether one is somebody of a person, and no spokesman: "Ada Lind’s brother", "a brother of the skipper Ada Lind"."""
    before, found, behind = one.name.partition(person.name)
    is_owner = behind.startswith(("’", "'")) or bool(OF.search(before))
    is_other = bool(found) and is_owner and is_person(name_key(person.name))
    return is_other and own_words(one.name).isdisjoint(SPOKESMEN)


def only_passes_on(credit: Credit) -> bool:
    """Whether the credit is a newspaper, an agency or a broadcaster: it reports what somebody told it."""
    name = credit.name.removesuffix("’s").removesuffix("'s")
    first, last = re.split(r"[ -]", name)[0], re.split(r"[ -]", name)[-1]
    is_outlet = last in MEDIA or name.removeprefix("the ").replace(" ", "").casefold() in OUTLETS
    return is_outlet and first.casefold() not in GIVEN_TO


def speaks_for(credit: Credit) -> bool:
    """Whether the credit is nothing but somebody's one voice: "her rep", "Bell's publicist"; not "a spokesman"."""
    return (
        bool(OWNED.match(credit.name))
        and not SPOKESMEN.isdisjoint(own_words(credit.name))
        and not is_named(credit)
    )


def is_role_of(description: Credit, person: Credit) -> bool:
    """Whether the role of `person` says what `description` does; whose agent it is may be said otherwise."""
    role = own_words(OWNER.sub(" ", person.role or ""))
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


@lru_cache(maxsize=CREDITS)
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


@lru_cache(maxsize=2 * CREDITS)
def own_words(text: str) -> frozenset[str]:
    """The words of a name or a role that say something."""
    return frozenset(word.removesuffix("'s") for word in words(text.replace("’", "'")) if word not in LITTLE)
