"""The sentences around a statement, the one before them, and who else is credited in them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from summarizer.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from summarizer.model import Statement


@dataclass(frozen=True, slots=True)
class Sentences:
    """The sentences of a text; those that one quotation runs over are one. `cues` says where the
    cues of its statements begin, in order, and whose they are."""

    spans: tuple[Span, ...]
    cues: tuple[tuple[int, str], ...] = ()

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

    def has_credit(self, span: Span, *, besides: str | None = None) -> bool:
        """Whether anybody is credited within `span`, `besides` left aside."""
        at = bisect_left(self.cues, span.start, key=lambda cue: cue[0])
        within = takewhile(lambda cue: cue[0] < span.end, self.cues[at:])
        return any(name != besides for _, name in within)


def credits_of(statements: Iterable[Statement]) -> tuple[tuple[int, str], ...]:
    """Where the cues of statements begin, and whose they are: of nobody, ""."""
    cues = {(one.cue.span.start, one.source.name if one.source else "") for one in statements if one.cue}
    return tuple(sorted(cues))
