"""`restore`: put a copy in the archive's place."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import click

from bot.compose.archive import open_database
from bot.database import DatabaseFile
from bot.only_one import OnlyOne
from bot.settings import load_settings


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def command(file: Path) -> None:
    """Put the copy FILE in the place of nutgraf.db, which is kept beside it. The bot must not be running."""
    settings = load_settings()
    if settings.database.exists() and file.samefile(settings.database):
        raise click.ClickException(f"{file} is the archive itself; give a copy of it.")
    check(file)
    with OnlyOne(settings.nutgraf_data_dir):
        kept = kept_aside(settings.database)
        DatabaseFile(file).copy_to(settings.database)
        open_database(settings)  # an older copy is brought up to date
    click.echo(f"Restored {settings.database} from {file}.")
    if kept:
        click.echo(f"The file that was there before is now {kept}.")


def check(file: Path) -> None:
    """Refuse what is damaged, or no archive of ours."""
    try:
        with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as copy:
            whole = copy.execute("pragma integrity_check").fetchone()[0] == "ok"
            tables = {row[0] for row in copy.execute("select name from sqlite_master where type = 'table'")}
    except sqlite3.Error as error:
        raise click.ClickException(f"{file} is no SQLite database ({error}).") from error
    if not whole:
        raise click.ClickException(f"{file} is damaged; use an older copy.")
    if not {"briefs", "statements", "channels"} <= tables:
        raise click.ClickException(f"{file} is no archive of Nutgraf.")
    DatabaseFile(file).is_up_to_date()  # raises NewerArchive


def kept_aside(database: Path) -> Path | None:
    """Move the present archive out of the way, with whatever is still in its journal."""
    if not database.exists():
        return None
    with DatabaseFile(database).reading() as db:
        db.execute("pragma wal_checkpoint(truncate)")
    number = next(n for n in range(1, 10_000) if not database.with_suffix(f".before-{n}.db").exists())
    kept = database.rename(database.with_suffix(f".before-{number}.db"))
    for journal in ("-wal", "-shm"):
        database.with_name(database.name + journal).unlink(missing_ok=True)
    return kept
