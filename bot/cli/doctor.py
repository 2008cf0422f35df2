"""`doctor`: what is wrong and what to do. It makes and changes nothing."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path

import click

from bot.database_check import archive_findings, engine_findings
from bot.findings import Finding, fine, not_checked, verdict, wrong
from bot.readers.apart import call_apart
from bot.setting_names import unknown_names
from bot.settings import ENV_FILE, NEEDS_POSTGRES, Settings, SettingsError, load_settings
from bot.slack.check import granted_scopes, scope_problems, slack_problems, wanted_scopes
from bot.slack.tokens import bot_token_problems, token_problems
from bot.sqlite_release import PRESENT, dotted, sqlite_problems
from handlers.domain.sentences import sentence_for
from summarizer.errors import NutgrafError

WITHOUT_TAGGER = "its weights are missing from this install, so rules alone find who said what: install from a full checkout."
CRASHED = "ended the process that tried it: install Nutgraf again, on a machine with memory to spare."
TRIAL = "bot.readers.trial"  # named, not imported: it loads the language libraries
ASK_WORKER = "Where only `work` runs: python -m bot doctor --worker"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that can be wrong."""

    name: str
    look: Callable[[Settings], Iterator[Finding]]


@click.command()
@click.option("--worker", is_flag=True, help="Check what `work` needs on this machine, and nothing else.")
def command(worker: bool) -> None:  # noqa: FBT001  # click's signature
    """Check settings, tokens, scopes, model, SQLite and both databases. Nothing is made or changed.

    Each line says what was checked: ok, WRONG with what to do, or -- where there is nothing to check yet.
    """
    unknown = [wrong(sentence) for sentence in unknown_names(os.environ)]
    try:
        settings = load_settings()
    except SettingsError as error:
        show("settings", [*map(wrong, error.problems), *unknown])
        click.echo("--    all else: not checked: the settings cannot be used")
        raise SystemExit(1) from error
    well = show("settings", unknown or [what_is_set(settings)])
    for check in WORKER_CHECKS if worker else CHECKS:
        well = show(check.name, check.look(settings)) and well
    if not worker and settings.has_workers and list(token_problems(settings)):
        click.echo(ASK_WORKER)
    if not well:
        raise SystemExit(1)


def show(name: str, findings: Iterator[Finding] | list[Finding]) -> bool:
    """Print a line for each finding; whether none is wrong."""
    found = list(findings)
    for one in found:
        click.echo(f"{one.mark:<5} {name}: {one.said}")
    return not any(one.is_wrong for one in found)


def what_is_set(settings: Settings) -> Finding:
    """How many settings there are, and where they come from."""
    many, file = len(settings.model_fields_set), Path(ENV_FILE)
    source = f"and {file.absolute()}" if file.is_file() else f"(there is no {file.absolute()})"
    if not many:
        return not_checked(f"none is set in the environment {source}")
    return fine(f"{many} set in the environment {source}; names and values are right")


def secrecy(settings: Settings) -> Iterator[Finding]:
    """Whether anybody else on this machine may read the settings or a database."""
    return own_files((Path(ENV_FILE), *sorted(settings.nutgraf_data_dir.glob("*.db*"))))


def secrecy_of_settings(settings: Settings) -> Iterator[Finding]:  # noqa: ARG001  # as every check
    """The same where there is no database."""
    return own_files((Path(ENV_FILE),))


def own_files(files: tuple[Path, ...]) -> Iterator[Finding]:
    """Of those that are there, whether they are their owner's alone."""
    there = [file for file in files if file.is_file()]
    open_ones = [file for file in there if file.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO)]
    yield from (
        wrong(f"{file} can be read by others on this machine: chmod 600 {file}") for file in open_ones
    )
    if not there:
        yield not_checked(f"there is no {ENV_FILE} and no database yet")
    elif not open_ones:
        yield fine(f"{', '.join(map(str, there))}: only their owner can read them")


def tokens(settings: Settings) -> Iterator[Finding]:
    """Whether Slack takes the tokens. HTTP mode's keys are tried by Slack's own first request."""
    accepted = "the three keys are set; Slack's first request shows whether they are right"
    yield from verdict(slack_problems(settings), accepted if settings.nutgraf_http else "Slack accepts both")


def scopes(settings: Settings) -> Iterator[Finding]:
    """Whether the app may do what it does."""
    if settings.nutgraf_http:
        yield not_checked("each workspace grants them when it installs the app")
    elif not settings.slack_bot_token:
        yield not_checked("no token")
    elif list(bot_token_problems(settings)):
        yield not_checked("no token that could be one")
    elif granted_scopes(settings) is None:
        yield not_checked("Slack did not say which it grants")
    else:
        yield from verdict(scope_problems(settings), f"all {len(wanted_scopes(settings))} are granted")


def model(settings: Settings) -> Iterator[Finding]:
    """Whether the language model loads and reads a sentence."""
    try:
        call_apart(settings.nutgraf_model, TRIAL, "read_a_sentence", settings.nutgraf_model)
    except NutgrafError as error:
        yield wrong(sentence_for(error))
    except BrokenProcessPool:
        yield wrong(f"{settings.nutgraf_model} {CRASHED}")
    else:
        yield fine(f"{settings.nutgraf_model} has read a sentence")


def tagger(settings: Settings) -> Iterator[Finding]:
    """Whether the learned tagger's weights are there."""
    try:
        there = call_apart(settings.nutgraf_model, TRIAL, "has_tagger")
    except BrokenProcessPool:
        yield wrong(f"the tagger {CRASHED}")
    else:
        yield fine("its weights are loaded") if there else wrong(WITHOUT_TAGGER)


def sqlite_release(settings: Settings) -> Iterator[Finding]:  # noqa: ARG001  # as every check
    """Whether this Python's SQLite can do what the databases ask of it."""
    return verdict(sqlite_problems(), f"{dotted(PRESENT)} has all that the databases need")


def workers_engine(settings: Settings) -> Iterator[Finding]:
    """Whether a worker's engine is on PostgreSQL and answers."""
    if settings.has_workers:
        yield from engine_findings(settings)
    else:
        yield wrong(NEEDS_POSTGRES)


CHECKS = (
    Check("file permissions", secrecy),
    Check("Slack tokens", tokens),
    Check("Slack scopes", scopes),
    Check("language model", model),
    Check("tagger", tagger),
    Check("SQLite", sqlite_release),
    Check("archive", archive_findings),
    Check("engine", engine_findings),
)
WORKER_CHECKS = (
    Check("file permissions", secrecy_of_settings),
    Check("language model", model),
    Check("tagger", tagger),
    Check("engine", workers_engine),
)
