"""Learns how likely it is that an editor finds fault with a line: the weights of summarizer/brief/fault.py.

python -m train.fault GRADED VALUES

GRADED is a folder of graded texts (graded.py), VALUES what train.appraisal wrote for it. Prints the weights by their names; and for
every second text, by weights that were fitted to the others: of a faulty line and a sound one, how often the faulty is held likelier to be.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from summarizer.brief.fault import WEIGHTS, features
from summarizer.brief.weights import impression_of, setting_of
from summarizer.model import Appraisal
from train.graded import Graded, read_appraisals, read_graded
from train.logistic import Numbers, chance_of, fit_chance, with_bias

RIDGE = 4.0  # with 1 or 10 as many pairs are in order
Text = tuple[Graded, Appraisal]


def rows_of(texts: Sequence[Text]) -> tuple[Numbers, Numbers, Numbers]:
    """The features of each graded statement, whether its line has a fault, and whether the brief showed it."""
    rows, faulty, shown = [], [], []
    for text, appraisal in texts:
        appraisals = {text.article.url: appraisal}
        setting = setting_of(text.statements, [text.article], text.lead, appraisals=appraisals)
        for grade in text.grades:
            impression = impression_of(grade.bullet, setting)
            rows.append(list(features(grade.bullet, setting.known, impression).values()))
            faulty.append(grade.is_faulty)
            shown.append(grade.shown)
    return np.array(rows, float), np.array(faulty, float), np.array(shown, float)


def in_order(chance: Numbers, faulty: Numbers) -> float:
    """Of all pairs of a faulty line and a sound one, the share in which the first is likelier to be; a tie is a half."""
    difference = chance[faulty == 1][:, None] - chance[faulty == 0][None]
    return float(np.mean(difference > 0) + np.mean(difference == 0) / 2)


def main(folder: Path, values: Path) -> None:
    """Fits, and prints weights and their worth on texts that they were not fitted to."""
    texts = list(zip(read_graded(folder), read_appraisals(values), strict=True))
    rows, faulty, _ = rows_of(texts)
    for name, each in zip((*WEIGHTS, "bias"), fit_chance(rows, faulty, RIDGE), strict=True):
        print(f"{each:6.2f}  {name}")  # noqa: T201  # a command line
    for fitted, unseen in ((texts[::2], texts[1::2]), (texts[1::2], texts[::2])):
        rows, faulty, _ = rows_of(fitted)
        weights = fit_chance(rows, faulty, RIDGE)
        rows, faulty, shown = rows_of(unseen)
        chance = chance_of(with_bias(rows), weights)
        of_shown = in_order(chance[shown == 1], faulty[shown == 1])
        print(f"in order on unseen texts: {in_order(chance, faulty):.1%}, of shown lines {of_shown:.1%}")  # noqa: T201


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
