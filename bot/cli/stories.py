"""`stories`: which articles tell of the same event."""

from __future__ import annotations

from datetime import datetime

import click

from bot.cli.jsonl import Json, Lines, emit, finish, open_lines, string
from bot.cli.sources import STDIN
from summarizer.stories import StoryBook


@click.command()
@click.option("--jsonl", is_flag=True, required=True, help="JSON lines in, JSON lines out.")
def command(jsonl: bool) -> None:  # noqa: ARG001, FBT001  # click's signature
    """Read {"id", "text"[, "title", "url", "published"]} lines in order of arrival, write {"id", "story"} lines.

    Written when all are read: a later article may show that two earlier ones belong together, or apart.
    """
    book = StoryBook()
    with open_lines(STDIN) as stream:
        lines = Lines(stream, ("id", "text"))
        added = [(line["id"], add(book, line)) for line in lines]
    for line_id, key in added:
        emit({"id": line_id, "story": book.story_of(key)})
    finish(lines)


def add(book: StoryBook, line: Json) -> str:
    """Add one article; gives the name under which the book knows it."""
    key = str(line["id"])
    book.add(
        key,
        string(line, "text") or "",
        title=string(line, "title"),
        published=moment(line.get("published")),
        url=string(line, "url"),
    )
    return key


def moment(written: object) -> datetime | None:
    """An ISO 8601 time, None when it is none."""
    try:
        return datetime.fromisoformat(str(written)) if written else None
    except ValueError:
        return None
