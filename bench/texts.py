"""The articles that the bench reads: the corpus, each several times with other numbers and names of the day."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from summarizer.article import read_page
from summarizer.model import Article
from tests.corpus import pages

COPIES = 4


def articles(archive: Path | None = None) -> Sequence[Article]:
    """The corpus' English pages `COPIES` times, or the {"id", "text"} lines of an archive outside."""
    if archive is not None:
        return [
            plain(line["text"], str(line["id"]))
            for line in map(json.loads, archive.read_text(encoding="utf-8").splitlines())
        ]
    read = [read_page(path.read_bytes(), path.as_uri()) for path in pages().values()]
    english = [article for article in read if article.text and article.language in {None, "en"}]
    return [article for _ in range(COPIES) for article in english]


def plain(text: str, name: str) -> Article:
    return read_page(text.encode(), f"text:{name}")
