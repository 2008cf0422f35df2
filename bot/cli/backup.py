"""`backup`: a copy of the archive while the bot runs."""

from __future__ import annotations

from pathlib import Path

import click

from bot.compose.archive import find_database
from bot.settings import load_settings


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def command(file: Path) -> None:
    """Copy nutgraf.db to FILE, whole and consistent, also while the bot runs.

    The engine's database is not copied: it holds work in progress, which means nothing beside an older archive.
    """
    if file.exists():
        raise click.ClickException(f"{file} exists; name a new file.")
    settings = load_settings()
    try:
        find_database(settings, as_it_is=True).copy_to(file)
    except OSError as error:
        raise click.ClickException(f"{file} cannot be written ({error.strerror}).") from error
    click.echo(f"{settings.database} copied to {file} ({file.stat().st_size:,} bytes).")
