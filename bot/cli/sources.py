"""What a person names on the command line, as articles."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

import click

from bot.fetch import Fetcher
from summarizer.article import article_from_html, article_from_text, read_html, read_text
from summarizer.model import Article

STDIN = "-"
STDIN_URL = "stdin:"
HTML_STARTS = (b"<!doctype", b"<html", b"<head", b"<body", b"<?xml", b"<article", b"<!--", b"<div", b"<p")


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of one source. A file's url is its file: URI."""

    body: bytes
    url: str
    is_html: bool
    charset: str | None = None

    def article(self) -> Article:
        """The article in it. Raises NutgrafError when it cannot be briefed."""
        if self.is_html:
            return article_from_html(self.body, self.url, self.charset)
        return article_from_text(self.text(), self.url)

    def as_it_is(self) -> Article:
        """Whatever text there is, in any language."""
        return (
            read_html(self.body, self.url, self.charset) if self.is_html else read_text(self.text(), self.url)
        )

    def text(self) -> str:
        return self.body.decode(self.charset or "utf-8", "replace")


def open_source(source: str, allowed_hosts: frozenset[str]) -> Source:
    """A URL, an .html or .txt file, or - for standard input. Raises NutgrafError or click.ClickException."""
    if source == STDIN:
        return from_bytes(sys.stdin.buffer.read(), STDIN_URL)
    if source.lower().startswith(("http://", "https://")):
        with Fetcher(allowed_hosts=allowed_hosts) as fetcher:
            page = fetcher.fetch(source)
        return Source(page.body, page.url, page.content_type != "text/plain", page.charset)
    return from_file(Path(source))


def from_file(path: Path) -> Source:
    """The bytes of a file."""
    try:
        return from_bytes(path.read_bytes(), path.resolve().as_uri())
    except OSError as error:
        message = f"{path}: {error.strerror or 'cannot be read'}."
        raise click.ClickException(message) from error


def from_bytes(body: bytes, url: str) -> Source:
    """HTML when it looks like it, else text."""
    start = body[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return Source(body, url, start.startswith(HTML_STARTS))
