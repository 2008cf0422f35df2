"""Whom "who", "which" and "that" mean: the noun that their clause hangs on, or who is told of by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution.cues import WRITTEN
from summarizer.attribution.factual import can_speak
from summarizer.attribution.phrases import NOUNS
from summarizer.attribution.words import words

if TYPE_CHECKING:
    from collections.abc import Callable

    from summarizer.attribution.people import Person
    from summarizer.parse.words import Token

RELATIVE = frozenset({"who", "which", "that", "whom"})
# A name of these kinds that fits no known person is no rival for "he".
NO_PERSON = words(
    """
    GPE ORG NORP LOC FAC DATE EVENT PRODUCT WORK_OF_ART LAW
    """
)


def antecedent(pronoun: Token, person_at: Callable[[Token], Person | None]) -> Person | Token | None:
    """The noun that a relative clause hangs on, or the person whom `person_at` it names; "his radio program who said" is a parse to distrust."""
    clause = next((verb for verb in pronoun.ancestors if verb.dep_ in ("relcl", "acl")), None)
    if clause is None:
        return None
    noun = clause.head
    if noun.dep_ == "appos" and noun.head.pos_ == "PROPN":
        noun = noun.head  # "the Example Club, a local group which said": the club
    if pronoun.head.lemma_.lower() == "read":
        before = pronoun.doc[pronoun.sent.start : pronoun.i]
        noun = next((word for word in reversed(list(before)) if is_written(word)), noun)
    if pronoun.lower_ != "who":
        return person_at(noun) or noun
    people = people_of(last_of_list(pronoun, noun))
    return (person_at(people) or people) if people is not None else None


def people_of(noun: Token) -> Token | None:
    """Whom "who" tells of: the noun, or the people whom it stands behind ("Greens in the council, who")."""
    noun = one_among(noun) or noun
    while not is_people(noun) and noun.dep_ == "pobj" and noun.head.head.pos_ in NOUNS:
        noun = noun.head.head
    return noun if is_people(noun) else None


def last_of_list(pronoun: Token, noun: Token) -> Token:
    """The last of several joined names where it stands right before the pronoun: "Ann and Bob Example, who joked"."""
    before = pronoun.nbor(-1) if pronoun.i else pronoun
    if before.text == "," and before.i:
        before = before.nbor(-1)
    is_last = before.dep_ == "conj" and before.pos_ == "PROPN" and before.i > noun.i
    return before if is_last and noun in before.ancestors else noun


def one_among(noun: Token) -> Token | None:
    """Who is one of the people of whom "who" tells: "[Ann Example] was among the many people who …", "is one of the nurses who"."""
    link = noun.head
    if noun.dep_ != "pobj" or link.lower_ not in ("among", "of"):
        return None
    one = link.head
    if link.lower_ == "of":
        if one.lower_ != "one" or one.dep_ != "attr":
            return None
        one = one.head
    subject = (
        next((child for child in one.lefts if child.dep_ == "nsubj"), None) if one.lemma_ == "be" else None
    )
    return subject if subject is not None and subject.pos_ == "PROPN" else None


def is_people(noun: Token) -> bool:
    """Whether "who" can be said of a noun: not of a place, a body or a programme."""
    is_of_kind = noun.ent_type_ not in NO_PERSON or (noun.ent_type_ == "NORP" and noun.tag_ == "NNPS")
    return is_of_kind and can_speak(noun)


def is_written(noun: Token) -> bool:
    """Whether a noun is a text, which "reads": "a letter to the girl's mother that reads"."""
    return noun.pos_ == "NOUN" and noun.lemma_.lower() in WRITTEN
