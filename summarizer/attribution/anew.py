"""Who is named anew by what they are: "the veteran host", "the actor", "the A.G."."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from summarizer.attribution.factual import is_main
from summarizer.attribution.phrases import is_the_noun, sentences_before
from summarizer.text.lexicon import words_of
from summarizer.text.names import BEARERS, is_calling

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from summarizer.attribution.namings import Naming
    from summarizer.attribution.people import Person, Register
    from summarizer.attribution.pronouns import Salience
    from summarizer.parse.words import Token

NAMED_ANEW = words_of("named_anew")
# Of these a story has several, and calls each by any of the words.
RUNNING = frozenset({"candidate", "nominee", "hopeful", "contender", "frontrunner", "front-runner", "runner"})
IN_PARLIAMENT = frozenset({"representative", "senator", "congressman", "congresswoman", "mp", "councillor"})
PARTIES = frozenset({"republican", "gop", "democratic", "labour", "conservative", "liberal", "green"})
# What else a noun calls those who have one of these roles.
ALSO = {
    "congressman": frozenset({"representative"}),
    "congresswoman": frozenset({"representative"}),
    "lawmaker": IN_PARLIAMENT,
    "legislator": IN_PARLIAMENT,
    "attorney": frozenset({"lawyer"}),
    "lawyer": frozenset({"attorney"}),
    "tycoon": frozenset({"mogul", "magnate", "billionaire"}),
    "mogul": frozenset({"tycoon", "magnate", "billionaire"}),
    "reporter": frozenset({"journalist", "correspondent"}),
    "journalist": frozenset({"reporter", "correspondent"}),
}
# With a word before them they name whom the sentence before tells of: "the Norland senator".
SEATS = (
    frozenset(
        "senator congressman congresswoman governor legend icon great host businessman businesswoman".split()
    )
    | RUNNING
)
OTHERS = frozenset("other only next new first second third fourth last".split())  # "the other candidate"
MEMBERS = frozenset({"democrat", "republican"})  # "the Norland Democrat"
# Who goes on speaking has spoken before.
GOING_ON = frozenset({"add", "continue", "conclude"})
TELLING = 3  # words of "the Norland senator"
FARTHEST_BEFORE = 3  # sentences
OFFICES_IN_INITIALS = {
    "AG": "attorney general",
    "DA": "district attorney",
    "PM": "prime minister",
    "CEO": "chief executive",
    "VP": "vice president",
}


class Anew:
    """The people of one article, as a noun may mean them that stands for a name."""

    def __init__(
        self,
        people: Sequence[Person],
        namings: Sequence[Naming],
        register: Register,
        salience: Salience,
        person_at: Callable[[Token], Person | None],
    ) -> None:
        self._people = people
        self._namings = namings
        self._register = register
        self._salience = salience
        self._person_at = person_at

    def meant(self, tokens: Sequence[Token], head: Token) -> Person | None:
        """Whom a noun or the initials of an office mean, if one person only can be meant."""
        if OTHERS & {token.lower_ for token in tokens}:
            return None
        return self._described(tokens, head) or self._told_of(tokens, head) or self._in_initials(head)

    def _described(self, tokens: Sequence[Token], head: Token) -> Person | None:
        """Whom "the veteran host" means: the one whom the words before tell of, where nobody else is as much of a host.

        A host is who was called one; an actor may be who was not, for a story has one without naming him seldom.
        """
        noun, words = head.lower_, {token.lower_ for token in tokens[1:]}
        if tokens[0].lower_ != "the" or head.tag_ != "NN" or head.i != tokens[-1].i:
            return None
        near = self._named_near(head)
        called = {
            one.name: max(len(words & set(role.lower().split())) for role in one.roles)
            for one in self._people
            if any(is_office(role, noun, {noun}) and not is_of_other_party(role, words) for role in one.roles)
        }
        likely = (self._salience.only_person(head), near[-1] if near and called else None)
        if not called:
            return likely[0] if noun in NAMED_ANEW and is_the_noun(tokens) else None
        return next((one for one in likely if one and is_most_of_all(one, called, near)), None)

    def _told_of(self, tokens: Sequence[Token], head: Token) -> Person | None:
        """Whom "the Norland senator" means: the person of the sentence before, if they can be one and nobody else is called so."""
        is_noun = head.tag_ == "NN" or (
            head.tag_ == "NNP" and (head.text.islower() or head.lower_ in MEMBERS)
        )
        if tokens[0].lower_ != "the" or not is_noun or not self._may_name_anew(tokens, head):
            return None
        person = self._subject_before(head)
        if person is None or any(holds_else(role, head) for role in person.roles):
            return None
        here = [one for one in self._named_beside(head) if one is not person]
        others = [one for one in self._people if one is not person and one.first_seen < head.idx]
        return None if here or self._is_called_by_name(others, person, head) else person

    def _is_called_by_name(self, others: Sequence[Person], person: Person, head: Token) -> bool:
        """Whether one of the `others` was called so; of those who run for an office that counts against whoever has another role."""
        noun = head.lower_
        told = {token.lower_ for token in head.subtree if token.i < head.i}
        is_another = any(
            is_office(role, noun, {noun}) and not is_of_other_party(role, told)
            for one in others
            for role in one.roles
        )
        is_one = noun in RUNNING and all(is_office(role, noun, {noun}) for role in person.roles)
        return is_another and not is_one

    def _may_name_anew(self, tokens: Sequence[Token], head: Token) -> bool:
        is_going_on = (
            head.dep_ == "nsubj" and head.head.lemma_.lower() in GOING_ON and is_calling(head.lower_)
        )
        is_plain = all(token.text.islower() for token in tokens[1:])  # "the King actor" may be another one
        is_name = head.lower_ in SEATS | MEMBERS or (head.lower_ in NAMED_ANEW and is_plain)
        is_past = tokens[1].lower_ == "former" and is_calling(head.lower_)
        return is_going_on or is_past or (is_name and len(tokens) >= TELLING)

    def _subject_before(self, head: Token) -> Person | None:
        """Who is the subject of the last sentence before that has one outside quotation marks."""
        for sentence in sentences_before(head, FARTHEST_BEFORE):
            subjects = [
                word for word in sentence if is_main_subject(word) and not self._salience.is_quoted(word)
            ]
            if subjects:
                return self._bearer(subjects[-1])
        return None

    def _bearer(self, subject: Token) -> Person | None:
        if subject.pos_ == "PRON":
            meant = self._salience.meant(subject)
            return next((one for one in self._people if one is meant), None)
        is_alone = not any(child.dep_ == "conj" for child in subject.children)
        return self._person_at(subject) if is_alone else None

    def _named_beside(self, head: Token) -> list[Person]:
        """Who is named before `head` in its sentence, quotations aside."""
        start = head.sent.start_char
        beside = (one for one in self._namings if start <= one.start < head.idx)
        names = (one.name for one in beside if not self._salience.is_quoted(head.doc[one.head]))
        return [person for name in names for person in self._register.fitting(name)]

    def _named_near(self, head: Token) -> list[Person]:
        """Who is named before `head` in its sentence and the one before, in order."""
        first = head.sent[0].nbor(-1).sent if head.sent.start else head.sent
        before = (one.name for one in self._namings if first.start_char <= one.start < head.idx)
        return [found[0] for name in before if len(found := self._register.fitting(name)) == 1]

    def _in_initials(self, head: Token) -> Person | None:
        """Whom "the A.G." means: the one attorney general named so far."""
        office = OFFICES_IN_INITIALS.get(head.text.replace(".", ""))
        earlier = [one for one in self._people if one.first_seen < head.idx]
        holders = [one for one in earlier if office and any(office in role.lower() for role in one.roles)]
        return holders[0] if len(holders) == 1 else None


def is_main_subject(word: Token) -> bool:
    """Whether a word is the subject of its sentence, or of the credit within it ("…, Example said")."""
    return word.dep_ in ("nsubj", "nsubjpass") and is_main(word.head)


def holds_else(role: str, head: Token) -> bool:
    """Whether a role says that its bearer holds another office than the noun says: a president is no "Norland senator"."""
    noun = head_noun(role)
    past = role.split(maxsplit=1)[0].lower() in ("former", "ex")
    if head.lower_ in RUNNING:
        return noun in ("president", "minister", "king", "queen")
    is_seat = noun in BEARERS and noun not in RUNNING and not past
    return is_seat and noun != head.lower_ and head.lower_ not in NAMED_ANEW


@lru_cache(maxsize=4096)  # asked of every role for every noun that may stand for a name
def head_noun(role: str) -> str:
    words = re.split(r" (?:of|for|at|in|from|with|on)\b", role.lower())[0].split()
    return words[-1] if words else ""


def is_most_of_all(person: Person, called: Mapping[str, int], near: Sequence[Person]) -> bool:
    """Whether somebody is `called` so, by as many words as anybody, and by more than others who are named near."""
    share = called.get(person.name, 0)
    others = {one.name for one in near} - {person.name}
    return share > 0 and all(
        count < share or (count == share and name not in others)
        for name, count in called.items()
        if name != person.name
    )


def is_office(role: str, title: str, words: set[str]) -> bool:
    """Whether a `role` ("Spanish foreign minister", "mayor of Springfield") is what "the foreign minister" calls it."""
    noun = head_noun(role)
    is_called = noun == title or noun in ALSO.get(title, ()) or (noun in RUNNING and title in RUNNING)
    return is_called and words - {title} <= set(role.lower().split())


def is_of_other_party(role: str, words: set[str]) -> bool:
    """Whether a role has one party and the words of a description another."""
    theirs, told = PARTIES & set(role.lower().split()), PARTIES & words
    return bool(theirs and told) and not theirs & told
