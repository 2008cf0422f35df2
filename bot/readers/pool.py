"""From a link to its brief: fetched here, read in a small pool of processes, each with a deadline.

A page that hangs or kills its reader costs itself alone. What reads is named here and imported there: the desk loads no language library.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from concurrent.futures import TimeoutError as DeadlinePassed
from concurrent.futures.process import BrokenProcessPool
from threading import Thread
from typing import Any

from pebble import CONSTS, ProcessExpired, ProcessPool

from bot.fetch.fetched import FetchedPage, NotModified
from bot.fetch.fetcher import Fetcher
from bot.readers.apart import call
from bot.readers.nursery import begin_loading, nursery
from bot.readers.quiet import begun
from bot.readers.unread import log_unread
from handlers.domain.errors import ReadingFailed
from handlers.ports import Read, Version
from summarizer.model import Article, Brief

READING = "bot.readers.reading"
READ_DEADLINE = 60.0  # seconds; an ordinary article takes well under one
LOOK_SECONDS = (
    0.5  # between two looks at deadlines and dead processes: with pebble's 0.1 an idle bot takes a fifth more
)
PAGES_PER_PROCESS = 500  # a reader is replaced now and then, so that no leak grows for ever
NO_TAGGER = "the learned tagger's weights are missing: rules alone find who said what"

log = logging.getLogger("nutgraf")


def read_page(page: FetchedPage) -> Brief:
    """In a reading process: the page's brief."""
    brief: Brief = call(READING, "read_page", (page,))
    return brief


class PoolReading:
    """Fulfils handlers.ports.LinkReader. `readers` processes read with the language model `model`; `act` is done there."""

    def __init__(
        self, fetcher: Fetcher, model: str, readers: int, act: Callable[[FetchedPage], Brief] = read_page
    ) -> None:
        self.fetcher = fetcher
        self.act = act
        self.readers = readers
        self.phases: dict[str, str] = {}  # by address
        self.closing = False
        self.warming: Thread | None = None
        self.warm: list[Future[bool]] = []  # of each process whether it has its tagger, once it is ready
        CONSTS.sleep_unit = LOOK_SECONDS
        self.context = nursery(model)
        self.pool = ProcessPool(
            max_workers=readers,
            max_tasks=PAGES_PER_PROCESS,
            initializer=call,
            initargs=[READING, "make_ready", (model,)],
            context=self.context,
        )

    def warm_up(self) -> None:
        """Begin to load the model and to start the processes, so that the first link need not wait. Does not wait for them."""
        begin_loading(self.context)
        self.warming = Thread(target=self._begin, name="warm-up", daemon=True)
        self.warming.start()

    def _begin(self) -> None:
        """Start the processes, which waits for the model, and ask each whether it is ready."""
        pool = begun(self.pool)
        self.warm = [pool.schedule(call, args=[READING, "has_tagger", ()]) for _ in range(self.readers)]
        self.warm[0].add_done_callback(warn_without_tagger)

    def is_ready(self) -> bool:
        """Whether the processes run and one has had its model."""
        return any(one.done() and one.exception() is None for one in self.warm) and self.pool.active

    def read(self, url: str) -> Read:
        try:
            self.phases[url] = "fetching"
            page = self.fetcher.fetch(url)
            self.phases[url] = "reading"
            return self.read_in_pool(page)
        finally:
            self.phases.pop(url, None)

    def read_text(self, text: str) -> Read:
        return self.read_in_pool(FetchedPage("", text.encode(errors="replace"), "text/plain", "utf-8"))

    def phase(self, url: str) -> str:
        return self.phases.get(url, "")

    def read_again(self, url: str, version: Version) -> Read | None:
        found = self.fetcher.recheck(url, version.etag, version.last_modified)
        return None if isinstance(found, NotModified) else self.read_in_pool(found)

    def read_together(self, articles: Sequence[Article]) -> Brief:
        return self.in_pool(articles[0].url, call, READING, "read_articles", (articles,))

    def read_in_pool(self, page: FetchedPage) -> Read:
        """The page's brief, with its version."""
        return Read(self.in_pool(page.url, self.act, page), Version(page.etag, page.last_modified))

    def in_pool(self, url: str, act: Callable[..., Brief], *given: object) -> Brief:
        """What `act` makes of `given` in one of the processes, `url` being what is read. Raises ReadingFailed."""
        begin_loading(self.context)
        reading: Any = begun(self.pool).schedule(act, args=given, timeout=READ_DEADLINE)
        try:
            brief: Brief = reading.result()
        except DeadlinePassed as error:
            raise ReadingFailed(url, "deadline") from error
        except ProcessExpired as error:
            raise ReadingFailed(url, "the reading process died") from error
        except MemoryError as error:
            raise ReadingFailed(url, "memory") from error
        except BrokenProcessPool as error:
            if not self.closing:
                raise
            raise ReadingFailed(url, "the bot is stopping") from error  # it is read again at the next start
        log_unread(brief.unread)
        return brief

    def close(self) -> None:
        """End the processes; what they were reading is read again by the flow that asked."""
        self.closing = True
        if self.warming:
            self.warming.join()
        self.pool.stop()
        self.pool.join()


def warn_without_tagger(ready: Future[bool]) -> None:
    """Say once, when a process is ready, that it reads by rules alone."""
    if not ready.cancelled() and ready.exception() is None and not ready.result():
        log.warning(NO_TAGGER)
