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

from summarizer.model import Article, Bullet, Credit, Evidence, Line, Span
from summarizer.model.statement import Kind

LEANS, REPEATS = "L", "F"
READS_BADLY = frozenset("ABCDSQN")


@dataclass(frozen=True, slots=True)
class Grade:
    """An editor's word on one statement as it was printed."""

    bullet: Bullet
    rank: int
    faults: frozenset[str]
    shown: bool


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


def grade_of(row: dict[str, Any], url: str) -> Grade:
    source = Credit(row["source"], row["role"]) if row["source"] else None
    proof = tuple(Evidence(url, Span(start, end)) for start, end in row["spans"])
    kind = cast("Kind", row["kind"])
    bullet = Bullet(source, row["cue"], kind, row["text"], proof, line=row["line"], is_cut=row["is_cut"])
    return Grade(bullet, row["rank"], frozenset(row["faults"]) - {"-"}, row["shown"])
