"""`brief`: one brief of one or several sources."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click
from rich.console import Console

from bot.cli.forms import form_options
from bot.cli.jsonl import emit
from bot.cli.progress import progress
from bot.cli.sources import WEB, named_refusals, open_source
from bot.cli.streaming import stream
from bot.compose.archive import open_database
from bot.readers.batches import briefing
from bot.readers.unread import log_unread
from bot.settings import Settings, load_settings
from bot.store.by_hand import TerminalStore
from handlers.flows.desk import utc_now
from handlers.render.forms import BRIEF_FORMS
from handlers.render.shapes import brief_shape
from handlers.render.terminal import print_brief
from summarizer.model import Article, Brief
from summarizer.parse.pipeline import check_length
from summarizer.reader import load_reader
from summarizer.stories import StoryBook

ARCHIVE_HELP = "SOURCE is an archive: a brief a line for each text in it."


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...", type=click.Path())
@form_options(BRIEF_FORMS, "The brief as JSON, with every statement that was found.", jsonl=ARCHIVE_HELP)
@click.option("--proof", is_flag=True, help="Show below each line the passage that proves it.")
@click.option("--url", help="Where a saved page comes from, so that proofs open there.")
@click.option(
    "--keep", is_flag=True, help="File the brief in the archive, for search, who, figures, check and digest."
)
@click.option("--jobs", type=click.IntRange(1), default=1, show_default=True, help="With --jsonl: processes.")
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    help="With --jsonl: write to this file; skip texts that are already in it.",
)
def command(  # noqa: PLR0913  # an argument for each option
    sources: tuple[str, ...],
    form: str | None,
    *,
    proof: bool,
    url: str | None,
    keep: bool,
    jobs: int,
    out: Path | None,
) -> None:
    """Brief SOURCE: a URL, an .html, .pdf, .txt or .eml file, or - for standard input.

    Several sources are taken to be one story and become one brief; a note says so where they look like several stories.
    It shows at most 12 statements and counts the others; JSON has those too, as "more".

    With --jsonl SOURCE is a file of {"id", "text"} lines, - for standard input, or a folder of pages and texts; each
    text is briefed by itself. What cannot be briefed has an "error" in its line, and its "kind". When a run continues
    with --out, texts are tried again if a reader did not finish them, if they could not be opened, or if they failed unexpectedly.
    """
    check_words(sources, form, proof=proof, url=url, keep=keep)
    settings = load_settings()
    if form == "jsonl":
        stream(sources[0], briefing(settings.nutgraf_model), jobs, out)
        return
    with progress("Reading…"):
        articles = [read(source, settings, url) for source in sources]
        say_if_unrelated(sources, articles, keep=keep)
        brief = load_reader(settings.nutgraf_model).brief(articles)
    log_unread(brief.unread)
    show(brief, form, proof=proof)
    if keep:
        file(brief, settings)


def check_words(
    sources: Sequence[str], form: str | None, *, proof: bool, url: str | None, keep: bool
) -> None:
    """Raises UsageError for options that do not go together."""
    if form == "jsonl" and len(sources) > 1:
        raise click.UsageError("give one archive with --jsonl.")
    if form == "jsonl" and (proof or url or keep):
        raise click.UsageError("--proof, --url and --keep are for one brief, not for --jsonl.")
    if form and proof:
        raise click.UsageError(f"--proof is for the terminal; --{form} leads to each proof by itself.")
    if url and (len(sources) > 1 or sources[0].lower().startswith(WEB)):
        raise click.UsageError("--url says where one saved page or text comes from.")
    if url and not url.lower().startswith(WEB):
        raise click.UsageError("--url is the web address of the saved page.")


def read(source: str, settings: Settings, url: str | None) -> Article:
    """The article of one source. Raises click.ClickException."""
    article = open_source(source, settings, url).article()
    with named_refusals(source):
        check_length(article.text)
    return article


def say_if_unrelated(sources: Sequence[str], articles: Sequence[Article], *, keep: bool) -> None:
    """Say on stderr which sources look like different stories. Raises click.ClickException where the brief is to be kept."""
    book = StoryBook()
    for number, one in enumerate(articles):
        book.add(str(number), one.text, title=one.title, published=one.published, url=one.url)
    stories: dict[str, list[str]] = {}
    for number, source in enumerate(sources):
        stories.setdefault(book.story_of(str(number)), []).append(source)
    if len(stories) == 1:
        return
    told = "; ".join(", ".join(one) for one in stories.values())
    if keep:
        raise click.ClickException(f"these look like {len(stories)} stories; keep each by itself: {told}.")
    click.echo(f"Note: these look like {len(stories)} stories, and are in one brief: {told}.", err=True)


def show(brief: Brief, form: str | None, *, proof: bool = False) -> None:
    """Print a brief in the form asked for."""
    if form == "json":
        emit(brief_shape(brief))
    elif form:
        click.echo(BRIEF_FORMS[form].render(brief), nl=False)
    else:
        print_brief(brief, Console(), proofs=proof)


def file(brief: Brief, settings: Settings) -> None:
    """File a brief in the archive, and say so on stderr."""
    is_new = TerminalStore(open_database(settings)).keep(brief, utc_now())
    how = "Kept" if is_new else "Kept, in the place of the earlier brief,"
    click.echo(
        f"{how} in {settings.database}: search, who, figures, check and digest find it there.", err=True
    )
