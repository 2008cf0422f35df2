"""Learns which way to tell a figure can be understood alone: the weights of summarizer/figures/clearness.py.

python -m train.clearness JUDGED

JUDGED is a list of {"text", "figures": [{"start": of the number in the text, "ways": {a way to tell it: whether an editor understands it
without the text, and finds it whole and true}}]}. Prints the weights by their names; and of figures that they were not fitted to how
often the best way is a good one, where any is, and how many of those that are likelier than CLEAR to be understood are.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from summarizer.default_model import DEFAULT_MODEL
from summarizer.figures.clearness import CLEAR, WEIGHTS, Told, features
from summarizer.figures.counted import counted_noun
from summarizer.figures.frames import Place, frames_of
from summarizer.figures.label import text_of
from summarizer.figures.same import dimension
from summarizer.model import Figure
from summarizer.reader import Reader, load_reader
from train.logistic import Numbers, chance_of, fit_chance, with_bias

RIDGE, FOLDS = 2.0, 8  # with a ridge of 0.5 or 4 as many of the best ways are good


@dataclass(frozen=True, slots=True)
class Judged:
    """A figure: the features of the ways to tell it, one a row, and which of them are good."""

    features: Numbers
    is_good: NDArray[np.bool_]


def read_text(row: dict[str, Any], reader: Reader) -> Iterator[Judged]:
    """The judged figures of a text, with the ways that are still made."""
    doc = reader.pipeline(row["text"])
    found = {figure.span.start: figure for figure in reader.extract(row["text"]).figures}
    for judged in row["figures"]:
        figure = found.get(judged["start"])
        tokens = figure and doc.char_span(figure.span.start, figure.span.end, alignment_mode="expand")
        if figure is None or tokens is None:
            continue
        place = Place(doc, frozenset(range(tokens.start, tokens.end)))
        told = Told(dimension(figure), figure.source is not None, lacks_noun=False)
        noun = counted_noun(doc, tokens) if is_counted(figure) else None
        rows = [
            (list(features(frame, place, told).values()), judged["ways"][way])
            for frame in frames_of(place, noun)
            if (way := text_of(frame.words, place)) in judged["ways"]
        ]
        if rows:
            yield Judged(np.array([row for row, _ in rows], float), np.array([good for _, good in rows]))


def is_counted(figure: Figure) -> bool:
    return figure.unit is not None and dimension(figure) is None


def fit(figures: Iterable[Judged]) -> Numbers:
    """The weights of the features, and last the bias."""
    parts = list(figures)
    rows = np.concatenate([one.features for one in parts])
    return fit_chance(rows, np.concatenate([one.is_good for one in parts]).astype(float), RIDGE)


def best_of(figures: Sequence[Judged]) -> Iterator[tuple[float, bool, bool]]:
    """Of each figure, by weights fitted to the others: how likely its best way is good, whether it is, whether any is."""
    for fold in range(FOLDS):
        weights = fit(one for at, one in enumerate(figures) if at % FOLDS != fold)
        for one in figures[fold::FOLDS]:
            chance = chance_of(with_bias(one.features), weights)
            yield float(chance.max()), bool(one.is_good[chance.argmax()]), bool(one.is_good.any())


def main(path: Path) -> None:
    """Fits, and prints weights and their worth on figures that they were not fitted to."""
    reader = load_reader(DEFAULT_MODEL)
    rows = json.loads(path.read_text(encoding="utf-8"))
    figures = [one for row in rows for one in read_text(row, reader)]
    for name, each in zip((*WEIGHTS, "bias"), fit(figures), strict=True):
        print(f"{each:6.2f}  {name}")  # noqa: T201  # a command line
    best = list(best_of(figures))
    told = [is_good for _, is_good, can in best if can]
    clear = [is_good for chance, is_good, _ in best if chance >= CLEAR]
    print(f"best way good: {sum(told)} of {len(told)} figures that have a good one")  # noqa: T201
    print(f"shown: {len(clear)} of {len(best)}, good: {sum(clear)}")  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]))
