"""Learns which statements of two outlets are one: the weights of summarizer/merge/judge.py.

python -m train.merge EVENTS ARTICLES

ARTICLES is a JSON list of {"id", "text"}. EVENTS is a folder of JSON files, one an event: {"event", "articles": [ids], "same": [pairs],
"distinct": [pairs]}; a pair is {"a": {"article", "start", "end"}, "b": the like, "doubtful": bool}, offsets in characters. Own pairs of
invented statements (tests/summarizer/merge_pairs.py) are learned from, too. Prints the weights by their names, and how the pairs of
each event are judged by weights that were fitted without it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from summarizer.article import article_from_text
from summarizer.brief import beside_notes, with_cells
from summarizer.brief.facts import fact_bullet, own_sentences
from summarizer.brief.points import find_points
from summarizer.default_model import DEFAULT_MODEL
from summarizer.merge import with_full_names
from summarizer.merge.judge import LEAST, WEIGHTS, features, is_refusal, lay, may_be_one
from summarizer.merge.voices import likeness
from summarizer.model import Article, Bullet, Credit, Evidence, Span
from summarizer.reader import Reader, load_reader
from summarizer.text.names import shared_surnames
from summarizer.text.words import words
from tests.summarizer.merge_pairs import OTHER, SAME

RIDGE = 1.0
STEPS = 30  # of Newton's method
# A pair merged wrongly is worse than one left apart, and surely wrong where two people said so; own pairs are short and many are
# there for other rules. Of pairs that nobody annotated many are one all the same.
WEIGHT_OF_DISTINCT, WEIGHT_OF_OWN, WEIGHT_OF_OWN_OTHER = 8.0, 0.7, 2.0
COMMON = 0.6  # of the words of the shorter of two spans that are one
OWN = "own pairs"
Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Pair:
    """Two statements that the gates let through: their event, features, and whether they are one."""

    event: str
    row: list[float]
    same: bool
    weight: float


def pairs_of(gold: dict[str, Any], texts: dict[str, str], reader: Reader) -> Iterator[Pair]:
    """The pairs of an event's articles; a pair that nobody annotated counts as two statements."""
    articles = [article_from_text(texts[key], f"file:///{key}") for key in gold["articles"]]
    bullets = list(bullets_of(articles, reader))
    read = {
        article.url: article.text for article in articles
    }  # as it was cleaned, which evidence points into
    same, apart = (set(annotated(gold[kind], texts, bullets, read)) for kind in ("same", "distinct"))
    for (i, one), (j, two) in combinations(enumerate(bullets), 2):
        row = row_of(one, two)
        if row:
            weight = 1.0 if (i, j) in same or (i, j) not in apart else WEIGHT_OF_DISTINCT
            yield Pair(gold["event"], row, (i, j) in same, weight)


def bullets_of(articles: Sequence[Article], reader: Reader) -> Sequence[Bullet]:
    """All that is merged of the articles, under full names: statements, and the sentences of their own report."""
    found: list[Bullet] = []
    for article in articles:
        extract = with_cells(article, beside_notes(article, reader.extract(article.text)))
        found += find_points(article, extract.statements)
        found += [fact_bullet(article, sentence) for sentence in own_sentences(article, extract, ())]
    return with_full_names(found, shared_surnames(article.text for article in articles))


def annotated(
    pairs: Sequence[dict[str, Any]], texts: dict[str, str], bullets: Sequence[Bullet], read: dict[str, str]
) -> Iterator[tuple[int, int]]:
    """The places of the bullets that hold the two spans of each pair which nobody doubts."""
    for one in pairs:
        if not one["doubtful"]:
            yield from both(
                *(holders(words_at(one[side], texts), one[side]["article"], bullets, read) for side in "ab")
            )


def both(left: Sequence[int], right: Sequence[int]) -> Iterator[tuple[int, int]]:
    return ((min(i, j), max(i, j)) for i in left for j in right)


def words_at(place: dict[str, Any], texts: dict[str, str]) -> set[str]:
    return {*words(texts[place["article"]][place["start"] : place["end"]])}


def holders(wanted: set[str], article: str, bullets: Sequence[Bullet], read: dict[str, str]) -> list[int]:
    """The bullets of the article whose evidence is the wanted words, most of the shorter of the two."""
    found = []
    for number, bullet in enumerate(bullets):
        spans = [proof for proof in bullet.evidence if proof.url == f"file:///{article}"]
        own = [{*words(read[proof.url][proof.span.start : proof.span.end])} for proof in spans]
        if any(len(have & wanted) >= COMMON * max(1, min(len(have), len(wanted))) for have in own):
            found.append(number)
    return found


def row_of(one: Bullet, two: Bullet) -> list[float] | None:
    """The features of two bullets; None where a gate keeps them apart."""
    if not may_be_one(one, two):
        return None
    refused = is_refusal(one.cue) and is_refusal(two.cue)
    return list(features(lay(one, two), likeness(one.source, two.source), refused=refused).values())


def own_pairs() -> Iterator[Pair]:
    """Invented statements by one source: the same, and such that only look the same."""
    source = Credit("Ada Lind")
    for table, same in ((SAME, True), (OTHER, False)):
        for pair in (pair for pairs in table.values() for pair in pairs):
            one, two = (
                Bullet(source, "said", "indirect", text, (Evidence(f"file:///{number}", Span(0, len(text))),))
                for number, text in enumerate(pair)
            )
            if row := row_of(one, two):
                yield Pair(OWN, row, same, WEIGHT_OF_OWN if same else WEIGHT_OF_OWN_OTHER)


def fit(pairs: Sequence[Pair]) -> Numbers:
    """Logistic regression held small by a ridge; the last weight is the bias."""
    rows = np.array([[*pair.row, 1.0] for pair in pairs])
    same = np.array([float(pair.same) for pair in pairs])
    counts = np.array([pair.weight for pair in pairs])
    held = np.eye(rows.shape[1]) * RIDGE
    held[-1, -1] = 1e-6
    weights = np.zeros(rows.shape[1])
    for _ in range(STEPS):
        told = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (counts * (told - same)) + held @ weights
        weights -= np.linalg.solve((rows * (counts * told * (1 - told))[:, None]).T @ rows + held, slope)
    return weights


def judged(weights: Numbers, pairs: Sequence[Pair]) -> Iterator[tuple[bool, bool]]:
    """For each pair whether it is judged one, and whether it is."""
    for pair in pairs:
        told = 1 / (1 + np.exp(-np.dot([*pair.row, 1.0], weights)))
        yield bool(told >= LEAST), pair.same


def main(events: Path, articles: Path) -> None:
    """Fits, and prints weights and their worth on events that they were not fitted to."""
    reader = load_reader(DEFAULT_MODEL)
    texts = {one["id"]: one["text"] for one in json.loads(articles.read_text(encoding="utf-8"))}
    golds = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(events.glob("*.json"))]
    pairs = [pair for gold in golds for pair in pairs_of(gold, texts, reader)] + list(own_pairs())
    told = [
        outcome
        for name in dict.fromkeys(pair.event for pair in pairs if pair.event != OWN)
        for outcome in judged(
            fit([pair for pair in pairs if pair.event != name]),
            [pair for pair in pairs if pair.event == name],
        )
    ]
    for name, weight in zip((*WEIGHTS, "bias"), fit(pairs), strict=True):
        print(f'    "{name}": {weight:.2f},')  # noqa: T201  # a command line
    of_same = [is_one for is_one, same in told if same]
    wrong = sum(is_one for is_one, same in told if not same)
    print(f"unseen events: {sum(of_same)} of {len(of_same)} pairs found, {wrong} others merged")  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
