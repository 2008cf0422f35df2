"""Learns what a brief shows: the weights of summarizer/brief/choice.py from pages whose statements editors have ranked.

python -m train.choice FOLDER

FOLDER holds NAME.html.gz, a page, beside NAME.json: {"url", "statements": [{"source": [accepted names], "has": [words of the
page], "rank": 3 a must, 2 worth having, 1 no loss}]}. Prints the weights by their names, and how
well a page is ordered by weights that were fitted to the others: of two statements of different rank, how often the higher first.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from summarizer.article import article_of_page
from summarizer.brief.choice import WEIGHTS, features, setting_of
from summarizer.brief.lead import find_lead
from summarizer.brief.points import find_points
from summarizer.brief.shorten import shortened
from summarizer.brief.words import run_of
from summarizer.default_model import DEFAULT_MODEL
from summarizer.merge import merge
from summarizer.model import Bullet
from summarizer.reader import Reader, load_reader

# What a statement of each rank is worth, one that nobody ranked first.
WORTH = (0.0, 0.15, 0.45, 1.0)
RIDGE = 10.0  # from 1 to 20 no fold changes by more than three statements
Numbers = NDArray[np.float64]


def read_page(path: Path, reader: Reader) -> tuple[Numbers, Numbers]:
    """The features of a page's statements, one a row, and what each is worth."""
    gold = json.loads(
        path.with_name(f"{path.name.removesuffix('.html.gz')}.json").read_text(encoding="utf-8")
    )
    article = article_of_page(gzip.decompress(path.read_bytes()), gold["url"], "", None)
    extract = reader.extract(article.text)
    bullets = merge(find_points(article, extract.statements))
    setting = setting_of(bullets, [article], find_lead(article, extract))
    wanted = setting.title | setting.lead
    rows = np.array(
        [
            list(features(bullet, setting, shortened(bullet, wanted, setting.known)).values())
            for bullet in bullets
        ],
        float,
    )
    return rows, np.array([WORTH[rank_of(bullet, gold["statements"])] for bullet in bullets])


def rank_of(bullet: Bullet, ranked: Sequence[dict[str, Any]]) -> int:
    """The highest rank among the editors' statements that a bullet holds under an accepted name; 0: none."""
    said, name = (
        run_of(f"{bullet.cue or ''} {bullet.text}"),
        run_of(bullet.source.name if bullet.source else ""),
    )
    return max(
        (
            one["rank"]
            for one in ranked
            if any(run_of(words) in said for words in one["has"])
            and any(run_of(accepted) in name or name in run_of(accepted) for accepted in one["source"])
        ),
        default=0,
    )


def fit(pages: Sequence[tuple[Numbers, Numbers]]) -> Numbers:
    """Ridge regression of worth on features; the last weight is the bias, which is not held small."""
    rows = np.vstack([with_bias(rows) for rows, _ in pages])
    worth = np.concatenate([worth for _, worth in pages])
    held = np.eye(rows.shape[1]) * RIDGE
    held[-1, -1] = 1e-6
    return np.linalg.solve(rows.T @ rows + held, rows.T @ worth)


def with_bias(rows: Numbers) -> Numbers:
    return np.hstack([rows, np.ones((len(rows), 1))])


def in_order(weights: Numbers, page: tuple[Numbers, Numbers]) -> Iterator[bool]:
    """For each two statements of different worth whether the worthier one weighs more."""
    rows, worth = page
    weight = with_bias(rows) @ weights
    for one, two in combinations(range(len(rows)), 2):
        if worth[one] != worth[two]:
            yield bool((weight[one] > weight[two]) == (worth[one] > worth[two]))


def main(folder: Path) -> None:
    """Fits, and prints weights and their worth on pages that they were not fitted to."""
    reader = load_reader(DEFAULT_MODEL)
    read = (read_page(path, reader) for path in sorted(folder.glob("*.html.gz")))
    pages = [page for page in read if len(page[1])]
    right = [
        each for at, page in enumerate(pages) for each in in_order(fit([*pages[:at], *pages[at + 1 :]]), page)
    ]
    for name, weight in zip((*WEIGHTS, "bias"), fit(pages), strict=True):
        print(f"{weight:6.2f}  {name}")  # noqa: T201  # a command line
    print(f"in order on unseen pages: {np.mean(right):.1%} of {len(right)}")  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]))
