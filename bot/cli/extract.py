"""`extract`: raw statements and figures of many texts."""

from __future__ import annotations

from pathlib import Path

import click

from bot.cli.streaming import stream
from bot.readers.batches import extracting
from bot.settings import load_settings


@click.command()
@click.argument("archive", default="-")
@click.option("--jsonl", is_flag=True, required=True, help="JSON lines out.")
@click.option("--jobs", type=click.IntRange(1), default=1, show_default=True, help="Processes.")
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write to this file; skip texts that are already in it.",
)
def command(archive: str, jsonl: bool, jobs: int, out: Path | None) -> None:  # noqa: ARG001, FBT001  # click's signature
    """Read texts and write {"id", "statements", "figures"} lines, in the order given, raw, before any merging.

    ARCHIVE: a file of {"id", "text"} lines, - for standard input, or a folder of .html, .pdf, .txt and .eml files,
    whose names are their ids. A text that cannot be read has an "error" in its line, and its "kind"; one with a sentence that
    cannot be read has "unread". When a run continues with --out, texts are tried again if a reader did not finish them,
    if they could not be opened, or if they failed unexpectedly.
    """
    stream(archive, extracting(load_settings().nutgraf_model), jobs, out)
