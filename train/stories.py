"""Learns how surely two articles tell of one event: the weights of summarizer/stories/likeness.py.

python -m train.stories FILE ...

A FILE holds a JSON list of articles: {"event", "text"[, "title"]}. Events whose names are alike up to a "_" are twins of one topic.
Prints the weights learned from all topics, and those learned from each half of them.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from summarizer.stories.features import find_features
from summarizer.stories.likeness import Compared, Rarities, compare, make_profile

# What all pairs of one event, all of twin events and all of two topics weigh in each file.
ONE_EVENT, TWINS, TWO_TOPICS = 1.0, 0.7, 0.5
ROUNDS, RIDGE = 60, 1e-3
FIXED = Compared._fields.index("twins")  # no likeness outweighs it: not learned
Numbers = NDArray[np.float64]
Pair = tuple[
    int, float, Sequence[float]
]  # half, worth, what is compared; a worth below zero is of two events


def read_pairs(path: Path) -> Iterator[Pair]:
    """Pairs within each half of the topics, the pairs of each kind with their worth in all."""
    articles: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    rarities = Rarities.none()
    found = [find_features(one["text"], one.get("title")) for one in articles]
    for features in found:
        rarities.count(features)
    profiles = [make_profile(features, rarities) for features in found]
    topics = [one["event"].split("_")[0] for one in articles]
    half = {topic: number % 2 for number, topic in enumerate(sorted(set(topics)))}
    kinds: dict[float, list[tuple[int, Sequence[float]]]] = {ONE_EVENT: [], -TWINS: [], -TWO_TOPICS: []}
    for one, two in combinations(range(len(articles)), 2):
        if half[topics[one]] != half[topics[two]]:
            continue
        same_topic, same = topics[one] == topics[two], articles[one]["event"] == articles[two]["event"]
        worth = ONE_EVENT if same else -TWINS if same_topic else -TWO_TOPICS
        compared = compare(profiles[one], profiles[two], rarities)
        kinds[worth].append((half[topics[one]], (*compared[:FIXED], 1.0)))
    for worth, pairs in kinds.items():
        yield from ((of, 1000 * worth / len(pairs), compared) for of, compared in pairs)


def fit(pairs: Sequence[Pair]) -> Numbers:
    """Weights of a logistic model, the last one its base."""
    rows = np.array([compared for _, _, compared in pairs])
    worth = np.abs([one for _, one, _ in pairs])
    same = np.array([one > 0 for _, one, _ in pairs], float)
    weights = np.zeros(rows.shape[1])
    ridge = RIDGE * np.eye(len(weights))
    for _ in range(ROUNDS):
        odds = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (worth * (odds - same)) + ridge @ weights
        bend = (rows * (worth * odds * (1 - odds))[:, None]).T @ rows + ridge
        weights = weights - np.linalg.solve(bend, slope)
    return weights


def main() -> None:
    """Prints the weights."""
    pairs = [pair for name in sys.argv[1:] for pair in read_pairs(Path(name))]
    for what, some in (
        ("all", pairs),
        *((half, [one for one in pairs if one[0] == half]) for half in (0, 1)),
    ):
        names = (*Compared._fields[:FIXED], "base")
        told = " ".join(f"{name} {weight:.2f}" for name, weight in zip(names, fit(some), strict=True))
        sys.stdout.write(f"{what}: {told}\n")


if __name__ == "__main__":
    main()
