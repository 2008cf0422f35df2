"""Learns which figures a brief shows: the weights of summarizer/figures/worth.py.

python -m train.figures FOLDER HEADLINES GRADED

FOLDER holds NAME.html.gz, a page, beside NAME.json: {"url", "figures": [{"surface", "rank": 3 a must, 2 worth having, 1 no loss}],
"bad_figures": [{"surface"}]}. HEADLINES is a list of {"id", "text", "value"}: a text without its headline, and the number in
that headline. GRADED is a list of {"text", "figures": [{"start": of the number in the text, "rank", "is_false", "unclear":
[labels that nobody understands]}]}. Prints the weights by their names, and of unseen texts how many musts and headlines' numbers are among the best.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from summarizer.article import article_from_text, article_of_page
from summarizer.brief.lead import find_lead
from summarizer.brief.leaning import known_from, told_by
from summarizer.brief.numbers import LEAST_WORTH, MOST_FIGURES
from summarizer.brief.words import run_of
from summarizer.default_model import DEFAULT_MODEL
from summarizer.figures.choose import candidates, read_below
from summarizer.figures.same import Told
from summarizer.figures.worth import WEIGHTS, Seen, figure_features
from summarizer.model import Article, Extract
from summarizer.reader import Reader, load_reader

# What a figure of each rank is worth, one that nobody listed first, and one that an editor calls bad.
WORTH, OF_BAD = (0.0, 0.1, 0.4, 1.0), -0.2
OF_RANK = {1: -0.1, 2: 0.4, 3: 1.0}  # of a graded text
OF_HEADLINE, OF_GRADED = 0.3, 0.5  # what a headline's or a graded text counts beside a page
RIDGE, FOLDS = 50.0, 8
# What an editor would say without counting: where the weights start, and stay where pages say little. 26 pages hold few
# disasters; without these points harm counted a third as much, and our own corpus lost four of 70 musts.
POINTS = {
    "a share": 1.5,
    "money": 1.0,
    "points": 0.5,
    "a multiple": 0.5,
    "a length": -1.0,
    "a temperature": -0.5,
    "a time": -1.5,
    "a time of news": 2.0,
    "a score": 0.5,
    "harm": 3.0,
    "harm near": 2.0,
    "news": 0.5,
    "somebody says it": 2.0,
    "clear": 6.0,
    "no concept": -2.0,
    "no unit": -1.5,
    "of a year long gone": -2.5,
    "what another is compared with": -2.5,
    "modified": 0.5,
    "from somewhere": -1.5,
    "in words": -1.0,
    "given by a court": 6.0,
    "in the first sentence": 1.5,
    "in the lead": 2.0,
    "late": -1.0,
    "vague": -1.5,
    "up to a dozen": -3.5,
    "powers of ten": 2.4,
    "tied to a noun": -0.5,
    "the whole of a part": -2.5,
    "asked in a poll": -1.0,
    "how long for a record": -2.0,
    "in a question": -2.5,
}
A_POINT = 0.05  # of worth
MUST = 3
Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Text:
    """The figures of a text: their features, one a row, what they are worth, and which of them a brief must show."""

    features: Numbers
    worth: Numbers
    is_must: NDArray[np.bool_]
    share: float  # what the text counts

    @property
    def sums(self) -> tuple[Numbers, Numbers]:
        """What ridge regression needs, beside what is usual in the text, for only the figures of one text are compared."""
        rows = self.features - self.features.mean(axis=0)
        return self.share * (rows.T @ rows), self.share * (rows.T @ (self.worth - self.worth.mean()))


def read_pages(folder: Path, reader: Reader) -> Iterator[Text]:
    for path in sorted(folder.glob("*.html.gz")):
        gold = json.loads(
            path.with_name(f"{path.name.removesuffix('.html.gz')}.json").read_text(encoding="utf-8")
        )
        article = article_of_page(gzip.decompress(path.read_bytes()), gold["url"], "", None)
        told, rows = figures_of(article, reader.extract(article.text))
        if told:
            worth = np.array([worth_of(one, gold) for one in told])
            yield Text(rows, worth, worth == WORTH[MUST], 1.0)


def read_headlines(path: Path, reader: Reader) -> Iterator[Text]:
    for row in json.loads(path.read_text(encoding="utf-8")):
        article = article_from_text(row["text"], f"file:///{row['id']}")
        told, rows = figures_of(article, reader.extract(article.text))
        if told:
            is_told = np.array([is_value(one, row) for one in told])
            yield Text(rows, is_told.astype(float), is_told, OF_HEADLINE)


def read_graded(path: Path, reader: Reader) -> Iterator[Text]:
    """The figures of each text that have a grade, in the order of the list."""
    for row in json.loads(path.read_text(encoding="utf-8")):
        article = article_from_text(row["text"], "file:///graded")
        told, rows = figures_of(article, reader.extract(article.text))
        grades = {one["start"]: one for one in row["figures"]}
        kept = [at for at, one in enumerate(told) if one.shown.span.start in grades]
        if kept:
            worth = np.array([grade_of(told[at], grades[told[at].shown.span.start]) for at in kept])
            yield Text(rows[kept], worth, worth == WORTH[MUST], OF_GRADED)


def grade_of(told: Told, grade: dict[str, Any]) -> float:
    """Rank 1 is one that an editor calls useless; so is one that nobody understands."""
    if grade["is_false"]:
        return OF_BAD
    is_clear = told.shown.label not in grade["unclear"]
    return OF_RANK[grade["rank"] if is_clear else 1]


def figures_of(article: Article, extract: Extract) -> tuple[list[Told], Numbers]:
    lead = find_lead(article, extract)
    known = known_from([article], lead)
    end = max((proof.span.end for line in lead for proof in line.evidence), default=0)
    seen = Seen(end, known.stems, told_by(known, None))
    held = [span for one in extract.statements if one.source for span in one.content]
    told = candidates(article.text, [read_below(figure, seen) for figure in extract.figures])
    rows = [list(figure_features(one, article.text, seen, held).values()) for one in told]
    return told, np.array(rows, float)


def worth_of(told: Told, gold: dict[str, Any]) -> float:
    """By the highest rank among the editors' figures whose words hold it or stand in it."""
    words = run_of(told.shown.surface)

    def is_of(listed: dict[str, Any]) -> bool:
        return words in run_of(listed["surface"]) or run_of(listed["surface"]) in words

    ranks = [one["rank"] for one in gold["figures"] if is_of(one)]
    is_bad = not ranks and any(map(is_of, gold["bad_figures"]))
    return OF_BAD if is_bad else WORTH[max(ranks, default=0)]


def is_value(told: Told, row: dict[str, Any]) -> bool:
    values = (told.shown.value, told.shown.low, told.shown.high)
    wanted = {row["value"], row.get("plain", row["value"])}
    return any(value is not None and np.isclose(float(value), one) for value in values for one in wanted)


def fit(texts: Iterable[Text]) -> Numbers:
    """Ridge regression of worth on features within each text, held near the points."""
    parts = [text.sums for text in texts]
    points = A_POINT * np.array([POINTS.get(name, 0.0) for name in WEIGHTS])
    left = sum((one for one, _ in parts), np.eye(len(WEIGHTS)) * RIDGE)
    return np.linalg.solve(left, sum((one for _, one in parts), RIDGE * points))


def shown(weights: Numbers, text: Text) -> NDArray[np.bool_]:
    """Which of a text's figures a brief shows, best first: whether each is a must."""
    worth = text.features @ weights
    best = np.argsort(-worth, kind="stable")[:MOST_FIGURES]
    return text.is_must[best[worth[best] >= LEAST_WORTH]]


def unseen(texts: Sequence[Text], others: Sequence[Text]) -> tuple[int, int]:
    """How many musts are shown, and figures in all, by weights fitted to the other texts."""
    found = [
        shown(fit([*others, *(one for at, one in enumerate(texts) if at % FOLDS != fold)]), text)
        for fold in range(FOLDS)
        for text in texts[fold::FOLDS]
    ]
    return sum(int(one.sum()) for one in found), sum(len(one) for one in found)


def main(folder: Path, headlines: Path, graded: Path) -> None:
    reader = load_reader(DEFAULT_MODEL)
    pages, texts = list(read_pages(folder, reader)), list(read_headlines(headlines, reader))
    grades = list(read_graded(graded, reader))
    for name, each in zip(WEIGHTS, fit([*pages, *texts, *grades]), strict=True):
        print(f"{each:6.2f}  {name}")  # noqa: T201  # a command line
    for what, some, others in (
        ("musts", pages, [*texts, *grades]),
        ("headlines' numbers", texts, [*pages, *grades]),
        ("graded musts", grades, [*pages, *texts]),
    ):
        right, all_shown = unseen(some, others)
        total = sum(int(text.is_must.sum()) for text in some)
        print(f"{what} on unseen texts: {right} of {total} among {all_shown} shown")  # noqa: T201


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
