"""Whom an office means: "the minister", "the combative congressman", "Austria's interior minister"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution.anew import RUNNING, is_office
from summarizer.text.lexicon import words_of
from summarizer.text.names import CALLINGS, TITLES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.attribution.people import Person
    from summarizer.parse.words import Token

OFFICE = 2  # words: "interior minister"; a minister alone may be any
# Words before an office that tell of another one.
OTHER_OFFICE = words_of("other_offices") | frozenset(
    "other new next first second third only local senior junior last".split()
)


class Titles:
    """The people of one article by their offices."""

    def __init__(self, people: Sequence[Person]) -> None:
        self._people = people

    def meant(self, tokens: list[Token], head: Token, position: int) -> Person | None:
        """Whom "the minister" means: the one person named so far whose role has these words, a writer's view of them aside."""
        if (
            tokens[0].lower_ != "the"
            or head.lower_ not in CALLINGS - RUNNING
            or any(token.dep_ == "prep" for token in tokens)
        ):
            return None
        words = {
            token.lower_ for token in tokens if token.pos_ in ("NOUN", "PROPN", "ADJ") and not is_view(token)
        }
        earlier = [person for person in self._people if person.first_seen < position]
        holders = [
            person for person in earlier if any(is_office(role, head.lower_, words) for role in person.roles)
        ]
        return holders[0] if len(holders) == 1 else None

    def held_later(self, tokens: list[Token], head: Token) -> Person | None:
        """Whom "Austria's interior minister" means: the one person named later in that office.

        Only where no other country stands between the two: a paper calls its own minister "Interior Minister", too.
        """
        owner = tokens[0]
        office = [token.lower_ for token in tokens if owner.i + 1 < token.i <= head.i]
        if owner.ent_type_ != "GPE" or owner.dep_ != "poss" or owner.head.i != head.i or len(office) < OFFICE:
            return None
        later = [one for one in self._people if [*office] in [role.lower().split() for role in one.roles]]
        if len(later) != 1 or later[0].first_seen < head.idx:
            return None
        between = [each for each in head.doc.ents if head.idx < each.start_char < later[0].first_seen]
        is_foreign = any(each.label_ in ("GPE", "NORP") and each.text != owner.text for each in between)
        return None if is_foreign else later[0]


def is_view(token: Token) -> bool:
    """Whether an adjective tells what a writer thinks of somebody, and not which one is meant: "the combative senator"."""
    is_plain = token.tag_ == "JJ" and token.text.islower() and not token.ent_type_
    return is_plain and token.lower_ not in OTHER_OFFICE | TITLES
