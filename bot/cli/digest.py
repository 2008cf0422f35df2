"""`digest`: a day's digest from the archive, shown or posted."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import click
from rich.console import Console

from bot.cli.forms import form_options
from bot.cli.jsonl import emit
from bot.compose.archive import find_database, make_store
from bot.settings import load_settings
from handlers.flows.desk import utc_now
from handlers.flows.digest.compiling import DAYS_BEFORE, digest_of
from handlers.ports import FiledBrief
from handlers.render.forms import DIGEST_FORMS
from handlers.render.shapes import digest_shape
from handlers.render.terminal import print_digest
from handlers.render.timeline_picture import timeline_picture
from summarizer.model import Digest, Timeline


@click.command()
@click.option("--day", type=click.DateTime(["%Y-%m-%d"]), help="The day, such as 2026-11-23. Default: today.")
@click.option("--channel", help="A Slack channel's id. Default: every channel.")
@form_options(DIGEST_FORMS, "The digest as JSON.")
@click.option(
    "--pictures",
    type=click.Path(file_okay=False, path_type=Path),
    help="A folder for timelines as PNG files, which --markdown links; --html carries them itself.",
)
@click.option("--post", is_flag=True, help="Post it to --channel.")
def command(
    day: datetime | None,
    channel: str | None,
    form: str | None,
    pictures: Path | None,
    post: bool,  # noqa: FBT001  click's signature
) -> None:
    """Compile the digest of what was briefed on a day."""
    settings = load_settings()
    zone = ZoneInfo(settings.nutgraf_timezone)
    moment = day.replace(tzinfo=zone) if day else utc_now().astimezone(zone)
    start = moment.replace(hour=0, minute=0, second=0, microsecond=0)
    until = start + timedelta(days=1)
    store = make_store(settings, find_database(settings))
    filed = store.briefs_of(start.astimezone(UTC), until.astimezone(UTC), channel)
    if post:
        from bot.cli.digest_posting import post_digest  # noqa: PLC0415  # loads Slack's client

        post_digest(settings, channel, filed, start)
    else:
        since = start - DAYS_BEFORE
        earlier = store.briefs_of(since.astimezone(UTC), start.astimezone(UTC), channel)
        show(filed, start, form, earlier, pictures)


def show(
    filed: tuple[FiledBrief, ...],
    start: datetime,
    form: str | None,
    earlier: tuple[FiledBrief, ...] = (),
    pictures: Path | None = None,
) -> None:
    """Print the digest in the form asked for; `earlier` are the briefs of the days before."""
    digest = digest_of(filed, start.date(), earlier, str(start.tzinfo or ""))
    texts = {article.url: article.text for one in (*earlier, *filed) for article in one.brief.articles}
    if form == "json":
        emit(digest_shape(digest))
    elif form:
        drawn = draw_all(digest, pictures) if pictures else {}
        click.echo(DIGEST_FORMS[form].render(digest, texts, drawn), nl=False)
    elif not filed:
        click.echo(f"Nothing was briefed on {start:%A %d %B %Y}.")
    else:
        print_digest(digest, Console())


def draw_all(digest: Digest, folder: Path) -> dict[Timeline, str]:
    """A PNG in `folder` for each timeline of the digest."""
    folder.mkdir(parents=True, exist_ok=True)
    files = {}
    for number, story in enumerate(digest.stories, 1):
        if story.timeline:
            file = folder / f"timeline-{digest.day.isoformat()}-{number}.png"
            file.write_bytes(timeline_picture(story.timeline).png)
            files[story.timeline] = file.as_posix()
    return files
