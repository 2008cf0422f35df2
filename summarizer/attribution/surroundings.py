"""The sentences around a statement, and the one before them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Sentences:
    """The sentences of a text; those that one quotation runs over are one."""

    spans: tuple[Span, ...]

    def around(self, spans: Iterable[Span]) -> Span:
        """The sentence, or the run of sentences, that holds all of `spans`."""
        parts = sorted(spans)
        start, end = parts[0].start, max(part.end for part in parts)
        first = max(0, bisect_right(self.spans, start, key=lambda span: span.start) - 1)
        last = first
        while last + 1 < len(self.spans) and self.spans[last + 1].start < end:
            last += 1
        return Span(min(self.spans[first].start, start), max(self.spans[last].end, end))

    def before(self, span: Span) -> Span | None:
        """The sentence right before `span`."""
        at = bisect_right(self.spans, span.start - 1, key=lambda one: one.start) - 1
        return self.spans[at] if at >= 0 and self.spans[at].end <= span.start else None
