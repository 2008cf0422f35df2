"""The command line. Each command lives in a module of its own, imported when it is called."""

from __future__ import annotations

import importlib

import click

COMMANDS = {
    "run": "Run the bot.",
    "work": "Run an extra worker (needs PostgreSQL).",
    "brief": "Brief URLs, files or standard input.",
    "extract": "Extract statements and figures from many texts.",
    "page": "Show the clean article of a page.",
    "stories": "Group articles about the same event.",
    "digest": "Show or post a day's digest.",
    "search": "Find statements in the archive.",
    "who": "Show what somebody said, from the archive.",
    "figures": "Find key figures in the archive.",
    "check": "Check whether a quotation is in the archive word for word.",
    "report": "Show who was quoted in a week, by which outlets, and who is new.",
    "feedback": "List the briefs that people found not useful, and why.",
    "backup": "Copy the archive while the bot runs.",
    "restore": "Replace the archive with a copy.",
    "purge": "Delete a workspace, a channel or a person for good.",
    "doctor": "Check this set-up: what is wrong, and what to do.",
    "demo": "See the bot at work on bundled articles, in the terminal.",
}


INTERRUPTED = 130  # as a shell reports a program that Ctrl-C ended


class Commands(click.Group):
    """Imports a command when it is called, so that --help need not load the language library."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"bot.cli.{cmd_name}").command
        return command

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            ctx.exit(INTERRUPTED)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="nutgraf", prog_name="nutgraf")
def commands() -> None:
    """Briefs of who said what, each line provable on the page."""
