"""The self-written day: its articles, and what was read in them.

`python -m tests.corpus.day` reads the articles anew with the real model and keeps the briefs in `day/briefs.jsonl`,
so that the digest of the day is tested without a model and changes only when the digest does.
"""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

from handlers.render.shapes import brief_from_shape, brief_shape
from summarizer.default_model import DEFAULT_MODEL
from summarizer.model import Article, Brief
from summarizer.reader import load_reader

FOLDER = Path(__file__).parent / "day"
BRIEFS = FOLDER / "briefs.jsonl"


def day_articles() -> list[tuple[str, Article]]:
    """Each article with the story it belongs to, in order of publication."""
    read = [json.loads(path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.json"))]
    read.sort(key=lambda entry: datetime.fromisoformat(entry["published"]))
    return [
        (
            entry["story"],
            Article(
                entry["url"],
                entry["text"],
                entry["url"],
                title=entry["title"],
                outlet=entry["outlet"],
                published=datetime.fromisoformat(entry["published"]),
                agency=entry.get("agency"),
            ),
        )
        for entry in read
    ]


def day_briefs(day: int) -> list[Brief]:
    """The briefs of the articles published on that day of May."""
    shapes = map(json.loads, BRIEFS.read_text("utf-8").splitlines())
    briefs = [brief_from_shape(shape) for shape in shapes]
    return [brief for brief in briefs if brief.article.published and brief.article.published.day == day]


def main() -> None:
    reader = load_reader(DEFAULT_MODEL)
    lines = [json.dumps(brief_shape(reader.brief([page])), ensure_ascii=False) for _, page in day_articles()]
    BRIEFS.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
