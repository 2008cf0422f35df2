"""Sources named by their office alone, and institutions by a shorter name, where the texts say who is meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from summarizer.model import Credit
from summarizer.text.lexicon import words_of

FEWEST_WORDS = 2  # "the minister", "the ministry" may be anybody's
# A spokesman of somebody is one of several; only a full description names one of them.
FEWEST_WORDS_OF_ANY = 3
MOST_WORDS_BEFORE = 2  # of a longer name before the shorter one: "Caldrian coast guard"
# Before an office these make another one of it.
OTHER_OFFICE = words_of("other_offices")
ARTICLES = frozenset({"the", "a", "an"})
WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")


def resolve_offices(given: Iterable[Credit]) -> dict[Credit, Credit]:
    """For a credit that is an office or a short name the one credit it can mean; others are left out."""
    known = sorted(set(given), key=lambda credit: (credit.name, credit.role or ""))
    found: dict[Credit, Credit] = {}
    for credit in known:
        meant = holders(credit, known) + longer_names(credit, known)
        if len({other.name for other in meant}) == 1:
            found[credit] = meant[0]
    return {credit: found.get(meant, meant) for credit, meant in found.items()}


def holders(credit: Credit, known: Sequence[Credit]) -> list[Credit]:
    """The people whose role is the office that `credit` names."""
    office = words_in_name(credit.name)
    if not is_office(credit, office):
        return []
    return [
        other
        for other in known
        if other != credit and other.role and is_role(office, words_in_name(other.role))
    ]


def is_office(credit: Credit, words: Sequence[str]) -> bool:
    """Whether the credit is nothing but an office: "the transport minister"; no name stands in it."""
    opening = credit.name.split(" ", 1)[0].casefold()
    if opening not in ARTICLES or credit.role is not None:
        return False  # "another survivor" is not the one survivor with a name
    least = FEWEST_WORDS if opening == "the" else FEWEST_WORDS_OF_ANY
    return len(words) >= least and words[0] not in OTHER_OFFICE


def is_role(office: Sequence[str], role: Sequence[str]) -> bool:
    """Whether the role is the office, with a country before it or a place behind it."""
    if list(role[: len(office)]) == list(office):
        return len(role) == len(office) or role[len(office)] in {"of", "for", "at"}
    return is_longer(role, office)


def longer_names(credit: Credit, known: Sequence[Credit]) -> list[Credit]:
    """The institutions of which `credit` is the shorter name: "the coast guard" of "the Caldrian Coast Guard"."""
    short = words_in_name(credit.name)
    if len(short) < FEWEST_WORDS or not credit.name.startswith(("the ", "The ")) or credit.role:
        return []
    return [other for other in known if other != credit and is_longer_name(other, short)]


def is_longer_name(other: Credit, short: Sequence[str]) -> bool:
    before = WORD.findall(other.name)[: -len(short)]
    is_named = any(word[0].isupper() and word.casefold() not in ARTICLES for word in before)
    return is_named and is_longer(words_in_name(other.name), short)


def is_longer(words: Sequence[str], short: Sequence[str]) -> bool:
    """Whether `words` are `short` with a word or two before them that name whose it is."""
    more = len(words) - len(short)
    if not 1 <= more <= MOST_WORDS_BEFORE or list(words[more:]) != list(short):
        return False
    return not OTHER_OFFICE & set(words[:more])


def words_in_name(name: str) -> list[str]:
    return [word for word in map(str.casefold, WORD.findall(name)) if word not in ARTICLES]


def follow(shown: Mapping[Credit, Credit]) -> dict[Credit, Credit]:
    """`shown` with offices and short names led to whom they mean."""
    meant = resolve_offices(shown.values())
    return {credit: meant.get(name, name) for credit, name in shown.items()}
