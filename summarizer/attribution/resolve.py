"""Whom a mention means: full names and roles across the article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.attribution import phrases
from summarizer.attribution.names import SOMEBODY, Reference, plain, refer
from summarizer.attribution.people import Person, Register, find_people, fits, pronoun_for
from summarizer.attribution.phrases import child_of, head_of
from summarizer.attribution.pronouns import PRONOUNS, Salience
from summarizer.attribution.roles import phrase
from summarizer.model import Source, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from summarizer.attribution.reading import Candidate, Reading

# What a name in an apposition may be an entity of: models take a person for a place or a body now and then.
NAMED = frozenset({"PERSON", "ORG", "GPE"})
# "Example Lines, which has run the crossing since 1974", "the police: a man and a boy", "a neighbour (in her seventies)":
# what is told of a source or behind it is no part of its name.
TOLD_OF_IT = re.compile(r",\s+(?:which|who|whose|where)\b|:\s|\s[(\[]")


def name_sources(reading: Reading, candidates: Sequence[Candidate]) -> tuple[Source | None, ...]:
    """The source of each candidate, with the fullest name and the role the article has for it."""
    naming = Names(reading)
    return tuple(naming.source(candidate.source) if candidate.source else None for candidate in candidates)


class Names:
    """Who is who in one article."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.people, self.namings = find_people(reading.doc)
        self.register = Register()
        for person in self.people:
            self.register.add(person)
        self.bodies = {plain(entity.text) for entity in reading.doc.ents if entity.label_ == "ORG"}
        self.salience = Salience(reading, self.person_at)

    def source(self, span: Span) -> Source:
        mention = span.of(self.reading.text)
        tokens = self.reading.tokens(span)
        if not tokens:
            return Source(plain(mention), mention, span)
        head = head_of(tokens)
        if head.lower_ in PRONOUNS:
            return self.pronoun(head, mention, span)
        return self.named(tokens, head, mention, span)

    def pronoun(self, head: Token, mention: str, span: Span) -> Source:
        person = self.salience.meant(head)
        if isinstance(person, Person):
            return Source(person.name, mention, span, role_of(person))
        if person is not None:
            return Source(plain(phrases.mention(person).of(self.reading.text)), mention, span)
        return Source(mention, mention, span)

    def named(self, tokens: list[Token], head: Token, mention: str, span: Span) -> Source:
        if any(token.dep_ == "conj" and token.head.i == head.i for token in tokens):
            return Source(plain(TOLD_OF_IT.split(mention)[0]), mention, span)
        reference = refer(tokens, head)
        person = (
            self.person(reference, span.start) if reference.proper else self.titled(tokens, head, span.start)
        )
        behind = name_behind(head)
        if person is None and behind is not None:
            return self.in_apposition(behind, head)
        person = person or self.shouted(reference)
        if person is not None:
            return Source(person.name, mention, span, role_of(person) or reference.role)
        if reference.proper and head.ent_type_ == "PERSON":
            return Source(reference.name, mention, span, reference.role)
        return Source(self.body(plain(TOLD_OF_IT.split(mention)[0])), mention, span)

    def in_apposition(self, name: Token, noun: Token) -> Source:
        """ "Its chairman, Ann Example, said": the name is the mention, the noun the role of a person."""
        span = phrases.mention(name)
        mention = span.of(self.reading.text)
        person = self.person_at(name)
        if person is None:
            return Source(self.body(plain(mention)), mention, span)
        return Source(person.name, mention, span, role_of(person) or phrase(noun))

    def shouted(self, reference: Reference) -> Person | None:
        """Whom a name in capitals means, as labels in transcripts have it: "EXAMPLE:"."""
        if not reference.proper or not reference.name.isupper():
            return None
        name = reference.name.casefold()
        fitting = [person for person in self.people if fits(name, person.name.casefold())]
        quiet = [person for person in fitting if not person.name.isupper()]
        return quiet[0] if len(quiet) == 1 else None

    def body(self, name: str) -> str:
        """The one longer name of a body in the article that ends in `name`: "the Times" is the New York Times."""
        longer = {body for body in self.bodies if body.endswith(f" {name}")} if name[:1].isupper() else set()
        return longer.pop() if len(longer) == 1 else name

    def person(self, reference: Reference, position: int) -> Person | None:
        fitting = self.register.fitting(reference.name)
        if len(fitting) > 1:
            fitting = self.likeliest(reference, fitting, position)
        if len(fitting) != 1 or self.is_named_later(reference, fitting[0], position):
            return None
        return fitting[0]

    def is_named_later(self, reference: Reference, person: Person, position: int) -> bool:
        """Whether a surname stands where its one bearer is not named yet, but somebody else of that surname is.

        Somebody whom the model did not take for a person: their words would become their relative's.
        """
        if " " in reference.name or person.first_seen <= position:
            return False
        other = re.compile(
            rf"\b(?!{re.escape(person.name.split()[0])}\b)[A-Z][\w’'-]+ {re.escape(reference.name)}\b"
        )
        return bool(other.search(self.reading.text, 0, position))

    def likeliest(self, reference: Reference, fitting: list[Person], position: int) -> list[Person]:
        """Of several persons of one name, those named before, then those whom "Mr." or "Mrs." allows."""
        exact = [person for person in fitting if person.name == reference.name]
        if exact:
            return exact
        earlier = [person for person in fitting if person.first_seen <= position]
        pronoun = pronoun_for(reference.honorific)
        return [person for person in earlier if pronoun is None or person.pronoun in (pronoun, None)]

    def titled(self, tokens: list[Token], head: Token, position: int) -> Person | None:
        """Whom "the minister" means: the one person named so far whose role has these words."""
        words = {token.lower_ for token in tokens if token.pos_ in ("NOUN", "PROPN", "ADJ")}
        if (
            tokens[0].lower_ != "the"
            or head.lower_ not in SOMEBODY
            or any(token.dep_ == "prep" for token in tokens)
        ):
            return None
        earlier = [person for person in self.people if person.first_seen < position]
        holders = [
            person for person in earlier if any(is_office(role, head.lower_, words) for role in person.roles)
        ]
        return holders[0] if len(holders) == 1 else None

    def person_at(self, token: Token) -> Person | None:
        """The person whom the noun phrase with this head names or means, if it does."""
        words = list(token.doc[token.left_edge.i : token.i + 1])
        if token.pos_ == "NOUN":
            behind = name_behind(token)
            return (self.person_at(behind) if behind else None) or self.titled(words, token, token.idx)
        reference = refer(words, token)
        return self.person(reference, token.idx) if reference.proper else self.titled(words, token, token.idx)


def name_behind(noun: Token) -> Token | None:
    """The name in the apposition of a common noun: "its chairman, Ann Example,", "the operator, Example Gas,"."""
    name = child_of(noun, "appos")
    if noun.pos_ != "NOUN" or noun.tag_ != "NN" or name is None or name.i < noun.i:
        return None
    return name if name.pos_ == "PROPN" and name.ent_type_ in NAMED else None


def is_office(role: str, title: str, words: set[str]) -> bool:
    """Whether a `role` ("Spanish foreign minister", "mayor of Springfield") is what "the foreign minister" calls it."""
    office = re.split(r" (?:of|for|at|in|from|with|on)\b", role.lower())[0].split()
    return bool(office) and office[-1] == title and words <= set(role.lower().split())


def role_of(person: Person) -> str | None:
    return person.roles[0] if person.roles else None
