"""Quotations: the stretches of a text between quotation marks, as spans."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.model import Span
from summarizer.text.marks import Pair, find_marks
from summarizer.text.sentence_bounds import find_sentences


@dataclass(frozen=True, slots=True)
class Quotation:
    """One outermost pair of marks. `span` covers the marks, `inner` what stands between them."""

    span: Span
    inner: Span
    closed: bool = True
    continues: bool = False  # carries on the unclosed quotation of the paragraph before


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """All outermost quotations of `text`, in order, none overlapping another."""
    return tuple(quotation(pair) for pair in find_marks(text).pairs)


def quotation(pair: Pair) -> Quotation:
    """A pair as spans; the inner one of two marks with nothing between them, or of an open one, is the whole."""
    whole = Span(pair.start, pair.end)
    has_inner = pair.closed and pair.inner_start < pair.inner_end
    inner = Span(pair.inner_start, pair.inner_end) if has_inner else whole
    return Quotation(whole, inner, pair.closed, pair.continues)


def whole_sentences(text: str, quotations: Sequence[Quotation]) -> tuple[Span, ...]:
    """The sentences of `text`; those that one of its quotations runs over are one, since half a quotation is none."""
    found: list[Span] = []
    for span in find_sentences(text):
        at = bisect_right(quotations, span.start, key=lambda quotation: quotation.span.end)
        last = found[-1] if found else None
        if last and at < len(quotations) and quotations[at].span.start < last.end:
            found[-1] = Span(last.start, span.end)
        else:
            found.append(span)
    return tuple(found)
