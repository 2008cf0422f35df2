"""Where a text has a person's name: as the model sees it, or as the words around it show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution.given_roles import has_person_title
from summarizer.attribution.outlets import is_outlet
from summarizer.attribution.roles import appositions, one_of
from summarizer.text.names import BODIES, CALLINGS, GIVEN_TO, NOT_PERSONS, TITLES, is_calling

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from summarizer.parse.words import Doc, Span, Token


FULL = 2  # words of a full name
THINGS = frozenset({"ORG", "PRODUCT", "WORK_OF_ART", "FAC"})
ALONE_SAID = frozenset({"say", "tell", "add", "write", "ask", "reply"})
PLACES = frozenset(
    "capital city town village port suburb island region province district county state".split()
)
# What people do to bodies.
LED = frozenset({"chair", "lead", "head", "host", "coach", "direct", "found", "represent", "run"})


def persons(doc: Doc, names: Iterable[Token]) -> Iterator[Span]:
    """The names that the model takes for a person's, and those before which stands a person's title; `names` are the proper nouns."""
    speakers = {word.text for word in names if is_alone_speaking(word)}
    return (
        entity
        for entity in doc.ents
        if (entity.label_ == "PERSON" and not is_place(entity))
        or has_person_title(entity)
        or begins_as_person(entity)
        or goes_on_as_person(entity, speakers)
    )


def is_place(entity: Span) -> bool:
    """Whether a single name that the model takes for a person's stands behind a place's noun: "the capital, Norburg"."""
    name = entity.root
    return len(entity) == 1 and name.dep_ == "appos" and name.head.lower_ in PLACES


def begins_as_person(entity: Span) -> bool:
    """Whether what the model takes for a body or a thing is a full name by its given name: "Lena Example".

    In PolNeAR's dev articles and 26 pages four of five such names are people's; the fifth ends in "Energy".
    """
    if entity.label_ not in THINGS or len(entity) != FULL or entity[0].lower_ not in GIVEN_TO:
        return False
    return all(word.pos_ == "PROPN" and word.text.istitle() for word in entity) and not NOT_PERSONS & {
        word.lower_ for word in entity
    }


def behind_owners(doc: Doc) -> Iterator[Span]:
    """The full names that the model has joined to their outlet: the "Jorge Example" of "the Courier's Jorge Example"."""
    for entity in doc.ents:
        owned = next((at + 1 for at, word in enumerate(entity) if word.tag_ == "POS"), len(entity))
        name = doc[entity.start + owned : entity.end]
        is_name = len(name) == FULL and all(word.pos_ == "PROPN" and word.text.istitle() for word in name)
        if is_name and entity.label_ != "PERSON" and name[0].lower_ in GIVEN_TO and not is_body(name):
            yield name


def is_alone_speaking(word: Token) -> bool:
    """Whether a proper noun speaks by itself: the "Example" of "Example said"."""
    is_name = word.text.istitle() and word.is_alpha and word.dep_ == "nsubj"
    return is_name and word.left_edge.i == word.i and word.head.lemma_.lower() in ALONE_SAID


def goes_on_as_person(entity: Span, speakers: Collection[str]) -> bool:
    """Whether what the model takes for a body is a full name, whose last word then speaks by itself: "Zula Example", "Example said".

    Bodies lose their last words, or keep their "the".
    """
    if entity.label_ not in THINGS or len(entity) != FULL or entity[-1].text not in speakers:
        return False
    before = entity.doc[entity.start - 1].lower_ if entity.start else ""
    is_name = all(word.pos_ == "PROPN" and word.text.istitle() and word.is_alpha for word in entity)
    words = {word.lower_ for word in entity}
    return is_name and before != "the" and not is_outlet(entity.text) and not words & (NOT_PERSONS | TITLES)


def behind_nouns(names: Iterable[Token]) -> Iterator[Span]:
    """The full names that the model has missed behind a noun for one person: "its minister, Ann Example, resigned"."""
    for token in names:
        noun = token.head
        is_missed = token.dep_ == "appos" and token.ent_type_ != "PERSON" and noun.i < token.i
        if not is_missed or not (
            (noun.pos_ in ("NOUN", "PROPN") and noun.lower_ in CALLINGS) or one_of(noun)
        ):
            continue
        is_beside = noun.i + 1 == token.i and noun.tag_ == "NN" and token.text.istitle()  # "official Example"
        name = full_name(token, noun.i + 1) or (token.doc[token.i : token.i + 1] if is_beside else None)
        if name is not None:
            yield name


def beside_callings(names: Iterable[Token]) -> Iterator[Span]:
    """The full names that the model has missed beside what somebody is: "Board chair Ann Example", "Ann Example, a geologist"."""
    for token in names:
        if token.ent_type_ == "PERSON" or token.dep_ in ("compound", "appos"):
            continue
        called = [child for child in token.children if child.dep_ == "compound" and is_somebody_noun(child)]
        first = max((child.i + 1 for child in called), default=token.left_edge.i)
        is_one_word = token.text.istitle() and (
            (called and token.ent_type_ == "") or any(map(is_somebody_new, appositions(token)))
        )  # "agency official Example", "Example, an official of the agency"
        name = full_name(token, first) or (token.doc[token.i : token.i + 1] if is_one_word else None)
        is_called = called or any(is_somebody_noun(word) or one_of(word) for word in appositions(token))
        if name is not None and is_called and not is_body(name):
            yield name


def behind_by(names: Iterable[Token]) -> Iterator[Span]:
    """The full names that the model has missed behind "by": "the panel is chaired by Ann Example"."""
    for token in names:
        by = token.head
        is_leader = token.dep_ == "pobj" and by.dep_ == "agent" and by.head.lemma_.lower() in LED
        if token.ent_type_ == "PERSON" or not is_leader:
            continue
        name = full_name(token, token.left_edge.i)
        if name is not None and len(name) == FULL and not is_body(name):
            yield name


def is_somebody_new(word: Token) -> bool:
    """Whether an apposition tells who somebody is: "an official of the agency"; a maker may be a firm."""
    return is_somebody_noun(word) and word.left_edge.lower_ in ("a", "an") and word.lower_ not in BODIES


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
