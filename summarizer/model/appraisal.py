"""What the tagger's network makes of a text's words beside who says them: how much they would be missed, how well they read."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, starmap

from summarizer.text.span import Span


@dataclass(frozen=True, slots=True)
class Impression:
    """Two numbers without a unit, 0 for what is usual and 1 a standard deviation above it."""

    missed: float = 0.0  # how much an editor would miss the words
    faulty: float = 0.0  # how likely an editor finds fault with them as a line of a brief


@dataclass(frozen=True, slots=True)
class Appraisal:
    """Of each word piece of a text its last character; and of each number what it and all before it come to."""

    ends: Sequence[int] = ()
    sums: Sequence[Sequence[float]] = ((0.0,),) * 2

    @classmethod
    def of_pieces(cls, ends: Sequence[int], numbers: Sequence[Sequence[float]]) -> Appraisal:
        """From the pieces' ends, which rise, and what each piece comes to by itself: the numbers of an impression, one a row."""
        return cls(tuple(ends), tuple(tuple(accumulate(each, initial=0.0)) for each in numbers))

    def of(self, spans: Sequence[Span]) -> Impression:
        """The mean of the pieces in some spans of the text; what is usual where there are none."""
        reaches = [(bisect_right(self.ends, span.start), bisect_right(self.ends, span.end)) for span in spans]
        count = sum(last - first for first, last in reaches)
        if not count:
            return Impression()
        return Impression(
            *(sum(each[last] - each[first] for first, last in reaches) / count for each in self.sums)
        )

    def followed_by(self, other: Appraisal, at: int) -> Appraisal:
        """This one of a text's front and that of the rest, which begins at the character `at`."""
        ends = (*self.ends, *(end + at for end in other.ends))
        return Appraisal(ends, tuple(starmap(continued, zip(self.sums, other.sums, strict=True))))


def continued(front: Sequence[float], rest: Sequence[float]) -> tuple[float, ...]:
    return (*front, *(front[-1] + each for each in rest[1:]))


NO_APPRAISAL = Appraisal()
