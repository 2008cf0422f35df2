"""A worker from its first link to its end. The model may be loading beside all of it."""

from __future__ import annotations

from threading import Event

from bot.cli.stopping import end_now, wait_for
from bot.compose.processes import Worker
from bot.compose.reading import make_reading
from bot.health import serve_health
from bot.settings import Settings


def work(settings: Settings, stopped: Event) -> None:
    """Read until SIGTERM or Ctrl-C."""
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
