"""Statements from the parse: a cue verb with its clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution.credited import source_of
from summarizer.attribution.cues import CLAUSE, FINDING
from summarizer.attribution.factual import can_say, goes_on, is_uttered, quoted_as
from summarizer.attribution.phrases import VERBS, child_of, mention, runs, trimmed
from summarizer.attribution.reading import Candidate, Reading, span_of, widened_to_marks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.model import Span
    from summarizer.parse.words import Token

OF_CLAUSES = CLAUSE | FINDING


def find_clauses(reading: Reading) -> Iterator[Candidate]:
    """A candidate for each cue verb that has a clause: "said that …", "…, she said"."""
    for token in reading.words:
        if token.pos_ in VERBS and token.lemma_.lower() in OF_CLAUSES and not reading.is_quoted(token):
            yield from clause_of(reading, token)


def clause_of(reading: Reading, cue: Token) -> Iterator[Candidate]:
    source = source_of(cue) if is_uttered(cue) else None
    if source is None or not can_say(source, cue):
        return
    content = content_of(reading, cue)
    if content:
        finder = "clause" if quoted_as(cue) is None else "passed on"
        yield Candidate(content, span_of(cue), mention(source), finder)


def content_of(reading: Reading, cue: Token) -> tuple[Span, ...]:
    quoted = quoted_as(cue)
    clauses = complements_of(cue)
    if quoted is not None and not clauses:
        return content_ahead(reading, quoted)
    if not clauses:
        return content_around(reading, cue) if cue.dep_ == "parataxis" else ()
    first = clauses[0]
    return (
        content_after(reading, first, clauses[-1]) if first.i > cue.i else content_before(reading, cue, first)
    )


def content_around(reading: Reading, cue: Token) -> tuple[Span, ...]:
    """The clause into which the credit is set: The bridge, she said, will open in May."""
    main = cue.head
    while main.dep_ == "conj" and main.head.pos_ in VERBS:
        main = main.head
    own = {token.i for token in cue.subtree}
    if main.pos_ not in PREDICATES or any(token.text in (":", ";") for token in main.subtree):
        return ()
    return tuple(
        widened_to_marks(reading, span)
        for span in runs(reading.doc, (t.i for t in main.subtree if t.i not in own))
    )


def complements_of(cue: Token) -> list[Token]:
    """The clauses of `cue`, those that follow before one that leads; the parse may have torn one in two."""
    clauses = [child for child in cue.children if child.dep_ == "ccomp" and child.pos_ in PREDICATES]
    return [clause for clause in clauses if clause.i > cue.i] or clauses[:1]


def content_ahead(reading: Reading, quoted: Token) -> tuple[Span, ...]:
    """What stands before ", the ministry was quoted as saying": the sentence up to there, however the parse ties the two."""
    subject = child_of(quoted, "nsubjpass")
    comma = subject.left_edge.i - 1 if subject is not None else -1
    start = quoted.sent.start
    is_clause = any(token.pos_ in VERBS for token in reading.words[start : max(start, comma)])
    if not is_clause or reading.words[comma].text != "," or reading.words[start].dep_ in ("mark", "advmod"):
        return ()
    span = trimmed(reading.doc, start, comma)
    return (widened_to_marks(reading, span),) if span else ()


PREDICATES = VERBS | {"ADJ", "NOUN", "PROPN", "PRON"}


def content_after(reading: Reading, first: Token, last: Token) -> tuple[Span, ...]:
    span = trimmed(reading.doc, first.left_edge.i, end_of(last))
    return (widened_to_marks(reading, span),) if span else ()


def end_of(clause: Token) -> int:
    """Where a clause ends: before a further cue verb that the parse has hung on it, or ", according to"; at its last word else."""
    for word in clause.subtree:
        if word.lower_ == "according" and word.i > clause.i and word.nbor(-1).text == ",":
            return word.i - 1
    for child in clause.children:
        if child.dep_ == "conj" and goes_on(child, clause):
            joints = [
                t.i for t in clause.children if t.i < child.i and t.dep_ in ("cc", "punct") and t.i > clause.i
            ]
            return min((i for i in joints if i >= child.left_edge.i - 2), default=child.left_edge.i)
    return clause.right_edge.i + 1


def content_before(reading: Reading, cue: Token, clause: Token) -> tuple[Span, ...]:
    if any(token.text in (":", ";") for token in reading.doc[clause.right_edge.i : cue.i]):
        return ()
    return tuple(
        widened_to_marks(reading, span) for span in runs(reading.doc, (token.i for token in clause.subtree))
    )
