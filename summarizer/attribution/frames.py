"""Statements from the parse whose content is no clause: "dismissed them as “…”", "vowed to fight", "called for …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution.credited import source_of
from summarizer.attribution.cues import FRAMES, LEADING, Frame
from summarizer.attribution.factual import is_nested, is_uttered
from summarizer.attribution.phrases import VERBS, has_child, mention, trimmed
from summarizer.attribution.reading import Candidate, Reading, span_of, widened_to_marks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.model import Span
    from summarizer.parse.words import Token


def find_frames(reading: Reading) -> Iterator[Candidate]:
    """A candidate for each cue verb that has the complements one of its frames asks for."""
    for token in reading.words:
        frames = FRAMES.get(token.lemma_.lower(), ()) if token.pos_ in VERBS else ()
        if not frames or reading.is_quoted(token) or is_nested(token) or not is_uttered(token):
            continue
        content = next((span for frame in frames if (span := content_of(reading, token, frame))), None)
        source = source_of(token)
        if content and source is not None:
            yield Candidate((content,), span_of(token), mention(source), "frame")


def content_of(reading: Reading, cue: Token, frame: Frame) -> Span | None:
    slots = (*frame.required, *frame.also)
    found = [
        (slot, child) for child in cue.children if child.i > cue.i for slot in slots if fills(child, slot)
    ]
    if not set(frame.required) <= {slot for slot, _ in found}:
        return None
    first = min(child.left_edge.i + (slot in LEADING and slot in frame.required) for slot, child in found)
    span = trimmed(reading.doc, first, max(child.right_edge.i for _, child in found) + 1)
    if span is None or (frame.marked and not reading.quotations_in(span)):
        return None
    return widened_to_marks(reading, span)


def fills(child: Token, slot: str) -> bool:
    if slot == "obj":
        return child.dep_ == "dobj"
    if slot == "pred":
        return child.dep_ in ("oprd", "attr", "acomp") or (
            child.dep_ == "ccomp" and not has_child(child, "mark")
        )
    if slot == "doing":
        return child.dep_ == "xcomp" and child.tag_ == "VBG"
    if slot == "inf":
        return child.dep_ in ("xcomp", "ccomp") and any(
            c.lower_ == "to" and c.dep_ == "aux" for c in child.children
        )
    return child.dep_ == "prep" and child.lower_ == slot
