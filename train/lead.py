"""Learns which sentence of an article says the news: the weights of summarizer/brief/news.py.

python -m train.lead JUDGED PAGES

JUDGED is a list of {"text", "title": or null, "lead": [{"start", "end"} of the sentences that an editor would lead with]}. PAGES is
the folder of train.choice, whose pages give "lead_any", words that a good lead holds. Prints the weights by their names; and
of texts that they were not fitted to how often the best sentence is an editor's.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from summarizer.article import article_from_text, article_of_page
from summarizer.brief import story_found
from summarizer.brief.lead import opening, sentences_of
from summarizer.brief.news import WEIGHTS, features, story_of
from summarizer.brief.words import run_of
from summarizer.default_model import DEFAULT_MODEL
from summarizer.model import Article, Extract, Span
from summarizer.reader import Reader, load_reader

RIDGE, FOLDS, STEPS = 1.0, 8, 30  # with a ridge of 0.3 or 2 as many are an editor's
SMALLEST_STEP, ENOUGH = 1e-3, 1e-4
Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Opening:
    """The first sentences of an article: their features, one a row, and which of them an editor takes."""

    features: Numbers
    is_taken: NDArray[np.bool_]


def read_judged(row: dict[str, Any], reader: Reader) -> Opening:
    """A text with the sentences that an editor took; the first of these leads."""
    article = article_from_text(row["text"], "file:judged")
    article = replace(article, title=row["title"] or article.title)
    first = min(one["start"] for one in row["lead"])
    return opening_of(article, reader.extract(article.text), lambda span: span.start == first)


def read_page(path: Path, reader: Reader) -> Opening:
    """A page; each sentence leads that holds the words of a good lead."""
    gold = json.loads(
        path.with_name(f"{path.name.removesuffix('.html.gz')}.json").read_text(encoding="utf-8")
    )
    article = article_of_page(gzip.decompress(path.read_bytes()), gold["url"], "", None)
    wanted = [run_of(one) for one in gold["lead_any"]]
    return opening_of(
        article,
        reader.extract(article.text),
        lambda span: any(one in run_of(span.of(article.text)) for one in wanted),
    )


def opening_of(article: Article, extract: Extract, is_taken: Callable[[Span], bool]) -> Opening:
    """The sentences at the top of an article with their features."""
    sentences = sentences_of(article)
    story = story_of(article, story_found(article, extract), sentences)
    top = opening(article, sentences)
    rows = [list(features(span, place, story).values()) for place, span in top]
    return Opening(np.array(rows, float), np.array([is_taken(span) for _, span in top], bool))


def fit(openings: Sequence[Opening]) -> Numbers:
    """Conditional logistic regression: of each opening, how likely a sentence is the one. Newton's steps, halved where they go too far."""
    taken = [one for one in openings if one.is_taken.any()]
    weights = np.zeros(len(WEIGHTS))
    reached = worth(weights, taken)
    for _ in range(STEPS):
        slope, bend = -RIDGE * weights, np.eye(len(weights)) * RIDGE
        for one in taken:
            chance = chance_of(one, weights)
            aim = np.where(one.is_taken, chance, 0) / chance[one.is_taken].sum()
            mean = one.features.T @ chance
            slope += one.features.T @ (aim - chance)
            bend += (one.features.T * chance) @ one.features - np.outer(mean, mean)
        step, size = np.linalg.solve(bend, slope), 1.0
        while worth(weights + size * step, taken) < reached and size > SMALLEST_STEP:
            size /= 2
        weights = weights + size * step
        before, reached = reached, worth(weights, taken)
        if reached - before < ENOUGH:
            break
    return weights


def worth(weights: Numbers, openings: Sequence[Opening]) -> float:
    """How likely the weights make what editors took, as a logarithm, less what keeps the weights small."""
    likely = sum(float(np.log(chance_of(one, weights)[one.is_taken].sum())) for one in openings)
    return likely - RIDGE / 2 * float(weights @ weights)


def chance_of(one: Opening, weights: Numbers) -> Numbers:
    weighed = one.features @ weights
    likely = np.exp(weighed - weighed.max())
    return np.asarray(likely / likely.sum())


def best_taken(openings: Sequence[Opening]) -> Iterator[bool]:
    """Of each opening whether an editor takes its best sentence, by weights fitted to the others."""
    for fold in range(FOLDS):
        weights = fit([one for at, one in enumerate(openings) if at % FOLDS != fold])
        for one in openings[fold::FOLDS]:
            yield bool(one.is_taken[(one.features @ weights).argmax()])


def main(judged: Path, pages: Path) -> None:
    """Fits, and prints weights and their worth on texts that they were not fitted to."""
    reader = load_reader(DEFAULT_MODEL)
    rows = json.loads(judged.read_text(encoding="utf-8"))
    texts = [read_judged(row, reader) for row in rows]
    of_pages = [read_page(path, reader) for path in sorted(pages.glob("*.html.gz"))]
    found = [one for one in (*texts, *of_pages) if len(one.features)]
    for name, each in zip(WEIGHTS, fit(found), strict=True):
        print(f"{each:6.2f}  {name}")  # noqa: T201  # a command line
    right = list(best_taken(found))
    print(f"an editor's sentence on unseen texts: {sum(right)} of {len(right)}")  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
