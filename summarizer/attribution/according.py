"""Statements "according to" somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution.phrases import mention, runs
from summarizer.attribution.reading import Candidate, Reading
from summarizer.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.parse.words import Token


def find_according(reading: Reading) -> Iterator[Candidate]:
    for token in reading.words[:-2]:
        following = reading.doc[token.i + 1]
        if token.lower_ == "according" and following.lower_ == "to" and not reading.is_quoted(token):
            yield from according_to(reading, token, following)


def according_to(reading: Reading, according: Token, to: Token) -> Iterator[Candidate]:
    source = next((child for child in to.children if child.dep_ == "pobj"), None)
    if source is None:
        return
    own = {token.i for token in according.subtree} | {token.i for token in to.subtree}
    words = (
        token.i for token in reading.words[start_of(according) : according.sent.end] if token.i not in own
    )
    content = tuple(runs(reading.doc, words))
    if content:
        yield Candidate(content, Span(according.idx, to.idx + len(to)), mention(source), "according")


def start_of(according: Token) -> int:
    """The first word of its sentence, which the parse may have torn behind a quotation: met with shouts of “Go!” at the mill, according to …"""
    sentence = according.sent
    first = sentence[0]
    is_torn = first.text[0].islower() and first.i > 0 and first.nbor(-1).is_quote
    return first.nbor(-1).sent.start if is_torn else sentence.start
