"""Learns which stretch of a page tells a figure so that it can be understood alone: the weights of summarizer/figures/clearness.py.

python -m train.clearness JUDGED

JUDGED is a list of {"text", "figures": [{"start": of the number in the text, "ways": {a stretch that tells it: whether an editor
understands it below the lead, and finds it whole and true}}]}. Fits the weights to the texts with an even place in the list, and
prints them by their names; and of the figures of the others how often the best stretch is a good one, where any is, and how many
of those that are likelier than CLEAR to be understood are.
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
from summarizer.figures.clearness import CLEAR, WEIGHTS, features
from summarizer.figures.counted import counted_noun
from summarizer.figures.same import dimension
from summarizer.figures.stretches import Place, stretches_of
from summarizer.figures.whole_clauses import Told
from summarizer.model import Figure
from summarizer.reader import Reader, load_reader
from train.logistic import Numbers, chance_of, fit_chance, with_bias

RIDGE = 3.0


@dataclass(frozen=True, slots=True)
class Judged:
    """A figure: the features of the stretches that tell it, one a row, and which of them are good."""

    features: Numbers
    is_good: NDArray[np.bool_]


def read_text(row: dict[str, Any], reader: Reader) -> Iterator[Judged]:
    """The judged figures of a text, with the stretches that are still made."""
    doc = reader.pipeline(row["text"])
    found = {figure.span.start: figure for figure in reader.extract(row["text"]).figures}
    for judged in row["figures"]:
        figure = found.get(judged["start"])
        tokens = figure and doc.char_span(figure.span.start, figure.span.end, alignment_mode="expand")
        if figure is None or tokens is None:
            continue
        place = Place(doc, frozenset(range(tokens.start, tokens.end)))
        told = Told(dimension(figure), figure.source, lacks_noun=False)
        noun = counted_noun(doc, tokens) if is_counted(figure) else None
        rows = [
            (list(features(stretch, told).values()), judged["ways"][stretch.text])
            for stretch in stretches_of(place, noun, told)
            if stretch.text in judged["ways"]
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


def best_of(figures: Sequence[Judged], weights: Numbers) -> Iterator[tuple[float, bool, bool]]:
    """Of each figure how likely its best stretch is good, whether it is, and whether any is."""
    for one in figures:
        chance = chance_of(with_bias(one.features), weights)
        yield float(chance.max()), bool(one.is_good[chance.argmax()]), bool(one.is_good.any())


def main(path: Path) -> None:
    """Fits, and prints weights and their worth on figures that they were not fitted to."""
    reader = load_reader(DEFAULT_MODEL)
    rows = [list(read_text(row, reader)) for row in json.loads(path.read_text(encoding="utf-8"))]
    weights = fit(one for row in rows[::2] for one in row)
    for name, each in zip((*WEIGHTS, "bias"), weights, strict=True):
        print(f"{each:6.2f}  {name}")  # noqa: T201  # a command line
    best = list(best_of([one for row in rows[1::2] for one in row], weights))
    told = [is_good for _, is_good, can in best if can]
    clear = [is_good for chance, is_good, _ in best if chance >= CLEAR]
    print(f"best stretch good: {sum(told)} of {len(told)} figures that have a good one")  # noqa: T201
    print(f"shown: {len(clear)} of {len(best)}, good: {sum(clear)}")  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]))
