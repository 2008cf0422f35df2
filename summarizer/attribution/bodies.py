"""Which body "the hospital" and "the company" mean."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING

from summarizer.attribution.factual import is_main, is_saying
from summarizer.attribution.names import plain
from summarizer.attribution.outlets import is_outlet
from summarizer.attribution.phrases import HYPHENS, is_the_noun, sentences_before
from summarizer.text.names import BODIES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.parse.words import Doc, Span, Token

# Nouns that no name of a firm ends in; they mean the one body named right before.
FIRMS = frozenset({"company", "firm", "giant"})
# Of these an article has more than those whose names end in the word.
OF_MANY = frozenset({"party", "government", "group", "team", "club"}) | FIRMS
ONE_OF_FEW = BODIES - OF_MANY

# What a body is called again that was the subject before.
NAMED_AGAIN = FIRMS | frozenset(
    "agency group organization organisation union charity nonprofit association league club retailer carmaker airline maker".split()
)
PAPERS = frozenset({"newspaper", "paper", "magazine", "broadcaster", "network"})
PUBLIC = frozenset(
    "department agency service administration bureau ministry commission authority board office".split()
)
FARTHEST = 3  # sentences
FARTHEST_NAMED = 5


class Bodies:
    """The bodies that an article names, each with the first place of its name."""

    def __init__(self, doc: Doc) -> None:
        named = [
            (entity.start, entity.end, plain(entity.text))
            for entity in doc.ents
            if entity.label_ == "ORG" and not is_part_of_word(entity)
        ]
        self._named = sorted([*named, *single_names(doc)])
        self.names: dict[str, int] = {}
        for start, _, name in self._named:
            self.names.setdefault(name, start)

    def meant(self, tokens: Sequence[Token], head: Token) -> str | None:
        """The name behind "the hospital", if the text has named one hospital so far, or behind "the company", "the tech giant"."""
        noun = head.lower_
        if tokens[0].lower_ != "the" or head.tag_ != "NN" or head.i != tokens[-1].i:
            return None
        if all(is_plain(token) for token in tokens[1:]) and (name := self._named_again(head)):
            return name
        if not is_the_noun(tokens):
            return None
        if noun in PAPERS:
            return only({name for name, first in self.names.items() if first < head.i and is_outlet(name)})
        fitting = {name for name, first in self.names.items() if is_called(name, noun) and first < head.i}
        return only(fitting) if noun in ONE_OF_FEW else None

    def _named_again(self, head: Token) -> str | None:
        """The body that the text has just named, or that was the subject before, by what it is."""
        if head.lower_ in FIRMS:
            return self._last_before(head)
        name = only(self._public_before(head)) if head.lower_ == "agency" else None
        return name or (self._subject_before(head) if head.lower_ in NAMED_AGAIN else None)

    def _last_before(self, head: Token) -> str | None:
        """The one body that this sentence names before `head`, or else the last of those before that names any."""
        start, end = head.sent.start, head.i
        for _ in range(FARTHEST_NAMED):
            names = self._bodies_in(start, end)
            if names or not start:
                return only(names)
            start, end = head.doc[start - 1].sent.start, start
        return None

    def _public_before(self, head: Token) -> set[str]:
        """The public bodies that this sentence and the two before name."""
        start = first_of(head, FARTHEST)
        return {name for name in self._bodies_in(start, head.i) if PUBLIC & set(name.lower().split())}

    def _subject_before(self, head: Token) -> str | None:
        """The body that is the subject of the last sentence before that has one, "they" and "it" passed over."""
        for sentence in sentences_before(head, FARTHEST):
            subject = next((word for word in reversed(list(sentence)) if acts_in_sentence(word)), None)
            if subject is not None and subject.pos_ != "PRON":
                return self._named_at(subject)
        return None

    def _named_at(self, subject: Token) -> str | None:
        """The name of a body that ends in its subject, if its sentence has no other; "the Harbour Club and the union" are two."""
        if any(child.dep_ == "conj" for child in subject.children):
            return None
        names = self._bodies_in(subject.sent.start, subject.sent.end)
        ends = (name for start, end, name in self._named if end == subject.i + 1)
        return next((name for name in ends if names == {name}), None)

    def _bodies_in(self, start: int, end: int) -> set[str]:
        return {name for name in self._within(start, end) if not is_outlet(name)}

    def _within(self, start: int, end: int) -> Iterator[str]:
        """The names between two words, given by their numbers."""
        for at in range(bisect_left(self._named, (start,)), len(self._named)):
            _, name_end, name = self._named[at]
            if name_end > end:
                return
            yield name


def single_names(doc: Doc) -> Iterator[tuple[int, int, str]]:
    """Where a text names a body that the model takes for a person, and goes on with "It": "[Norspace] said so. It added …"."""
    said = {
        subject.text
        for one, two in pairwise(doc.sents)
        if two[0].text == "It" and two[0].dep_ == "nsubj" and is_saying(two[0].head)
        for subject in one
        if acts_in_sentence(subject) and subject.pos_ == "PROPN" and subject.left_edge.i == subject.i
    }
    for entity in doc.ents:
        if entity.label_ == "PERSON" and len(entity) == 1 and entity.text in said:
            yield entity.start, entity.end, entity.text


def first_of(head: Token, sentences: int) -> int:
    """Where the last so many sentences up to `head` begin."""
    start = head.sent.start
    for _ in range(sentences - 1):
        start = head.doc[start - 1].sent.start if start else start
    return start


def is_part_of_word(name: Span) -> bool:
    """Whether a name is part of a word with a hyphen, which tells of something else: "MSC-certified fish"."""
    doc, end = name.doc, name.end
    return end < len(doc) and doc[end].text in HYPHENS and not doc[end - 1].whitespace_


def only(names: set[str]) -> str | None:
    return next(iter(names)) if len(names) == 1 else None


def is_plain(token: Token) -> bool:
    """Whether a word of a description is no name, or that of a people or place: "the Spanish tech giant"."""
    return token.text.islower() or token.ent_type_ in ("GPE", "NORP") or token.tag_ == "JJ"


def acts_in_sentence(word: Token) -> bool:
    """Whether a word is who does what its sentence, or the credit within it, tells."""
    return word.dep_ == "nsubj" and is_main(word.head)


def is_called(name: str, noun: str) -> bool:
    """Whether a name says that its bearer is one of this noun: "Example Hospital", "Ministry of Health"."""
    words = name.lower().split()
    is_center = noun in words and words[-1] in ("center", "centre")  # "Example Hospital Center"
    return len(words) > 1 and (words[-1] == noun or words[:2] == [noun, "of"] or is_center)
