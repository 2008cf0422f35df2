"""The people of an article: every form of their names, their roles, whether they are "he" or "she"."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from summarizer.attribution.namings import Naming, namings_of
from summarizer.text.names import (
    FAMILY_NAMES_FIRST,
    GIVEN_TO,
    HONORIFICS,
    JUNIOR,
    KIN,
    PARTICLES,
    TITLES,
    is_calling,
    pronoun_of_bearer,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from summarizer.parse.words import Doc


# Words of address that say what somebody is; a "Dr." may be of anything.
ADDRESSES = {"prof": "professor", "rev": "reverend", "reverend": "reverend"}
# Who runs for it is not yet the president of that surname.
RUNS_FOR_PRESIDENT = re.compile(r"\bpresidential (?:candidate|nominee|hopeful|contender|front-?runner)\b")


@dataclass(slots=True)
class Person:
    """One person, by the fullest name the article gives."""

    name: str
    first_seen: int
    forms: Counter[str] = field(default_factory=Counter)
    offices: list[tuple[int, str]] = field(default_factory=list)  # where, what
    pronoun: str | None = None
    address: str | None = None  # "reverend", which says what somebody is where nothing else does
    roles: tuple[str, ...] = ()  # that the article gives, in its order

    def be_called(self, role: str, place: int) -> None:
        """Note what the article calls the person at `place`."""
        self.offices.append((place, role))
        self.roles = tuple(role for _, role in sorted(self.offices))


def in_one_case(namings: tuple[Naming, ...]) -> tuple[Naming, ...]:
    """Write "ANN EXAMPLE" and "EXAMPLE", as labels have it, as the one full name of the article that it is in capitals."""
    full = {naming.name for naming in namings if " " in naming.name and not naming.name.isupper()}
    shouted: dict[str, set[str]] = {}
    for name in full:
        for form in {name.upper(), name.split()[-1].upper()}:
            shouted.setdefault(form, set()).add(name)
    return tuple(
        replace(naming, name=next(iter(names)))
        if len(names := shouted.get(naming.name, set())) == 1
        else naming
        for naming in namings
    )


def without_places(namings: tuple[Naming, ...]) -> tuple[Naming, ...]:
    """Leave out what is named after somebody and taken for a person: the "Example Tower" of Ann Example."""
    full = {naming.name for naming in namings if " " in naming.name}
    families = {name.split()[-1] for name in full} - {
        name.split()[0] for name in full if is_given(name.split()[0])
    }
    return tuple(
        naming for naming in namings if " " not in naming.name or naming.name.split()[0] not in families
    )


def is_given(word: str) -> bool:
    """Whether a name may begin with this word, as a given name or a family name that is put first."""
    return word.lower() in GIVEN_TO or word.lower() in FAMILY_NAMES_FIRST


def without_callings(namings: tuple[Naming, ...]) -> tuple[Naming, ...]:
    """Cut "Geologist Example" to "Example" where the article has an Example in full, or one whose role says geologist."""
    roles = {
        (naming.name.split()[-1], word) for naming in namings for word in (naming.role or "").lower().split()
    }
    full = [naming.name.split() for naming in namings if " " in naming.name]
    families = {words[-1] for words in full if not is_calling(words[0].lower())}
    roles |= {
        (words[-1], words[0].lower())
        for words in full
        if words[-1] in families and words[0].istitle() and words[0].lower() not in GIVEN_TO
    }
    return tuple(replace(naming, name=without_calling(naming.name, roles)) for naming in namings)


def without_calling(name: str, roles: Collection[tuple[str, str]]) -> str:
    """The surname in "Geologist Example" where `roles` have the calling beside it, each with its surname."""
    calling, _, surname = name.partition(" ")
    return surname if is_calling(calling.lower()) and (surname, calling.lower()) in roles else name


def without_foreign_words(namings: tuple[Naming, ...]) -> tuple[Naming, ...]:
    """Cut "Rival Ann Example" to "Ann Example" where the article has that as a name of its own."""
    full = {naming.name for naming in namings if naming.name.count(" ") and naming.name[0].isupper()}
    return tuple(
        cut(naming, next((end for end in endings(naming.name) if end in full), naming.name))
        for naming in namings
    )


def cut(naming: Naming, name: str) -> Naming:
    """A naming with the last words of its name alone; what they leave is a role where it says what somebody does."""
    before = naming.name.removesuffix(name).strip()
    says_work = bool(before) and is_calling(before.split()[-1].lower())
    return replace(naming, name=name, role=naming.role or (before if says_work else None))


def endings(name: str) -> Iterator[str]:
    """The shorter names of two words or more that end `name`, shortest first."""
    words = name.split()
    for first in range(len(words) - 2, 0, -1):
        is_part = first > 1 and not is_calling(
            words[first - 1].lower()
        )  # "Min San Han Example" is a name of four
        if (
            words[first].lower() not in PARTICLES and not is_part
        ):  # nor is "Jan Van Der Example" a "Van Der Example"
            yield " ".join(words[first:])


class Register:
    """Persons by the words that begin and end their names, so that those whom a name fits are found at once."""

    def __init__(self) -> None:
        self._by_word: dict[str, list[Person]] = {}

    def add(self, person: Person) -> None:
        for word in ends_of(person.name):
            self._by_word.setdefault(word, []).append(person)

    def near(self, name: str) -> Iterator[Person]:
        """Those whose first or last word is the first or last of `name`."""
        return (person for word in ends_of(name) for person in self._by_word.get(word, ()))

    def fitting(self, name: str) -> list[Person]:
        """Whom `name` may mean."""
        return list({id(one): one for one in self.near(name) if fits(name, one.name)}.values())


@lru_cache(maxsize=4096)
def ends_of(name: str) -> frozenset[str]:
    """The first and the last word of a name; "Jr." is none."""
    parts = [word.rstrip(".") for word in name.split()]
    parts = [word for word in parts if word.lower() not in JUNIOR]
    return frozenset((parts[0], parts[-1]) if parts else ())


def find_people(doc: Doc) -> tuple[tuple[Person, ...], tuple[Naming, ...]]:
    """The people of `doc`, and where it names them."""
    namings = without_callings(without_foreign_words(without_places(in_one_case(namings_of(doc)))))
    people: list[Person] = []
    register = Register()
    for naming in sorted(namings, key=order_of):
        fitting = bearers(naming, register.fitting(naming.name))
        if not fitting:
            fitting = [Person(naming.name, naming.start)]
            people.extend(fitting)
            register.add(fitting[0])
        if len(fitting) == 1:
            note(fitting[0], naming)
    for person in people:
        person.pronoun = person.pronoun or pronoun_of(person)
    return tuple(sorted(people, key=lambda person: person.first_seen)), namings


def order_of(naming: Naming) -> tuple[int, bool, int]:
    """Longer names first, and of the others those with "Mr." or "Mrs.", which tell the most."""
    return -len(naming.name.split()), not HONORIFICS.get(naming.honorific or ""), naming.start


def bearers(naming: Naming, fitting: list[Person]) -> list[Person]:
    """Whom of those whom the name fits it can mean: "Mr. Example" is not Ann Example, nor is "President Example" his wife Ann."""
    possible = [
        person
        for person in fitting
        if not is_contrary(person, naming) and not is_junior_later(person, naming)
    ]
    return [person for person in possible if person.name == naming.name] or possible


def is_junior_later(person: Person, naming: Naming) -> bool:
    """Whether a surname stands before the text has named its "Jr.": it is the father's."""
    is_junior = person.name.split()[-1].lower() in JUNIOR
    return is_junior and " " not in naming.name and naming.start < person.first_seen


def is_contrary(person: Person, naming: Naming) -> bool:
    """Whether "Mr." or "Mrs." before a surname, or the office beside it, is somebody else's of that surname."""
    if person.name == naming.name or naming.name.split()[0] == person.name.split()[0]:
        return False
    called, known = HONORIFICS.get(naming.honorific or ""), person.pronoun or pronoun_of(person)
    if called and known:
        return called != known
    runs = any(RUNS_FOR_PRESIDENT.search(role.lower()) for role in person.roles)
    if runs and (naming.role or "").lower() in ("president", "former president"):
        return True
    is_kin = any(role.split()[-1].lower() in KIN for role in person.roles)
    return is_kin and naming.role is not None and naming.role.split()[-1].lower() in TITLES


def note(person: Person, naming: Naming) -> None:
    person.forms[naming.name] += 1
    person.first_seen = min(person.first_seen, naming.start)
    if naming.role and naming.role not in person.roles:
        person.be_called(naming.role, naming.start)
    person.pronoun = HONORIFICS.get(naming.honorific or "") or person.pronoun
    person.address = ADDRESSES.get(naming.honorific or "") or person.address


def pronoun_of(person: Person) -> str | None:
    return next(filter(None, map(pronoun_of_bearer, person.roles)), None) or GIVEN_TO.get(
        person.name.split()[0].lower()
    )


def fits(short: str, full: str) -> bool:
    """Whether `short` can be a form of `full`: the same surname and no other first name, or the first name alone."""
    a, b = [w.rstrip(".") for w in short.split()], [w.rstrip(".") for w in full.split()]
    a = [word for word in a if word.lower() not in JUNIOR]
    b = [word for word in b if word.lower() not in JUNIOR]
    if len(a) == 1 and len(b) > 1 and a[0] == b[0]:
        return True  # the first name alone, or the family name of those who put it first
    if not a or not b or a[-1] != b[-1]:
        return False
    return all(any(same_given(one, other) for other in b[:-1]) for one in a[:-1])


def same_given(one: str, other: str) -> bool:
    if one.lower() in PARTICLES and one.lower() == other.lower():
        return True  # "De Example" of Ann de Example
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])
