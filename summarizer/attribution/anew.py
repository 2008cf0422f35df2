"""Who is named anew by what they are: "the veteran host", "the actor", "the A.G."."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.text.lexicon import words_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summarizer.attribution.namings import Naming
    from summarizer.attribution.people import Person, Register
    from summarizer.attribution.pronouns import Salience
    from summarizer.parse.words import Token

NAMED_ANEW = words_of("named_anew")
THE_NOUN = 2  # words in "the actor"
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
        self, people: Sequence[Person], namings: Sequence[Naming], register: Register, salience: Salience
    ) -> None:
        self._people = people
        self._namings = namings
        self._register = register
        self._salience = salience

    def meant(self, tokens: Sequence[Token], head: Token) -> Person | None:
        """Whom a noun or the initials of an office mean, if one person only can be meant."""
        return self._described(tokens, head) or self._in_initials(head)

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
            if any(is_office(role, noun, {noun}) for role in one.roles)
        }
        likely = (self._salience.only_person(head), near[-1] if near and called else None)
        if not called:
            return likely[0] if noun in NAMED_ANEW and len(tokens) == THE_NOUN else None
        return next((one for one in likely if one and is_most_of_all(one, called, near)), None)

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
    office = re.split(r" (?:of|for|at|in|from|with|on)\b", role.lower())[0].split()
    return bool(office) and office[-1] == title and words <= set(role.lower().split())
