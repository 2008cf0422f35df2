"""The proposals of all finders as one list: each content once, in the order of the article."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from summarizer.attribution.reading import Candidate
    from summarizer.model import Span


# Characters of a stretch of text, by which candidates that may overlap are found in time that grows with the text.
STRETCH = 1000


class ByPlace:
    """Candidates by the stretches that their contents touch."""

    def __init__(self, candidates: Iterable[Candidate] = ()) -> None:
        self._near: dict[int, list[tuple[int, Candidate]]] = {}
        self._added = 0
        for candidate in candidates:
            self.add(candidate)

    def add(self, candidate: Candidate) -> None:
        for place in stretches(candidate.content):
            self._near.setdefault(place, []).append((self._added, candidate))
        self._added += 1

    def near(self, candidate: Candidate) -> list[Candidate]:
        """Those whose contents may overlap that of `candidate`, in the order in which they were added."""
        found = dict(one for place in stretches(candidate.content) for one in self._near.get(place, ()))
        return [found[number] for number in sorted(found)]


def join(finders: Iterable[Iterable[Candidate]]) -> tuple[Candidate, ...]:
    """Take the finders in their order; keep what no kept candidate contradicts."""
    kept: list[Candidate] = []
    placed = ByPlace()
    for candidate in chain.from_iterable(finders):
        if not any(contradict(candidate, other) for other in placed.near(candidate)):
            kept.append(candidate)
            placed.add(candidate)
    return tuple(sorted(kept, key=lambda candidate: (candidate.content[0].start, -candidate.content[-1].end)))


def stretches(content: Iterable[Span]) -> list[int]:
    """The stretches of the text that a content touches: what overlaps it touches one of them too."""
    places = (range(span.start // STRETCH, span.end // STRETCH + 1) for span in content)
    return sorted(set(chain.from_iterable(places)))


def contradict(one: Candidate, other: Candidate) -> bool:
    """Whether both give (partly) the same words, and neither is said within the other."""
    if not overlap(one, other):
        return False
    if one.cue == other.cue if one.cue and other.cue else one.content == other.content:
        return True
    return not (is_within(one, other) or is_within(other, one))


def overlap(one: Candidate, other: Candidate) -> bool:
    return any(a.overlaps(b) for a in one.content for b in other.content)


def is_within(inner: Candidate, outer: Candidate) -> bool:
    """Embedded attribution: A said that B had claimed … holds B's cue and B's content. Without a cue nothing tells that."""
    if inner.cue is None:
        return False
    parts = (*inner.content, inner.cue)
    return all(any(whole.holds(part) for whole in outer.content) for part in parts)
