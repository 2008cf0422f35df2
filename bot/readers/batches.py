"""What the processes of bot.readers.many do with a batch of texts: extract, or brief each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from bot.readers.many import ArchiveText, Json, Work, failure, unreadable
from handlers.render.shapes import brief_shape, extract_shape
from summarizer.article import article_from_text, article_of_page, read_page
from summarizer.errors import NutgrafError
from summarizer.model import Article, Extract
from summarizer.parse.pipeline import check_length
from summarizer.reader import Reader, load_reader

Taken = TypeVar("Taken")

_reader: list[Reader] = []  # one a process, filled when the process starts


def extracting(model: str) -> Work:
    """Raw statements and figures of each text, offsets into it."""
    return Work(extract_batch, load_model, (model,))


def briefing(model: str) -> Work:
    """A brief of each text."""
    return Work(brief_batch, load_model, (model,))


def load_model(name: str) -> None:
    """Prepare a process."""
    _reader.append(load_reader(name))


def extract_batch(entries: Sequence[ArchiveText]) -> list[Json]:
    """In a process: statements and figures."""
    taken = [attempt(text_of, entry) for entry in entries]
    extracts = _reader[0].extract_many(text for text in taken if isinstance(text, str))
    return [
        extract_line(next(extracts), entry) if isinstance(text, str) else text
        for text, entry in zip(taken, entries, strict=True)
    ]


def extract_line(extract: Extract, entry: ArchiveText) -> Json:
    """A line of `extract`; what could not be read has the address of its text."""
    unread = tuple(replace(one, url=entry.url) for one in extract.unread)
    return extract_shape(replace(extract, unread=unread))


def brief_batch(entries: Sequence[ArchiveText]) -> list[Json]:
    """In a process: briefs; what is no article in English says so."""
    taken = [attempt(article_in, entry) for entry in entries]
    briefs = _reader[0].brief_each([article for article in taken if isinstance(article, Article)])
    return [brief_shape(next(briefs)) if isinstance(article, Article) else article for article in taken]


def attempt(take: Callable[[ArchiveText], Taken], entry: ArchiveText) -> Taken | Json:
    """What `take` gives, or why it gives nothing."""
    try:
        return take(entry)
    except NutgrafError as error:
        return failure(error)
    except OSError as error:
        return unreadable(entry.path or "", error)


def text_of(entry: ArchiveText) -> str:
    """The text as it is; of a page, its article. Raises TooLong."""
    text = (entry.text or "") if entry.path is None else read_page(entry.path.read_bytes(), entry.url).text
    check_length(text)
    return text


def article_in(entry: ArchiveText) -> Article:
    """Raises NutgrafError when it cannot be briefed."""
    article = (
        article_from_text(entry.text or "", entry.url)
        if entry.path is None
        else article_of_page(entry.path.read_bytes(), entry.url)
    )
    check_length(article.text)
    return article
