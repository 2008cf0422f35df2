"""What a person names on the command line, as articles."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import click

from bot.fetch.from_settings import make_fetcher
from bot.settings import Settings
from handlers.domain.refusals import refusal
from summarizer.address.links import domain_is_known, parse_url
from summarizer.article import article_of_page, read_page
from summarizer.errors import MalformedUrl, NutgrafError
from summarizer.model import Article

STDIN = "-"
STDIN_URL = "stdin:"
WEB = ("http://", "https://")
MISTYPED = re.compile(r"^(?:[a-z]{2,6}:/{0,3}|//)", re.IGNORECASE)  # "htps://", "http:/", "//"
WEB_LIKE = re.compile(r"(?:[a-z]{2,6}:/|//|www\.)|(?:[\w-]+\.)+[a-z]{2,}/", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class InputSource:
    """The bytes of one source, and how the person named it. A file's url is its file: URI."""

    named: str
    body: bytes
    url: str
    content_type: str = ""  # of a fetched page; a file is told by its bytes
    charset: str | None = None

    def article(self) -> Article:
        """The article in it. Raises click.ClickException when it cannot be briefed."""
        with named_refusals(self.named):
            return article_of_page(self.body, self.url, self.content_type, self.charset)

    def as_it_is(self) -> Article:
        """Whatever text there is, in any language. Raises click.ClickException where there is none in it."""
        with named_refusals(self.named):
            return read_page(self.body, self.url, self.content_type, self.charset)


@contextmanager
def named_refusals(named: str) -> Iterator[None]:
    """Whatever is wrong with a source is said with its name."""
    try:
        yield
    except NutgrafError as error:
        sentence = refusal(named, error)
        if sentence is None:
            raise
        raise click.ClickException(sentence) from error


def open_source(source: str, settings: Settings, url: str | None = None) -> InputSource:
    """A URL, a file, or - for standard input; `url` is where a saved page comes from. Raises click.ClickException."""
    if source.lower().startswith(WEB):
        opened = from_web(source, settings)
    else:
        opened = from_stdin() if source == STDIN else from_file(source)
    if not opened.body.strip():
        raise click.ClickException(f"{opened.named}: it is empty.")
    return replace(opened, url=url) if url else opened


def from_web(source: str, settings: Settings) -> InputSource:
    """The page at an address."""
    with named_refusals(source), make_fetcher(settings) as fetcher:
        page = fetcher.fetch(source)
    return InputSource(source, page.body, page.url, page.content_type, page.charset)


def from_stdin() -> InputSource:
    """What is piped or typed in."""
    return InputSource("standard input", sys.stdin.buffer.read(), STDIN_URL)


def from_file(source: str) -> InputSource:
    """The bytes of a file."""
    path = Path(source)
    try:
        return InputSource(source, path.read_bytes(), path.resolve().as_uri())
    except IsADirectoryError as error:
        message = (
            f"{source}: it is a folder; `nutgraf brief --jsonl {source}` briefs each page and text in it."
        )
        raise click.ClickException(message) from error
    except FileNotFoundError as error:
        raise click.ClickException(f"{source}: there is no such file{meant_link(source)}") from error
    except (OSError, ValueError) as error:  # no file can have such a name
        reason = (error.strerror if isinstance(error, OSError) else None) or "cannot be read"
        raise click.ClickException(f"{source}: {reason}.") from error


def meant_link(source: str) -> str:
    """The end of a sentence about a missing file: a question where its name looks like a web address."""
    try:
        address = parse_url(f"https://{MISTYPED.sub('', source, count=1)}")
    except MalformedUrl:
        return "."
    is_address = WEB_LIKE.match(source) or domain_is_known(str(address))
    return f", and it is not a link: did you mean {address}?" if is_address else "."
