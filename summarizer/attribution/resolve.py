"""Whom a mention means: full names and roles across the article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.attribution.names import Reference, is_title, plain, refer
from summarizer.attribution.people import Naming, Person, find_people, fits, surname_of
from summarizer.attribution.pronouns import HE_SHE, PRONOUNS, Salience
from summarizer.attribution.roles import role_beside
from summarizer.model import Source, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from summarizer.attribution.reading import Candidate, Reading


def name_sources(reading: Reading, candidates: Sequence[Candidate]) -> tuple[Source | None, ...]:
    """The source of each candidate, with the fullest name and the role the article has for it."""
    naming = Names(reading)
    return tuple(naming.source(candidate.source) if candidate.source else None for candidate in candidates)


class Names:
    """Who is who in one article."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.people, self.namings = find_people(reading.doc)
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
            return self.named([*person.subtree], person, mention, span) if False else Source(plain(noun_phrase(person)), mention, span)
        return Source(mention, mention, span)

    def named(self, tokens: list[Token], head: Token, mention: str, span: Span) -> Source:
        reference = refer(tokens, head)
        person = self.person(reference, span.start) if reference.proper else self.titled(tokens, head, span.start)
        if person is None:
            return Source(reference.name, mention, span, reference.role)
        return Source(person.name, mention, span, role_of(person) or reference.role)

    def person(self, reference: Reference, position: int) -> Person | None:
        fitting = [person for person in self.people if fits(reference.name, person.name)]
        if len(fitting) > 1:
            earlier = [person for person in fitting if person.first_seen <= position]
            fitting = earlier if len(earlier) == 1 else []
        return fitting[0] if fitting else None

    def titled(self, tokens: list[Token], head: Token, position: int) -> Person | None:
        """Whom "the minister" means: the one person named so far whose role has these words."""
        words = {token.lower_ for token in tokens if token.pos_ in ("NOUN", "PROPN", "ADJ")}
        if tokens[0].lower_ != "the" or head.lower_ not in words or head.tag_ in ("NNS", "NNPS") or any(t.dep_ == "prep" for t in tokens):
            return None
        holders = [p for p in self.people if p.first_seen < position and any(words <= set(role.lower().split()) for role in p.roles)]
        return holders[0] if len(holders) == 1 else None

    def person_at(self, token: Token) -> Person | None:
        """The person whom the noun phrase with this head names, if it names one."""
        if token.pos_ != "PROPN":
            return None
        first = token.left_edge.i
        words = [t for t in token.doc[first : token.i + 1]]
        reference = refer(words, token)
        return self.person(reference, token.idx) if reference.proper else None


def head_of(tokens: list[Token]) -> Token:
    """The token of a mention on which the others hang."""
    inside = {token.i for token in tokens}
    return next((token for token in tokens if token.head.i not in inside or token.head.i == token.i), tokens[-1])


def role_of(person: Person) -> str | None:
    return person.roles[0] if person.roles else None


def noun_phrase(head: Token) -> str:
    from summarizer.attribution.phrases import mention

    return mention(head).of(head.doc.text)
