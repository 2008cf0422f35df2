"""What is done in a reading process. Loads the language libraries: the desk names these functions, and does not import them."""

from __future__ import annotations

import resource
import sys
from collections.abc import Sequence

from bot.fetch.fetched import FetchedPage
from bot.readers.freeing import give_back_memory
from summarizer.article import article_of_page
from summarizer.model import Article, Brief
from summarizer.reader import Reader, load_reader

MEMORY_BYTES = 3 * 1024**3  # of a reading process, which takes half a gigabyte after dozens of articles

_readers: list[tuple[str, Reader]] = []  # the reader of this process, and its language model


def reader_of(model: str) -> Reader:
    """This process's reader over the language model `model`: loaded once, often before the process was copied (bot.readers.nursery).

    Raises ModelMissing.
    """
    if not _readers or _readers[0][0] != model:
        _readers[:] = [(model, load_reader(model))]
    return _readers[0][1]


def the_reader() -> Reader:
    """This process's reader, once it is loaded."""
    return _readers[0][1]


def make_ready(model: str) -> None:
    """Prepare a reading process."""
    reader_of(model)
    limit_memory()


def limit_memory() -> None:
    """Let this process take MEMORY_BYTES and no more: what a page asks beyond is refused to it alone."""
    if sys.platform == "linux":  # elsewhere the limit counts other things, or nothing
        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY_BYTES, MEMORY_BYTES))


def has_tagger() -> bool:
    """Whether this process, once it is ready, reads with the learned tagger too."""
    return the_reader().tagger is not None


def read_page(page: FetchedPage) -> Brief:
    """The page's brief."""
    return read_articles([article_of(page)])


def read_articles(articles: Sequence[Article]) -> Brief:
    """The one brief of several articles."""
    brief = the_reader().brief(articles)
    give_back_memory()
    return brief


def article_of(page: FetchedPage) -> Article:
    """The article on a fetched page."""
    return article_of_page(page.body, page.url, page.content_type, page.charset)
