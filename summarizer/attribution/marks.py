"""Quotations: the stretches of a text between quotation marks, as spans."""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.model import Span
from summarizer.text.marks import Pair, find_marks


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
