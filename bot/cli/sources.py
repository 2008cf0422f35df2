"""What a person names on the command line, as articles."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from bot.fetch import Fetcher
from bot.reading import article_of
from summarizer.article import article_from_html, article_from_text
from summarizer.model import Article

STDIN = "-"
STDIN_URL = "stdin:"


def article_from(source: str, allowed_hosts: frozenset[str]) -> Article:
    """The article at a URL, in an .html or .txt file, or on standard input (-).

    Raises NutgrafError, or click.BadParameter for a file that is not there.
    """
    if source == STDIN:
        return article_from_bytes(sys.stdin.buffer.read(), STDIN_URL)
    if source.lower().startswith(("http://", "https://")):
        with Fetcher(allowed_hosts=allowed_hosts) as fetcher:
            return article_of(fetcher.fetch(source))
    return article_from_file(Path(source))


def article_from_file(path: Path) -> Article:
    """The article in a file; its url is the file's URI."""
    try:
        body = path.read_bytes()
    except OSError as error:
        message = f"{path}: {error.strerror or 'cannot be read'}."
        raise click.BadParameter(message) from error
    return article_from_bytes(body, path.resolve().as_uri())


def article_from_bytes(body: bytes, url: str) -> Article:
    """HTML when it looks like it, else text."""
    start = body[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(
        (b"<!doctype", b"<html", b"<head", b"<body", b"<?xml", b"<article", b"<!--", b"<div", b"<p")
    ):
        return article_from_html(body, url)
    return article_from_text(body.decode("utf-8", "replace"), url)
