"""`doctor`: what is wrong and what to do."""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import click
import sqlalchemy

from bot.compose import open_database
from bot.engine_file import EngineFile
from bot.engine_server import EngineServer
from bot.settings import Settings, SettingsError, load_settings
from bot.slack_check import missing_tokens, scope_problems, slack_problems
from handlers.errors import ArchiveTrouble, Damaged
from handlers.sentences import sentence_for
from summarizer.errors import NutgrafError
from summarizer.language import load_pipeline
from summarizer.reader import load_tagger

WITHOUT_TAGGER = "its weights are missing from this install, so rules alone find who said what: install from a full checkout."


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that can be wrong. `problems` gives a sentence each, nothing when all is well."""

    name: str
    problems: Callable[[Settings], Iterable[str]]


@click.command()
def command() -> None:
    """Check settings, tokens, scopes, model and both databases."""
    settings = load_settings()
    click.echo("ok    settings")
    failed = [check.name for check in CHECKS if not passes(check, settings)]
    if failed:
        raise SystemExit(1)


def passes(check: Check, settings: Settings) -> bool:
    """Run one check and say how it went."""
    problems = list(check.problems(settings))
    for problem in problems:
        click.echo(f"WRONG {check.name}: {problem}")
    if not problems:
        click.echo(f"ok    {check.name}")
    return not problems


def scopes(settings: Settings) -> Iterator[str]:
    """Scopes can only be asked for with a token."""
    return iter(()) if list(missing_tokens(settings)) else scope_problems(settings)


def model(settings: Settings) -> Iterator[str]:
    """Whether the language model loads and reads a sentence."""
    try:
        load_pipeline(settings.nutgraf_model)("The mayor said the bridge was safe.")
    except NutgrafError as error:
        yield sentence_for(error)


def tagger(settings: Settings) -> Iterator[str]:  # noqa: ARG001  # as every check
    """Whether the learned tagger's weights are there."""
    if load_tagger() is None:
        yield WITHOUT_TAGGER


def archive(settings: Settings) -> Iterator[str]:
    """Whether nutgraf.db can be opened, written and is whole."""
    try:
        with open_database(settings).writing() as db:
            verdict = next(iter(db.query("pragma quick_check")))["quick_check"]
    except ArchiveTrouble as error:
        yield sentence_for(error)
        return
    if verdict != "ok":
        yield f"{settings.database} is damaged ({verdict}): stop the bot and put your newest copy in its place."


def engine(settings: Settings) -> Iterator[str]:
    """Whether the engine's database can be opened and, as a file, written and is whole."""
    if EngineFile(settings.engine_url).is_file:
        yield from engine_file(settings)
        return
    if settings.has_workers:
        yield from engine_server(settings)
        return
    try:
        with sqlalchemy.create_engine(settings.engine_url).connect() as connection:
            connection.execute(sqlalchemy.text("select 1"))
    except (sqlalchemy.exc.SQLAlchemyError, ImportError) as error:
        yield f"the engine's database cannot be opened ({type(error).__name__}): check NUTGRAF_ENGINE_URL."


def engine_server(settings: Settings) -> Iterator[str]:
    """Whether PostgreSQL answers and lets us in."""
    server = EngineServer(settings.engine_url)
    try:
        if not server.lets_us_in():
            yield f"PostgreSQL at {server.name} does not answer: start it, or check NUTGRAF_ENGINE_URL."
    except SettingsError as error:
        yield from error.problems


def engine_file(settings: Settings) -> Iterator[str]:
    """What is wrong with engine.db."""
    file = EngineFile(settings.engine_url)
    try:
        file.check()
        file.check_whole()
    except Damaged:
        yield f"{file.path} is damaged: stop the bot and move it away; what was under way is lost, the archive is not."
    except ArchiveTrouble as error:
        yield f"{sentence_for(error)} ({file.path})"


def secrecy(settings: Settings) -> Iterator[str]:
    """Whether anybody else on this machine may read secrets or the archive."""
    kept = (Path(".env"), settings.database, settings.nutgraf_data_dir / "engine.db", settings.installations)
    for file in kept:
        if file.exists() and file.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
            yield f"{file} can be read by others on this machine: chmod 600 {file}"


CHECKS = (
    Check("files for our eyes only", secrecy),
    Check("Slack tokens", slack_problems),
    Check("Slack scopes", scopes),
    Check("language model", model),
    Check("tagger", tagger),
    Check("nutgraf.db", archive),
    Check("engine.db", engine),
)
