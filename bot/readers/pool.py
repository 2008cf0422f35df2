"""From a link to its brief: fetched here, read in a small pool of processes, each with a deadline.

A page that hangs or kills its reader costs itself alone.
"""

from __future__ import annotations

import multiprocessing
import resource
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import TimeoutError as DeadlinePassed
from typing import Any

from pebble import CONSTS, ProcessExpired, ProcessPool

from bot.fetch.fetcher import FetchedPage, Fetcher, NotModified
from bot.readers.quiet import begun
from bot.readers.unread import log_unread
from handlers.domain.errors import ReadingFailed
from handlers.ports import Read, Version
from summarizer.article import article_of_page
from summarizer.model import Article, Brief
from summarizer.reader import Reader, load_reader

READ_DEADLINE = 60.0  # seconds; an ordinary article takes well under one
MEMORY_BYTES = 3 * 1024**3  # of a reading process, which takes half a gigabyte after dozens of articles
LOOK_SECONDS = (
    0.5  # between two looks at deadlines and dead processes: with pebble's 0.1 an idle bot takes a fifth more
)
PAGES_PER_PROCESS = 500  # a reader is replaced now and then, so that no leak grows for ever

_reader: list[Reader] = []  # one a reading process, filled when the process starts


def load_model(name: str) -> None:
    """Prepare a reading process."""
    _reader.append(load_reader(name))
    limit_memory()


def limit_memory() -> None:
    """Let this process take MEMORY_BYTES and no more: what a page asks beyond is refused to it alone."""
    if sys.platform == "linux":  # elsewhere the limit counts other things, or nothing
        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY_BYTES, MEMORY_BYTES))


def read_page(page: FetchedPage) -> Brief:
    """In a reading process: the page's brief."""
    return _reader[0].brief([article_of(page)])


def read_articles(articles: Sequence[Article]) -> Brief:
    """In a reading process: the one brief of several articles."""
    return _reader[0].brief(articles)


def be_ready() -> bool:
    """In a reading process: true once the model is loaded."""
    return bool(_reader)


def article_of(page: FetchedPage) -> Article:
    """The article on a fetched page."""
    return article_of_page(page.body, page.url, page.content_type, page.charset)


class PoolReading:
    """Fulfils handlers.ports.LinkReader. `readers` processes load the language model `model` each; `act` is done there."""

    def __init__(
        self, fetcher: Fetcher, model: str, readers: int, act: Callable[[FetchedPage], Brief] = read_page
    ) -> None:
        self.fetcher = fetcher
        self.act = act
        self.readers = readers
        self.phases: dict[str, str] = {}  # by address
        self.warming: list[Any] = []
        CONSTS.sleep_unit = LOOK_SECONDS
        self.pool = ProcessPool(
            max_workers=readers,
            max_tasks=PAGES_PER_PROCESS,
            initializer=load_model,
            initargs=[model],
            context=multiprocessing.get_context("spawn"),
        )

    def warm_up(self) -> None:
        """Start the processes, so that the first link need not wait for a model to load."""
        self.warming = [begun(self.pool).schedule(be_ready) for _ in range(self.readers)]

    def is_ready(self) -> bool:
        """Whether the processes run and one has had its model."""
        return self.pool.active and any(one.done() and one.exception() is None for one in self.warming)

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
        return self.in_pool(read_articles, articles, articles[0].url)

    def read_in_pool(self, page: FetchedPage) -> Read:
        """The page's brief, with its version."""
        return Read(self.in_pool(self.act, page, page.url), Version(page.etag, page.last_modified))

    def in_pool(self, act: Callable[[Any], Brief], given: object, url: str) -> Brief:
        """What `act` makes of `given` in one of the processes. Raises ReadingFailed."""
        reading: Any = begun(self.pool).schedule(act, args=[given], timeout=READ_DEADLINE)
        try:
            brief: Brief = reading.result()
        except DeadlinePassed as error:
            raise ReadingFailed(url, "deadline") from error
        except ProcessExpired as error:
            raise ReadingFailed(url, "the reading process died") from error
        except MemoryError as error:
            raise ReadingFailed(url, "memory") from error
        log_unread(brief.unread)
        return brief

    def close(self) -> None:
        """End the processes; what they were reading is read again by the flow that asked."""
        self.pool.stop()
        self.pool.join()
