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
    content = tuple(runs(reading.doc, (token.i for token in according.sent if token.i not in own)))
    if content:
        yield Candidate(content, Span(according.idx, to.idx + len(to)), mention(source), "according")
