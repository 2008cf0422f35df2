"""Which of the roles that an article gives somebody stands in the heading."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.text.lexicon import words_of
from summarizer.text.names import BEARERS

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_WORDS = 12  # of a role; behind that many a reader has lost the name
# What somebody is to others. It says who they are only with the others' name: "Example's successor".
RELATIVE = words_of("relations")
BARE = frozenset({"secretary", "part"})  # of what?
BEHIND_HEAD = re.compile(r" (?:of|for|at|in|from|to|on|with|under)\b")
# "The University of Norland" is not cut.
CUTTING_PLACE = re.compile(
    r",? (?:of(?= (?!the [A-Z])[a-z])|for|at|in|on|from|to|with|under|during|who|that)\b"
)
OWNER = re.compile(r"^(.+?)[’']s? ")
PAST = frozenset({"former", "ex", "onetime", "then"})


def best_role(roles: Sequence[str], name: str) -> str | None:
    """The first role that says who somebody is, by its fullest words; None where all say too little."""
    telling = [role for role in roles if tells(role, name)]
    if not telling:
        return None
    first = next((role for role in telling if noun_of(role) not in RELATIVE), telling[0])
    fuller = next((role for role in telling if is_fuller(role, first)), first)
    return shortened(fuller)


def tells(role: str, name: str) -> bool:
    """Whether a role says who somebody is: no "wife" without whose, no "Example's brother" of an Example."""
    if role.lower() in BARE:
        return False
    if noun_of(role) not in RELATIVE or f" {noun_of(role)}" not in f" {role}":
        return True  # a "Jesuit Father" in capitals is a priest
    owner = OWNER.match(role)
    is_own = owner is not None and owner[1].split()[-1] == name.rsplit(maxsplit=1)[-1]
    return not is_own and (owner is not None or bool(BEHIND_HEAD.search(role)))


def noun_of(role: str) -> str:
    """The last word before what it is for: the "chief" of "chief of the harbour police"."""
    words = BEHIND_HEAD.split(role, maxsplit=1)[0].split()
    return words[-1].lower() if words else ""


def is_fuller(role: str, short: str) -> bool:
    """Whether a role says the title in `short` with its place or body: "Norland governor" of "governor"."""
    if " " in short or short.lower() not in BEARERS or role.split(maxsplit=1)[0].lower() in PAST:
        return False
    is_same = noun_of(role) == short.lower() and role.lower() != short.lower()
    return is_same and (
        any(word[0].isupper() for word in role.split()[:-1]) or bool(BEHIND_HEAD.search(role))
    )


def shortened(role: str) -> str:
    """A role of at most so many words that a reader keeps the name, cut before a preposition."""
    if len(role.split()) <= MOST_WORDS:
        return role
    places = [cut.start() for cut in CUTTING_PLACE.finditer(role)]
    kept = [role[:place] for place in places if place and len(role[:place].split()) <= MOST_WORDS]
    return kept[-1].rstrip(" ,") if kept else role
