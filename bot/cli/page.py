"""`page`: the clean article of a page."""

from __future__ import annotations

from pathlib import Path

import click

from bot.cli.jsonl import Json, Lines, emit, finish, open_lines, string
from bot.cli.sources import STDIN, open_source
from bot.readers.many import failure, unreadable
from bot.settings import load_settings
from handlers.render.shapes_article import article_shape
from summarizer.article import read_page
from summarizer.errors import NutgrafError


@click.command()
@click.argument("source", required=False, type=click.Path())
@click.option("--json", "as_json", is_flag=True, help="The Article as JSON.")
@click.option("--jsonl", is_flag=True, help='Read {"id", "url", "path"} lines, path being a saved page.')
def command(source: str | None, as_json: bool, jsonl: bool) -> None:  # noqa: FBT001  # click's signature
    """Show the article at SOURCE: a URL, an .html, .pdf, .txt or .eml file, or - for standard input.

    Also shows what `brief` would refuse, such as a page in another language.
    """
    if jsonl == bool(source):
        message = "give either a SOURCE or --jsonl."
        raise click.UsageError(message)
    if jsonl:
        read_lines()
        return
    article = open_source(str(source), load_settings()).as_it_is()
    if as_json:
        emit(article_shape(article))
    else:
        click.echo("\n\n".join(part for part in (article.title, article.text) if part))


def read_lines() -> None:
    """One Article a line; a file that cannot be read has an error and no text."""
    with open_lines(STDIN) as stream:
        lines = Lines(stream, ("id", "url", "path"))
        for line in lines:
            emit({"id": line["id"], **page_shape(line)})
    finish(lines)


def page_shape(line: Json) -> Json:
    """The Article of one line, or why there is none."""
    url, path = string(line, "url") or "", line["path"]
    try:
        return article_shape(read_page(Path(path).read_bytes(), url))
    except NutgrafError as error:
        return {"url": url, "text": "", **failure(error)}
    except OSError as error:
        return {"url": url, "text": "", **unreadable(path, error)}
    except ValueError as error:  # no file has such a name
        return {"url": url, "text": "", **unreadable(path, error)}
