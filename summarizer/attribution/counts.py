"""Statements that are a number: "police put the crowd at 35,000", "the bank estimates the cost at £2bn"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution.credited import source_of
from summarizer.attribution.factual import is_nested, is_uttered
from summarizer.attribution.phrases import VERBS, mention, trimmed
from summarizer.attribution.reading import Candidate, Reading, span_of
from summarizer.text.lexicon import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.model import Span
    from summarizer.parse.words import Token

COUNTING = frozenset({"put", "estimate", "peg"})
# What a number is put to. "Put the kettle on at nine" and "put the house up at $1m" are no estimates.
COUNTED = words_of("counted")


def find_counts(reading: Reading) -> Iterator[Candidate]:
    """A candidate for each verb that puts something countable at a number."""
    for verb in reading.words:
        if verb.lemma_.lower() not in COUNTING or verb.pos_ not in VERBS or reading.is_quoted(verb):
            continue
        source = None if is_nested(verb) or not is_uttered(verb) else source_of(verb)
        content = content_of(reading, verb) if source is not None else None
        if source is not None and content is not None:
            yield Candidate((content,), span_of(verb), mention(source), "count")


def content_of(reading: Reading, verb: Token) -> Span | None:
    """The crowd at 35,000."""
    thing = next((child for child in verb.rights if child.dep_ == "dobj"), None)
    if thing is None or thing.lemma_.lower() not in COUNTED:
        return None
    at = next(
        (word for word in reading.doc[thing.i + 1 : verb.right_edge.i] if is_at(word, verb, thing)), None
    )
    number = next((word for word in at.subtree if is_number(word)), None) if at is not None else None
    if at is None or number is None:
        return None
    measure = next(child for child in at.children if number in child.subtree)
    return trimmed(reading.doc, thing.left_edge.i, end_of(measure) + 1)


def is_at(word: Token, verb: Token, thing: Token) -> bool:
    """Whether `word` leads to the number: the parse hangs it on the verb, or on a word of what is counted."""
    return word.lower_ == "at" and word.dep_ == "prep" and (word.head == verb or word.head in thing.subtree)


def is_number(word: Token) -> bool:
    return word.like_num or any(character.isdigit() for character in word.text)


def end_of(measure: Token) -> int:
    """The last word of the number with its unit, before what the parse has hung on behind a mark."""
    breaks = (word.i for word in measure.subtree if word.i > measure.i and word.text in ",;:(—–")
    return min(breaks, default=measure.right_edge.i + 1) - 1
