"""What `digest --post` does: loads Slack's client, which a digest that is only shown has no use for."""

from __future__ import annotations

from datetime import datetime

import click

from bot.compose.archive import find_database
from bot.compose.digests import make_digests
from bot.compose.slack import make_slack
from bot.engine.inline import InlineSteps
from bot.settings import Settings
from bot.slack.check import require_tokens
from handlers.domain.sentences import refusal_sentence
from handlers.flows.desk import utc_now
from handlers.flows.digest.digests import post_all
from handlers.ports import FiledBrief, Place


def post_digest(
    settings: Settings, channel: str | None, filed: tuple[FiledBrief, ...], start: datetime
) -> None:
    """Post the day's digest to `channel`; posting the same again changes nothing."""
    if not channel:
        message = "--post needs --channel."
        raise click.UsageError(message)
    if not filed:
        click.echo("Nothing to post: no links were briefed in this channel on that day.")
        return
    require_tokens(settings)
    chats = make_slack(settings).chats
    digests = make_digests(settings, find_database(settings), chats, utc_now)
    told = digests.told_by(filed, start.date(), zone=str(start.tzinfo or ""))
    steps = InlineSteps(f"digest-by-terminal:{channel}:{start.date().isoformat()}:{len(filed)}")
    outcome = post_all(steps, digests, Place(filed[0].filing.team, channel), told)
    if "refused" in outcome:
        raise click.ClickException(refusal_sentence(outcome["refused"]))
    click.echo(f"Posted {outcome['posted']} message(s).")
