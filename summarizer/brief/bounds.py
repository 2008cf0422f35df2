"""The quotation marks of what is shown: each pair whole, of one form, around the words that the page has in it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.model import Span
from summarizer.text.marks import Marks, Pair, find_marks

# The pairs that are shown as the page has them; any mixture is shown as curly ones.
KEPT = frozenset((("“", "”"), ('"', '"'), ("«", "»"), ("‘", "’"), ("'", "'")))
CLOSING = dict(KEPT)
OPENING = {closing: opening for opening, closing in KEPT}
FRONT = re.compile(r"[,;:–—\-\s]+|that[,\s]+(?=\w)")
BACK = re.compile(r"[\s;:–—]+$")


@dataclass(frozen=True, slots=True)
class Cut:
    """A stretch of a text, and how far one pair reaches into it."""

    span: Span
    pair: Pair

    @property
    def has_opening(self) -> bool:
        return self.span.start < self.pair.inner_start

    @property
    def has_closing(self) -> bool:
        return self.span.end > self.pair.inner_end or (
            not self.pair.closed and self.span.end == self.pair.inner_end
        )

    @property
    def is_inner(self) -> bool:
        """Whether it is just what stands between the marks."""
        return self.span == Span(self.pair.inner_start, self.pair.inner_end)


def marked(text: str, span: Span, marks: Marks) -> str:
    """The words of `span` with the marks that bound them on the page, those at its ends made whole.

    Words from the midst of a quotation, without any mark of it, stay without.
    """
    cuts = [Cut(span, pair) for pair in pairs_in(span, marks)]
    cuts = [cut for cut in cuts if cut.has_opening or cut.has_closing or cut.is_inner]
    if not cuts:
        return without(text, span, marks)
    edits = [edit for number, cut in enumerate(cuts) for edit in edits_of(text, cuts, number)]
    edits += [(start, end, "") for start, end in strays_in(span, marks)]
    body = edited(text, span, sorted(edits))
    first, last = cuts[0], cuts[-1]
    if not first.has_opening:
        body = opening_of(text, first.pair) + front_trimmed(body)
    if not last.has_closing:
        body = BACK.sub("", body) + closing_of(text, last.pair)
    return body


def paired(piece: str) -> str:
    """A text of its own with its quotation marks in pairs."""
    return marked(piece, Span(0, len(piece)), find_marks(piece)) if piece else piece


def pairs_in(span: Span, marks: Marks) -> tuple[Pair, ...]:
    first = bisect_right(marks.pairs, span.start, key=lambda pair: pair.end)
    last = bisect_left(marks.pairs, span.end, key=lambda pair: pair.start)
    return marks.pairs[first:last]


def strays_in(span: Span, marks: Marks) -> Iterator[tuple[int, int]]:
    first = bisect_left(marks.strays, span.start, key=lambda mark: mark.start)
    last = bisect_left(marks.strays, span.end, key=lambda mark: mark.start)
    for stray in marks.strays[first:last]:
        yield stray.start, min(stray.end, span.end)


def without(text: str, span: Span, marks: Marks) -> str:
    return edited(text, span, [(start, end, "") for start, end in strays_in(span, marks)])


def edits_of(text: str, cuts: list[Cut], number: int) -> Iterator[tuple[int, int, str]]:
    """What stands in place of the marks of one pair: nothing where the quotation runs on over a paragraph."""
    cut, pair = cuts[number], cuts[number].pair
    if cut.has_opening:
        runs_on = number > 0 and pair.continues
        yield max(cut.span.start, pair.start), pair.inner_start, "" if runs_on else opening_of(text, pair)
    if cut.has_closing:
        runs_on = number + 1 < len(cuts) and cuts[number + 1].pair.continues
        yield pair.inner_end, min(cut.span.end, pair.end), "" if runs_on else closing_of(text, pair)


def edited(text: str, span: Span, edits: list[tuple[int, int, str]]) -> str:
    pieces: list[str] = []
    at = span.start
    for start, end, put in edits:
        pieces += [text[at:start], put]
        at = end
    return "".join([*pieces, text[at : span.end]])


def opening_of(text: str, pair: Pair) -> str:
    return form_of(text, pair)[0]


def closing_of(text: str, pair: Pair) -> str:
    return form_of(text, pair)[1]


def form_of(text: str, pair: Pair) -> tuple[str, str]:
    """The opening and closing mark that a pair is shown with."""
    opening, closing = text[pair.start : pair.inner_start], text[pair.inner_end : pair.end]
    opening, closing = opening or OPENING.get(closing, ""), closing or CLOSING.get(opening, "")
    return (opening, closing) if (opening, closing) in KEPT else ("“", "”")


def front_trimmed(body: str) -> str:
    """The body without what stands before its first word: "that", a comma."""
    while found := FRONT.match(body):
        body = body[found.end() :]
    return body
