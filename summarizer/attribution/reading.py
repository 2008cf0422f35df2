"""An article as the finders read it: the parse, with the quotations laid over its words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.attribution.marks import Quotation, find_quotations
from summarizer.attribution.phrases import head_of
from summarizer.model import Span

if TYPE_CHECKING:
    from summarizer.parse.words import Doc, Token

UNQUOTED = -1


@dataclass(frozen=True, slots=True)
class Reading:
    """`quoted[i]` is the number of the quotation that holds token i, or UNQUOTED; `starts` are word offsets."""

    doc: Doc
    text: str
    quotations: tuple[Quotation, ...]
    quoted: tuple[int, ...]
    starts: tuple[int, ...]
    words: tuple[Token, ...]  # of `doc`, made once: spaCy makes them anew each time

    def is_quoted(self, token: Token) -> bool:
        return self.quoted[token.i] != UNQUOTED

    def index_at(self, position: int) -> int:
        """The number of the first token that starts at `position` or later."""
        return bisect_left(self.starts, position)

    def token_at(self, position: int) -> Token:
        """The token that holds the character at `position`; of a blank between two, the one before it."""
        return self.words[max(0, bisect_right(self.starts, position) - 1)]

    def tokens(self, span: Span) -> list[Token]:
        """The tokens that `span` touches, and be it by a part of one; of a lone blank between two tokens, none."""
        first = bisect_right(self.starts, span.start) - 1
        if first < 0 or self.starts[first] + len(self.words[first]) <= span.start:
            first += 1
        return list(self.words[first : self.index_at(span.end)])

    def quotations_in(self, span: Span) -> tuple[Quotation, ...]:
        """The quotations that overlap `span`."""
        first = bisect_right(self.quotations, span.start, key=lambda quotation: quotation.span.end)
        last = bisect_left(self.quotations, span.end, key=lambda quotation: quotation.span.start)
        return self.quotations[first:last]

    def paragraph_start(self, position: int) -> int:
        return self.text.rfind("\n", 0, position) + 1


@dataclass(frozen=True, slots=True)
class Candidate:
    """One attribution as a finder proposes it; names are resolved after all proposals are joined."""

    content: tuple[Span, ...]
    cue: Span | None
    source: Span | None
    finder: str
    via: str | None = None
    post: str | None = None
    verbatim: bool = False  # somebody’s own words, though without quotation marks


def read(doc: Doc) -> Reading:
    """Lay the quotations of `doc` over its tokens."""
    text = doc.text
    quotations = find_quotations(text)
    words = tuple(doc)
    starts = tuple(token.idx for token in words)
    quoted = [UNQUOTED] * len(doc)
    for number, quotation in enumerate(quotations):
        first, last = bisect_left(starts, quotation.span.start), bisect_left(starts, quotation.span.end)
        quoted[first:last] = [number] * (last - first)
    return Reading(doc, text, quotations, tuple(quoted), starts, words)


def head_in(reading: Reading, span: Span) -> Token:
    """The token of a span on which its others hang."""
    return head_of(reading.tokens(span) or [reading.token_at(span.start)])


def span_of(token: Token) -> Span:
    return Span(token.idx, token.idx + len(token))


def widened_to_marks(reading: Reading, span: Span) -> Span:
    """`span` with every quotation that begins in it taken to its closing mark, and marks left at its edges."""
    start, end = span.start, span.end
    for quotation in reading.quotations_in(span):
        outer, inner = quotation.span, quotation.inner
        if start <= inner.start:
            start, end = min(start, outer.start), max(end, outer.end)
        elif not reading.text[inner.start : start].strip("‘'“\"`[") and end <= inner.end:
            start = outer.start
    return Span(start, end)
