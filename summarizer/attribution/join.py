"""The proposals of all finders as one list: each content once, in the order of the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from summarizer.attribution.reading import Candidate
    from summarizer.model import Span


def join(finders: Iterable[Iterable[Candidate]]) -> tuple[Candidate, ...]:
    """Keep each candidate unless one of an earlier finder already holds most of it."""
    kept: list[Candidate] = []
    for candidates in finders:
        for candidate in candidates:
            if not any(same_words(candidate, other) for other in kept):
                kept.append(candidate)
    return tuple(sorted(kept, key=lambda candidate: (candidate.content[0].start, candidate.content[-1].end)))


def same_words(one: Candidate, other: Candidate) -> bool:
    shared = sum(common(a, b) for a in one.content for b in other.content)
    return shared * 2 > min(length(one), length(other)) and shared * 2 > length(one)


def common(a: Span, b: Span) -> int:
    return max(0, min(a.end, b.end) - max(a.start, b.start))


def length(candidate: Candidate) -> int:
    return sum(span.end - span.start for span in candidate.content)
