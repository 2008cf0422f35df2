"""The extractor as a library: what `summarizer.load()` gives. docs/library.md says how to use it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from summarizer.article import article_from_text, article_of_page, refuse_other_language
from summarizer.article.tongue import detect_language
from summarizer.model import Article, Brief, Evidence, Extract, Figure, Span, Statement
from summarizer.reader import Reader, load_reader

Json = Any
"""What `json.dumps` takes."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What one text holds. Every span is of `text`: `span.of(reading.text)` gives its words."""

    text: str
    language: str | None  # None where the text is too short to tell
    statements: tuple[Statement, ...]
    figures: tuple[Figure, ...]

    def as_json(self) -> Json:
        """Names of fields as in the classes; each span as start, end and text."""
        return {
            "language": self.language,
            "statements": jsonable(self.statements, self.text),
            "figures": jsonable(self.figures, self.text),
        }


class Nutgraf:
    """Reads English texts. Load it once; it may be used from several threads."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader

    def read(self, text: str) -> Reading:
        """Who said what and the figures, in order, before any merging. Raises OtherLanguage or TooLong."""
        text = english(text)
        return reading_of(text, self.reader.extract(text))

    def read_many(self, texts: Iterable[str]) -> Iterator[Reading]:
        """As `read`, in order, streaming; quicker than one by one."""
        kept: list[str] = []

        def noted() -> Iterator[str]:
            for text in texts:
                kept.append(text)
                yield english(text)

        for extract in self.reader.extract_many(noted()):
            yield reading_of(kept.pop(0), extract)

    def article(self, source: str | bytes, url: str = "text:") -> Article:
        """The article in a text, or in the bytes of a page, PDF or mail. Raises NutgrafError when there is none."""
        return article_from_text(source, url) if isinstance(source, str) else article_of_page(source, url)

    def brief(self, articles: Sequence[Article] | Article) -> Brief:
        """The brief of an article, or of several about one story. Raises TooLong."""
        return self.reader.brief([articles] if isinstance(articles, Article) else articles)


def load(model: str) -> Nutgraf:
    """Load the language model (a package's name or a path) and the tagger. Raises ModelMissing."""
    return Nutgraf(load_reader(model))


def english(text: str) -> str:
    """`text`; raises OtherLanguage."""
    refuse_other_language(text, detect_language(text))
    return text


def reading_of(text: str, extract: Extract) -> Reading:
    return Reading(text, detect_language(text), extract.statements, extract.figures)


def as_json(brief: Brief) -> Json:
    """A brief as `json.dumps` takes it; each evidence with the words that it points at."""
    return jsonable(brief, {article.url: article.text for article in brief.articles})


def jsonable(value: Any, text: str | Mapping[str, str]) -> Json:  # noqa: ANN401  # any part of a result
    """A part of a result as JSON. `text` is what its spans are of; of a brief, each article's text by address."""
    if isinstance(value, Span):
        place = {"start": value.start, "end": value.end}
        return place | {"text": value.of(text)} if isinstance(text, str) else place
    if isinstance(value, Evidence):
        words = text if isinstance(text, str) else text.get(value.url, "")
        return {"url": value.url, **jsonable(value.span, words)}
    if isinstance(value, Article):
        return plain(value, value.text)
    return plain(value, text)


def plain(value: Any, text: str | Mapping[str, str]) -> Json:  # noqa: ANN401  # any part of a result
    """A value that is no place in a text."""
    if is_dataclass(value):
        return {one.name: jsonable(getattr(value, one.name), text) for one in fields(value)}
    if isinstance(value, tuple):
        return [jsonable(one, text) for one in value]
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value.isoformat() if isinstance(value, datetime) else value
