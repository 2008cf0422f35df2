"""`work`: a further reading worker."""

from __future__ import annotations

import click

from bot.cli.stopping import end_now, stop_signal, wait_for
from bot.compose.processes import Worker
from bot.compose.reading import make_reading
from bot.engine.server import await_server
from bot.health import serve_health
from bot.log import set_up_logging
from bot.setting_names import warn_of_unknown_names
from bot.settings import NEEDS_POSTGRES, SettingsError, hide_tokens, load_settings


@click.command()
def command() -> None:
    """Read links for a bot whose engine is on PostgreSQL, until SIGTERM or Ctrl-C.

    As many as you like, on any machine that reaches the database and the web.
    """
    settings = load_settings()
    if not settings.has_workers:
        raise SettingsError((NEEDS_POSTGRES,))
    set_up_logging(settings.nutgraf_log)
    warn_of_unknown_names()
    hide_tokens()
    stopped = stop_signal()
    if not await_server(settings.engine_url, stopped):
        return
    reading = make_reading(settings)
    reading.warm_up()
    worker = Worker(settings, reading)
    worker.start()
    health = serve_health(worker.metrics, worker.checks, settings.metrics_address, is_worker=True)
    wait_for(stopped)
    if health:
        health.close()
    worker.close()
    reading.close()
    end_now()
