"""`brief`: one brief of one or several sources."""

from __future__ import annotations

from pathlib import Path

import click
from rich.console import Console

from bot.cli.forms import form_options
from bot.cli.jsonl import emit
from bot.cli.progress import progress
from bot.cli.sources import open_source
from bot.cli.streaming import stream
from bot.readers.batches import briefing
from bot.readers.unread import log_unread
from bot.settings import load_settings
from handlers.render.forms import BRIEF_FORMS
from handlers.render.shapes import brief_shape
from handlers.render.terminal import print_brief
from summarizer.model import Brief
from summarizer.reader import load_reader


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@form_options(BRIEF_FORMS, "The brief as JSON, with every statement that was found.")
@click.option(
    "--jsonl", "form", flag_value="jsonl", help="SOURCE is an archive: a brief a line for each text in it."
)
@click.option("--jobs", type=click.IntRange(1), default=1, show_default=True, help="With --jsonl: processes.")
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    help="With --jsonl: write to this file; skip texts that are already in it.",
)
def command(sources: tuple[str, ...], form: str | None, jobs: int, out: Path | None) -> None:
    """Brief SOURCE: a URL, an .html, .pdf or .txt file, or - for standard input.

    Several sources are taken to be one story and become one brief. It shows at most 12 statements and counts the others; JSON has
    those too, as "more".

    With --jsonl SOURCE is a file of {"id", "text"} lines, - for standard input, or a folder of pages and texts; each
    text is briefed by itself. What cannot be briefed has an "error" in its line, and its "kind". When a run continues
    with --out, texts are tried again if a reader did not finish them, if they could not be opened, or if they failed unexpectedly.
    """
    settings = load_settings()
    if form == "jsonl":
        if len(sources) > 1:
            message = "give one archive with --jsonl."
            raise click.UsageError(message)
        stream(sources[0], briefing(settings.nutgraf_model), jobs, out)
        return
    with progress("Reading…"):
        articles = [open_source(source, settings).article() for source in sources]
        brief = load_reader(settings.nutgraf_model).brief(articles)
    log_unread(brief.unread)
    show(brief, form)


def show(brief: Brief, form: str | None) -> None:
    """Print a brief in the form asked for."""
    if form == "json":
        emit(brief_shape(brief))
    elif form:
        click.echo(BRIEF_FORMS[form].render(brief), nl=False)
    else:
        print_brief(brief, Console())
