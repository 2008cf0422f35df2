"""What the processes of bot.readers.many do with a batch of texts: extract, or brief each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from bot.readers.freeing import give_back_memory
from bot.readers.many import ArchiveText, Json, Work, failure, unreadable
from bot.readers.reading import reader_of, the_reader
from handlers.render.shapes import brief_shape, extract_shape
from summarizer.article import article_from_text, article_of_page, read_page, refuse_other_language
from summarizer.article.tongue import detect_language
from summarizer.errors import NutgrafError
from summarizer.model import Article, Extract
from summarizer.parse.pipeline import check_length

T = TypeVar("T")

NO_TEXT: Json = {"error": 'There is no text in this line: "text" has to be a string.', "kind": "NoText"}


@dataclass(frozen=True, slots=True)
class Taken:
    """A text that can be read, and its language; None where it is too short to tell."""

    text: str
    language: str | None


def extracting(model: str) -> Work:
    """Raw statements and figures of each text, offsets into it."""
    return Work(extract_batch, reader_of, (model,), model=model)


def briefing(model: str) -> Work:
    """A brief of each text."""
    return Work(brief_batch, reader_of, (model,), model=model)


def extract_batch(entries: Sequence[ArchiveText]) -> list[Json]:
    """In a process: statements and figures."""
    taken = [attempt(text_of, entry) for entry in entries]
    extracts = the_reader().extract_many(one.text for one in taken if isinstance(one, Taken))
    lines = [
        extract_line(next(extracts), one, entry) if isinstance(one, Taken) else one
        for one, entry in zip(taken, entries, strict=True)
    ]
    give_back_memory()
    return lines


def extract_line(extract: Extract, taken: Taken, entry: ArchiveText) -> Json:
    """A line of `extract`; what could not be read has the address of its text."""
    unread = tuple(replace(one, url=entry.url) for one in extract.unread)
    return {"language": taken.language, **extract_shape(replace(extract, unread=unread))}


def brief_batch(entries: Sequence[ArchiveText]) -> list[Json]:
    """In a process: briefs; what is no article in English says so."""
    taken = [attempt(article_in, entry) for entry in entries]
    briefs = the_reader().brief_each([article for article in taken if isinstance(article, Article)])
    lines = [brief_shape(next(briefs)) if isinstance(article, Article) else article for article in taken]
    give_back_memory()
    return lines


def attempt(take: Callable[[ArchiveText], T], entry: ArchiveText) -> T | Json:
    """What `take` gives, or why it gives nothing."""
    if entry.path is None and entry.text is None:
        return dict(NO_TEXT)
    try:
        return take(entry)
    except NutgrafError as error:
        return failure(error)
    except OSError as error:
        return unreadable(entry.path or "", error)


def text_of(entry: ArchiveText) -> Taken:
    """The text as it is; of a page, its article. Raises TooLong, OtherLanguage or NotText."""
    text = (entry.text or "") if entry.path is None else read_page(entry.path.read_bytes(), entry.url).text
    check_length(text)
    language = detect_language(text)
    refuse_other_language(text, language)
    return Taken(text, language)


def article_in(entry: ArchiveText) -> Article:
    """Raises NutgrafError when it cannot be briefed."""
    article = (
        article_from_text(entry.text or "", entry.url)
        if entry.path is None
        else article_of_page(entry.path.read_bytes(), entry.url)
    )
    check_length(article.text)
    return article
