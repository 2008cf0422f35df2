"""Which body "the hospital" and "the company" mean."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from summarizer.attribution.factual import is_saying
from summarizer.attribution.names import plain
from summarizer.attribution.outlets import is_outlet
from summarizer.text.names import BODIES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.parse.words import Doc, Token

THE_NOUN = 2  # words in "the hospital"
# Nouns that no name of a firm ends in; they mean the one body named right before.
FIRMS = frozenset({"company", "firm", "giant"})
# Of these an article has more than those whose names end in the word.
OF_MANY = frozenset({"party", "government", "group", "team", "club"}) | FIRMS

# What a body is called again that was the subject before.
NAMED_AGAIN = FIRMS | frozenset(
    "agency group organization organisation union charity nonprofit association league club retailer carmaker airline maker".split()
)
FARTHEST = 3  # sentences


class Bodies:
    """The bodies that an article names, each with the first place of its name."""

    def __init__(self, doc: Doc) -> None:
        self._named = [
            (entity.start, entity.end, plain(entity.text)) for entity in doc.ents if entity.label_ == "ORG"
        ]  # in order
        self.names: dict[str, int] = {}
        for start, _, name in self._named:
            self.names.setdefault(name, start)

    def meant(self, tokens: Sequence[Token], head: Token) -> str | None:
        """The name behind "the hospital", if the text has named one hospital so far, or behind "the company", "the tech giant"."""
        noun = head.lower_
        if tokens[0].lower_ != "the" or head.tag_ != "NN" or head.i != tokens[-1].i:
            return None
        is_plain = all(token.text.islower() or token.ent_type_ in ("GPE", "NORP") for token in tokens[1:])
        if noun in FIRMS and is_plain and self._is_named_before(head):
            return self._last_before(head)
        fitting = [name for name, first in self.names.items() if is_called(name, noun) and first < head.i]
        if len(tokens) == THE_NOUN and noun in BODIES - OF_MANY and fitting:
            return fitting[0] if len(fitting) == 1 else None
        return self._subject_before(head) if is_plain and noun in NAMED_AGAIN else None

    def _subject_before(self, head: Token) -> str | None:
        """The body that is the subject of the last sentence before that has one, "they" and "it" passed over."""
        sentence = head.sent
        for _ in range(FARTHEST):
            if not sentence.start:
                return None
            sentence = sentence[0].nbor(-1).sent
            subjects = [
                word
                for word in sentence
                if word.dep_ == "nsubj" and (word.head.dep_ == "ROOT" or is_saying(word.head))
            ]
            subject = subjects[-1] if subjects else None
            if subject is not None and subject.pos_ != "PRON":
                return self._named_at(subject)
        return None

    def _named_at(self, subject: Token) -> str | None:
        """The name of a body that ends in its subject; "the Harbour Club and the union" are two."""
        if any(child.dep_ == "conj" for child in subject.children) or subject.ent_type_ != "ORG":
            return None
        names = self._bodies_in(subject.sent.start, subject.sent.end)
        ends = (name for start, end, name in self._named if start <= subject.i < end and end == subject.i + 1)
        return next((name for name in ends if names == {name}), None)

    def _is_named_before(self, head: Token) -> bool:
        before = head.sent[0].nbor(-1).sent if head.sent.start else head.sent
        return any(not is_outlet(name) for name in self._within(before.start, head.i))

    def _last_before(self, head: Token) -> str | None:
        """The one body that this sentence names before `head`, or else the sentence before."""
        here = head.sent
        before = here[0].nbor(-1).sent if here.start else here
        for start, end in ((here.start, head.i), (before.start, before.end)):
            names = self._bodies_in(start, end)
            if names:
                return names.pop() if len(names) == 1 else None
        return None

    def _bodies_in(self, start: int, end: int) -> set[str]:
        return {name for name in self._within(start, end) if not is_outlet(name)}

    def _within(self, start: int, end: int) -> Iterator[str]:
        """The names between two words, given by their numbers."""
        for at in range(bisect_left(self._named, (start,)), len(self._named)):
            _, name_end, name = self._named[at]
            if name_end > end:
                return
            yield name


def is_called(name: str, noun: str) -> bool:
    """Whether a name says that its bearer is one of this noun: "Example Hospital", "Ministry of Health"."""
    words = name.lower().split()
    return len(words) > 1 and (words[-1] == noun or words[:2] == [noun, "of"])
