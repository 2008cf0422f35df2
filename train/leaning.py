"""Learns how likely it is that a reader does not understand a line: the weights of summarizer/brief/understood.py.

python -m train.leaning GRADED

GRADED is a folder of graded texts (graded.py). Prints the weights by their names; and for every second text, by weights that were
fitted to the others: of a line that leans and another one, how often the one that leans is held likelier to.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from summarizer.brief.understood import WEIGHTS, features
from summarizer.brief.weights import setting_of
from train.graded import LEANS, Graded, read_graded
from train.logistic import Numbers, chance_of, fit_chance, with_bias

RIDGE = 4.0  # with 1 or 10 as many pairs are in order


def rows_of(texts: Sequence[Graded]) -> tuple[Numbers, Numbers, Numbers]:
    """The features of each graded statement, whether its line leans, and whether the brief showed it."""
    rows, leans, shown = [], [], []
    for text in texts:
        known = setting_of(text.statements, [text.article], text.lead).known
        for grade in text.grades:
            rows.append(list(features(grade.bullet, known).values()))
            leans.append(LEANS in grade.faults)
            shown.append(grade.shown)
    return np.array(rows, float), np.array(leans, float), np.array(shown, float)


def in_order(chance: Numbers, leans: Numbers) -> float:
    """Of all pairs of a line that leans and one that does not, the share in which the first is likelier to; a tie is a half."""
    difference = chance[leans == 1][:, None] - chance[leans == 0][None]
    return float(np.mean(difference > 0) + np.mean(difference == 0) / 2)


def main(folder: Path) -> None:
    """Fits, and prints weights and their worth on texts that they were not fitted to."""
    texts = list(read_graded(folder))
    rows, leans, _ = rows_of(texts)
    for name, each in zip((*WEIGHTS, "bias"), fit_chance(rows, leans, RIDGE), strict=True):
        print(f"{each:6.2f}  {name}")  # noqa: T201  # a command line
    for fitted, unseen in ((texts[::2], texts[1::2]), (texts[1::2], texts[::2])):
        rows, leans, _ = rows_of(fitted)
        weights = fit_chance(rows, leans, RIDGE)
        rows, leans, shown = rows_of(unseen)
        chance = chance_of(with_bias(rows), weights)
        of_shown = in_order(chance[shown == 1], leans[shown == 1])
        print(f"in order on unseen texts: {in_order(chance, leans):.1%}, of shown lines {of_shown:.1%}")  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]))
