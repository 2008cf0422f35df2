"""Statements from the parse: a cue verb with its clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution.cues import SAYING
from summarizer.attribution.phrases import mention, runs, subject_of
from summarizer.attribution.reading import Candidate, Reading
from summarizer.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token


def find_clauses(reading: Reading) -> Iterator[Candidate]:
    for token in reading.doc:
        if token.pos_ in ("VERB", "AUX") and token.lemma_.lower() in SAYING and not reading.is_quoted(token):
            yield from clause_of(reading, token)


def clause_of(reading: Reading, cue: Token) -> Iterator[Candidate]:
    if is_negated(cue):
        return
    complement = next((child for child in cue.children if child.dep_ == "ccomp"), None)
    if complement is None:
        return
    subject = subject_of(cue)
    if subject is None:
        return
    content = tuple(runs(reading.doc, (token.i for token in complement.subtree)))
    if content:
        yield Candidate(content, Span(cue.idx, cue.idx + len(cue)), mention(subject), "clause")


def is_negated(verb: Token) -> bool:
    return any(child.dep_ == "neg" for child in verb.children)
