"""What a page says about itself: JSON-LD first, then meta elements, then what a reader sees."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urljoin

from lxml.html import HtmlElement

from summarizer.address.links import canonical_url, domain_of, is_home_page, same_site
from summarizer.article.bylines import find_byline
from summarizer.article.jsonld import Thing, declared_words, main_article, things, types, whole_text, words_of
from summarizer.article.metas import Metas, metas_of, values
from summarizer.article.moments import find_modified, find_published
from summarizer.article.origin import original_outlet
from summarizer.article.titles import (
    find_outlet,
    find_title,
    main_headings,
    outlet_from_title,
    outlet_in_title,
    shown_headline,
)
from summarizer.article.tree import elements
from summarizer.errors import MalformedUrl

SECTION_METAS = ("article:section", "og:article:section", "parsely-section", "section", "sailthru.section")
LONGEST_SECTION = 60  # characters
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
    section: str | None
    own_text: str | None  # the whole text, where JSON-LD has it
    declared_words: int | None  # of the whole text, where JSON-LD counts them
    types: frozenset[str]  # of schema.org and Open Graph: "NewsArticle", "og:article"


def find_metadata(tree: HtmlElement, url: str) -> Metadata:
    """Reads the page's claims; nothing here fails on nonsense."""
    found, metas = things(tree), metas_of(tree)
    headings, domain = main_headings(tree), domain_of(url)
    spelt = outlet_in_title(tree, domain, headings)
    headlines = tuple(heading for heading in headings if heading != spelt)
    article = main_article(found, headlines)
    outlet = original_outlet(tree, url) or find_outlet(found, article, metas, headlines, spelt)
    claimed = find_title(article, metas, tree, headlines, (outlet, spelt))
    byline, agency = find_byline(found, article, metas, tree, outlet)
    return Metadata(
        title=shown_headline(headlines, claimed) or claimed,
        outlet=outlet or spelt or outlet_from_title(tree, claimed) or domain,
        byline=byline,
        published=find_published(article, metas, tree, url),
        modified=find_modified(article, metas),
        language=find_language(article, metas, tree),
        canonical_url=find_canonical(tree, metas, url),
        paywalled=is_paywalled(article, found, metas),
        agency=agency,
        section=find_section(article, metas),
        own_text=whole_text(article),
        declared_words=declared_words(article),
        types=frozenset().union(*map(types, found), {f"og:{kind}" for kind in metas.get("og:type", [])}),
    )


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


def find_section(article: Thing, metas: Metas) -> str | None:
    """The outlet's section; the first when the page gives several."""
    claims = (words_of(article, "articleSection"), *values(metas, SECTION_METAS))
    return next((claim for claim in claims if claim and len(claim) <= LONGEST_SECTION), None)


def find_canonical(tree: HtmlElement, metas: Metas, url: str) -> str:
    """The page's own address for itself, when it is of the same site and not its front door; else `url` cleaned."""
    base = next((element.get("href") or "" for element in elements(tree, "base")), "")
    links = [
        element.get("href") or ""
        for element in elements(tree, "link")
        if "canonical" in (element.get("rel") or "").lower().split()
    ]
    for claim in (*links, *metas.get("og:url", [])):
        try:
            address = canonical_url(urljoin(urljoin(url, base.strip()), claim.strip()))
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
