"""Who wrote an article: JSON-LD, then meta elements, then the line under the headline."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from summarizer.article.jsonld import Thing, by_id, plain_words
from summarizer.article.metas import Metas
from summarizer.article.names import agency_named, byline_names
from summarizer.article.tree import class_words, elements, short_text

AUTHOR_METAS = (
    *("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl"),
    *("citation_author", "twitter:data1"),
)
BYLINE_CLASS = re.compile(
    r"\b(?:byline|by-line|article-author|author-name|author__name|c-byline|post-author|entry-author)"
)
SIGNED = re.compile(r"(?:By|BY)\s+[A-Z][\w.’'-]+\s+\S")
LONGEST_BYLINE = 200  # characters; more is a portrait of the author


def find_byline(
    found: tuple[Thing, ...], article: Thing, metas: Metas, tree: HtmlElement, outlet: str | None
) -> tuple[tuple[str, ...], str | None]:
    """The authors' names, and the agency when it is given as author."""
    authors = article.get("author") or article.get("creator")
    given = [by_id(found, author) for author in (authors if isinstance(authors, list) else [authors])]
    claims = [
        [plain_words(author) or "" for author in given],
        metas_without_links(metas),
        shown_bylines(tree),
    ]
    agency = next((named for claim in claims for line in claim if (named := agency_named(line))), None)
    for claim in claims:
        names = tuple(dict.fromkeys(name for line in claim for name in byline_names(line, outlet)))
        if names:
            return names, agency
    return (), agency


def metas_without_links(metas: Metas) -> list[str]:
    """Authors in meta elements; article:author is often a profile's address."""
    return next(([line] for name in AUTHOR_METAS for line in metas.get(name, []) if byline_names(line)), [])


def shown_bylines(tree: HtmlElement) -> list[str]:
    """Bylines as readers see them; the first place that has one."""
    for element in elements(tree):
        marked = element.get("itemprop") == "author" or element.get("rel") == "author"
        if marked or BYLINE_CLASS.search(class_words(element)):
            line = short_text(element)
            if 0 < len(line) <= LONGEST_BYLINE and byline_names(line):
                return [line]
    lines = (
        short_text(element, LONGEST_BYLINE)
        for element in elements(tree, "p", "div", "span", "address", "i", "em")
    )
    return next(([line] for line in lines if SIGNED.match(line) and byline_names(line)), [])
