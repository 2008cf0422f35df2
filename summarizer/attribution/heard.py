"""What a court or a meeting heard somebody say: "the court heard Example admit to …" is Example's statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution.cues import SAYING
from summarizer.attribution.phrases import mention, trimmed
from summarizer.attribution.reading import Candidate, Reading, widened_to_marks
from summarizer.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.parse.words import Token


def find_heard(reading: Reading) -> Iterator[Candidate]:
    """A candidate for each bare infinitive of saying behind "heard"."""
    for token in reading.words:
        if not is_heard(token) or reading.is_quoted(token):
            continue
        speaker = next(child for child in token.children if child.dep_ == "nsubj")
        first = token.i + 1
        if first < len(reading.words) and reading.words[first].lower_ in ("to", "of", "that"):
            first += 1
        content = trimmed(reading.doc, first, token.right_edge.i + 1) if first <= token.right_edge.i else None
        if content is not None:
            last = reading.words[first - 1]
            cue = Span(token.idx, last.idx + len(last))
            yield Candidate((widened_to_marks(reading, content),), cue, mention(speaker), "heard")


def is_heard(token: Token) -> bool:
    """Whether somebody is heard saying it: "heard Example admit"."""
    if token.dep_ != "ccomp" or token.lower_ not in SAYING:  # the bare form, whatever the model tags it
        return False
    return token.head.lemma_.lower() == "hear" and any(child.dep_ == "nsubj" for child in token.children)
