"""Statements from the parse whose content is no clause: "dismissed them as “…”", "vowed to fight", "called for …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution.cues import FRAMES
from summarizer.attribution.factual import is_nested, is_uttered, source_of
from summarizer.attribution.phrases import VERBS, has_child, mention, trimmed
from summarizer.attribution.reading import Candidate, Reading, span_of, widened_to_marks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token


def find_frames(reading: Reading) -> Iterator[Candidate]:
    """A candidate for each cue verb with the complements that its frame asks for."""
    for token in reading.doc:
        if token.pos_ not in VERBS or reading.is_quoted(token) or is_nested(token) or not is_uttered(token):
            continue
        for name, frame in FRAMES.get(token.lemma_.lower(), {}).items():
            yield from framed(reading, token, name, frame)


def framed(reading: Reading, cue: Token, name: str, frame: tuple[str, ...]) -> Iterator[Candidate]:
    found = [(slot, child) for child in cue.children for slot in frame if child.i > cue.i and fills(child, slot.rstrip("!"))]
    required = {slot for slot in frame if slot.endswith("!")}
    if not found or not required <= {slot for slot, _ in found}:
        return
    subject = source_of(cue)
    if subject is None:
        return
    first = min(start_of(slot, child) for slot, child in found)
    last = max(child.right_edge.i for _, child in found)
    span = trimmed(reading.doc, first, last + 1)
    if span:
        yield Candidate((widened_to_marks(reading, span),), span_of(cue), mention(subject), name)


def start_of(slot: str, child: Token) -> int:
    """Prepositions belong to the cue ("called for"), save in the middle: the content then starts behind them."""
    return child.left_edge.i + (slot in LEADING)


LEADING = frozenset({"for", "about", "against", "on", "to"})


def fills(child: Token, slot: str) -> bool:
    if slot == "obj":
        return child.dep_ in ("dobj",)
    if slot == "pred":
        return child.dep_ in ("oprd", "attr", "acomp") or (child.dep_ == "ccomp" and not has_child(child, "mark"))
    if slot == "inf":
        return child.dep_ in ("xcomp", "ccomp") and any(c.lower_ == "to" and c.dep_ == "aux" for c in child.children)
    return child.dep_ in ("prep",) and child.lower_ == slot
