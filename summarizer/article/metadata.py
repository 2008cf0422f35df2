"""What a page says about itself: JSON-LD first, then meta elements, then what a reader sees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urljoin

from lxml.html import HtmlElement

from summarizer.article.dates import parse_date
from summarizer.article.jsonld import Thing, by_id, main_article, plain_words, things, types, words_of
from summarizer.article.links import canonical_url, domain_of, is_home_page, same_site
from summarizer.article.names import SEPARATOR, agency_named, byline_names, without_outlet
from summarizer.article.paragraphs import tidy, words
from summarizer.article.tree import class_words, elements, short_text
from summarizer.errors import MalformedUrl

Metas = dict[str, list[str]]

TITLE_METAS = ("og:title", "twitter:title", "parsely-title", "dc.title", "sailthru.title", "title")
OUTLET_METAS = (
    "og:site_name",
    "application-name",
    "apple-mobile-web-app-title",
    "publisher",
    "dc.publisher",
    "al:ios:app_name",
)
AUTHOR_METAS = (
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "byl",
    "citation_author",
    "twitter:data1",
)
PUBLISHED_METAS = (
    (
        "article:published_time",
        "og:published_time",
        "article:published",
        "datepublished",
        "parsely-pub-date",
        "sailthru.date",
    )
    + (
        "publishdate",
        "publish-date",
        "publish_date",
        "pubdate",
        "published_time",
        "dc.date.issued",
        "dc.date",
        "dcterms.date",
    )
    + (
        "dcterms.created",
        "citation_publication_date",
        "cxenseparse:recs:publishtime",
        "article.published",
        "date",
    )
)
MODIFIED_METAS = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "dcterms.modified",
    "lastmod",
    "last-modified",
)
SIGNED = re.compile(r"(?:By|BY)\s+[A-Z][\w.’'-]+\s+\S")
BYLINE_CLASS = re.compile(
    r"\b(?:byline|by-line|article-author|author-name|author__name|c-byline|post-author|entry-author)"
)
PUBLISHED_CLASS = re.compile(
    r"publish|posted|date|timestamp|byline|article__?meta|entry-meta|post-meta|pub-?time"
)
LONGEST_BYLINE = 200  # characters; more is a portrait of the author
LONGEST_OUTLET = 80
BLOG_MAKERS = frozenset(
    {"blogger", "blogspot", "wordpress", "wordpress.com", "wix", "squarespace", "tumblr", "my site"}
)
LONGEST_TITLE = 400
PAYWALL_METAS = ("article:content_tier", "og:article:content_tier", "content_tier")


@dataclass(frozen=True, slots=True)
class Metadata:
    """Everything about an article but its text."""

    title: str | None
    outlet: str | None
    byline: tuple[str, ...]
    published: datetime | None
    modified: datetime | None
    language: str | None  # as claimed
    canonical_url: str
    paywalled: bool
    agency: str | None
    types: frozenset[str]  # of schema.org and Open Graph: "NewsArticle", "og:article"


def find_metadata(tree: HtmlElement, url: str) -> Metadata:
    """Reads the page's claims; nothing here fails on nonsense."""
    found, metas = things(tree), metas_of(tree)
    headline = short_text(next(elements(tree, "h1"), None)) or None
    article = main_article(found, headline)
    outlet = find_outlet(found, article, metas)
    title = find_title(article, metas, tree, headline, outlet)
    byline, agency = find_byline(found, article, metas, tree, outlet)
    return Metadata(
        title=title,
        outlet=outlet or outlet_from_title(tree, title) or domain_of(url),
        byline=byline,
        published=first_date(published_claims(article, metas, tree)),
        modified=first_date([words_of(article, "dateModified"), *values(metas, MODIFIED_METAS)]),
        language=find_language(article, metas, tree),
        canonical_url=find_canonical(tree, metas, url),
        paywalled=is_paywalled(article, found, metas),
        agency=agency,
        types=frozenset().union(*map(types, found), {f"og:{kind}" for kind in metas.get("og:type", [])}),
    )


def metas_of(tree: HtmlElement) -> Metas:
    """Contents of the meta elements under each of their names, in order."""
    metas: Metas = {}
    for element in elements(tree, "meta"):
        content = tidy(element.get("content") or "")
        for key in ("property", "name", "itemprop", "http-equiv"):
            name = (element.get(key) or "").strip().lower()
            if name and content:
                metas.setdefault(name, []).append(content)
    return metas


def values(metas: Metas, names: tuple[str, ...]) -> list[str]:
    """All contents of the metas so named, best name first."""
    return [content for name in names for content in metas.get(name, [])]


def find_outlet(found: tuple[Thing, ...], article: Thing, metas: Metas) -> str | None:
    """The publisher as the page names it."""
    publisher = by_id(found, article.get("publisher"))
    site = next((words_of(thing, "name") for thing in found if "WebSite" in types(thing)), None)
    given = (plain_words(publisher), *metas.get("og:site_name", []), site, *values(metas, OUTLET_METAS))
    claims = [claim for claim in given if claim and is_outlet(claim)]
    # A page that carries agency copy may name the agency as its publisher; its own name stands elsewhere, then.
    return next((claim for claim in claims if agency_named(claim) is None), next(iter(claims), None))


def is_outlet(claim: str) -> bool:
    """Whether a claim can be an outlet's name: no address, no account, no maker of blogs."""
    return (
        not claim.startswith(("http", "@"))
        and len(claim) <= LONGEST_OUTLET
        and claim.lower() not in BLOG_MAKERS
    )


def find_title(
    article: Thing, metas: Metas, tree: HtmlElement, headline: str | None, outlet: str | None
) -> str | None:
    """The headline, without the outlet's name."""
    document_title = short_text(next(elements(tree, "title"), None))
    claims = (words_of(article, "headline"), *values(metas, TITLE_METAS), headline, document_title)
    names = tuple(name for name in (outlet, *metas.get("og:site_name", [])) if name)
    for claim in claims:
        if claim and len(claim) <= LONGEST_TITLE:
            return whole_title(without_outlet(claim, names), headline)
    return headline


def whole_title(title: str, headline: str | None) -> str:
    """The page's headline where the claimed title is the same one cut short or with a section's name after it."""
    if not headline or len(words(headline)) < 3:
        return title
    short = title.rstrip(". …")
    if short != title and headline.startswith(short):
        return headline
    return headline if re.match(rf"{re.escape(headline)}{SEPARATOR}", title) else title


def outlet_from_title(tree: HtmlElement, title: str | None) -> str | None:
    """What the browser's title has after the headline: "Headline | Outlet"."""
    document_title = short_text(next(elements(tree, "title"), None))
    if not title or not document_title.startswith(title):
        return None
    rest = re.split(SEPARATOR, document_title[len(title) :])
    return rest[-1].strip() or None if len(rest) > 1 else None


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
            yield short_text(element, LONGEST_BYLINE)


def is_publishing_time(element: HtmlElement) -> bool:
    """Whether a time element is marked as the time of publishing."""
    return element.get("itemprop") == "datePublished" or element.get("pubdate") is not None


def first_date(claims: Any) -> datetime | None:  # noqa: ANN401
    """The first claim that is a date."""
    return next((moment for claim in claims if (moment := parse_date(claim))), None)


def find_language(article: Thing, metas: Metas, tree: HtmlElement) -> str | None:
    """The two letters of the language that the page claims."""
    root = tree if tree.tag == "html" else tree.getroottree().getroot()
    claims = (root.get("lang"), root.get("{http://www.w3.org/XML/1998/namespace}lang"), root.get("xml:lang"))
    more = (
        words_of(article, "inLanguage"),
        *values(metas, ("content-language", "og:locale", "language", "dc.language")),
    )
    for claim in (*claims, *more):
        code = re.match(r"([a-z]{2,3})(?:[-_]|$)", (claim or "").strip().lower())
        if code:
            return code.group(1)
    return None


def find_canonical(tree: HtmlElement, metas: Metas, url: str) -> str:
    """The page's own address for itself, when it is of the same site and not its front door; else `url` cleaned."""
    links = [
        element.get("href") or ""
        for element in elements(tree, "link")
        if "canonical" in (element.get("rel") or "").lower().split()
    ]
    for claim in (*links, *metas.get("og:url", [])):
        try:
            address = canonical_url(urljoin(url, claim.strip()))
        except (MalformedUrl, ValueError):
            continue
        if same_site(address, url) and not is_home_page(address):
            return address
    try:
        return canonical_url(url)
    except MalformedUrl:  # a file: or a made-up address still names the article
        return url


def is_paywalled(article: Thing, found: tuple[Thing, ...], metas: Metas) -> bool:
    """Whether the page says that readers have to pay or sign in."""
    if any(tier.lower() in {"locked", "premium"} for tier in values(metas, PAYWALL_METAS)):
        return True
    parts = [article, *(thing for thing in found if "WebPageElement" in types(thing))]
    return any(str(part.get("isAccessibleForFree", "")).lower().endswith("false") for part in parts)
