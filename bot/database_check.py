"""How both databases stand, for `doctor`. A database that is not there yet is not made by looking."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from bot.database import DatabaseFile
from bot.engine.file import EngineFile
from bot.engine.server import EngineServer
from bot.findings import Finding, fine, not_checked, wrong
from bot.settings import Settings, SettingsError
from bot.sqlite_file import is_made
from bot.trouble import write_nothing_new
from handlers.domain.errors import ArchiveTrouble, Damaged
from handlers.domain.sentences import sentence_for

OLDER = "; it is of an older release, and `run` brings it up to date"


def archive_findings(settings: Settings) -> Iterator[Finding]:
    """Whether nutgraf.db can be written and is whole."""
    database = DatabaseFile(settings.database)
    try:
        if not database.is_there():
            yield still_to_make(settings.database)
            return
        with database.writing() as db:
            write_nothing_new(db.conn)
            verdict = next(iter(db.query("pragma quick_check")))["quick_check"]
        older = "" if database.is_up_to_date() else OLDER
    except ArchiveTrouble as error:
        yield wrong(f"{sentence_for(error)} ({settings.database})")
        return
    if verdict == "ok":
        yield fine(f"{settings.database} is intact and can be written{older}")
    else:
        yield wrong(
            f"{settings.database} is damaged ({verdict}): stop the bot and put your newest copy in its place."
        )


def engine_findings(settings: Settings) -> Iterator[Finding]:
    """Whether the engine's database can be opened and, as a file, written and is whole."""
    file = EngineFile(settings.engine_url)
    yield engine_in_file(file) if file.is_file else engine_on_server(settings)


def engine_in_file(file: EngineFile) -> Finding:
    """How engine.db stands."""
    try:
        if not is_made(file.path):
            return still_to_make(file.path)
        file.check()
        file.check_whole()
    except Damaged:
        return wrong(
            f"{file.path} is damaged: stop the bot and move it away; unfinished work is lost, the archive is not."
        )
    except ArchiveTrouble as error:
        return wrong(f"{sentence_for(error)} ({file.path})")
    return fine(f"{file.path} is intact and can be written")


def engine_on_server(settings: Settings) -> Finding:
    """Whether PostgreSQL lets us in."""
    server = EngineServer(settings.engine_url)
    try:
        is_open = server.lets_us_in()
    except SettingsError as error:
        return wrong(" ".join(error.problems))
    if is_open:
        return fine(f"PostgreSQL at {server.name} answers")
    return wrong(f"PostgreSQL at {server.name} does not answer: start it, or check NUTGRAF_ENGINE_URL.")


def still_to_make(file: Path) -> Finding:
    """Of a database that is not there: whether `run` can make it."""
    folder = next(one for one in file.absolute().parents if one.exists())
    if folder.is_dir() and os.access(folder, os.W_OK | os.X_OK):
        return not_checked(f"there is no {file.absolute()} yet; `run` makes it")
    return wrong(
        f"{file.absolute()} cannot be made: let the bot's user write to {folder}, or set NUTGRAF_DATA_DIR."
    )
