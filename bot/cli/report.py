"""`report`: who was quoted in a week."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import click
from rich.console import Console

from bot.cli.jsonl import emit
from bot.compose.archive import find_database
from bot.settings import load_settings
from bot.store.report import quoted_in_week
from handlers.flows.desk import utc_now
from handlers.render.terminal_report import report_lines, report_shape


@click.command()
@click.option("--week", is_flag=True, help="The seven days up to --day; the only span there is.")
@click.option(
    "--day", type=click.DateTime(["%Y-%m-%d"]), help="The last day, such as 2026-11-23. Default: today."
)
@click.option("--channel", help="A Slack channel's id. Default: every channel.")
@click.option("--json", "as_json", is_flag=True, help="The report as JSON.")
def command(week: bool, day: datetime | None, channel: str | None, as_json: bool) -> None:  # noqa: ARG001, FBT001  # click's
    """Show who was quoted in a week: how often, by which outlets, with or without a name, and who is new.

    People are joined across articles where their full name and role agree, or where somebody has joined them (docs/archive.md).
    """
    settings = load_settings()
    moment = day or utc_now().astimezone(ZoneInfo(settings.nutgraf_timezone))
    report = quoted_in_week(find_database(settings), moment.date(), channel)
    if as_json:
        emit(report_shape(report))
        return
    console = Console(highlight=False)
    for line in report_lines(report):
        console.print(line, soft_wrap=True)
