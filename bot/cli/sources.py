"""What a person names on the command line, as articles."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

import click

from bot.fetch.from_settings import make_fetcher
from bot.settings import Settings
from summarizer.article import article_of_page, read_page
from summarizer.model import Article

STDIN = "-"
STDIN_URL = "stdin:"


@dataclass(frozen=True, slots=True)
class InputSource:
    """The bytes of one source. A file's url is its file: URI."""

    body: bytes
    url: str
    content_type: str = ""  # of a fetched page; a file is told by its bytes
    charset: str | None = None

    def article(self) -> Article:
        """The article in it. Raises NutgrafError when it cannot be briefed."""
        return article_of_page(self.body, self.url, self.content_type, self.charset)

    def as_it_is(self) -> Article:
        """Whatever text there is, in any language."""
        return read_page(self.body, self.url, self.content_type, self.charset)


def open_source(source: str, settings: Settings) -> InputSource:
    """A URL, an .html, .txt or .pdf file, or - for standard input. Raises NutgrafError or click.ClickException."""
    if source == STDIN:
        return InputSource(sys.stdin.buffer.read(), STDIN_URL)
    if source.lower().startswith(("http://", "https://")):
        with make_fetcher(settings) as fetcher:
            page = fetcher.fetch(source)
        return InputSource(page.body, page.url, page.content_type, page.charset)
    return from_file(Path(source))


def from_file(path: Path) -> InputSource:
    """The bytes of a file."""
    try:
        return InputSource(path.read_bytes(), path.resolve().as_uri())
    except OSError as error:
        message = f"{path}: {error.strerror or 'cannot be read'}."
        raise click.ClickException(message) from error
