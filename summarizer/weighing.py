"""What weights that were learned make of the features of a thing."""

from __future__ import annotations

import math
from collections.abc import Mapping


def weigh(found: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The features that were `found`, each by its weight, in one sum."""
    return sum(weights[name] * value for name, value in found.items())


def chance(found: Mapping[str, float], weights: Mapping[str, float], bias: float) -> float:
    """The chance, 0 to 1, that logistic regression gives to a thing with these features."""
    return 1 / (1 + math.exp(-(bias + weigh(found, weights))))
