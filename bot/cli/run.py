"""`run`: the bot."""

from __future__ import annotations

import logging
from threading import Event

import click

from bot.cli.stopping import end_now, stop_signal, wait_for
from bot.compose.processes import Bot
from bot.compose.reading import make_reading
from bot.engine.server import await_server
from bot.health import serve_health
from bot.log import set_up_logging
from bot.only_one import OnlyOne
from bot.setting_names import warn_of_unknown_names
from bot.settings import Settings, SettingsError, hide_tokens, load_settings
from bot.slack.check import scope_problems, slack_problems
from bot.sqlite_release import sqlite_problems
from handlers.flows.desk import utc_now
from summarizer.reader import load_tagger

log = logging.getLogger("nutgraf")


@click.command()
def command() -> None:
    """Run the bot: Slack, engine and schedule, until SIGTERM or Ctrl-C."""
    settings = load_settings()
    problems = (*sqlite_problems(), *slack_problems(settings))
    if problems:
        raise SettingsError(problems)
    set_up_logging(settings.nutgraf_log)
    warn_of_unknown_names()
    hide_tokens()
    for problem in scope_problems(settings):
        log.warning(problem)
    with OnlyOne(settings.nutgraf_data_dir):
        stopped = stop_signal()
        if await_server(settings.engine_url, stopped):
            serve(settings, stopped)


def serve(settings: Settings, stopped: Event) -> None:
    """Run until SIGTERM or Ctrl-C."""
    if load_tagger() is None:
        log.warning("the learned tagger's weights are missing: rules alone find who said what")
    reading = make_reading(settings)
    if settings.has_workers:
        log.info("articles are read by `python -m bot work`")
    else:
        reading.warm_up()
    bot = Bot(settings, reading, utc_now)
    bot.start()
    model = {} if settings.has_workers else {"model": reading.is_ready}
    health = serve_health(bot.metrics, bot.checks | model, settings.metrics_address)
    log.info("ready: share a link in a channel I am in")
    wait_for(stopped)
    if health:
        health.close()
    bot.close()
    reading.close()
    end_now()
