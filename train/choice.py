"""Learns what a brief shows: the weights of summarizer/brief/weights.py from pages and texts whose statements editors have ranked.

python -m train.choice FOLDER GRADED VALUES

FOLDER holds NAME.html.gz, a page, beside NAME.json: {"url", "statements": [{"source": [accepted names], "has": [words of the
page], "rank": 3 a must, 2 worth having, 1 no loss}]}. GRADED is a folder of graded texts (graded.py), VALUES what
train.appraisal wrote for it. Prints the weights by their names, and for pages by weights that were fitted to the others: of two
statements of different worth, how often the worthier weighs more; and for several losses of a line that reads badly the musts that
briefs of pages show, and what those of graded texts do.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, starmap
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from summarizer.article import article_of_page
from summarizer.brief import make_brief
from summarizer.brief.choice import Candidate, candidates, room_beside, statements_before, take
from summarizer.brief.weights import LESS_FOR_FAULT, WEIGHTS, features, setting_of
from summarizer.brief.words import run_of
from summarizer.default_model import DEFAULT_MODEL
from summarizer.model import Appraisal, Article, Bullet, Line
from summarizer.reader import Reader, load_reader
from train.graded import (
    LEANS,
    READS_BADLY,
    REPEATS,
    WORTH,
    Grade,
    Graded,
    read_appraisals,
    read_graded,
    worth_of,
)

RIDGE = 10.0  # with 5 or 20 two and three of 225 musts fewer are shown
MUST = 3
SHARE_OF_GRADED = 0.05  # that a graded text counts beside a page: with 0.1 three musts of 225 fewer are shown
LOSSES = (0.0, 0.3, 0.5, 0.7, 1.0)
Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Page:
    """The ways to print the statements of a page: their features, one a row, and what they are worth."""

    candidates: Sequence[Candidate]
    features: Numbers
    worth: Numbers
    shares: Numbers  # of its statement that a way to print it counts
    room: int
    lead: str
    musts: Sequence[dict[str, Any]] = ()
    grades: Sequence[Grade | None] = ()  # of a graded text, of each way to print its statements
    every_must: int = 0
    counts: float = 1.0  # beside other pages

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
    extract = reader.extract(article.text)
    brief = make_brief([article], [extract])
    page = page_of(brief.statements, article, brief.lead, extract.appraisal)
    worth = [WORTH[rank_of(one.bullet, gold["statements"])] for one in page.candidates]
    musts = [one for one in gold["statements"] if one["rank"] == MUST]
    return replace(page, worth=np.array(worth), musts=musts)


def page_of(
    statements: Sequence[Bullet], article: Article, lead: Sequence[Line], appraisal: Appraisal
) -> Page:
    """A page whose statements are worth nothing yet."""
    setting = setting_of(statements, [article], lead, appraisals={article.url: appraisal})
    found = list(candidates(statements, setting, statements_before(statements, [article])))
    ways = Counter(one.at for one in found)
    rows = np.array([list(features(one.bullet, setting).values()) for one in found], float)
    shares = np.array([1 / ways[one.at] for one in found])
    said = run_of(" ".join(line.text for line in lead))
    return Page(found, rows, np.zeros(len(found)), shares, room_beside(lead), said)


def graded_page(text: Graded, appraisal: Appraisal) -> Page:
    page = page_of(text.statements, text.article, text.lead, appraisal)
    grades = [grade_of(one.bullet, text.grades) for one in page.candidates]
    worth = np.array([worth_of(grade) for grade in grades])
    every = sum(grade.rank == MUST and not grade.bullet.is_cut for grade in text.grades)
    return replace(page, worth=worth, grades=grades, every_must=every, counts=SHARE_OF_GRADED)


def grade_of(bullet: Bullet, grades: Sequence[Grade]) -> Grade | None:
    """The grade of a way to print a statement. One that is cut repeats the whole one, which is no fault, and says no less for the editor."""
    whole = next(
        (one for one in grades if one.bullet.evidence == bullet.evidence and not one.bullet.is_cut), None
    )
    own = next((one for one in grades if one.bullet.line == bullet.line), None)
    if not bullet.is_cut or whole is None or own is None:
        return own or whole
    return replace(
        own, rank=max(own.rank, whole.rank), faults=own.faults - {REPEATS} | whole.faults & {REPEATS}
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
    shares = np.concatenate([page.shares * page.counts for page in pages])
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


def taken(weights: Numbers, page: Page, loss: float) -> list[Bullet]:
    """What a brief of the page shows, by these weights, where a line that any editor faults loses `loss`."""
    weighed = page.features @ weights[:-1] + weights[-1]
    scale = loss / LESS_FOR_FAULT
    found = (
        replace(one, weight=float(each), loss=one.loss * scale)
        for one, each in zip(page.candidates, weighed, strict=True)
    )
    return [one.bullet for one in take(list(found), page.room)]


def musts_shown(weights: Numbers, page: Page, loss: float = LESS_FOR_FAULT) -> int:
    """How many of the page's musts its brief shows, by these weights."""
    shown = taken(weights, page, loss)
    return sum(
        any(holds(bullet, must) for bullet in shown)
        or all(run_of(words) in page.lead for words in must["has"])
        for must in page.musts
    )


def grades_shown(weights: Numbers, page: Page, loss: float) -> list[Grade]:
    """The grades of what a graded text's brief shows, by these weights."""
    of = {one.bullet: grade for one, grade in zip(page.candidates, page.grades, strict=True)}
    return [grade for bullet in taken(weights, page, loss) if (grade := of[bullet])]


Unseen = Sequence[tuple[Numbers, Page]]  # pages, each with weights that were fitted without it


def print_curve(pages: Unseen, texts: Unseen, fitted: Numbers) -> None:
    """For each loss of a faulty line: the musts that pages' briefs show, and the lines of graded texts' briefs."""
    print("loss  musts  fitted to all  |  graded: lines  musts  leaning  reading badly")  # noqa: T201  # a command line
    for loss in LOSSES:
        musts = sum(musts_shown(weights, page, loss) for weights, page in pages)
        seen = sum(musts_shown(fitted, page, loss) for _, page in pages)
        grades = [grade for weights, page in texts for grade in grades_shown(weights, page, loss)]
        lean = sum(LEANS in grade.faults for grade in grades)
        bad = sum(bool(grade.faults & (READS_BADLY | {LEANS})) for grade in grades)
        of_rank = sum(grade.rank == MUST for grade in grades)
        print(f"{loss:4} {musts:6} {seen:14} {len(grades):16} {of_rank:6} {lean:8} {bad:9}")  # noqa: T201


def main(folder: Path, graded: Path, values: Path) -> None:
    """Fits, and prints weights and their worth on pages that they were not fitted to."""
    reader = load_reader(DEFAULT_MODEL)
    read = (read_page(path, reader) for path in sorted(folder.glob("*.html.gz")))
    pages = [page for page in read if page.candidates]
    appraised = zip(read_graded(graded), read_appraisals(values), strict=True)
    texts = [page for page in starmap(graded_page, appraised) if page.candidates]
    unseen = [(fit([*pages[:at], *pages[at + 1 :], *texts]), page) for at, page in enumerate(pages)]
    halves = [fit([*pages, *texts[1::2]]), fit([*pages, *texts[::2]])]
    unseen_texts = [(halves[at % 2], page) for at, page in enumerate(texts)]
    fitted = fit([*pages, *texts])
    for name, each in zip((*WEIGHTS, "bias"), fitted, strict=True):
        print(f"{each:6.2f}  {name}")  # noqa: T201  # a command line
    right = [each for weights, page in unseen for each in in_order(weights, page)]
    print(f"in order on unseen pages: {np.mean(right):.1%} of {len(right)}")  # noqa: T201
    print(f"of {sum(len(page.musts) for page in pages)} musts; of {sum(page.every_must for page in texts)}")  # noqa: T201
    print_curve(unseen, unseen_texts, fitted)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
