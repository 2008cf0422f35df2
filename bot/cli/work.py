"""`work`: a further reading worker."""

from __future__ import annotations

import click

from bot.cli.stopping import stop_signal
from bot.engine.server import await_server
from bot.log import set_up_logging
from bot.readers.nursery import begin_loading, nursery
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
    if await_server(settings.engine_url, stopped):
        begin_loading(nursery(settings.nutgraf_model))  # beside our own imports
        from bot.cli.working import work  # noqa: PLC0415  # half a second, in which the model loads already

        work(settings, stopped)
