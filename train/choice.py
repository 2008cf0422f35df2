"""Learns what a brief shows: the weights of summarizer/brief/weights.py from pages whose statements editors have ranked.

python -m train.choice FOLDER

FOLDER holds NAME.html.gz, a page, beside NAME.json: {"url", "statements": [{"source": [accepted names], "has": [words of the
page], "rank": 3 a must, 2 worth having, 1 no loss}]}. Prints the weights by their names, and for pages by weights that were
fitted to the others: of two statements of different worth, how often the worthier weighs more; and the musts that a brief shows.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from summarizer.article import article_of_page
from summarizer.brief import make_brief
from summarizer.brief.choice import Candidate, candidates, room_beside, take
from summarizer.brief.weights import WEIGHTS, features, setting_of
from summarizer.brief.words import run_of
from summarizer.default_model import DEFAULT_MODEL
from summarizer.model import Bullet
from summarizer.reader import Reader, load_reader

# What a statement of each rank is worth, one that nobody ranked first.
WORTH = (0.0, 0.05, 0.2, 1.0)
RIDGE = 10.0  # with 5 or 20 two and three of 225 musts fewer are shown
MUST = 3
Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Page:
    """The ways to print the statements of a page: their features, one a row, and what they are worth."""

    candidates: Sequence[Candidate]
    features: Numbers
    worth: Numbers
    shares: Numbers  # of its statement that a way to print it counts
    room: int
    musts: Sequence[dict[str, Any]]
    lead: str

    @property
    def centred(self) -> tuple[Numbers, Numbers]:
        """Features and worth beside what is usual on the page, for only the statements of one page are compared."""
        usual = np.average(self.features, axis=0, weights=self.shares)
        return self.features - usual, self.worth - np.average(self.worth, weights=self.shares)


def read_page(path: Path, reader: Reader) -> Page:
    gold = json.loads(
        path.with_name(f"{path.name.removesuffix('.html.gz')}.json").read_text(encoding="utf-8")
    )
    article = article_of_page(gzip.decompress(path.read_bytes()), gold["url"], "", None)
    brief = make_brief([article], [reader.extract(article.text)])
    setting = setting_of(brief.statements, [article], brief.lead)
    found = list(candidates(brief.statements, setting))
    ways = Counter(one.at for one in found)
    return Page(
        found,
        np.array([list(features(one.bullet, setting).values()) for one in found], float),
        np.array([WORTH[rank_of(one.bullet, gold["statements"])] for one in found]),
        np.array([1 / ways[one.at] for one in found]),
        room_beside(brief.lead),
        [one for one in gold["statements"] if one["rank"] == MUST],
        run_of(" ".join(line.text for line in brief.lead)),
    )


def rank_of(bullet: Bullet, ranked: Sequence[dict[str, Any]]) -> int:
    """The highest rank among the editors' statements of which a bullet holds some words under an accepted name; 0: none."""
    return max((one["rank"] for one in ranked if holds(bullet, one, any)), default=0)


def holds(bullet: Bullet, ranked: dict[str, Any], some: Callable[[Iterable[bool]], bool] = all) -> bool:
    """Whether the bullet has all (or any) of a ranked statement's words under an accepted name."""
    said = run_of(f"{bullet.cue or ''} {bullet.text}")
    name = run_of(bullet.source.name if bullet.source else "")
    return some(run_of(words) in said for words in ranked["has"]) and any(
        run_of(accepted) in name or (name.strip() and name in run_of(accepted))
        for accepted in ranked["source"]
    )


def fit(pages: Sequence[Page]) -> Numbers:
    """Ridge regression of worth on features within each page; the last weight is the bias, which is not held small."""
    rows, worth = (np.concatenate(parts) for parts in zip(*(page.centred for page in pages), strict=True))
    shares = np.concatenate([page.shares for page in pages])
    held = np.eye(rows.shape[1]) * RIDGE
    weights = np.linalg.solve(rows.T @ (rows * shares[:, None]) + held, rows.T @ (shares * worth))
    usual = np.average(np.concatenate([page.features for page in pages]), axis=0, weights=shares)
    bias = np.average(np.concatenate([page.worth for page in pages]), weights=shares) - usual @ weights
    return np.append(weights, bias)


def in_order(weights: Numbers, page: Page) -> Iterator[bool]:
    """For each two statements of different worth whether the worthier one weighs more."""
    weighed = page.features @ weights[:-1]
    for one, two in combinations(range(len(weighed)), 2):
        if page.worth[one] != page.worth[two]:
            yield bool((weighed[one] > weighed[two]) == (page.worth[one] > page.worth[two]))


def musts_shown(weights: Numbers, page: Page) -> int:
    """How many of the page's musts its brief shows, by these weights."""
    weighed = page.features @ weights[:-1] + weights[-1]
    found = [replace(one, weight=float(each)) for one, each in zip(page.candidates, weighed, strict=True)]
    taken = [one.bullet for one in take(found, page.room)]
    return sum(
        any(holds(bullet, must) for bullet in taken)
        or all(run_of(words) in page.lead for words in must["has"])
        for must in page.musts
    )


def main(folder: Path) -> None:
    """Fits, and prints weights and their worth on pages that they were not fitted to."""
    reader = load_reader(DEFAULT_MODEL)
    read = (read_page(path, reader) for path in sorted(folder.glob("*.html.gz")))
    pages = [page for page in read if page.candidates]
    unseen = [(fit([*pages[:at], *pages[at + 1 :]]), page) for at, page in enumerate(pages)]
    fitted = fit(pages)
    for name, each in zip((*WEIGHTS, "bias"), fitted, strict=True):
        print(f"{each:6.2f}  {name}")  # noqa: T201  # a command line
    right = [each for weights, page in unseen for each in in_order(weights, page)]
    musts = sum(len(page.musts) for page in pages)
    print(f"in order on unseen pages: {np.mean(right):.1%} of {len(right)}")  # noqa: T201
    print(f"musts shown on unseen pages: {sum(musts_shown(*each) for each in unseen)} of {musts}")  # noqa: T201
    print(f"with all pages: {sum(musts_shown(fitted, page) for page in pages)}")  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]))
