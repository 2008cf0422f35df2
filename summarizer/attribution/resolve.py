"""Whom a mention means: full names and roles across the article."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from summarizer.attribution import phrases
from summarizer.attribution.anew import RUNNING, TELLING, Anew
from summarizer.attribution.bearers import Bearers
from summarizer.attribution.bodies import Bodies
from summarizer.attribution.continued import with_continued
from summarizer.attribution.cues import SAID_THINGS
from summarizer.attribution.described import (
    NO_OFFICE,
    behind_topic,
    given_and_family,
    is_theirs,
    name_behind,
    name_behind_whose,
    name_called,
    name_like,
    one_before_role,
    one_in_two_offices,
    one_of_them,
    without_date,
)
from summarizer.attribution.documents import Documents
from summarizer.attribution.names import is_title, plain, refer, text_of
from summarizer.attribution.offices import best_role
from summarizer.attribution.outlets import is_outlet
from summarizer.attribution.people import Person, Register, find_people
from summarizer.attribution.phrases import head_of
from summarizer.attribution.plain_roles import plain_role
from summarizer.attribution.pronouns import Salience
from summarizer.attribution.reading import span_of
from summarizer.attribution.role_phrases import phrase
from summarizer.attribution.short_names import initials_of, is_short_for
from summarizer.attribution.titles import Titles
from summarizer.attribution.unnamed import Unnamed
from summarizer.attribution.whole import issuer, on_one_side, whole
from summarizer.model import Source, Span
from summarizer.text.names import BODIES, is_calling, is_for_person
from summarizer.text.pronouns import PRONOUNS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.attribution.reading import Candidate, Reading
    from summarizer.parse.words import Token

# What a name in an apposition may be an entity of: models take a person for a place or a body now and then.
AFTER_COMMA = 2  # tokens from the last of a phrase to what stands behind its comma
FAMILY = r"[A-Z][\w’'-]*\w"
FARTHEST_STATEMENT = 90  # words
# "Example Lines, which has run the crossing since 1974", "the police: a man and a boy", "a neighbour (in her seventies)":
# what is told of a source or behind it is no part of its name.
TOLD_OF_IT = re.compile(r",\s+(?:which|who|whose|where)\b|:\s|\s[(\[]")


def name_sources(reading: Reading, candidates: Sequence[Candidate]) -> tuple[Source | None, ...]:
    """The source of each candidate, with the fullest name and the role the article has for it."""
    spans = [whole_source(reading, one) for one in candidates]
    naming = Names(reading, [span for span in spans if span])
    for span in spans:
        naming.learn(span)
    return with_continued(reading, spans, [naming.source(span) if span else None for span in spans])


def whole_source(reading: Reading, candidate: Candidate) -> Span | None:
    """The source of a candidate as a whole noun phrase, without the noun that is its cue: "[prosecutors]' claim that"."""
    if candidate.source is None:
        return None
    source = on_one_side(reading.text, candidate.source, candidate.cue)
    found = whole(reading, source)
    return source if candidate.cue is not None and found.overlaps(candidate.cue) else found


class Names:
    """Who is who in one article."""

    def __init__(self, reading: Reading, sources: Sequence[Span] = ()) -> None:
        self.reading = reading
        self.unnamed = Unnamed(reading, sources)
        self.documents = Documents(reading)
        self.initials = initials_of(reading.text)
        self.people, self.namings = find_people(reading.doc)
        self.register = Register()
        for person in self.people:
            self.register.add(person)
        self.bearers = Bearers(reading.text, self.people, self.namings, self.register)
        self.bodies = Bodies(reading.doc)
        self.titles = Titles(self.people)
        self.salience = Salience(reading, self.person_at, self.register.fitting)
        self.anew = Anew(self.people, self.namings, self.register, self.salience, self.person_at)

    def learn(self, span: Span | None) -> None:
        """Note what a description calls somebody whose role the article gives nowhere else: "the Norland senator", "the striker"."""
        tokens = without_date(self.reading.tokens(span)) if span is not None else []
        head = head_of(tokens) if tokens else None
        if head is None or tokens[0].lower_ != "the":
            return
        is_telling = len(tokens) >= TELLING or is_calling(head.lower_)
        person = self.anew.meant(tokens, head) if is_telling else None
        is_new = person is not None and best_role(person.roles, person.name) is None
        role = plain_role(text_of(tokens)) if is_new else None
        if person is not None and role is not None:
            person.be_called(role, tokens[0].idx)

    def source(self, span: Span) -> Source:
        tokens = without_date(self.reading.tokens(span))
        if tokens:
            span = Span(span.start, tokens[-1].idx + len(tokens[-1]))
        mention = span.of(self.reading.text)
        if not tokens:
            return Source(plain(mention), mention, span)
        tokens = behind_topic(tokens)
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
            return self.one_or_several(tokens, head, mention, span)
        body = self.speaking_body(head, mention)
        if body is not None:
            return replace(body, mention=mention, span=span)
        reference = refer(tokens, head)
        person = self.bearers.meant(reference, span.start) if reference.proper else self.bearers.alone(tokens)
        behind = name_behind(head) or name_behind_whose(head, tokens)
        if person is None and behind is not None:
            return self.in_apposition(behind, head)
        person = person or (None if reference.proper else self.titles.meant(tokens, head, span.start))
        person = person or self.bearers.shouted(plain(mention)) or self.titles.held_later(tokens, head)
        person = person or self.anew.meant(tokens, head)
        if person is not None:
            beside = best_role([reference.role], person.name) if reference.role else None
            return Source(person.name, mention, span, role_of(person) or beside)
        is_called = reference.role is not None and is_calling(reference.role.split()[-1])
        is_one = head.tag_ != "NNPS"  # "veteran Republicans" are nobody's name
        if reference.proper and is_one and (head.ent_type_ == "PERSON" or is_called):
            return Source(reference.name, mention, span, reference.role)
        return self.owned(tokens, head, mention, span) or self.unnamed_source(tokens, head, mention, span)

    def unnamed_source(self, tokens: list[Token], head: Token, mention: str, span: Span) -> Source:
        """A source that is no known person: by the fuller words that the article has for it, or its own."""
        issuer = self.issuer_before(head) if tokens[0].lower_ == "the" else None
        if issuer is not None:
            return replace(self.source(issuer), mention=mention, span=span)
        known = (
            self.unnamed.meant(tokens, head)
            or self.documents.meant(tokens, head)
            or self.bodies.meant(tokens, head)
        )
        own = plain(TOLD_OF_IT.split(mention)[0])
        # "Norland" is no "Academy of Norland", and a surname of two people is neither's.
        is_whole = head.ent_type_ == "GPE" or len(self.register.fitting(own)) > 1
        name = known or (own if is_whole else self.body(own))
        return self.behind_office(name, mention, span) or Source(name, mention, span)

    def issuer_before(self, head: Token) -> Span | None:
        """Who said something "in a statement", where the text goes on with "the statement said"."""
        if head.lower_ != "statement":
            return None
        words = self.reading.doc[max(0, head.i - FARTHEST_STATEMENT) : head.i]
        one = next((word for word in reversed(words) if word.lower_ == "statement" and word.i < head.i), None)
        if (
            one is None
            or phrases.child_of(one, "det") is None
            or one.left_edge.lower_ != "a"
            or one.head.lower_ != "in"
        ):
            return None
        subject = phrases.subject_of(one.head.head) if one.head.head.pos_ == "VERB" else None
        return phrases.mention(subject) if subject is not None and subject.pos_ == "PROPN" else None

    def owned(self, tokens: list[Token], head: Token, mention: str, span: Span) -> Source | None:
        """ "Her remark" is the words of whom "her" means; "his campaign" is Example's where the text has named that."""
        owner = tokens[0]
        if owner.tag_ != "PRP$":
            return self.owned_by_name(head, mention, span)
        person = self.salience.meant(owner)
        if isinstance(person, Person) and head.lemma_.lower() in SAID_THINGS:
            return Source(person.name, mention, span, role_of(person))
        thing = re.escape(plain(TOLD_OF_IT.split(mention)[0])[len(owner) :])
        family = re.escape(person.name.split()[-1]) if isinstance(person, Person) else FAMILY
        start = 0 if isinstance(person, Person) else owner.sent.start_char
        known = re.compile(rf"\b{family}(?:[’']s?)?{thing}\b").search(self.reading.text, start, span.start)
        return Source(known[0], mention, span) if known else None

    def owned_by_name(self, thing: Token, mention: str, span: Span) -> Source | None:
        """ "Example's comments" are the words of Ann Example."""
        owner = phrases.child_of(thing, "poss")
        if thing.lemma_.lower() not in SAID_THINGS or owner is None or owner.pos_ != "PROPN":
            return None
        person = self.person_at(owner)
        return Source(person.name, mention, span, role_of(person)) if person is not None else None

    def behind_office(self, name: str, mention: str, span: Span) -> Source | None:
        """The person at the end of a name that the parse has taken as one: "Presumptive nominee Ann Example"."""
        near = self.register.near(name)
        full = next((one for one in near if " " in one.name and name.endswith(f" {one.name}")), None)
        ending = full.name if full else given_and_family(name)
        office = name.removesuffix(ending or "").strip()
        if not ending or not office or office.split()[-1].lower() in NO_OFFICE or not is_theirs(office):
            return None
        if is_for_another(office):
            return None
        return Source(ending, mention, span, (role_of(full) if full else None) or plain_role(office))

    def one_or_several(self, tokens: list[Token], head: Token, mention: str, span: Span) -> Source:
        """Two at once, or one person in two roles."""
        same = self.in_two_roles(tokens, head)
        if same is not None:
            return Source(same.name, mention, span, role_of(same))
        one = one_in_two_offices(tokens) or one_before_role(tokens)
        return self.in_apposition(one, head) if one is not None else self.joined(tokens, span)

    def in_two_roles(self, tokens: list[Token], head: Token) -> Person | None:
        """Whom "the front-runner and former minister" means, who is one: the second has no "the" of its own."""
        other = next(token for token in tokens if token.dep_ == "conj" and token.head.i == head.i)
        is_role = is_calling(head.lower_) or head.lower_ in RUNNING
        is_one = head.tag_ == other.tag_ == "NN" and is_role and is_calling(other.lower_)
        if not is_one or any(child.dep_ in ("det", "poss") for child in other.children):
            return None
        return self.anew.meant([token for token in tokens if token.i <= head.i], head)

    def joined(self, tokens: list[Token], span: Span) -> Source:
        """Two or more at once, with the name in the apposition of the last: "Ann Example and her deputy, Bob Example"."""
        last = max((token for token in tokens if token.dep_ == "conj"), key=lambda token: token.i)
        behind = name_behind(last)
        if behind is not None and behind.left_edge.i <= tokens[-1].i + AFTER_COMMA:
            span = Span(span.start, behind.idx + len(behind))
        mention = span.of(self.reading.text)
        return Source(plain(TOLD_OF_IT.split(mention)[0]), mention, span)

    def speaking_body(self, head: Token, mention: str) -> Source | None:
        """Who speaks in a statement "from the Commission", as "a group called Example", as "the Chronicle", in "greats like Ann Example says"."""
        speaks = issuer(head) or (name_called(head) if head.ent_type_ != "PERSON" else None)
        if speaks is not None and not is_day(self.reading.tokens(speaks)):
            return self.source(speaks)
        like = name_like(head)
        if like is not None:
            named = self.source(phrases.mention(like))
            return named if named.role else replace(named, role=one_of_them(head))
        paper = self.newspaper(mention)
        return Source(paper, mention, span_of(head)) if paper is not None else None

    def newspaper(self, mention: str) -> str | None:
        """The longer name behind "the Chronicle", whatever the model takes a Chronicle for."""
        name = plain(mention)
        is_short = mention.lower().startswith("the ") and is_outlet(name)
        longer = self.body(name) if is_short else name
        return longer if longer != name else None

    def in_apposition(self, name: Token, noun: Token) -> Source:
        """ "Its chairman, Ann Example, said": the name is the mention, the noun the role of a person."""
        span = phrases.mention(name)
        mention = span.of(self.reading.text)
        person = self.person_at(name)
        beside = phrase(noun)
        if person is None:
            told = best_role([beside], mention) if beside and tells_of_name(noun, beside) else None
            return Source(self.body(plain(mention)), mention, span, told)
        role = role_of(person) or (best_role([beside], person.name) if beside else None)
        is_vague = role is not None and role.endswith(" members")  # "one of its members"
        return Source(person.name, mention, span, None if is_vague else role)

    def body(self, name: str) -> str:
        """The one longer name of a body in the article that ends in `name`, or has these initials.

        "The Times" is the New York Times, "GNS" the Grain News Service.
        """
        if name in self.initials:
            return self.initials[name]
        names = self.bodies.names if name[:1].isupper() else {}
        longer = {body for body in names if body.endswith(f" {name}") or is_short_for(name, body)}
        return longer.pop() if len(longer) == 1 else name

    def person_at(self, token: Token) -> Person | None:
        """The person whom the noun phrase with this head names or means, if it does."""
        words = list(token.doc[token.left_edge.i : token.i + 1])
        is_name = len(words) == 1 and token.text[:1].isupper()  # "Simmons" is taken for several of something
        behind = name_behind(token) if token.pos_ == "PROPN" and is_title(token) else None
        if behind is not None:
            return self.person_at(behind)
        if token.pos_ == "NOUN" and not is_name:
            behind = name_behind(token)
            return (self.person_at(behind) if behind else None) or self.titles.meant(words, token, token.idx)
        reference = refer(words, token)
        return (
            self.bearers.meant(reference, token.idx)
            if reference.proper
            else self.titles.meant(words, token, token.idx)
        )


def tells_of_name(noun: Token, role: str) -> bool:
    """Whether a noun says what bears the name behind it: somebody's work, or what kind of body: "state-owned operator", no "company"."""
    return " " in role if noun.lower_ in BODIES else is_for_person(noun.lower_)


def is_for_another(office: str) -> bool:
    """Whether an office before a name, without a comma, ends in the name's own: "a spokesman for Mayor [Ann Example]"."""
    parts = re.split(r" (?:for|of|to|by|with|from) ", office.lower())
    return len(parts) > 1 and is_calling(parts[-1].split()[-1])


def is_day(tokens: Sequence[Token]) -> bool:
    return bool(tokens) and all(token.ent_type_ in ("DATE", "TIME") for token in tokens)


def role_of(person: Person) -> str | None:
    return best_role(person.roles, person.name) or person.address
