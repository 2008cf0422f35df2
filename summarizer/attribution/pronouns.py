"""Whom "he", "she", "who" mean: the most salient person before them, or nobody when that is in doubt."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.attribution.factual import CONDITIONS, is_saying
from summarizer.attribution.people import Person
from summarizer.attribution.reading import UNQUOTED
from summarizer.attribution.relative_pronouns import NO_PERSON, RELATIVE, antecedent
from summarizer.attribution.words import words
from summarizer.text.names import CALLINGS, is_calling, pronoun_of_role
from summarizer.text.pronouns import HE_SHE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from summarizer.attribution.reading import Reading
    from summarizer.parse.words import Token

SUBJECT = frozenset({"nsubj", "nsubjpass"})
# What stands before a quotation that is a sentence of its own.
BEFORE_SENTENCE = ("", ",", ":", ".", "—", "–", "”")
BELOW = frozenset({"relcl", "acl", "advcl", "pcomp"})  # clauses below another; "…, he said, …" is none
# What "asked about it" ahead of a main clause is for the parse.
ASIDE = frozenset({"advcl", "prep", "dep"})
# Done to whoever answers.
ASKED = words("ask press question quiz grill challenge tell remind")
OBJECT = frozenset({"dobj", "dative"})
IN_CLAUSE = SUBJECT | {"dobj", "dative"}
# Sentences before the pronoun in which its person must stand.
FARTHEST = 4


@dataclass(frozen=True, slots=True)
class Subject:
    """A grammatical subject that names a person, or that is one whose name is open (`person` None): of its `bearers` any may be."""

    token: Token
    sentence: int
    person: Person | None
    bearers: tuple[Person, ...] = ()


class Salience:
    """The persons of an article as subjects, in order, quotations left out."""

    def __init__(
        self,
        reading: Reading,
        person_at: Callable[[Token], Person | None],
        bearers_of: Callable[[str], Sequence[Person]],
    ) -> None:
        self._person_at = person_at
        self._bearers_of = bearers_of
        self._reading = reading
        self.is_quoted = self._is_quoted = reading.is_quoted
        self._subjects: list[Subject] = []
        self._others: list[Subject] = []
        self._sentences = numbers_of_sentences(reading)
        for token in reading.words:
            if not reading.is_quoted(token):
                self._note(token)

    def meant(self, pronoun: Token) -> Person | Token | None:
        """The person a pronoun means, the noun a relative pronoun hangs on, or None when open."""
        word = pronoun.lower_
        if word in RELATIVE:
            return antecedent(pronoun, self._person_at)
        if word not in HE_SHE or self._is_inside(pronoun):  # whom somebody quoted means, only they know
            return None
        return self._he_or_she(pronoun, HE_SHE[word])

    def only_person(self, noun: Token) -> Person | None:
        """Whom the sentences before a noun tell of, man or woman, where nobody else can be meant."""
        told = pronoun_of_role(noun.lower_)
        genders = (told,) if told else ("he", "she")
        found = {id(one): one for gender in genders if (one := self._he_or_she(noun, gender))}
        one = next(iter(found.values())) if len(found) == 1 else None
        return one if isinstance(one, Person) else None

    def _note(self, token: Token) -> None:
        number = self._sentences[token.i]
        if token.dep_ in SUBJECT or is_torn_off(token):
            if token.lower_ in ("he", "she"):
                meant = self._he_or_she(token, token.lower_)
                self._subjects.append(Subject(token, number, meant if isinstance(meant, Person) else None))
            elif is_somebody(token) or self._is_name(token):
                bearers = tuple(self._bearers_of(token.text)) if token.pos_ == "PROPN" else ()
                self._subjects.append(Subject(token, number, self._person_at(token), bearers))
        elif is_beside(token):
            person = self._person_at(token)
            if token.ent_type_ == "PERSON" or token.dep_ == "poss" or person is not None:
                self._others.append(Subject(token, number, person))

    def _is_name(self, token: Token) -> bool:
        """Whether a word in capitals is a name that the model takes for another word: "Trump" or "Simmons"."""
        return token.text.istitle() and (
            token.pos_ == "ADJ" or (token.pos_ == "NOUN" and self._person_at(token) is not None)
        )

    def _he_or_she(self, pronoun: Token, gender: str) -> Person | Token | None:
        here = self._sentences[pronoun.i]
        objects = self._objects_beside(pronoun)
        near = [
            s
            for s in self._recent(self._subjects, here)
            if s.token.i < pronoun.i
            and may_be(s, gender)
            and name_of(s) not in objects
            and not self._is_said(s.token, pronoun)
            and not is_supposed(s.token, pronoun)
            and not is_in_question(s.token, pronoun)
        ]
        ahead = self._in_clause_ahead(pronoun, gender)
        if ahead is not None:
            return ahead
        found = self._last(near, pronoun, gender) if near else self._only_one_beside(pronoun, gender)
        return None if found is not None and name_of_found(found) in objects else found

    def _objects_beside(self, pronoun: Token) -> set[str]:
        """The names of whom the pronoun's own clause has as its object, who then is somebody else: "She asked Example why"."""
        if pronoun.dep_ not in SUBJECT:
            return set()
        named = [child for child in pronoun.head.rights if child.dep_ in OBJECT and child.pos_ == "PROPN"]
        people = (self._person_at(child) for child in named)
        return {child.lower_ for child in named} | {person.name for person in people if person is not None}

    def _last(self, near: list[Subject], pronoun: Token, gender: str) -> Person | Token | None:
        """Who was the last subject of those near, if nobody else can be meant."""
        last = near[-1]
        if self._is_joined(last.token, gender):
            return None
        since = self._named_since(last, pronoun, gender)
        if any(other.person is None or other.person is not last.person for other in since):
            return self._introduced(pronoun, gender)
        if since:
            return last.person
        beside = [s for s in near if s.sentence == last.sentence]
        if len({name_of(s) for s in beside}) == 1:
            return last.person or (bearer_of(last, gender) if last.bearers else name_alone(last.token))
        main = {name_of(s): s.person for s in beside if s.token.head.dep_ == "ROOT"}
        return next(iter(main.values())) if len(main) == 1 else None

    def _named_since(self, last: Subject, pronoun: Token, gender: str) -> list[Subject]:
        """Who was named since the last subject: in a later sentence, or behind its clause for the first time."""
        others = (s for s in self._recent(self._others, self._sentences[pronoun.i]) if s.token.i < pronoun.i)
        return [
            other
            for other in others
            if may_be(other, gender)
            and not self._is_said(other.token, pronoun)
            and not is_in_question(other.token, pronoun)
            and (other.sentence > last.sentence or is_new_behind(other, last))
        ]

    def _in_clause_ahead(self, pronoun: Token, gender: str) -> Person | None:
        """Whom a clause ahead of the pronoun's tells of, if one only: "When the clerk questioned Ann Example, she said"."""
        clauses = [
            child
            for child in pronoun.head.lefts
            if (child.dep_ == "advcl" and not is_condition(child)) or is_before_colon(child, pronoun)
        ]
        here = self._sentences[pronoun.i]
        named = [
            s
            for s in (*self._recent(self._subjects, here), *self._recent(self._others, here))
            if (s.token.head in clauses and s.token.dep_ in IN_CLAUSE and may_be(s, gender))
            or (s.token.dep_ == "poss" and s.token.head.head in clauses and may_be(s, gender))
        ]
        return named[0].person if len({name_of(s) for s in named}) == 1 else None

    def _introduced(self, pronoun: Token, gender: str) -> Person | None:
        """The one person whom the sentence before names, or of a clause below another the words before it."""
        here = self._sentences[pronoun.i]
        place = here if pronoun.head.dep_ in BELOW else here - 1
        named = [
            s
            for s in (*self._recent(self._subjects, here), *self._recent(self._others, here))
            if s.sentence >= place and s.token.i < pronoun.i and may_be(s, gender)
        ]
        one = named[0].person if len({name_of(s) for s in named}) == 1 else None
        if one is None or one.pronoun != gender or any(is_aside(s.token) for s in named):
            return None
        before = pronoun.doc[bisect_left(self._sentences, place) : pronoun.i]
        return None if any(HE_SHE.get(word.lower_) == gender for word in before) else one

    def _only_one_beside(self, pronoun: Token, gender: str) -> Person | None:
        """The one person named in the sentence before, though not as its subject: "It will be led by Ann Example. She …"."""
        here = self._sentences[pronoun.i]
        beside = [
            s
            for s in self._recent(self._others, here)
            if s.sentence == here - 1 and s.token.i < pronoun.i and may_be(s, gender)
        ]
        is_one = len({name_of(s) for s in beside}) == 1 and not any(is_told(s.token) for s in beside)
        return beside[0].person if is_one else None

    def _recent(self, subjects: list[Subject], here: int) -> list[Subject]:
        """Those that stand in sentence `here` or at most FARTHEST before it."""
        first = bisect_left(subjects, here - FARTHEST, key=lambda subject: subject.sentence)
        return subjects[first : bisect_left(subjects, here + 1, key=lambda subject: subject.sentence)]

    def _is_inside(self, pronoun: Token) -> bool:
        """Whether a pronoun is quoted, and not behind a wrong mark that ends what was left open: “We left,’ he says."""
        number = self._reading.quoted[pronoun.i]
        is_ended = pronoun.i > 0 and pronoun.nbor(-1).text in ("’", "'")
        return number != UNQUOTED and (self._reading.quotations[number].closed or not is_ended)

    def _is_said(self, token: Token, pronoun: Token) -> bool:
        """Whether a word stands in what the pronoun says: where that is a quotation right before it, only in its marks."""
        if not is_said_by(token, pronoun) or self._is_quoted(token) or not pronoun.i:
            return is_said_by(token, pronoun)
        number = self._reading.quoted[pronoun.i - 1]
        if number == UNQUOTED:
            return True
        start = self._reading.quotations[number].span.start
        return self._reading.text[:start].rstrip()[-1:] not in BEFORE_SENTENCE

    def _is_joined(self, subject: Token, gender: str) -> bool:
        """Whether the subject is one of two people: Ann and Marta argued."""
        joined = [child for child in subject.children if child.dep_ == "conj" and child.ent_type_ == "PERSON"]
        return any(may_be(Subject(other, 0, self._person_at(other)), gender) for other in joined)


def numbers_of_sentences(reading: Reading) -> list[int]:
    """The number of each word's sentence; what is only quoted counts with the sentence before it."""
    numbers, number = [0] * len(reading.doc), -1
    for sentence in reading.doc.sents:
        words = (
            word
            for word in reading.words[sentence.start : sentence.end]
            if not (word.is_punct or word.is_space)
        )
        quoted = {reading.is_quoted(word) for word in words}
        number += number < 0 or quoted != {True}
        numbers[sentence.start : sentence.end] = [number] * len(sentence)
    return numbers


def is_supposed(token: Token, pronoun: Token) -> bool:
    """Whether a word is the subject of an "if" ahead of the pronoun: "If Example wins, he said, he would leave"."""
    clause = token.head
    return is_condition(clause) and token.sent.start == pronoun.sent.start and clause.i < pronoun.i


def is_in_question(token: Token, pronoun: Token) -> bool:
    """Whether a word stands in what the pronoun was asked or told: "Asked whether Example would win, she said …"."""
    verb = pronoun.head
    return any(
        word.lemma_.lower() in ASKED
        and word.tag_ in ("VBN", "VBD")
        and word.i < token.i < pronoun.i
        and not any(child.dep_ in SUBJECT for child in word.children)
        for word in verb.children
        if word.dep_ in ASIDE
    )


def is_before_colon(clause: Token, pronoun: Token) -> bool:
    """Whether a clause leads to the pronoun's with a colon: "Example's temper came up: He was …"."""
    between = pronoun.doc[clause.i : pronoun.i]
    return clause.dep_ == "ccomp" and bool(between) and between[-1].text == ":"


def is_condition(clause: Token) -> bool:
    return clause.dep_ == "advcl" and any(child.lower_ in CONDITIONS for child in clause.children)


def is_new_behind(other: Subject, last: Subject) -> bool:
    """Whether the sentence names somebody for the first time behind a clause that tells of another."""
    clause, person = last.token.head, other.person
    is_behind = (
        other.sentence == last.sentence and clause.dep_ == "advcl" and other.token.i > clause.right_edge.i
    )
    return is_behind and person is not None and person.first_seen >= other.token.sent.start_char


def is_aside(token: Token) -> bool:
    """Whether a name says no more than whose something is, or to whom something was told."""
    return token.dep_ == "poss" or is_told(token)


def is_told(token: Token) -> bool:
    return token.dep_ in ("dobj", "dative") and is_saying(token.head)


def is_said_by(token: Token, pronoun: Token) -> bool:
    """Whether a word stands in what the pronoun's verb says: "The minister will go, she said", "Trust, he noted, is all"."""
    verb = pronoun.head
    if is_set_in(verb):
        return token.i not in {word.i for word in verb.subtree} and verb.head in (token, *token.ancestors)
    while token.head.i != token.i:
        if token.head.i == pronoun.head.i:
            return token.dep_ == "ccomp"
        token = token.head
    return False


def is_set_in(verb: Token) -> bool:
    """Whether a credit stands between commas in the clause that it credits: "Trust, he noted, is all"."""
    is_before_main = verb.dep_ == "parataxis" and verb.i < verb.head.i
    return is_before_main and not any(child.dep_ == "ccomp" for child in verb.children)


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
    return token.pos_ == "PROPN" and token.dep_ != "compound"


def bearer_of(subject: Subject, gender: str) -> Person | None:
    """Of several who bear a surname the one man, or the one woman."""
    found = [one for one in subject.bearers if one.pronoun in (None, gender)]
    return found[0] if len(found) == 1 else None


def name_alone(token: Token) -> Token | None:
    """A surname that the text gives alone, and of which the model knows nothing: "[Orr] stood up. “I saw it,” she said." """
    is_thing = token.head.lemma_ == "be" and any(
        child.dep_ == "attr" and not is_calling(child.lower_) for child in token.head.children
    )  # "Odalys was the strongest storm"
    is_name = token.pos_ == "PROPN" and token.ent_type_ == "" and token.text.istitle() and not is_thing
    return token if is_name and not any(child.dep_ == "det" for child in token.children) else None


def name_of(subject: Subject) -> str:
    return subject.person.name if subject.person is not None else subject.token.lower_


def name_of_found(found: Person | Token) -> str:
    return found.name if isinstance(found, Person) else found.lower_


def may_be(subject: Subject, gender: str) -> bool:
    if subject.person is None:
        token = subject.token
        if token.pos_ == "NOUN" and pronoun_of_role(token.lower_) not in (None, gender):
            return False  # "his wife" is not "he"
        if subject.bearers:
            return any(one.pronoun in (None, gender) for one in subject.bearers)
        return token.ent_type_ not in NO_PERSON or token.pos_ == "NOUN" or is_told_of(token)
    return subject.person.pronoun in (None, gender)
