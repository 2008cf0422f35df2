"""The names under which one source goes, in one article and across outlets."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from itertools import dropwhile

from summarizer.merge.offices import follow
from summarizer.model import Credit
from summarizer.text.names import FAMILY_NAMES_FIRST, HONORIFICS, METONYMS, NOT_PERSONS, TITLES, is_calling
from summarizer.text.words import words as words_in

# An honorific as it tells two bearers of one surname apart.
ADDRESS = {word: {"he": "mr", "she": "ms"}.get(pronoun, word) for word, pronoun in HONORIFICS.items()}
# Before a name these are an office, not a part of it; alone they are the source.
OFFICES = TITLES | set(ADDRESS.values())
LONGEST_ROLE = 90  # characters; of a longer one the first words stand, up to a preposition
BEFORE_PREPOSITION = re.compile(r"^(.*\S) (?:at|of|for|in|on|with|from) .*?$")

# Two words behind what somebody is; not "a brother of the singer Ada Lind".
BEHIND_A_CALLING = re.compile(
    r"(?:(?!\b(?:of|for|to|by|from|with|at)\b|[’']s?\s).)*?\b(?P<calling>[a-z]+) (?P<name>[A-Z][\w’'-]+ [A-Z][\w’'-]+)$"
)


def unify_credits(given: Iterable[Credit], shared: Collection[str] = frozenset()) -> dict[Credit, Credit]:
    """For each credit the one to show: the fullest name of that source and its role.

    A surname joins a full name only when the credits hold exactly one person of that surname, and it is none of `shared`,
    which two people of the texts have; an office alone joins the only person of that role, an institution's short name
    the only longer one.
    """
    seen = sorted(set(given), key=lambda credit: (credit.name, credit.role or ""))
    groups: dict[tuple[str, ...], list[Credit]] = defaultdict(list)
    keys = {name_key(credit.name) for credit in seen}
    shared = {key[-1] for key in map(name_key, shared)}
    full = {
        surname: people
        for surname, people in people_by_surname(credit.name for credit in seen).items()
        if surname not in shared
        and not {("mr", surname), ("ms", surname)} <= keys  # two people, one of them without a first name
    }
    for credit in seen:
        key = name_key(bare_name(credit.name, keys))
        groups[group_of(key, full) if is_capital(credit.name) else key].append(credit)
    shown = {key: fullest(group) for key, group in groups.items()}
    return follow({credit: shown[key] for key, group in groups.items() for credit in group})


def bare_name(name: str, keys: Collection[tuple[str, ...]]) -> str:
    """The name in "coach of Rovers, Ada Lind", "Ada Lind of Rovers" and "singer and former coach Ada Lind" where another credit
    names Ada Lind alone."""
    described = BEHIND_A_CALLING.match(name)
    behind = described["name"] if described and is_calling(described["calling"]) else name
    parts = (name.rpartition(", ")[2], name.partition(" of ")[0], behind)
    return next(
        (part for part in parts if part != name and is_full_name(part) and name_key(part) in keys), name
    )


def is_capital(name: str) -> bool:
    """Whether the last word begins with a capital: "the guard" is no surname."""
    last = name.split()[-1:]
    return not last or not last[0][0].islower()


def is_full_name(name: str) -> bool:
    return is_person(name_key(name)) and all(word[0].isupper() for word in name.split() if word[0].isalpha())


def fullest(group: list[Credit]) -> Credit:
    name = min((credit.name for credit in group), key=name_rank)
    roles = {role for credit in group if credit.role and (role := within_length(credit.role))}
    return Credit(name, min(roles, key=lambda role: (-len(role), role), default=None))


def within_length(role: str) -> str | None:
    """A role without its last "at …", "of …", until it is short enough: "deputy head for water at the department"."""
    while len(role) > LONGEST_ROLE:
        shorter = BEFORE_PREPOSITION.match(role)
        if shorter is None:
            return None
        role = shorter[1].rstrip(" ,")
    return role


def name_rank(name: str) -> tuple[bool, int, bool, int, str]:
    """First and last name before longer forms ("Survivor Ada Lind"), a surname alone last."""
    key = name_key(name)
    return surname_alone(key) is not None, len(key), name.isupper(), len(name), name


@lru_cache(maxsize=8192)  # one name is held against all others of a story
def name_key(name: str) -> tuple[str, ...]:
    """The words of a name without office, marks, accents and the freedom of transliteration.

    A surname alone keeps the word before it: "Ms Lind" may be another one than "Mr Lind".
    """
    plain = unicodedata.normalize("NFKD", name).replace("’", "'")
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    plain = re.sub(r"\b(?:[A-Za-z]\.){2,}", lambda match: match.group().replace(".", ""), plain)
    words = words_in(plain.removesuffix("'s"))
    kept = [ADDRESS.get(word, word) for word in words if word != "the"]
    bare = list(dropwhile(OFFICES.__contains__, kept))
    if len(bare) == 1 and len(kept) > 1:
        bare = kept[-2:]  # "Ms Lind" and "Mr Lind" may be two people
    return tuple(map(skeleton, bare or kept or words or [name]))


def skeleton(word: str) -> str:
    """One form for "Zelensky", "Zelenskyy" and "Zelenskiy"."""
    return re.sub(r"(?:iy|yy|ij|ii|y)$", "i", word) if len(word) >= 6 else word  # noqa: PLR2004  shorter: Henry, Henri


def is_person(key: tuple[str, ...]) -> bool:
    """Whether a name looks like that of a person: two to four words, none of an institution or a place."""
    return 2 <= len(key) <= 4 and not any(word in NOT_PERSONS or word in OFFICES for word in key)  # noqa: PLR2004


def people_by_surname(names: Iterable[str]) -> Mapping[str, set[tuple[str, str]]]:
    """First and last names of the people among `names`, by last name."""
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    keys = {
        name_key(name)
        for name in names
        if all(word[0].isupper() for word in name.split() if word[0].isalpha())
    }
    for key in sorted(filter(is_person, keys), key=len):
        if len(key) > 2 and key[-2:] in keys:  # noqa: PLR2004
            continue  # "Survivor Ada Lind" beside "Ada Lind"
        found[key[-1]].add((key[0], key[-1]))
        if is_family_first(key):
            found[key[0]].add((key[0], key[-1]))
    return found


def is_family_first(key: tuple[str, ...]) -> bool:
    """Two short words may be a name with the family name first: Lin Jian, Xi Jinping."""
    return len(key) == 2 and len(key[0]) <= 4 and key[0] in FAMILY_NAMES_FIRST  # noqa: PLR2004


def group_of(key: tuple[str, ...], full: Mapping[str, set[tuple[str, str]]]) -> tuple[str, ...]:
    """The key under which a name is filed: first and last name of a person, the words of anybody else."""
    surname = surname_alone(key)
    if surname and surname not in METONYMS and len(full.get(surname, ())) == 1:
        return next(iter(full[surname]))
    people = full.get(key[-1], ())
    if is_person(key):
        return next((form for form in ((key[0], key[-1]), (key[-2], key[-1])) if form in people), key)
    return key


def surname_alone(key: tuple[str, ...]) -> str | None:
    """The surname of "Lind", "Ms Lind", "Mayor Lind"; None for fuller names."""
    if len(key) == 1:
        return key[0]
    return key[1] if len(key) == 2 and key[0] in OFFICES else None  # noqa: PLR2004
