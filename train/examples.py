"""Turns annotated articles into what the network learns from: labelled, linked windows of word pieces."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from tokenizers import Tokenizer

from summarizer.attribution.tagger_decode import LABELS
from summarizer.attribution.tagger_pieces import Pieces, cut
from summarizer.parse.network import Ints
from train.polnear import Annotated, Span

IGNORED = -100  # the label that the loss leaves out
NOTHING, UNKNOWN = 0, -1  # link targets: links to nothing; not known or not to be learned
EDGE = 16  # pieces at a window's cut edge that are read but not learned: their context is missing


@dataclass(frozen=True, slots=True)
class Example:
    """One article, cut.

    `text` is its text. `owner` numbers the cue or source that a piece belongs to, `target` the one it links to: content to
    its cue, a cue to its source.
    """

    text: str
    pieces: Pieces
    labels: Ints
    owner: Ints
    target: Ints


def make_example(article: Annotated, tokenizer: Tokenizer) -> Example:
    """The article's word pieces with a label, an owner and a target each."""
    pieces = cut(article.text, tokenizer)
    labels = np.zeros(len(pieces), dtype=np.int64)
    owner = np.full(len(pieces), UNKNOWN, dtype=np.int64)
    target = np.full(len(pieces), UNKNOWN, dtype=np.int64)
    numbers: dict[tuple[Span, ...], int] = {}
    for attribution in article.attributions:
        suffix = "" if attribution.is_speech else "-other"
        cue = numbers.setdefault(attribution.cue, len(numbers) + 1)
        source = numbers.setdefault(attribution.source, len(numbers) + 1) if attribution.source else NOTHING
        for found in _mark(pieces, labels, attribution.content, f"content{suffix}"):
            target[found] = cue if attribution.cue else UNKNOWN
        for found in _mark(pieces, labels, attribution.source, "source"):
            owner[found] = source
        for found in _mark(pieces, labels, attribution.cue, f"cue{suffix}"):
            owner[found], target[found] = cue, source
    return Example(article.text, pieces, labels, owner, target)


def _mark(pieces: Pieces, labels: Ints, spans: tuple[Span, ...], name: str) -> Iterator[Ints]:
    """Labels the pieces of each span, and yields their indexes."""
    begin = LABELS.index(f"begin-{name}")
    for start, end in spans:
        found = np.flatnonzero((pieces.ends > start) & (pieces.starts < end))
        labels[found[:1]], labels[found[1:]] = begin, begin + 1
        yield found


Window = tuple[Example, int, int]  # an article, and the first piece and the end of what is read of it at once


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows of equal length; the first and last piece of each are the frame."""

    ids: Ints
    forms: Ints
    attended: Ints
    labels: Ints
    owner: Ints
    target: Ints


def make_batch(cuts: list[Window], frame: tuple[int, int]) -> Batch:
    """The given windows, framed by the start and the end piece, padded to the longest of them."""
    shape = (len(cuts), max(end - start for _, start, end in cuts) + 2)
    ids, forms, attended = np.zeros((3, *shape), dtype=np.int64)
    labels = np.full(shape, IGNORED, dtype=np.int64)
    owner, target = np.full((2, *shape), UNKNOWN, dtype=np.int64)
    owner[:, 0] = NOTHING
    for row, (example, start, end) in enumerate(cuts):
        inner = slice(1, end - start + 1)
        ids[row, 0], ids[row, inner.stop] = frame
        ids[row, inner], forms[row, inner] = example.pieces.ids[start:end], example.pieces.forms[start:end]
        attended[row, : inner.stop + 1] = 1
        labels[row, inner] = _learned(example.labels, start, end)
        owner[row, inner], target[row, inner] = example.owner[start:end], example.target[start:end]
    return Batch(ids, forms, attended, labels, owner, target)


def _learned(labels: Ints, start: int, end: int) -> Ints:
    """The window's labels without those at edges that cut the article."""
    learned = labels[start:end].copy()
    if start > 0:
        learned[:EDGE] = IGNORED
    if end < len(labels):
        learned[-EDGE:] = IGNORED
    return learned
