"""Learns which sentences of an article's own report an editor would miss: the weights of summarizer/brief/facts.py.

python -m train.facts JUDGED

JUDGED is a list of {"text", "title": or null, "facts": {start of a sentence: 1 a must that the brief lacked or had as a fact, 0.4 one that is
good to have}}. Prints the weights by their names; and of texts that they were not fitted to how many of the likeliest three
sentences of each text, where they are likely enough to be offered, are musts.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from summarizer.article import article_from_text
from summarizer.brief import story_found
from summarizer.brief.facts import (
    LEAST_CHANCE,
    MOST_FACTS,
    WEIGHTS,
    features,
    numbers_of,
    own_sentences,
    report_of,
)
from summarizer.brief.lead import find_lead
from summarizer.brief.numbers import MOST_FOR_FACTS, key_figures
from summarizer.default_model import DEFAULT_MODEL
from summarizer.reader import Reader, load_reader
from train.logistic import Numbers, chance_of, fit_chance, with_bias

RIDGE, FOLDS = 3.0, 8  # with a ridge of 1 or 10 as many of the likeliest are musts


@dataclass(frozen=True, slots=True)
class Judged:
    """The sentences of a text's own report: their features, one a row, and what they are worth from 0 to 1."""

    features: Numbers
    worth: Numbers


def read_text(row: dict[str, Any], reader: Reader) -> Judged:
    """The sentences of a text's own report beside its lead."""
    article = article_from_text(row["text"], "file:judged")
    article = replace(article, title=row["title"] or article.title)
    extract = story_found(article, reader.extract(article.text))
    lead = find_lead(article, extract)
    shown = [proof.span for line in lead for proof in line.evidence]
    own = own_sentences(article, extract, shown)
    figures = [key for keys in key_figures([article], [extract], lead) for key in keys][:MOST_FOR_FACTS]
    report = report_of(article, extract, shown, own, numbers_of(article, figures))
    rows = [list(features(sentence, report).values()) for sentence in own]
    return Judged(
        np.array(rows, float).reshape(len(own), len(WEIGHTS)),
        np.array([row["facts"].get(str(sentence.start), 0.0) for sentence in own]),
    )


def fit(texts: Iterable[Judged]) -> Numbers:
    """The weights by which a sentence is missed; the last is the bias."""
    parts = list(texts)
    worth = np.concatenate([one.worth for one in parts])
    return fit_chance(np.concatenate([one.features for one in parts]), worth, RIDGE)


def offered(texts: Sequence[Judged]) -> Iterator[float]:
    """What the sentences are worth that are offered of each text, by weights fitted to the others."""
    for fold in range(FOLDS):
        weights = fit(one for at, one in enumerate(texts) if at % FOLDS != fold)
        for one in texts[fold::FOLDS]:
            chance = chance_of(with_bias(one.features), weights)
            likeliest = np.argsort(-chance)[:MOST_FACTS]
            yield from (float(one.worth[at]) for at in likeliest if chance[at] >= LEAST_CHANCE)


def main(path: Path) -> None:
    """Fits, and prints weights and their worth on texts that they were not fitted to."""
    reader = load_reader(DEFAULT_MODEL)
    texts = [read_text(row, reader) for row in json.loads(path.read_text(encoding="utf-8"))]
    for name, each in zip((*WEIGHTS, "bias"), fit(texts), strict=True):
        print(f"{each:6.2f}  {name}")  # noqa: T201  # a command line
    worth = list(offered(texts))
    musts = sum(one == 1 for one in worth)
    every = sum(int((one.worth == 1).sum()) for one in texts)
    print(f"offered: {len(worth)}, musts: {musts} of {every}")  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]))
