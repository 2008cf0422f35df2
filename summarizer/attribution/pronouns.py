"""Whom "he", "she", "who" mean: the most salient person before them, or nobody when that is in doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Token

    from summarizer.attribution.people import Person
    from summarizer.attribution.reading import Reading

HE_SHE = {"he": "he", "him": "he", "his": "he", "she": "she", "her": "she", "hers": "she"}
PRONOUNS = frozenset(HE_SHE) | frozenset("they them their it its who whom which that i we you me us my our your whose those these this".split())
SUBJECT = frozenset({"nsubj", "nsubjpass"})
# Sentences before the pronoun in which its person must stand.
FARTHEST = 4


class Salience:
    """The persons of an article as subjects, in order, quotations left out."""

    def __init__(self, reading: Reading, person_at: Callable[[Token], Person | None]) -> None:
        self._reading = reading
        self._person_at = person_at
        self._subjects: list[tuple[Token, Person]] = []
        self._sentences = {sentence.start: number for number, sentence in enumerate(reading.doc.sents)}
        for token in reading.doc:
            if token.dep_ in SUBJECT and not reading.is_quoted(token):
                person = self._person(token)
                if person is not None:
                    self._subjects.append((token, person))

    def meant(self, pronoun: Token) -> Person | Token | None:
        """The person a pronoun means, the noun a relative pronoun hangs on, or None when open."""
        word = pronoun.lower_
        if word in ("who", "which", "that", "whom"):
            clause = next((a for a in pronoun.ancestors if a.dep_ in ("relcl", "acl")), None)
            return (self._person_at(clause.head) or clause.head) if clause is not None else None
        if word in HE_SHE:
            return self._he_or_she(pronoun, HE_SHE[word])
        return None

    def _person(self, subject: Token) -> Person | None:
        if subject.lower_ in ("he", "she"):
            return self._he_or_she(subject, subject.lower_)
        return self._person_at(subject)

    def _he_or_she(self, pronoun: Token, gender: str) -> Person | None:
        here = self._sentences[pronoun.sent.start]
        near = [
            (token, person)
            for token, person in self._subjects
            if token.i < pronoun.i and here - self._sentences[token.sent.start] <= FARTHEST and person.pronoun in (None, gender)
        ]
        if not near:
            return None
        token, person = near[-1]
        rivals = {other.name for rival, other in near if rival.sent.start == token.sent.start}
        return person if len(rivals) == 1 else self._main_subject(near, token)

    def _main_subject(self, near: list[tuple[Token, Person]], last: Token) -> Person | None:
        """Of several subjects in one sentence, that of its main verb, unless that is in doubt too."""
        main = [person for token, person in near if token.sent.start == last.sent.start and token.head.dep_ == "ROOT"]
        return main[0] if len({person.name for person in main}) == 1 else None
