"""Whom "he", "she", "who" mean: the most salient person before them, or nobody when that is in doubt."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.attribution.factual import can_speak
from summarizer.attribution.words import words
from summarizer.text.names import CALLINGS
from summarizer.text.pronouns import HE_SHE

if TYPE_CHECKING:
    from collections.abc import Callable

    from summarizer.attribution.people import Person
    from summarizer.attribution.reading import Reading
    from summarizer.parse.words import Token

RELATIVE = frozenset({"who", "which", "that", "whom"})
SUBJECT = frozenset({"nsubj", "nsubjpass"})
# Sentences before the pronoun in which its person must stand.
FARTHEST = 4
# A name of these kinds that fits no known person is no rival for "he".
NO_PERSON = words(
    """
    GPE ORG NORP LOC FAC DATE EVENT PRODUCT WORK_OF_ART LAW
    """
)


@dataclass(frozen=True, slots=True)
class Subject:
    """A grammatical subject that names a person, or that is one whose name is open (`person` None)."""

    token: Token
    sentence: int
    person: Person | None


class Salience:
    """The persons of an article as subjects, in order, quotations left out."""

    def __init__(self, reading: Reading, person_at: Callable[[Token], Person | None]) -> None:
        self._person_at = person_at
        self._is_quoted = reading.is_quoted
        self._subjects: list[Subject] = []
        self._others: list[Subject] = []
        self._sentences = [0] * len(reading.doc)
        for number, sentence in enumerate(reading.doc.sents):
            self._sentences[sentence.start : sentence.end] = [number] * len(sentence)
        for token in reading.words:
            if not reading.is_quoted(token):
                self._note(token)

    def meant(self, pronoun: Token) -> Person | Token | None:
        """The person a pronoun means, the noun a relative pronoun hangs on, or None when open."""
        word = pronoun.lower_
        if word in RELATIVE:
            return self._related(pronoun)
        if word not in HE_SHE or self._is_quoted(pronoun):  # whom somebody quoted means, only they know
            return None
        return self._he_or_she(pronoun, HE_SHE[word])

    def _related(self, pronoun: Token) -> Person | Token | None:
        """The noun that a relative clause hangs on; "his radio program who said" is a parse to distrust."""
        clause = next((verb for verb in pronoun.ancestors if verb.dep_ in ("relcl", "acl")), None)
        if clause is None:
            return None
        noun = clause.head
        if noun.dep_ == "appos" and noun.head.pos_ == "PROPN":
            noun = noun.head  # "the Example Club, a local group which said": the club
        believable = pronoun.lower_ != "who" or (can_speak(noun) and noun.ent_type_ not in NO_PERSON)
        return (self._person_at(noun) or noun) if believable else None

    def _note(self, token: Token) -> None:
        number = self._sentences[token.i]
        if token.dep_ in SUBJECT or is_torn_off(token):
            if token.lower_ in ("he", "she"):
                self._subjects.append(Subject(token, number, self._he_or_she(token, token.lower_)))
            elif is_somebody(token) or (
                token.pos_ == "ADJ" and token.text.istitle()
            ):  # "Trump" taken for one
                self._subjects.append(Subject(token, number, self._person_at(token)))
        elif is_beside(token):
            self._others.append(Subject(token, number, self._person_at(token)))

    def _he_or_she(self, pronoun: Token, gender: str) -> Person | None:
        here = self._sentences[pronoun.i]
        near = [
            s
            for s in self._recent(self._subjects, here)
            if s.token.i < pronoun.i and may_be(s, gender) and not is_said_by(s.token, pronoun)
        ]
        if not near:
            return self._only_one_beside(pronoun, gender)
        last = near[-1]
        beside = [s for s in near if s.sentence == last.sentence]
        if self._is_joined(last.token, gender):
            return None
        named_since = [s for s in self._recent(self._others, here) if last.sentence < s.sentence]
        if any(s.token.i < pronoun.i and may_be(s, gender) for s in named_since):
            return None  # somebody else was named since
        if len({name_of(s) for s in beside}) == 1:
            return last.person
        main = {name_of(s): s.person for s in beside if s.token.head.dep_ == "ROOT"}
        return next(iter(main.values())) if len(main) == 1 else None

    def _only_one_beside(self, pronoun: Token, gender: str) -> Person | None:
        """The one person named in the sentence before, though not as its subject: "It will be led by Ann Example. She …"."""
        here = self._sentences[pronoun.i]
        beside = [
            s
            for s in self._recent(self._others, here)
            if s.sentence == here - 1 and s.token.i < pronoun.i and may_be(s, gender)
        ]
        return beside[0].person if len({name_of(s) for s in beside}) == 1 else None

    def _recent(self, subjects: list[Subject], here: int) -> list[Subject]:
        """Those that stand in sentence `here` or at most FARTHEST before it."""
        first = bisect_left(subjects, here - FARTHEST, key=lambda subject: subject.sentence)
        return subjects[first : bisect_left(subjects, here + 1, key=lambda subject: subject.sentence)]

    def _is_joined(self, subject: Token, gender: str) -> bool:
        """Whether the subject is one of two people: Ann and Marta argued."""
        joined = [child for child in subject.children if child.dep_ == "conj" and child.ent_type_ == "PERSON"]
        return any(may_be(Subject(other, 0, self._person_at(other)), gender) for other in joined)


def is_said_by(token: Token, pronoun: Token) -> bool:
    """Whether a word stands in what the pronoun's verb says: "The minister will go, she said"."""
    while token.head.i != token.i:
        if token.head.i == pronoun.head.i:
            return token.dep_ == "ccomp"
        token = token.head
    return False


def is_somebody(token: Token) -> bool:
    if token.pos_ == "PROPN":
        return token.ent_type_ == "PERSON" or token.text[:1].isupper()
    return token.pos_ == "NOUN" and token.tag_ == "NN" and token.lower_ in CALLINGS


def is_torn_off(token: Token) -> bool:
    """Whether the parse has lost the verb of a subject: of "Example, who was late, worried", of "Example, later alleging …"."""
    if token.dep_ == "dep" and token.ent_type_ == "PERSON" and token.i == token.sent.start:
        return True
    return token.dep_ == "ROOT" and token.pos_ == "PROPN" and is_told_of(token)


def is_told_of(noun: Token) -> bool:
    """Whether a clause with "who" follows a name, which then is a person's whatever the model takes it for."""
    clauses = (child for child in noun.children if child.dep_ == "relcl")
    return any(word.lower_ == "who" for clause in clauses for word in clause.children)


def is_beside(token: Token) -> bool:
    """Whether a name that is no subject may be whom a later pronoun means: an object, the owner of a subject."""
    if token.dep_ == "poss":
        return token.head.dep_ in SUBJECT and not is_somebody(token.head) and is_somebody(token)
    return token.ent_type_ == "PERSON" and token.pos_ == "PROPN" and token.dep_ != "compound"


def name_of(subject: Subject) -> str:
    return subject.person.name if subject.person is not None else subject.token.lower_


def may_be(subject: Subject, gender: str) -> bool:
    if subject.person is None:
        token = subject.token
        return token.ent_type_ not in NO_PERSON or token.pos_ == "NOUN" or is_told_of(token)
    return subject.person.pronoun in (None, gender)
