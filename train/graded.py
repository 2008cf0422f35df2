"""Texts whose statements an editor has graded as they were printed: how much each is missed, and what is wrong with its line.

A folder of NAME.json: {"url", "title", "text", "lead": [{"text", "start", "end"}], "statements": [{"source", "role", "cue", "kind",
"text", "line", "spans": [[start, end]], "is_cut", "shown", "rank": 3 a must, 2 worth having, 1 no loss, "faults": letters}]}.
Of the letters L is a line that leans on what is not shown, F one that says what lead or a better line says.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from summarizer.model import Appraisal, Article, Bullet, Credit, Evidence, Line, Span
from summarizer.model.statement import Kind

LEANS, REPEATS, WRONG_SOURCE = "L", "F", "A"
READS_BADLY = frozenset("ABCDSQN")
MARKED = READS_BADLY - {WRONG_SOURCE} | {LEANS}  # what an editor marks in a line, whoever says it
# What a statement of each rank is worth, one that nobody ranked first.
WORTH = (0.0, 0.05, 0.2, 1.0)
# Of graded texts a statement that is said elsewhere is worth at most the first, one that reads badly this share; leaning is weighed apart.
WORTH_OF_REPEAT, LEFT_OF_BAD = 0.1, 0.7


@dataclass(frozen=True, slots=True)
class Grade:
    """An editor's word on one statement as it was printed."""

    bullet: Bullet
    rank: int
    faults: frozenset[str]
    shown: bool

    @property
    def is_wrong(self) -> bool:
        """Whether it stands under somebody who did not say it."""
        return self.bullet.source is not None and WRONG_SOURCE in self.faults

    @property
    def is_faulty(self) -> bool:
        """Whether an editor would not print its line as it stands."""
        return self.is_wrong or not self.faults.isdisjoint(MARKED)


@dataclass(frozen=True, slots=True)
class Graded:
    """A text with its lead, and its statements with their grades."""

    article: Article
    lead: tuple[Line, ...]
    grades: Sequence[Grade]

    @property
    def statements(self) -> list[Bullet]:
        """What was found, each once and whole."""
        return [grade.bullet for grade in self.grades if not grade.bullet.is_cut]


def read_graded(folder: Path) -> Iterator[Graded]:
    """The graded texts of a folder by their names."""
    for path in sorted(folder.glob("*.json")):
        row = json.loads(path.read_text(encoding="utf-8"))
        article = Article(row["url"], row["text"], title=row["title"])
        lead = (
            Line(line["text"], (Evidence(article.url, Span(line["start"], line["end"])),))
            for line in row["lead"]
        )
        yield Graded(article, tuple(lead), [grade_of(each, article.url) for each in row["statements"]])


def worth_of(grade: Grade | None) -> float:
    if grade is None:
        return WORTH[0]
    worth = min(WORTH[grade.rank], WORTH_OF_REPEAT) if REPEATS in grade.faults else WORTH[grade.rank]
    return worth * (LEFT_OF_BAD if grade.faults & READS_BADLY else 1.0)


def read_appraisals(path: Path) -> Iterator[Appraisal]:
    """What train.appraisal wrote of graded texts, in the order of their names."""
    for _, told in sorted(json.loads(path.read_text(encoding="utf-8")).items()):
        yield Appraisal.of_pieces(told["ends"], told["numbers"])


def grade_of(row: dict[str, Any], url: str) -> Grade:
    source = Credit(row["source"], row["role"]) if row["source"] else None
    proof = tuple(Evidence(url, Span(start, end)) for start, end in row["spans"])
    kind = cast("Kind", row["kind"])
    bullet = Bullet(source, row["cue"], kind, row["text"], proof, line=row["line"], is_cut=row["is_cut"])
    return Grade(bullet, row["rank"], frozenset(row["faults"]) - {"-"}, row["shown"])
