"""`demo`: the whole desk on bundled articles served on loopback, Slack replaced by the terminal."""

from __future__ import annotations

import _thread
import functools
import http.server
import os
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from rich.console import Console

from bot.compose.archive import open_database
from bot.compose.desk import Works, make_works
from bot.compose.reading import make_reading
from bot.settings import Settings, SettingsError, load_settings
from bot.sqlite_release import sqlite_problems
from bot.terminal_chat import NoPeople, TerminalChat
from handlers.flows.desk import utc_now
from handlers.flows.digest.digests import BY_HAND_FLOW
from handlers.flows.digest.typed import Typed
from handlers.flows.links.share import SHARE_FLOW, Share

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


@click.command()
def command() -> None:
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
        play(settings, address)


def play(settings: Settings, address: str) -> None:
    """Share the morning's links one after the other, then ask for the digest."""
    console = PipedConsole()
    chat = TerminalChat(console, {})
    reading = make_reading(settings)
    works = make_works(settings, open_database(settings), chat, reading, utc_now, directory=NoPeople())
    works.engine.launch()
    try:
        for number, page in enumerate(MORNING, start=1):
            share(works, chat, f"http://{address}/{page}.html", number)
        console.rule("/digest now")
        digest(works)
    except KeyboardInterrupt:
        if console.quiet:  # nobody reads on
            raise BrokenPipeError from None
        raise
    finally:
        works.engine.close()
        reading.close()


class PipedConsole(Console):
    """A console that ends the demo when nobody reads it any more; flows print from threads of their own."""

    def on_broken_pipe(self) -> None:
        self.quiet = True
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        _thread.interrupt_main()


def share(works: Works, chat: TerminalChat, url: str, number: int) -> None:
    """One reporter shares one link; wait for the desk to be done with it."""
    reporter = REPORTERS[number % len(REPORTERS)]
    ts = f"{number}.5"
    chat.names[ts] = f"{reporter}’s message"
    chat.console.rule(f"{reporter} in {CHANNEL}: {url}")
    shared = Share(TEAM, CHANNEL, ts, ts, reporter, (url,))
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
