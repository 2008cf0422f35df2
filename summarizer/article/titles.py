"""The headline, and the outlet it stands in."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from summarizer.article.jsonld import Thing, by_id, plain_words, types, words_of
from summarizer.article.metas import Metas, values
from summarizer.article.names import SEPARATOR, agency_named, without_outlet
from summarizer.article.tree import elements, short_text
from summarizer.text.words import words

TITLE_METAS = ("og:title", "twitter:title", "parsely-title", "dc.title", "sailthru.title", "title")
OUTLET_METAS = (
    *("og:site_name", "application-name", "apple-mobile-web-app-title", "publisher", "dc.publisher"),
    "al:ios:app_name",
)
BLOG_MAKERS = frozenset(
    {"blogger", "blogspot", "wordpress", "wordpress.com", "wix", "squarespace", "tumblr", "my site"}
)
LONGEST_OUTLET = 80  # characters
LONGEST_TITLE = 400
FEWEST_HEADLINE_WORDS = 3


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


def outlet_from_title(tree: HtmlElement, title: str | None) -> str | None:
    """What the browser's title has after the headline: "Headline | Outlet"."""
    document_title = short_text(next(elements(tree, "title"), None))
    if not title or not document_title.startswith(title):
        return None
    rest = re.split(SEPARATOR, document_title[len(title) :])
    return rest[-1].strip() or None if len(rest) > 1 else None


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
    if not headline or len(words(headline)) < FEWEST_HEADLINE_WORDS:
        return title
    short = title.rstrip(". …")
    if short != title and headline.startswith(short):
        return headline
    return headline if re.match(rf"{re.escape(headline)}{SEPARATOR}", title) else title
