"""Logistic regression by Newton's steps."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

STEPS = 30
Numbers = NDArray[np.float64]


def fit_chance(rows: Numbers, is_so: Numbers, ridge: float) -> Numbers:
    """The weights of the columns, and last the bias, which is not held small."""
    rows = with_bias(rows)
    held = np.diag([ridge] * (rows.shape[1] - 1) + [0.0])
    weights = np.zeros(rows.shape[1])
    for _ in range(STEPS):
        chance = chance_of(rows, weights)
        slope = rows.T @ (is_so - chance) - held @ weights
        weights += np.linalg.solve((rows.T * (chance * (1 - chance))) @ rows + held, slope)
    return weights


def with_bias(rows: Numbers) -> Numbers:
    return np.hstack([rows, np.ones((len(rows), 1))])


def chance_of(rows: Numbers, weights: Numbers) -> Numbers:
    """The chance of each row, which has a last column of ones."""
    return np.asarray(1 / (1 + np.exp(-rows @ weights)))
