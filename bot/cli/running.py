"""The bot from its first look at Slack to its end. The model may be loading beside all of it."""

from __future__ import annotations

import logging
from threading import Event

from bot.cli.stopping import end_now, stop_signal, wait_for
from bot.compose.processes import Bot
from bot.compose.reading import make_reading
from bot.engine.server import await_server
from bot.health import serve_health
from bot.only_one import OnlyOne
from bot.readers.pool import PoolReading
from bot.settings import Settings, SettingsError
from bot.slack.check import scope_problems, slack_problems
from handlers.flows.desk import utc_now

log = logging.getLogger("nutgraf")


def run(settings: Settings) -> None:
    """Run the bot, until SIGTERM or Ctrl-C. Raises SettingsError where Slack or PostgreSQL refuses it."""
    problems = tuple(slack_problems(settings))
    if problems:
        raise SettingsError(problems)
    with OnlyOne(settings.nutgraf_data_dir):
        stopped = stop_signal()
        reading = begin_reading(settings)
        for problem in scope_problems(settings):
            log.warning(problem)
        if await_server(settings.engine_url, stopped):
            serve(settings, reading, stopped)
        reading.close()
    end_now()


def begin_reading(settings: Settings) -> PoolReading:
    """The reading processes, on their way; where workers read, none until there is something that the desk reads itself."""
    reading = make_reading(settings)
    if settings.has_workers:
        log.info("articles are read by `python -m bot work`")
    else:
        reading.warm_up()
    return reading


def serve(settings: Settings, reading: PoolReading, stopped: Event) -> None:
    """Run until SIGTERM or Ctrl-C."""
    bot = Bot(settings, reading, utc_now)
    bot.start()
    model = {} if settings.has_workers else {"model": reading.is_ready}
    health = serve_health(bot.metrics, bot.checks | model, settings.metrics_address)
    log.info("ready: share a link in a channel I am in")
    wait_for(stopped)
    if health:
        health.close()
    bot.close()
