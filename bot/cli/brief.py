"""`brief`: one brief of one or several sources."""

from __future__ import annotations

import json
import sys

import click
from rich.console import Console

from bot.cli.progress import progress
from bot.cli.sources import open_source
from bot.settings import load_settings
from handlers.render.markdown import brief_markdown
from handlers.render.shapes import brief_shape
from handlers.render.terminal import print_brief
from summarizer.model import Brief
from summarizer.reader import load_reader


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("--json", "form", flag_value="json", help="The brief as JSON.")
@click.option("--markdown", "form", flag_value="markdown", help="The brief as Markdown.")
def command(sources: tuple[str, ...], form: str | None) -> None:
    """Brief SOURCE: a URL, an .html, .pdf or .txt file, or - for standard input.

    Several sources are taken to be one story and become one brief.
    """
    settings = load_settings()
    with progress("Reading…"):
        articles = [open_source(source, settings).article() for source in sources]
        brief = load_reader(settings.nutgraf_model).brief(articles)
    show(brief, form)


def show(brief: Brief, form: str | None) -> None:
    """Print a brief in the form asked for."""
    if form == "json":
        json.dump(brief_shape(brief), sys.stdout, ensure_ascii=False)
        sys.stdout.write("\n")
    elif form == "markdown":
        click.echo(brief_markdown(brief))
    else:
        print_brief(brief, Console())
