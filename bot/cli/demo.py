"""`demo`: the whole desk on bundled articles served on loopback, Slack replaced by the terminal.

In short it is three screens: a story from link to brief, how the morning's other links were answered, and the digest.
"""

from __future__ import annotations

import _thread
import functools
import http.server
import os
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

import click
from rich.console import Console
from rich.text import Text

from bot.compose.archive import make_store, open_database
from bot.compose.desk import Works, make_works
from bot.compose.reading import make_reading
from bot.settings import Settings, SettingsError, load_settings
from bot.sqlite_release import sqlite_problems
from bot.store import Store
from bot.terminal_chat import NoPeople, TerminalChat, shown, texts_of
from handlers.domain.message import Message
from handlers.flows.desk import utc_now
from handlers.flows.digest.digests import BY_HAND_FLOW
from handlers.flows.digest.typed import Typed
from handlers.flows.links.share import SHARE_FLOW, Share
from handlers.ports import Json, Place
from handlers.render.terminal import passage_text

PAGES = Path(__file__).resolve().parent.parent / "demo_pages"
TEAM, CHANNEL = "T0DEMO", "#world-desk"
REPORTERS = ("Ana", "Ben", "Chidi")
MORNING = (  # what is shared, in order; the first one comes up a second time
    "ferry-aldermouth-courier",
    "ferry-inland-mercury",
    "gas-dispute-meridian-post",
    "ferry-capital-standard",
    "glacier-fieldnotes-interview",
    "front-page-capital-standard",
    "bridge-nordhafener-rundschau",
    "ferry-plains-examiner",
    "ferry-aldermouth-courier",
)


BEFORE = """\
A made-up morning, served from this machine: three reporters share links in {channel}, and Nutgraf answers
as it would in Slack. First one story, from link to brief; then the other links; then the day’s digest.
"""
PROOF = "Behind each ⇗ stands the passage of the page that proves the line. The first one:"
AFTER = """
What to do next (in a checkout, nutgraf is .venv/bin/python -m bot):
  nutgraf brief https://…                  brief any article
  nutgraf brief page.html --proof --keep   a saved page; its proofs, and a copy in your archive
  nutgraf demo --all                       each brief of this morning, and its timeline
  docs/slack.md                            how it comes into your Slack, in five minutes
"""
MORE, LEAVE = "Enter: go on", "The links behind ⇗ open while this runs. Enter: end"


@click.command()
@click.option("--all", "in_full", is_flag=True, help="Show every brief whole, and the pictures.")
def command(in_full: bool) -> None:  # noqa: FBT001  # click's signature
    """Show the bot at work: links shared in a channel, briefs in their threads, then the digest."""
    problems = tuple(sqlite_problems())
    if problems:
        raise SettingsError(problems)
    with tempfile.TemporaryDirectory(prefix="nutgraf-demo-") as folder, serving(PAGES) as address:
        settings = load_settings().model_copy(
            update={
                "nutgraf_data_dir": Path(folder),
                "nutgraf_engine_url": None,
                "nutgraf_allowed_hosts": address,
            }
        )
        play(settings, address, in_full=in_full)


def play(settings: Settings, address: str, *, in_full: bool) -> None:
    """Share the morning's links one after the other, then ask for the digest."""
    console = PipedConsole()
    chat = DemoChat(console)
    reading = make_reading(settings)
    database = open_database(settings)
    works = make_works(settings, database, chat, reading, utc_now, directory=NoPeople())
    works.engine.launch()
    try:
        console.print(BEFORE.format(channel=CHANNEL))
        share(works, chat, address, 1)
        show_proof(console, make_store(settings, database))
        wait(console, MORE)
        chat.is_short = not in_full
        for number in range(2, len(MORNING) + 1):
            share(works, chat, address, number)
        chat.is_short = False
        wait(console, MORE)
        console.rule("/digest now")
        chat.has_pictures = in_full
        digest(works)
        console.print(AFTER, highlight=False)
        wait(console, LEAVE)
    except KeyboardInterrupt:
        if console.has_lost_its_reader:
            raise BrokenPipeError from None
        raise
    finally:
        works.engine.close()
        reading.close()


def show_proof(console: Console, store: Store) -> None:
    """The passage behind the first line of the first brief; nothing where this machine could not read it."""
    for filed in store.briefs_of(datetime.min.replace(tzinfo=UTC), utc_now()):
        console.print(f"\n{PROOF}")
        console.print(passage_text(filed.brief.bullets[0].evidence[0], filed.brief.article.text), "\n")


def wait(console: Console, words: str) -> None:
    """Wait for Enter where a person reads along."""
    if console.is_terminal and sys.stdin is not None and sys.stdin.isatty():
        with suppress(EOFError):
            console.input(f"[dim]{words}[/dim] ")


class PipedConsole(Console):
    """A console that ends the demo when nobody reads it any more; flows print from threads of their own."""

    has_lost_its_reader = False

    def on_broken_pipe(self) -> None:
        self.quiet = self.has_lost_its_reader = True
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        _thread.interrupt_main()


class DemoChat(TerminalChat):
    """A terminal's Slack that can show the first line of each message alone, and leave pictures out.

    It holds what was shared: of a message that is read for long the desk asks whether its links are still there.
    """

    is_short = False
    has_pictures = True

    def __init__(self, console: Console) -> None:
        super().__init__(console, {})
        self.shared: dict[str, str] = {}  # the link of each message, by its ts

    def message(self, channel: str, ts: str) -> Json | None:  # noqa: ARG002
        return {"text": f"<{self.shared[ts]}>"} if ts in self.shared else None

    def post(self, channel: str, message: Message, *, key: str, thread: str | None = None) -> str:
        if not self.is_short:
            return super().post(channel, message, key=key, thread=thread)
        with self.lock:
            first = next(texts_of(message), message.text)
            line = next(iter(shown(first).plain.splitlines()), "")
            self.console.print(Text(f"  → {line}", overflow="ellipsis", no_wrap=True))
            return f"{next(self.numbers)}.000000"

    def show_file(self, place: Place, file: str, words: str) -> str:
        return super().show_file(place, file, words) if self.has_pictures else file


def share(works: Works, chat: DemoChat, address: str, number: int) -> None:
    """One reporter shares one link; wait for the desk to be done with it."""
    page = MORNING[number - 1]
    reporter = REPORTERS[number % len(REPORTERS)]
    ts = f"{number}.5"
    chat.names[ts] = f"{reporter}’s message"
    url = chat.shared[ts] = f"http://{address}/{page}.html"
    if chat.is_short:
        chat.console.print(f"{reporter} in {CHANNEL}: …/{page}.html", highlight=False)
    else:
        chat.console.rule(f"{reporter} in {CHANNEL}: {url}")
    shared = Share(TEAM, CHANNEL, ts, ts, reporter, (url,), asks="aloud")
    works.engine.begin(SHARE_FLOW, shared.flow_id, shared.to_json())
    works.engine.result(shared.flow_id)


def digest(works: Works) -> None:
    """The channel's digest, by hand."""
    typed = Typed(TEAM, CHANNEL, REPORTERS[0], "now", "", utc_now())
    works.engine.begin(BY_HAND_FLOW, "digest-now:demo", typed.to_json())
    works.engine.result("digest-now:demo")


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a folder on loopback; gives host:port."""
    handler = functools.partial(QuietHandler, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"127.0.0.1:{server.server_port}"
        server.shutdown()


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    """Serves files without a line for each."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base class's name
        """Say nothing."""
