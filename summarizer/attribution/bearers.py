"""Who bears a name: which of the people of an article "Example" and "Mr. Example" mean."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.attribution.people import fits, without_calling
from summarizer.text.names import HONORIFICS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.attribution.names import Reference
    from summarizer.attribution.namings import Naming
    from summarizer.attribution.people import Person, Register
    from summarizer.parse.words import Token

NEEDED = 2  # bearers of a surname, for one of them to be told from another


class Bearers:
    """The people of one article by their names."""

    def __init__(
        self, text: str, people: Sequence[Person], namings: Sequence[Naming], register: Register
    ) -> None:
        self._text = text
        self._people = people
        self._namings = namings
        self._register = register

    def meant(self, reference: Reference, position: int) -> Person | None:
        fitting = self._register.fitting(reference.name) or self._called(reference, position)
        if len(fitting) > 1:
            fitting = self._likeliest(reference, fitting, position)
        if len(fitting) != 1 or self._is_named_later(reference, fitting[0], position):
            return None
        return fitting[0]

    def alone(self, tokens: Sequence[Token]) -> Person | None:
        """The one person whose surname is a word for an office: the "King" of Ann King."""
        word = tokens[0].text
        fitting = self._register.fitting(word) if len(tokens) == 1 and word.istitle() else []
        return fitting[0] if len(fitting) == 1 and fitting[0].name.endswith(f" {word}") else None

    def _called(self, reference: Reference, position: int) -> list[Person]:
        """Whom "Geologist Example" means: those named before whose surname and calling these are."""
        surname = reference.name.rpartition(" ")[2]
        earlier = [person for person in self._register.fitting(surname) if person.first_seen < position]
        roles = {
            (surname, word) for person in earlier for role in person.roles for word in role.lower().split()
        }
        return earlier if without_calling(reference.name, roles) == surname else []

    def _is_named_later(self, reference: Reference, person: Person, position: int) -> bool:
        """Whether a surname stands where its one bearer is not named yet, but somebody else of that surname is.

        Somebody whom the model did not take for a person: their words would become their relative's.
        """
        if " " in reference.name or person.first_seen <= position:
            return False
        other = re.compile(
            rf"\b(?!{re.escape(person.name.split()[0])}\b)[A-Z][\w’'-]+ {re.escape(reference.name)}\b"
        )
        return bool(other.search(self._text, 0, position))

    def _likeliest(self, reference: Reference, fitting: list[Person], position: int) -> list[Person]:
        """Of several persons of one name, those named before, then those whom "Mr." or "Mrs." allows."""
        exact = [person for person in fitting if person.name == reference.name]
        if exact:
            return exact
        earlier = [person for person in fitting if person.first_seen <= position]
        pronoun = HONORIFICS.get(reference.honorific or "")
        possible = [person for person in earlier if not pronoun or person.pronoun in (pronoun, None)]
        known = self._known_by_surname(reference.name, possible)
        return possible if known is None else [known]

    def _known_by_surname(self, surname: str, possible: list[Person]) -> Person | None:
        """Whom the text calls by the surname alone before it names another of that surname."""
        if len(possible) < NEEDED or " " in surname:
            return None
        first, second = sorted(possible, key=lambda person: person.first_seen)[:NEEDED]
        alone = (one.start for one in self._namings if one.name == surname and not one.honorific)
        return first if any(start < second.first_seen for start in alone) else None

    def shouted(self, name: str) -> Person | None:
        """Whom a name in capitals means, as labels in transcripts have it: "EXAMPLE:"."""
        if not name.isupper():
            return None
        name = name.casefold()
        fitting = [person for person in self._people if fits(name, person.name.casefold())]
        quiet = [person for person in fitting if not person.name.isupper()]
        return quiet[0] if len(quiet) == 1 else None
