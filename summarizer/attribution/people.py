"""The people of an article: every form of their names, their roles, whether they are "he" or "she"."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from summarizer.attribution.names import refer
from summarizer.attribution.outlets import is_outlet
from summarizer.attribution.phrases import behind_hyphen, mention_tokens
from summarizer.attribution.roles import appositions, one_of, role_beside
from summarizer.text.names import (
    BODIES,
    CALLINGS,
    GIVEN_TO,
    HONORIFICS,
    JUNIOR,
    PERSON_TITLES,
    TITLE_ABBREVIATIONS,
    TITLES,
    is_calling,
    pronoun_of_role,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from summarizer.parse.words import Doc, Span, Token

FULL = 2  # words of a full name
WORD = r"[^\W\d_][\w.'’-]*"
NAME = re.compile(rf"{WORD}(?: (?:{WORD}|’{WORD}|“{WORD}”|\"{WORD}\"|‘{WORD}’)){{0,5}}")


@dataclass(slots=True)
class Person:
    """One person, by the fullest name the article gives."""

    name: str
    first_seen: int
    forms: Counter[str] = field(default_factory=Counter)
    offices: list[tuple[int, str]] = field(default_factory=list)  # where, what
    pronoun: str | None = None

    @property
    def roles(self) -> tuple[str, ...]:
        """The roles the article gives, in its order."""
        return tuple(role for _, role in sorted(self.offices))


@dataclass(frozen=True, slots=True)
class Naming:
    """One place where the article names a person."""

    start: int  # character
    head: int  # token
    name: str
    role: str | None
    honorific: str | None


def namings_of(doc: Doc) -> tuple[Naming, ...]:
    """Every place where `doc` names a person, in order."""
    spans = (*persons(doc), *behind_nouns(doc), *beside_callings(doc))
    found = [naming for span in spans if (naming := naming_of(span))]
    return tuple(sorted(found, key=lambda naming: naming.start))


def without_callings(namings: tuple[Naming, ...]) -> tuple[Naming, ...]:
    """Cut "Geologist Example" to "Example" where the article has an Example whose role says geologist."""
    roles = {
        (naming.name.split()[-1], word) for naming in namings for word in (naming.role or "").lower().split()
    }
    return tuple(replace(naming, name=without_calling(naming.name, roles)) for naming in namings)


def without_calling(name: str, roles: Collection[tuple[str, str]]) -> str:
    """The surname in "Geologist Example" where `roles` have the calling beside it, each with its surname."""
    calling, _, surname = name.partition(" ")
    return surname if is_calling(calling.lower()) and (surname, calling.lower()) in roles else name


def without_foreign_words(namings: tuple[Naming, ...]) -> tuple[Naming, ...]:
    """Cut "Rival Ann Example" to "Ann Example" where the article has that as a name of its own."""
    full = {naming.name for naming in namings if naming.name.count(" ")}
    return tuple(
        replace(naming, name=next((end for end in endings(naming.name) if end in full), naming.name))
        for naming in namings
    )


def endings(name: str) -> Iterator[str]:
    """The shorter names of two words or more that end `name`, shortest first."""
    words = name.split()
    for first in range(len(words) - 2, 0, -1):
        yield " ".join(words[first:])


def persons(doc: Doc) -> Iterator[Span]:
    """The names that the model takes for a person's, and those before which stands a person's title."""
    return (entity for entity in doc.ents if entity.label_ == "PERSON" or has_person_title(entity))


def behind_nouns(doc: Doc) -> Iterator[Span]:
    """The full names that the model has missed behind a noun for one person: "its minister, Ann Example, resigned"."""
    for token in doc:
        noun = token.head
        is_missed = token.pos_ == "PROPN" and token.dep_ == "appos" and token.ent_type_ != "PERSON"
        is_somebody = noun.pos_ in ("NOUN", "PROPN") and noun.lower_ in CALLINGS
        if is_missed and noun.i < token.i and is_somebody and (name := full_name(token, noun.i + 1)):
            yield name


def beside_callings(doc: Doc) -> Iterator[Span]:
    """The full names that the model has missed beside what somebody is: "Board chair Ann Example", "Ann Example, a geologist"."""
    for token in doc:
        if token.pos_ != "PROPN" or token.ent_type_ == "PERSON" or token.dep_ in ("compound", "appos"):
            continue
        called = [child for child in token.children if child.dep_ == "compound" and is_somebody_noun(child)]
        first = max((child.i + 1 for child in called), default=token.left_edge.i)
        name = full_name(token, first)
        is_called = called or any(is_somebody_noun(word) or one_of(word) for word in appositions(token))
        if name is not None and is_called and not is_body(name):
            yield name


def is_somebody_noun(word: Token) -> bool:
    return is_calling(word.lower_) and (word.pos_ == "NOUN" or word.dep_ == "appos")


def is_body(name: Span) -> bool:
    """Whether words that look like a full name are those of a firm or a newspaper."""
    return any(word.lower_ in BODIES for word in name) or is_outlet(name.text)


def full_name(last: Token, first: int) -> Span | None:
    """The name of two words or more that ends in `last` and does not begin before `first`."""
    start = last.i
    while (
        start > first
        and last.nbor(start - 1 - last.i).pos_ == "PROPN"
        and last.nbor(start - 1 - last.i).head.i == last.i
    ):
        start -= 1
    return last.doc[start : last.i + 1] if start < last.i else None


def naming_of(entity: Span) -> Naming | None:
    tail = small_words_behind(entity)
    entity = whole_name(entity)
    head = entity.root
    reference = refer(phrase_to(entity), head if head.pos_ == "PROPN" else entity[-1])
    name = f"{reference.name}{tail}"
    if not reference.proper or not NAME.fullmatch(name):
        return None
    role = reference.role or role_beside(head)
    return Naming(entity.start_char, head.i, name, role, reference.honorific)


def whole_name(entity: Span) -> Span:
    """The name of which the model has taken only the first part: "President [Han] Min Ho", "[Awa N’Dour]-O’Brien"."""
    doc, end = entity.doc, entity.end
    head = entity[-1].head
    if (
        entity.label_ != "PERSON"
        and entity[-1].dep_ == "compound"
        and head.pos_ == "PROPN"
        and head.ent_type_ == ""
    ):
        end = head.i + 1
    end = last_part_left_out(entity, end)
    while (part := behind_hyphen(doc[end - 1])) is not None and part.pos_ == "PROPN":
        end = part.i + 1
    return doc[entity.start : end] if end > entity.end else entity


def last_part_left_out(entity: Span, end: int) -> int:
    """Where the name ends with a part that the model left out: "[Yoon Suk] Yeol"."""
    doc = entity.doc
    if entity.label_ != "PERSON" or end != entity.end or len(entity) != FULL or end >= len(doc):
        return end
    behind = doc[end]
    is_part = behind.pos_ == "PROPN" and behind.ent_type_ == "" and behind.text.istitle() and behind.is_alpha
    hangs = (entity[-1].dep_ == "compound" and entity[-1].head.i == behind.i) or behind.dep_ in (
        "flat",
        "appos",
    )
    return end + 1 if is_part and hangs and behind.lower_ not in TITLES else end


def small_words_behind(entity: Span) -> str:
    """The rest of a surname behind small words that can stand in no other place: "Hans[ in ’t Veld]"."""
    tail = LOWER_IN_NAME.match(entity.doc.text, entity.end_char)
    return tail[0] if tail is not None and entity.label_ == "PERSON" else ""


# Small words inside Dutch and Flemish names, with an apostrophe that tells them from prepositions.
LOWER_IN_NAME = re.compile(r" (?:(?:in|van|op|aan|uit) )?[’']t [A-Z][\w’'-]+")


def phrase_to(entity: Span) -> list[Token]:
    """The words of the noun phrase of `entity` up to its end."""
    head = entity.root
    indexes = {token.i for token in mention_tokens(head)} | set(range(entity.start, entity.end))
    first = entity.start
    while first - 1 in indexes and not head.doc[first - 1].is_space:
        first -= 1
    last = entity.end
    while last > entity.start + 1 and (
        head.doc[last - 1].text in ("'s", "’s", "’", "'") or head.doc[last - 1].is_punct
    ):
        last -= 1
    return list(head.doc[first:last])


def has_person_title(entity: Span) -> bool:
    """Whether a title stands before a name that the model takes for a place or a body: President Zelenskyy."""
    if entity.label_ not in ("GPE", "ORG", "NORP", "LOC", "FAC", "PRODUCT", "WORK_OF_ART"):
        return False
    is_inside = len(entity) > 1 and entity[0].text in RANKS  # the model took it in
    title = entity[0] if is_inside else entity.doc[max(0, entity.start - 1)]
    name = entity[1] if is_inside else entity[0]
    return title.i < name.i and is_person_title(title) and name.pos_ == "PROPN"


def is_person_title(token: Token) -> bool:
    return token.text in RANKS or (token.lower_.strip(".") in PERSON_TITLES and token.text[0].isupper())


RANKS = frozenset(f"{title}." for title in TITLE_ABBREVIATIONS - {"St"})


class Register:
    """Persons by the words that begin and end their names, so that those whom a name fits are found at once."""

    def __init__(self) -> None:
        self._by_word: dict[str, list[Person]] = {}

    def add(self, person: Person) -> None:
        for word in ends_of(person.name):
            self._by_word.setdefault(word, []).append(person)

    def fitting(self, name: str) -> list[Person]:
        """Whom `name` may mean."""
        near = (person for word in ends_of(name) for person in self._by_word.get(word, ()))
        return list({id(person): person for person in near if fits(name, person.name)}.values())


def ends_of(name: str) -> set[str]:
    """The first and the last word of a name; "Jr." is none."""
    parts = [word.rstrip(".") for word in name.split()]
    parts = [word for word in parts if word.lower() not in JUNIOR]
    return {parts[0], parts[-1]} if parts else set()


def find_people(doc: Doc) -> tuple[tuple[Person, ...], tuple[Naming, ...]]:
    """The people of `doc`, and where it names them."""
    namings = without_callings(without_foreign_words(namings_of(doc)))
    people: list[Person] = []
    register = Register()
    for naming in sorted(namings, key=lambda naming: (-len(naming.name.split()), naming.start)):
        fitting = register.fitting(naming.name)
        if not fitting:
            fitting = [Person(naming.name, naming.start)]
            people.extend(fitting)
            register.add(fitting[0])
        if len(fitting) == 1:
            note(fitting[0], naming)
    for person in people:
        person.pronoun = person.pronoun or pronoun_of(person)
    return tuple(sorted(people, key=lambda person: person.first_seen)), namings


def note(person: Person, naming: Naming) -> None:
    person.forms[naming.name] += 1
    person.first_seen = min(person.first_seen, naming.start)
    if naming.role and naming.role not in person.roles:
        person.offices.append((naming.start, naming.role))
    person.pronoun = HONORIFICS.get(naming.honorific or "") or person.pronoun


def pronoun_of(person: Person) -> str | None:
    return pronoun_of_role(" ".join(person.roles)) or GIVEN_TO.get(person.name.split()[0].lower())


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
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])
