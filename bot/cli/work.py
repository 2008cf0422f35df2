"""`work`: a further reading worker."""

from __future__ import annotations

from threading import Event

import click

from bot.cli.stopping import end_now, stop_signal, wait_for
from bot.engine.server import await_server
from bot.log import set_up_logging
from bot.readers.nursery import begin_loading, nursery
from bot.setting_names import warn_of_unknown_names
from bot.settings import NEEDS_POSTGRES, Settings, SettingsError, hide_tokens, load_settings


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
    if await_server(settings.engine_url, stopped):
        begin_loading(nursery(settings.nutgraf_model))  # beside our own imports
        work(settings, stopped)


def work(settings: Settings, stopped: Event) -> None:
    """Read until SIGTERM or Ctrl-C."""
    from bot.compose.processes import Worker  # noqa: PLC0415  # half a second, in which the model loads already
    from bot.compose.reading import make_reading  # noqa: PLC0415
    from bot.health import serve_health  # noqa: PLC0415

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
