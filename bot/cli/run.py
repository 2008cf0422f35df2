"""`run`: the bot."""

from __future__ import annotations

import click

from bot.log import set_up_logging
from bot.readers.nursery import begin_loading, nursery
from bot.setting_names import warn_of_unknown_names
from bot.settings import SettingsError, hide_tokens, load_settings
from bot.slack.tokens import token_problems
from bot.sqlite_release import sqlite_problems


@click.command()
def command() -> None:
    """Run the bot: Slack, engine and schedule, until SIGTERM or Ctrl-C."""
    settings = load_settings()
    problems = (*sqlite_problems(), *token_problems(settings))
    if problems:
        raise SettingsError(problems)
    set_up_logging(settings.nutgraf_log)
    warn_of_unknown_names()
    hide_tokens()  # from the processes that read, too
    if not settings.has_workers:
        begin_loading(nursery(settings.nutgraf_model))  # beside all that follows, our own imports included
    from bot.cli.running import run  # noqa: PLC0415  # as long as half the model takes

    run(settings)
