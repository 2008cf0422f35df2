"""Statements from the parse: a cue verb with its clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution.cues import CLAUSE
from summarizer.attribution.beside import outermost
from summarizer.attribution.phrases import VERBS, child_of, edges, has_child, mention, runs, subject_of
from summarizer.attribution.reading import Candidate, Reading, span_of, widened_to_marks
from summarizer.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token


def find_clauses(reading: Reading) -> Iterator[Candidate]:
    for token in reading.doc:
        if token.pos_ in VERBS and token.lemma_.lower() in CLAUSE and not reading.is_quoted(token):
            yield from clause_of(reading, token)


def clause_of(reading: Reading, cue: Token) -> Iterator[Candidate]:
    clause = child_of(cue, "ccomp")
    if clause is None or has_child(cue, "neg"):
        return
    subject = subject_of(outermost(cue)) or subject_of(cue)
    if subject is None:
        return
    content = tuple(content_of(reading, cue, clause))
    if content:
        yield Candidate(content, span_of(cue), mention(subject), "clause")


def content_of(reading: Reading, cue: Token, clause: Token) -> Iterator[Span]:
    if clause.left_edge.i > cue.i:
        span = edges(reading.doc, clause)
        if span:
            yield widened_to_marks(reading, span)
        return
    for span in runs(reading.doc, (token.i for token in clause.subtree)):
        yield widened_to_marks(reading, span)
