"""The names under which one source goes, in one article and across outlets."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping

from summarizer.model import Credit

HONORIFICS = frozenset("mr mrs ms miss dr sir dame lord lady prof professor the".split())
# Capitals that stand for a government: "Washington" is not Denzel Washington.
METONYMS = frozenset(
    """washington moscow beijing kyiv kiev london paris berlin brussels tokyo seoul pyongyang tehran jerusalem ankara
    delhi islamabad kabul baghdad damascus cairo riyadh doha ottawa canberra warsaw rome madrid lisbon athens vienna
    geneva havana caracas taipei hanoi manila jakarta nairobi pretoria abuja westminster downing kremlin
    china russia ukraine korea america india pakistan iran iraq israel france germany japan italy spain sudan
    congress parliament senate house police pentagon""".split()
)
NOT_PERSONS = frozenset(
    """ministry department office bank party council committee commission agency university college institute court
    police army union association group company corporation inc ltd news times post journal tribune herald guardian
    officials official government administration house senate congress parliament street city county state states
    north south east west northern southern eastern western new united saint san los las republic people foundation
    service services center centre report study survey team club league hospital authority board bureau of for and
    """.split()
)
LONGEST_ROLE = 90  # characters; a longer one is a clause, not a role


def unify_credits(credits: Iterable[Credit]) -> dict[Credit, Credit]:
    """For each credit the one to show: the fullest name of that source and its role.

    A surname joins a full name only when the credits hold exactly one person of that surname.
    """
    seen = sorted(set(credits), key=lambda credit: (credit.name, credit.role or ""))
    groups: dict[tuple[str, ...], list[Credit]] = defaultdict(list)
    full = people_by_surname(credit.name for credit in seen)
    for credit in seen:
        groups[group_of(name_key(credit.name), full)].append(credit)
    shown = {key: fullest(group) for key, group in groups.items()}
    return {credit: shown[key] for key, group in groups.items() for credit in group}


def fullest(group: list[Credit]) -> Credit:
    name = min((credit.name for credit in group), key=lambda name: (-len(name_key(name)), len(name), name))
    roles = {credit.role for credit in group if credit.role and len(credit.role) <= LONGEST_ROLE}
    return Credit(name, min(roles, key=lambda role: (-len(role), role), default=None))


def name_key(name: str) -> tuple[str, ...]:
    """The words of a name without honorifics, marks, accents and the freedom of transliteration."""
    plain = unicodedata.normalize("NFKD", name).replace("’", "'")
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    plain = re.sub(r"\b(?:[A-Za-z]\.){2,}", lambda match: match.group().replace(".", ""), plain)
    words = re.findall(r"[^\W_]+(?:'[^\W_]+)?", plain.removesuffix("'s").casefold())
    kept = tuple(skeleton(word) for word in words if word not in HONORIFICS)
    return kept or tuple(words) or (name,)


def skeleton(word: str) -> str:
    """One form for "Zelensky", "Zelenskyy" and "Zelenskiy"."""
    return re.sub(r"(?:iy|yy|ij|ii|y)$", "i", word) if len(word) >= 6 else word  # noqa: PLR2004  shorter: Henry, Henri


def is_person(key: tuple[str, ...]) -> bool:
    """Whether a name looks like that of a person: two to four words, none of an institution or a place."""
    return 2 <= len(key) <= 4 and not any(word in NOT_PERSONS for word in key)  # noqa: PLR2004


def people_by_surname(names: Iterable[str]) -> Mapping[str, set[tuple[str, str]]]:
    """First and last names of the people among `names`, by last name."""
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for name in names:
        key = name_key(name)
        if is_person(key) and all(word[0].isupper() for word in name.split() if word[0].isalpha()):
            found[key[-1]].add((key[0], key[-1]))
            found[key[0]].update({(key[0], key[-1])} if is_family_first(key) else ())
    return found


def is_family_first(key: tuple[str, ...]) -> bool:
    """Two short words may be a name with the family name first: Lin Jian, Xi Jinping."""
    return len(key) == 2 and len(key[0]) <= 4 and key[0] in FAMILY_FIRST  # noqa: PLR2004


FAMILY_FIRST = frozenset(
    """li wang zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo liang song zheng xie han tang
    feng dong xiao cheng cao yuan deng fu shen peng lu xi mao qin jiang kim lee park choi jung kang cho yoon jang lim
    moon nguyen tran pham""".split()
)


def group_of(key: tuple[str, ...], full: Mapping[str, set[tuple[str, str]]]) -> tuple[str, ...]:
    """The key under which a name is filed: first and last name of a person, the words of anybody else."""
    if len(key) == 1 and key[0] not in METONYMS and len(full.get(key[0], ())) == 1:
        return next(iter(full[key[0]]))
    if is_person(key) and (key[0], key[-1]) in full.get(key[-1], ()):
        return key[0], key[-1]
    return key
