"""`search`: statements in the archive."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict

import click
from rich.console import Console
from rich.text import Text

from bot.compose import open_database
from bot.settings import load_settings
from bot.store_lines import Found, search_statements


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="QUERY")
@click.option("--json", "as_json", is_flag=True, help="The statements as JSON.")
@click.option("--limit", type=click.IntRange(1, 1000), default=50, show_default=True)
def command(words: tuple[str, ...], as_json: bool, limit: int) -> None:  # noqa: FBT001  # click's signature
    """Find statements that hold all words of QUERY, in what was said or who said it."""
    with open_database(load_settings()).reading() as db:
        found = search_statements(db, " ".join(words), limit)
    if as_json:
        json.dump([asdict(one) for one in found], sys.stdout, ensure_ascii=False)
        sys.stdout.write("\n")
    elif not found:
        click.echo("Nothing in the archive holds all of these words.")
    else:
        console = Console()
        for one in found:
            console.print(line_of(one), soft_wrap=True)


def line_of(found: Found) -> Text:
    """One statement on a line, its origin below."""
    role = f" ({found.role})" if found.role else ""
    via = f", as reported by {found.via}" if found.via else ""
    text = Text()
    text.append(found.source or "The article", style="bold").append(f"{role} {found.cue or ''}".rstrip())
    text.append(f": {found.text}{via}\n")
    origin = " · ".join(
        part for part in (found.outlet, found.title, (found.published or "")[:10], found.url) if part
    )
    return text.append(f"  {origin}\n", style="dim")
