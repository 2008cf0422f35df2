"""Reads texts with a small learned network that marks sources, cues and contents and links them.

It finds what rules miss, chiefly indirect speech. How its weights were made: docs/tagger.md.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np

from summarizer.attribution.tagged import Tagged
from summarizer.attribution.tagger_decode import LABELS, Numbers
from summarizer.attribution.tagger_pieces import Pieces, cut, known
from summarizer.attribution.tagger_spans import assemble
from summarizer.attribution.tagger_windows import windows
from summarizer.parse.network import Floats, Ints, OnnxNetwork, WordPieces, load_word_pieces

NETWORK, PIECES, CONTRACT = "tagger.onnx", "tokenizer.json", "tagger.json"
APPRAISALS = 2  # numbers that the network gives of each piece: those of summarizer.model.Impression
WEIGHTS = Path(__file__).parent / "weights"  # the folder that ships with the bot


class Network(Protocol):
    """One window of framed pieces to label scores [piece, label], links [piece, seeks + offers] and appraisals [piece, number]."""

    def __call__(self, ids: Ints, forms: Ints) -> tuple[Floats, Floats, Floats]: ...


@dataclass(frozen=True, slots=True)
class Tagger:
    """A loaded network with its word pieces. Stateless: threads may share one."""

    network: Network
    tokenizer: WordPieces

    @classmethod
    def from_folder(cls, folder: Path, threads: int = 1) -> Tagger:
        """Loads the weights in `folder`; `threads` is how many cores one window may use.

        Raises FileNotFoundError if a file is missing, ValueError if the weights are for other code.
        """
        for name in (CONTRACT, PIECES, NETWORK):
            if not (folder / name).is_file():
                raise FileNotFoundError(folder / name)
        labels = json.loads((folder / CONTRACT).read_text(encoding="utf-8"))["labels"]
        if tuple(labels) != LABELS:
            raise ValueError(f"the tagger in {folder} gives other labels than this version reads")
        tokenizer = load_word_pieces(folder / PIECES)
        return cls(OnnxNetwork.from_file(folder / NETWORK, threads), tokenizer)

    def tag(self, texts: Iterable[str]) -> tuple[Tagged, ...]:
        """What is attributed in each text, in order."""
        return tuple(self._tag(text) for text in texts)

    def _tag(self, text: str) -> Tagged:
        pieces = cut(text, self.tokenizer)
        return assemble(text, pieces, self.read(text, pieces)) if len(pieces) else Tagged()

    def read(self, text: str, pieces: Pieces) -> Numbers:
        """The network's numbers for every piece, averaged where windows overlap.

        One window at a time: int8 arithmetic scales by the largest number in a batch, so that an
        article read beside others would come out a little differently each time.
        """
        readings = [
            (start, end, _columns(*self.network(*framed(self.tokenizer, pieces, start, end))))
            for start, end in windows(text, pieces)
        ]
        return _numbers(_average(readings, len(pieces)), pieces.paragraphs())


def framed(tokenizer: WordPieces, pieces: Pieces, start: int, end: int) -> tuple[Ints, Ints]:
    """The pieces of one window and their forms, between the two that frame every text of the network."""
    opens, closes = (known(tokenizer, piece) for piece in ("[CLS]", "[SEP]"))
    ids = np.concatenate([[opens], pieces.ids[start:end], [closes]])
    return ids, np.pad(pieces.forms[start:end], 1)


def _average(readings: list[tuple[int, int, Floats]], length: int) -> Floats:
    """Each piece's numbers, the more of a window's the farther the piece is from its edges."""
    total = np.zeros((length, readings[0][2].shape[1]), dtype=np.float32)
    weights = np.zeros((length, 1), dtype=np.float32)
    for start, end, columns in readings:
        at = np.arange(end - start, dtype=np.float32)[:, None]
        weight = np.minimum(at, at[::-1]) + 1
        total[start:end] += weight * columns
        weights[start:end] += weight
    average: Floats = total / weights
    return average


def _columns(scores: Floats, links: Floats, appraisals: Floats) -> Floats:
    """Label probabilities, links, what each piece links to nothing, and its appraisals, without the frame."""
    probabilities = np.exp(scores - scores.max(1, keepdims=True))
    probabilities /= probabilities.sum(1, keepdims=True)
    half = links.shape[1] // 2
    nothing = links[:, :half] @ links[0, half:, None]
    return np.concatenate([probabilities, links, nothing, appraisals], axis=1)[1:-1]


def _numbers(columns: Floats, paragraphs: Ints) -> Numbers:
    behind_links = columns.shape[1] - APPRAISALS
    labels, links, nothing, appraisals = np.split(
        columns, (len(LABELS), behind_links - 1, behind_links), axis=1
    )
    half = links.shape[1] // 2
    scale = np.float32(half**-0.5)
    return Numbers(
        labels, links[:, :half] * scale, links[:, half:], nothing[:, 0] * scale, paragraphs, appraisals
    )
