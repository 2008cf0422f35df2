"""`purge`: take a workspace, a channel or a person out of both databases."""

from __future__ import annotations

import click

from bot.compose.archive import find_database
from bot.engine.history import EngineHistory
from bot.settings import load_settings
from bot.store.removal import Removal, Target

YES = click.option("--yes", is_flag=True, help="Purge it. Without this option, the command only counts.")


@click.group()
def command() -> None:
    """Purge a workspace, a channel or a person. There is no way back; make a copy with `backup` before."""


@command.command()
@click.argument("team", metavar="TEAM")
@YES
def workspace(team: str, yes: bool) -> None:  # noqa: FBT001  # click's signature
    """Everything of the workspace with the id TEAM (T…)."""
    purge(Target("workspace", team), yes=yes)


@command.command()
@click.argument("team", metavar="TEAM")
@click.argument("channel_id", metavar="CHANNEL")
@YES
def channel(team: str, channel_id: str, yes: bool) -> None:  # noqa: FBT001  # click's signature
    """Everything of one channel (C…) of a workspace."""
    purge(Target("channel", team, channel_id), yes=yes)


@command.command()
@click.argument("team", metavar="TEAM")
@click.argument("user", metavar="USER")
@YES
def person(team: str, user: str, yes: bool) -> None:  # noqa: FBT001  # click's signature
    """A person (U…): deletes what only they have seen, and their name from what others have seen."""
    purge(Target("person", team, user), yes=yes)


def purge(target: Target, *, yes: bool) -> None:
    """Count what is to go, or let it go."""
    settings = load_settings()
    removal, history = Removal(find_database(settings)), EngineHistory(settings.engine_url)
    counted = removal.purge(target) if yes else removal.count(target)
    flows = history.purge(target.needle) if yes else history.count(target.needle)
    for what, many in (*sorted(counted.items()), ("flows of the engine", flows)):
        if many:
            click.echo(f"{many:8,}  {what}")
    if not any(counted.values()) and not flows:
        click.echo("There is nothing to purge.")
    elif not yes:
        click.echo("Nothing was purged yet. To purge it, add --yes.")
    else:
        click.echo("Purged.")
