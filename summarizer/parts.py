"""A text that is too long to be parsed at once: in parts, each read by itself, every position one of the whole text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar

from summarizer.model import NO_APPRAISAL, Extract, Span

# Characters that are parsed at once, some 35,000 words: more than any article; 1.5 million take 1.1 GB. Names are known within a part.
LONGEST_PART = 200_000
ENDS = ("\n\n", "\n", ". ", " ")  # where a part may end, the best first
EARLIEST = 0.5  # of a part, from which on its end is looked for

T = TypeVar("T")


def parts_of(text: str, longest: int = LONGEST_PART) -> Iterator[Span]:
    """The parts of a text, one behind the other; one part where it is short enough."""
    start = 0
    while len(text) - start > longest:
        end = end_within(text, start, longest)
        yield Span(start, end)
        start = end
    yield Span(start, len(text))


def end_within(text: str, start: int, longest: int) -> int:
    """Where the part that begins at `start` ends: at a paragraph's end, else a line's, a sentence's or a word's."""
    most = start + longest
    for end in ENDS:
        found = text.rfind(end, start + int(EARLIEST * longest), most)
        if found >= 0:
            return found + len(end)
    return most


def joined(extracts: Iterable[tuple[Span, Extract]]) -> Extract:
    """What stands in all parts, each given with its place in the whole text."""
    whole, appraisal = [], NO_APPRAISAL
    for part, extract in extracts:
        whole.append(moved(replace(extract, appraisal=NO_APPRAISAL), part.start))
        appraisal = appraisal.followed_by(extract.appraisal, part.start)
    return Extract(
        tuple(one for extract in whole for one in extract.statements),
        tuple(one for extract in whole for one in extract.figures),
        tuple(one for extract in whole for one in extract.unread),
        appraisal,
    )


def moved(found: T, by: int) -> T:
    """The same with every span in it moved by so many characters."""
    if isinstance(found, Span):
        return Span(found.start + by, found.end + by)  # type: ignore[return-value]  # T is Span here
    if isinstance(found, tuple):
        return tuple(moved(one, by) for one in found)  # type: ignore[return-value]  # as it came
    if is_dataclass(found) and not isinstance(found, type):
        return replace(found, **{one.name: moved(getattr(found, one.name), by) for one in fields(found)})
    return found
