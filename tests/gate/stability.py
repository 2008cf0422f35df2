"""Whether a statement is read the same when a line is put in front of its article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from summarizer.model import Extract, Span
from tests.gate.measure import Measure, share
from tests.gate.readings import LINE, Reading

Found = tuple[Span | None, Span | None, tuple[Span | None, ...]]  # source, cue and content of a statement


def stability_measures(readings: Iterable[Reading]) -> Iterator[Measure]:
    """Of every statement of the annotated texts."""
    judged = (
        ok for one in readings if one.annotated and one.moved for ok in unmoved(one.annotated, one.moved)
    )
    yield share("stability", "read the same behind a line more", judged)


def unmoved(alone: Extract, behind: Extract) -> Iterator[bool]:
    """For each statement of a text by itself, whether the same words are found in the text behind LINE."""
    others = set(found(behind, len(LINE)))
    return (statement in others for statement in found(alone, 0))


def found(extract: Extract, ahead: int) -> Iterator[Found]:
    """Where each statement stands in the text that begins `ahead` characters later."""
    for one in extract.statements:
        source, cue = one.source and one.source.span, one.cue and one.cue.span
        yield back(source, ahead), back(cue, ahead), tuple(back(span, ahead) for span in one.content)


def back(span: Span | None, ahead: int) -> Span | None:
    """The span `ahead` characters before."""
    return Span(span.start - ahead, span.end - ahead) if span else None
