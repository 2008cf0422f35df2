"""`feedback`: which briefs people found not useful, and why."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import click

from bot.cli.jsonl import emit
from bot.compose.archive import find_database
from bot.settings import load_settings
from bot.store.feedback import FeedbackStore, NotUseful

NO_REASON = "no reason given"


@click.command()
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.option(
    "--limit", type=click.IntRange(1, 1000), default=50, show_default=True, help="Show at most this many."
)
def command(as_json: bool, limit: int) -> None:  # noqa: FBT001  # click's signature
    """List who pressed "Not useful" beneath which brief, when and why, the newest first."""
    found = FeedbackStore(find_database(load_settings())).newest(limit)
    if as_json:
        emit(list(map(shape, found)))
    elif not found:
        click.echo("Nobody has found a brief not useful.")
    else:
        for one in found:
            click.echo(line(one))


def shape(one: NotUseful) -> dict[str, Any]:
    """For scripts."""
    return asdict(one) | {"at": one.at.isoformat()}


def line(one: NotUseful) -> str:
    """For people: when, why, which brief, who."""
    reason = " ".join((one.reason or NO_REASON).split())
    about = f"{one.title or one.url} ({one.brief_id})"
    return f"{one.at:%Y-%m-%d %H:%M}  {reason}\n    {about}, in {one.channel} by {one.user}"
