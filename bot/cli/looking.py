"""What `search`, `who`, `figures` and `check` have in common: the archive, from the terminal."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import click
from rich.console import Console

from bot.cli.jsonl import emit
from bot.compose.archive import find_database
from bot.settings import load_settings
from bot.store.lookups import StoredLookups
from handlers.domain.lookups import Lookups
from handlers.render.shapes_found import found_shape
from handlers.render.terminal_found import found_line

EMPTY = "The archive is empty: the running bot files every brief in it, and so does `nutgraf brief SOURCE --keep`."

Ask = Callable[[Lookups, str, int], Sequence[Any]]


def reader(name: str, help_text: str, metavar: str, nothing: str, ask: Ask) -> click.Command:
    """A command that looks something up and shows it."""

    def show(words: tuple[str, ...], as_json: bool, limit: int) -> None:  # noqa: FBT001  # click's signature
        lookups = StoredLookups(find_database(load_settings()))
        found = ask(lookups, " ".join(words), limit)
        if as_json:
            emit(list(map(found_shape, found)))
        elif not found:
            click.echo(nothing if lookups.latest(None, 1) else EMPTY)
        else:
            console = Console()
            for one in found:
                console.print(found_line(one), soft_wrap=True)

    return click.Command(
        name,
        callback=show,
        help=help_text,
        params=[
            click.Argument(["words"], nargs=-1, required=True, metavar=metavar),
            click.Option(["--json", "as_json"], is_flag=True, help="Print the result as JSON."),
            click.Option(
                ["--limit"],
                type=click.IntRange(1, 1000),
                default=50,
                show_default=True,
                help="Show at most this many.",
            ),
        ],
    )
