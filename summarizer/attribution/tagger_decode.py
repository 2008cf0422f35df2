"""From the network's numbers to sources, cues and contents with their links."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from summarizer.parse.network import Floats

# The network's labels in order: begin and inside for each kind of span. A cue and its content are
# `other` where something is thought, hoped or planned rather than said.
SPANS = ("source", "cue", "cue-other", "content", "content-other")
LABELS = ("none", *(f"{part}-{span}" for span in SPANS for part in ("begin", "inside")))

SOURCE, CUE, CONTENT = 0, 1, 2
RESTART = 1.0  # cost, in nats, of a span that begins right behind another of its kind
REACH = 190  # pieces between a content and its cue, or a cue and its source: what training windows hold
# How a link fades with distance, chosen on dev; anything near these numbers is as good. Without them the
# right source is found for 74% of the matched contents after one epoch, with them for 93%.
PIECE_FADES = 0.5  # exponent
PARAGRAPH_FADES = 0.1  # factor for each paragraph between
NOTHING = 0.02  # factor: most cues have a source
# Shares of attention below which there is no link, in one paragraph and across paragraphs. Without them an
# answer whose own cue was missed, as in an interview, goes to whoever was named last; they cost no right
# link on dev.
BESIDE = 0.01
ELSEWHERE = 0.2

_STATES = 7  # none, and begin and inside of each kind
_STATE_OF_LABEL = np.array([0, 1, 2, 3, 4, 3, 4, 5, 6, 5, 6])
_INSIDES = (2, 4, 6)
_IMPOSSIBLE = 1e4


@dataclass(frozen=True, slots=True)
class Numbers:
    """What the network says of each piece of one text."""

    labels: Floats  # probabilities [piece, label]
    seeks: Floats  # [piece, link]: what it links to
    offers: Floats  # [piece, link]: what may link to it
    nothing: Floats  # [piece]: how strongly it links to nothing
    paragraphs: NDArray[np.int64]  # [piece]: the number of its paragraph
    appraisals: Floats  # [piece, number]: those of summarizer.model.Impression


@dataclass(frozen=True, slots=True)
class Run:
    """Pieces `first` up to, not including, `end`."""

    kind: int
    first: int
    end: int
    score: float  # mean probability that its pieces are of this kind
    said: float  # of cues and contents: how far it is said rather than thought or planned


@dataclass(frozen=True, slots=True)
class Link:
    """The run that another one links to, None for nothing, and how sure that is, from 0 to 1."""

    to: Run | None
    score: float


def find_runs(labels: Floats) -> tuple[Run, ...]:
    """The most probable runs that do not overlap, in order."""
    states = np.zeros((len(labels), _STATES), dtype=np.float32)
    for label, state in enumerate(_STATE_OF_LABEL):
        states[:, state] += labels[:, label]
    path = _best_path(np.log(states + 1e-7))
    return tuple(_run(labels, states, *found) for found in _stretches(path))


def _best_path(scores: Floats) -> NDArray[np.int64]:
    """Viterbi over the legal transitions."""
    moves, every = _moves(), np.arange(_STATES)
    best = scores[0] + moves[0]
    came_from = np.zeros(scores.shape, dtype=np.int64)
    for at in range(1, len(scores)):
        reached = best[:, None] + moves
        came_from[at] = reached.argmax(0)
        best = reached[came_from[at], every] + scores[at]
    path = np.empty(len(scores), dtype=np.int64)
    path[-1] = best.argmax()
    for at in range(len(scores) - 1, 0, -1):
        path[at - 1] = came_from[at, path[at]]
    return path


def _moves() -> Floats:
    """The gain of each transition: inside comes only behind begin or inside of its kind, a restart costs."""
    moves = np.zeros((_STATES, _STATES), dtype=np.float32)
    for inside in _INSIDES:
        same = [inside - 1, inside]
        moves[:, inside] = -_IMPOSSIBLE
        moves[same, inside] = 0.0
        moves[same, inside - 1] = -RESTART
    return moves


def _stretches(path: NDArray[np.int64]) -> Iterator[tuple[int, int, int]]:
    """Kind, first piece and end of each run on the path."""
    for first in map(int, np.flatnonzero(path % 2 == 1)):
        others = np.flatnonzero(path[first + 1 :] != path[first] + 1)
        end = first + 1 + int(others[0]) if len(others) else len(path)
        yield int(path[first]) // 2, first, end


def _run(labels: Floats, states: Floats, kind: int, first: int, end: int) -> Run:
    score = states[first:end, 2 * kind + 1 : 2 * kind + 3].sum(1).mean()
    if kind == SOURCE:
        return Run(kind, first, end, float(score), 1.0)
    at = 4 * kind - 1  # its labels are four in a row: said, said, other, other
    said, other = labels[first:end, at : at + 2].sum(), labels[first:end, at + 2 : at + 4].sum()
    return Run(kind, first, end, float(score), float(said / (said + other)))


def link(run: Run, candidates: Sequence[Run], numbers: Numbers) -> Link:
    """The candidate that most of the run's attention goes to, nearer ones preferred; or nothing.

    A cue may have nothing because it has no source ("it was said"), a content only if no cue is near.
    """
    low, high = max(0, run.first - REACH), min(len(numbers.labels), run.end + REACH)
    within = [to for to in candidates if low <= to.first and to.end <= high]
    shares = _attention(run, numbers, low, high)
    given = [float(shares[1 + to.first - low : 1 + to.end - low].sum()) for to in within]
    weights = [_weight(run, to, share, numbers) for to, share in zip(within, given, strict=True)]
    nothing = float(shares[0]) * NOTHING if run.kind == CUE else 0.0
    everything = sum(weights) + nothing
    if not everything or nothing > max(weights, default=0.0):
        return Link(None, nothing / everything if everything else 1.0)
    best = int(np.argmax(weights))
    return Link(within[best], weights[best] / everything)


def _attention(run: Run, numbers: Numbers, low: int, high: int) -> Floats:
    """The mean share of the run's attention that nothing gets, and each piece from `low` to `high`."""
    rows = slice(run.first, run.end)
    scores = np.column_stack([numbers.nothing[rows], numbers.seeks[rows] @ numbers.offers[low:high].T])
    shares = np.exp(scores - scores.max(1, keepdims=True))
    mean: Floats = (shares / shares.sum(1, keepdims=True)).mean(0)
    return mean


def _weight(run: Run, to: Run, share: float, numbers: Numbers) -> float:
    """The share of attention that `to` gets, less with every piece and every paragraph between."""
    gap = max(0, to.first - run.end, run.first - to.end)
    apart = abs(int(numbers.paragraphs[to.first]) - int(numbers.paragraphs[run.first]))
    if share < (ELSEWHERE if apart else BESIDE):
        return 0.0
    return share * float((1 + gap) ** -PIECE_FADES * PARAGRAPH_FADES**apart)
