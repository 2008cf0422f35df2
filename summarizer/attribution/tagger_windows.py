"""Where a text is cut into the windows that the tagger reads: by its own words.

Windows laid evenly over a text all move when one line is put in front of it, and with them some labels: of 908
statements of 60 PolNeAR articles 81 were read otherwise. Cuts that depend on the words behind them stay where they
are: a change moves only the windows near it (6 of 908).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from summarizer.attribution.tagger_pieces import Pieces
from summarizer.parse.network import Ints
from summarizer.text.sentence_bounds import find_sentences

# Pieces that a window has for itself at most, and pieces of its neighbours that it reads too, on each side: together
# no more than the 254 that the network was taught with.
BLOCK = 190
CONTEXT = 32
KNOWN_BY = 8  # pieces whose checksum a cut is chosen by
_BASIS, _PRIME = np.uint64(0xCBF29CE484222325), np.uint64(0x100000001B3)  # of the FNV-1a checksum


def windows(text: str, pieces: Pieces, longest: int = BLOCK, salt: int = 0) -> Iterator[tuple[int, int]]:
    """Piece ranges that cover `text`: its blocks, each with a little of its neighbours."""
    for start, end in blocks(text, pieces, longest, salt):
        yield max(0, start - CONTEXT), min(len(pieces), end + CONTEXT)


def blocks(text: str, pieces: Pieces, longest: int = BLOCK, salt: int = 0) -> Iterator[tuple[int, int]]:
    """Piece ranges of at most `longest` that follow on each other.

    A range that is too long is cut at the paragraph whose first words have the lowest checksum, and so are its
    parts: whether a paragraph is a cut depends on nothing further away than `longest`. Where there is no paragraph,
    a sentence is taken, and at last any piece. Another `salt` gives other cuts of the same kind, for training.
    """
    places, sums = cutting_places(text, pieces), checksums(pieces.ids, salt)
    todo = [(0, len(pieces))]
    while todo:
        start, end = todo.pop()
        if end - start <= longest:
            yield start, end
            continue
        cut = lowest_inside(places, sums, start, end)
        todo += (cut, end), (start, cut)


def cutting_places(text: str, pieces: Pieces) -> tuple[Ints, ...]:
    """The pieces where a paragraph starts, a sentence, and all; the better places first."""
    sentences = np.array([sentence.start for sentence in find_sentences(text)], dtype=np.int64)
    return (
        np.flatnonzero(pieces.starts == pieces.ends),
        np.searchsorted(pieces.starts, sentences),
        np.arange(len(pieces)),
    )


def checksums(ids: Ints, salt: int = 0) -> np.typing.NDArray[np.uint64]:
    """For each piece a number made of it and the next few."""
    padded = np.pad(ids, (0, KNOWN_BY)).astype(np.uint64)
    sums = np.full(len(ids), _BASIS ^ np.uint64(salt))
    for ahead in range(KNOWN_BY):
        sums = (sums ^ padded[ahead : ahead + len(ids)]) * _PRIME
    return sums ^ (sums << np.uint64(32))  # the last pieces have changed the lower half only


def lowest_inside(places: Sequence[Ints], sums: np.typing.NDArray[np.uint64], start: int, end: int) -> int:
    """The best place behind `start` and before `end`; of several alike, the one in the middle.

    So a text that repeats itself is halved, not taken apart from its start.
    """
    for at in places:
        first, last = np.searchsorted(at, (start + 1, end))
        inside = at[first:last]
        if len(inside):
            lowest = inside[sums[inside] == sums[inside].min()]
            return int(lowest[len(lowest) // 2])
    raise AssertionError("a range of one piece is never cut")
