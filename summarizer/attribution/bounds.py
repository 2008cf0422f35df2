"""Where the words of a source end: before those of somebody without a verb of their own, behind the reporter's opening."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from summarizer.attribution.cues import SOME
from summarizer.attribution.phrases import NOUNS, VERBS
from summarizer.attribution.pronouns import SUBJECT
from summarizer.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.attribution.marks import Quotation
    from summarizer.attribution.reading import Candidate, Reading
    from summarizer.parse.words import Token

JOINTS = frozenset({",", ";", "and", "but", "while"})
PHRASE = NOUNS | {"DET", "ADJ", "NUM"}


def within_bounds(reading: Reading, candidate: Candidate) -> Candidate:
    """The candidate without what in its content is the reporter's or somebody else's."""
    content = tuple(until_another(reading, candidate.content))
    return replace(candidate, content=behind_opening(reading, content, candidate.cue))


def until_another(reading: Reading, content: tuple[Span, ...]) -> Iterator[Span]:
    """The content up to a second speaker: The teacher said it was “cruel” [and the pupils that it was “fair”]."""
    for span in content:
        end = next((a.span.end for a, b in pairs_in(reading, span) if is_another(reading, a, b)), None)
        yield span if end is None else Span(span.start, end)
        if end is not None:
            return


def pairs_in(reading: Reading, span: Span) -> Iterator[tuple[Quotation, Quotation]]:
    """The quotations of a span with the ones that follow them."""
    return pairwise(reading.quotations_in(span))


def is_another(reading: Reading, one: Quotation, other: Quotation) -> bool:
    """Whether nothing but somebody stands between two quotations, save for a "that" or the preposition of the first."""
    gap = [t for t in reading.tokens(Span(one.span.end, other.span.start)) if not reading.is_quoted(t)]
    names = gap[:]
    while names and names[0].lower_ in JOINTS:
        names.pop(0)
    if not names or len(names) == len(gap):
        return False
    end = next(
        (at for at, token in enumerate(names) if token.pos_ not in PHRASE or token.lower_ == "that"), None
    )
    phrase, rest = names[:end], names[len(names) if end is None else end :]
    is_somebody = any(token.pos_ in NOUNS or token.lower_ in SOME for token in phrase)
    return is_somebody and is_elliptic(reading, one, other, rest)


def is_elliptic(reading: Reading, one: Quotation, other: Quotation, rest: list[Token]) -> bool:
    """Whether what follows the second name has no verb of saying, which is that of the first."""
    if not rest:
        return not any(token.pos_ in VERBS for token in reading.tokens(other.span))
    if rest[0].lower_ == "that":
        return rest[0].tag_ == "IN" or rest[0].dep_ == "mark"
    before = reading.token_at(max(0, one.span.start - 2))
    return len(rest) == 1 and rest[0].pos_ == "ADP" and rest[0].lower_ == before.lower_


def behind_opening(reading: Reading, content: tuple[Span, ...], cue: Span | None) -> tuple[Span, ...]:
    """The content without a participle that opens the sentence: [Dashing all hopes,] the owner left, his lawyer said."""
    first = content[0]
    opening = reading.token_at(first.start)
    if cue is None or cue.start < content[-1].end or opening.tag_ != "VBG" or opening.i != opening.sent.start:
        return content
    start = subject_behind(reading, opening, cue)
    if not first.start < start < first.end or reading.quotations_in(Span(first.start, start)):
        return content
    return (Span(start, first.end), *content[1:])


def subject_behind(reading: Reading, opening: Token, cue: Span) -> int:
    """Where the subject of the clause begins which `opening` leads to by a comma; 0 where there is none.

    The clause is looked for and not the participle's end: its own object is often taken for a verb.
    """
    clause = opening
    while clause.head.i != clause.i and clause.head.idx < cue.start:
        clause = clause.head
    beside = (each for each in clause.head.children if clause.i < each.i and each.idx < cue.start)
    subject = next(
        (
            each.left_edge
            for verb in (clause, *beside)
            for each in verb.children
            if each.dep_ in SUBJECT and each.i > opening.i
        ),
        None,
    )
    is_behind_comma = subject is not None and reading.words[subject.i - 1].text == ","
    return subject.idx if subject is not None and is_behind_comma else 0
