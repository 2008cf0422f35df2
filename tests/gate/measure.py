"""A measure: one figure of the gate, in percent, the higher the better."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measure:
    """`percent` from 0 to 100 of `judged` items; `detail` says how many of them."""

    family: str
    name: str
    percent: float
    judged: int
    detail: str

    @property
    def key(self) -> str:
        return f"{self.family}: {self.name}"


def share(family: str, name: str, judged: Iterable[bool]) -> Measure:
    """How many of the judged are right. Raises ValueError when nothing was judged: that proves nothing."""
    marks = list(judged)
    if not marks:
        raise ValueError(f"nothing to judge: {family}: {name}")
    return Measure(family, name, 100 * sum(marks) / len(marks), len(marks), f"{sum(marks)} of {len(marks)}")


def balance(precision: Measure, recall: Measure, name: str) -> Measure:
    """F1, the harmonic mean of two measures."""
    both = precision.percent + recall.percent
    f1 = 2 * precision.percent * recall.percent / both if both else 0.0
    judged = min(precision.judged, recall.judged)
    return Measure(precision.family, name, f1, judged, f"found {recall.detail}, right {precision.detail}")
