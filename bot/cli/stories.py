"""`stories`: which articles tell of the same event."""

from __future__ import annotations

import sys
from datetime import datetime

import click

from bot.cli.jsonl import Lines, emit, finish
from summarizer.stories import StoryBook


@click.command()
@click.option("--jsonl", is_flag=True, required=True, help="JSON lines in, JSON lines out.")
def command(jsonl: bool) -> None:  # noqa: ARG001, FBT001  # click's signature
    """Read {"id", "text"[, "title", "url", "published"]} lines in order of arrival, write {"id", "story"} lines."""
    book = StoryBook()
    lines = Lines(sys.stdin, ("id", "text"))
    for line in lines:
        story = book.add(
            str(line["id"]),
            str(line["text"]),
            title=line.get("title"),
            published=moment(line.get("published")),
            url=line.get("url"),
        )
        emit({"id": line["id"], "story": story})
    finish(lines)


def moment(written: object) -> datetime | None:
    """An ISO 8601 time, None when it is none."""
    try:
        return datetime.fromisoformat(str(written)) if written else None
    except ValueError:
        return None
