"""Sources without a name: whom "the doctor" means where only "a doctor on the scene" has spoken."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from summarizer.attribution.bodies import ONE_OF_FEW
from summarizer.attribution.factual import can_speak
from summarizer.attribution.names import plain
from summarizer.attribution.phrases import INDEFINITE, is_the_noun, mention
from summarizer.text.names import BODIES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from summarizer.attribution.reading import Reading
    from summarizer.model import Span
    from summarizer.parse.words import Token


@dataclass(frozen=True, slots=True)
class Introduced:
    """A source or a document as a text brings it in, with "a" or "an": its noun, and the words for it."""

    noun: Token
    name: str


class Unnamed:
    """The sources of one article that have no name, as it brings them in."""

    def __init__(self, reading: Reading, sources: Iterable[Span]) -> None:
        self._reading = reading
        found = {span: speaker(reading, span) for span in sources}
        speakers = [one for _, one in sorted(found.items()) if one is not None]
        known = {one.noun.i for one in speakers}
        self._speakers = [*speakers, *(one for one in bodies(reading) if one.noun.i not in known)]

    def meant(self, tokens: Sequence[Token], head: Token) -> str | None:
        """The full words for "the doctor": those of the one doctor before, if the text knows no other so far.

        "One" is one of those whom the sentence before tells of: "one head teacher".
        """
        if len(tokens) == 1 and head.lower_ == "one":
            return one_of_these(self._reading, head)
        if not is_the_noun(tokens) or head.tag_ != "NN":
            return None
        before = [one for one in self._speakers if one.noun.i < head.i and one.noun.lower_ == head.lower_]
        if not before or (len(before) > 1 and head.lower_ in BODIES):
            return None
        if self._is_other_between(before[-1].noun, head):
            return None
        return before[-1].name

    def _is_other_between(self, noun: Token, head: Token) -> bool:
        """Whether up to `head` the text speaks of another one of the same word, or of several."""
        others = (word for word in self._by_lemma[noun.lemma] if noun.i < word.i < head.i)
        return any(word.tag_ != "NN" or first_word(word) != "the" for word in others)

    @cached_property
    def _by_lemma(self) -> dict[int, list[Token]]:
        """The words of the text by the number of their lemma."""
        words: dict[int, list[Token]] = {}
        for word in self._reading.words:
            words.setdefault(word.lemma, []).append(word)
        return words


def bodies(reading: Reading) -> Iterator[Introduced]:
    """The bodies that a text brings in with "a" and a word that tells them from others: "a state water commission"."""
    for noun in reading.words:
        if noun.tag_ != "NN" or noun.lower_ not in ONE_OF_FEW:
            continue
        first = noun.left_edge
        if first.lower_ in INDEFINITE and noun.i - first.i > 1:
            words = reading.text[first.idx : noun.idx + len(noun)]
            yield Introduced(noun, words[:1].lower() + words[1:])


def one_of_these(reading: Reading, one: Token) -> str | None:
    """One of the people who are the subject of the sentence before, where these are several: "One head teacher"."""
    if one.i != one.sent.start or not one.i:
        return None
    before = one.nbor(-1).sent
    subjects = [word for word in before if word.dep_ == "nsubj" and word.head.dep_ == "ROOT"]
    if not subjects or subjects[-1].tag_ != "NNS" or not can_speak(subjects[-1]):
        return None
    noun = subjects[-1]
    words = reading.text[mention(noun).start : noun.idx]
    first = noun.doc[before.start]
    if first.idx == mention(noun).start and first.pos_ != "PROPN":
        words = words[:1].lower() + words[1:]
    kept = "" if words.split()[:1] in (["some"], ["many"], ["several"], ["the"], ["other"]) else words
    return f"One {kept}{noun.lemma_}"


def speaker(reading: Reading, span: Span) -> Introduced | None:
    tokens = reading.tokens(span)
    if not tokens or tokens[0].lower_ not in INDEFINITE:
        return None
    noun = tokens[0].head
    is_whole = noun.tag_ == "NN" and any(token.i == noun.i for token in tokens)
    return Introduced(noun, plain(span.of(reading.text))) if is_whole else None


def first_word(noun: Token) -> str:
    return noun.doc[noun.left_edge.i].lower_
