"""Where an article names people: every place, with the words that belong to the name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from summarizer.attribution.datelines import dateline_end
from summarizer.attribution.found_names import (
    behind_by,
    behind_nouns,
    behind_owners,
    beside_callings,
    persons,
)
from summarizer.attribution.given_roles import is_headline, role_in_headline, role_in_sentence
from summarizer.attribution.names import refer
from summarizer.attribution.phrases import HYPHENS, NOUNS, behind_hyphen, from_hyphen, mention_tokens
from summarizer.attribution.plain_roles import plain_role
from summarizer.attribution.roles import role_beside
from summarizer.text.names import (
    GIVEN_TO,
    NOT_PERSONS,
    TITLES,
    is_calling,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from summarizer.parse.words import Doc, Span, Token

FULL = 2  # words of a full name
LONGEST_ROLE = 6  # tokens before a name that opens a report
IN_ROLE = frozenset({"NOUN", "PROPN", "ADJ", "VERB"})
# Behind a "the" they begin a ship's name: "the Lady Example".
OF_SHIPS = frozenset({"lady", "queen", "king", "prince", "princess", "miss"})
POSTED = frozenset({"to", "of", "for", "in"})
WORD = r"[^\W\d_][\w.'’-]*"
NAME = re.compile(rf"{WORD}(?: (?:{WORD}|’{WORD}|“{WORD}”|\"{WORD}\"|‘{WORD}’)){{0,5}}")
# Small words inside Dutch and Flemish names, with an apostrophe that tells them from prepositions.
LOWER_IN_NAME = re.compile(r" (?:(?:in|van|op|aan|uit) )?[’']t [A-Z][\w’'-]+")


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
    text = doc.text  # spaCy joins it anew from every word each time
    names = [word for word in doc if word.pos_ == "PROPN"]
    missed = (*behind_nouns(names), *beside_callings(names), *behind_by(names))
    spans = (*persons(doc, names), *behind_owners(doc), *missed)
    found = [naming for span in spans if (naming := naming_of(text, span))]
    found += list(in_full(names, found))
    found += [naming for span in again(names, found) if (naming := naming_of(text, span))]
    return tuple(sorted(found, key=lambda naming: naming.start))


def in_full(names: Iterable[Token], found: Iterable[Naming]) -> Iterator[Naming]:
    """The full names of those whom the model knows by one name only: "[Keiwan Ratliff] ran", "Ratliff said"."""
    full = {name for naming in found for name in naming.name.split() if " " in naming.name}
    single = {naming.name for naming in found if " " not in naming.name} - full
    for family in (word for word in names if word.i):
        given = family.nbor(-1)
        is_family = family.text in single
        is_given = given.text in single and given.lower_ in GIVEN_TO
        if (is_family or is_given) and may_be_given(given, family):
            yield Naming(given.idx, family.i, f"{given.text} {family.text}", role_beside(family), None)


def may_be_given(word: Token, family: Token) -> bool:
    """Whether a word before a surname is a given name, which the model takes for nothing or, with the surname, for a place or body."""
    is_alike = word.ent_type_ == family.ent_type_ != "PERSON" and family.ent_iob_ != "B"
    is_word = word.text.istitle() and word.is_alpha and word.pos_ == family.pos_ == "PROPN"
    is_other = is_calling(word.lower_) or word.lower_ in TITLES | NOT_PERSONS or family.lower_ in NOT_PERSONS
    is_inside = word.i > 0 and word.nbor(-1).pos_ == "PROPN" and word.nbor(-1).text.istitle()
    return is_alike and is_word and not is_other and not is_inside and family.text.istitle()


def again(names: Iterable[Token], found: Iterable[Naming]) -> Iterator[Span]:
    """The places of a surname or a single name where the model takes it for no person: "gas fitter [Example], 37"."""
    surnames = {naming.name.split()[-1] for naming in found}
    taken = {place for naming in found for place in range(naming.start, naming.start + len(naming.name) + 1)}
    for token in names:
        is_known = token.text in surnames and token.idx not in taken
        if is_known and token.ent_type_ in ("", "ORG") and token.dep_ not in ("compound", "poss"):
            yield token.doc[token.i : token.i + 1]


def naming_of(text: str, entity: Span) -> Naming | None:
    tail = small_words_behind(text, entity)
    entity = whole_name(entity)
    posted = behind_post(entity)
    if posted is not None:
        return posted
    if len(entity) == 1 and entity[0].tag_ == "NNPS":
        return None  # "Democrats"
    head, phrase = entity.root, phrase_to(entity)
    if any(one.lower_ == "the" and two.lower_ in OF_SHIPS for one, two in pairwise(phrase)):
        return None
    reference = refer(phrase, head if head.pos_ == "PROPN" else entity[-1])
    name = f"{reference.name}{tail}"
    if not reference.proper or not NAME.fullmatch(name):
        return None
    role = role_in_headline(head) if is_headline(head.sent) else role_in_sentence(head, reference)
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


def behind_post(entity: Span) -> Naming | None:
    """The person whose name the model has joined to the place of the office before it: "ambassador to [Norland Ann Example]"."""
    doc, start = entity.doc, entity.start
    if len(entity) != FULL + 1 or start < FULL or doc[start - 1].lower_ not in POSTED:
        return None
    office = doc[start - 2]
    if office.pos_ != "NOUN" or not is_calling(office.lower_) or entity[0].lower_ in GIVEN_TO:
        return None
    name, role = doc[start + 1 : entity.end], plain_role(doc[office.left_edge.i : start + 1].text)
    return Naming(name.start_char, name.root.i, name.text, role, None)


def small_words_behind(text: str, entity: Span) -> str:
    """The rest of a surname behind small words that can stand in no other place: "Hans[ in ’t Veld]"."""
    tail = LOWER_IN_NAME.match(text, entity.end_char)
    return tail[0] if tail is not None and entity.label_ == "PERSON" else ""


def phrase_to(entity: Span) -> list[Token]:
    """The words of the noun phrase of `entity` up to its end."""
    head = entity.root
    indexes = {token.i for token in mention_tokens(head)} | set(range(entity.start, entity.end))
    first = entity.start
    while first - 1 in indexes and not head.doc[first - 1].is_space:
        first -= 1
    first = opening_of(entity, from_hyphen(head.doc[first]).i)
    last = entity.end
    while last > entity.start + 1 and (
        head.doc[last - 1].text in ("'s", "’s", "’", "'") or head.doc[last - 1].is_punct
    ):
        last -= 1
    return list(head.doc[first:last])


def opening_of(entity: Span, first: int) -> int:
    """Where the phrase of a name begins, though the parse has hung its role on the dateline: "NORBURG (AFP) – singer Ann Example"."""
    start = dateline_end(entity[0])
    between = entity.doc[start : entity.start]
    is_opening = 0 < len(between) <= LONGEST_ROLE and between[-1].pos_ in NOUNS
    is_role = all(word.pos_ in IN_ROLE or word.text in HYPHENS for word in between)
    return min(first, start) if start and is_opening and is_role else first
