"""Statements that credit nobody: "reportedly", "allegedly". Marked as such; no source is invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution.phrases import VERBS, trimmed
from summarizer.attribution.reading import Candidate, Reading, span_of, widened_to_marks
from summarizer.attribution.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.model import Span
    from summarizer.parse.words import Token

ADVERBS = words(
    """
    reportedly allegedly purportedly
    """
)
CLAUSES = frozenset({"ROOT", "ccomp", "conj", "advcl", "parataxis"})


def find_hearsay(reading: Reading) -> Iterator[Candidate]:
    """A candidate without a source for each clause that such an adverb stands in."""
    for token in reading.words:
        if token.lower_ in ADVERBS and not reading.is_quoted(token):
            clause = clause_with(token)
            content = content_of(reading, clause) if clause is not None else None
            if content:
                yield Candidate((content,), span_of(token), None, "hearsay")


def clause_with(adverb: Token) -> Token | None:
    """The verb of the main clause that the adverb belongs to; "an allegedly stolen car" has none."""
    verb = adverb.head
    return verb if verb.pos_ in VERBS and verb.dep_ in CLAUSES else None


def content_of(reading: Reading, clause: Token) -> Span | None:
    """The clause as it stands, the adverb in it, without what is joined to it."""
    first, last = clause.left_edge.i, clause.right_edge.i + 1
    joined = [child for child in clause.children if child.dep_ in ("conj", "advcl") and child.i > clause.i]
    for child in joined:
        if child.left_edge.i > clause.i and child.lower_ not in ADVERBS:
            last = min(last, joint_before(child))
    span = trimmed(reading.doc, first, last)
    return widened_to_marks(reading, span) if span else None


def joint_before(clause: Token) -> int:
    """Where a joined clause begins, with the "and" and the comma before it."""
    index = clause.left_edge.i
    while index > 0 and (clause.doc[index - 1].is_punct or clause.doc[index - 1].dep_ == "cc"):
        index -= 1
    return index
