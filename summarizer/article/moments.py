"""When an article was published and changed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime

from lxml.html import HtmlElement

from summarizer.article.dates import parse_date
from summarizer.article.jsonld import Thing, words_of
from summarizer.article.metas import Metas, values
from summarizer.article.tree import class_words, elements, short_text

PUBLISHED_METAS = (
    *("article:published_time", "og:published_time", "article:published", "datepublished"),
    *("parsely-pub-date", "sailthru.date", "publishdate", "publish-date", "publish_date", "pubdate"),
    *("published_time", "dc.date.issued", "dc.date", "dcterms.date", "dcterms.created"),
    *("citation_publication_date", "cxenseparse:recs:publishtime", "article.published", "date"),
)
MODIFIED_METAS = (
    *("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified"),
    *("lastmod", "last-modified"),
)
PUBLISHED_CLASS = re.compile(
    r"publish|posted|date|timestamp|byline|article__?meta|entry-meta|post-meta|pub-?time"
)
LONGEST_DATE = 200  # characters of a line with a date in it


def find_published(article: Thing, metas: Metas, tree: HtmlElement) -> datetime | None:
    """The moment of publishing, with the zone that the page gives."""
    return first_date(published_claims(article, metas, tree))


def find_modified(article: Thing, metas: Metas) -> datetime | None:
    """The moment of the last change that the page owns to."""
    return first_date([words_of(article, "dateModified"), *values(metas, MODIFIED_METAS)])


def published_claims(article: Thing, metas: Metas, tree: HtmlElement) -> Iterator[str | None]:
    """Where a page may say when it was published, surest first."""
    yield words_of(article, "datePublished")
    yield from values(metas, PUBLISHED_METAS)
    yield words_of(article, "dateCreated")
    timed = [
        element
        for element in elements(tree, "time", "abbr", "span", "div")
        if element.get("datetime") or element.get("pubdate")
    ]
    for element in sorted(timed, key=lambda element: not is_publishing_time(element)):
        yield element.get("datetime")
    for element in elements(tree):
        if element.get("itemprop") == "datePublished":
            yield element.get("content") or short_text(element)
    for element in elements(tree, "time"):
        yield short_text(element)
    yield from dates_under_headline(tree)


def dates_under_headline(tree: HtmlElement) -> Iterator[str]:
    """Short texts after the headline whose class speaks of time. Before it stands the day's date in the masthead."""
    headline = next(elements(tree, "h1"), None)
    if headline is None:
        return
    reached = False
    for element in elements(tree):
        reached = reached or element is headline
        if reached and PUBLISHED_CLASS.search(class_words(element)):
            yield short_text(element, LONGEST_DATE)


def is_publishing_time(element: HtmlElement) -> bool:
    """Whether a time element is marked as the time of publishing."""
    return element.get("itemprop") == "datePublished" or element.get("pubdate") is not None


def first_date(claims: Iterable[str | None]) -> datetime | None:
    """The first claim that is a date."""
    return next((moment for claim in claims if (moment := parse_date(claim))), None)
