"""Who wrote an article: JSON-LD, then meta elements, then the line under the headline."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from summarizer.article.jsonld import Thing, by_id, plain_words, types
from summarizer.article.metas import Metas
from summarizer.article.names import agency_named, byline_names, desk_named
from summarizer.article.pruning import count_linked_headings
from summarizer.article.tree import class_words, elements, short_text

AUTHOR_METAS = (
    *("author", "article:author", "article_author", "parsely-author", "sailthru.author", "dc.creator", "byl"),
    *("citation_author", "twitter:data1"),
)
BYLINE_CLASS = re.compile(
    r"\b(?:byline|by-line|article-author|author-?name|author__name|c-byline|post-author|entry-author)"
    r"|\bauthor vcard\b|\bvcard author\b"
)
SIGNED = re.compile(r"(?:By|BY)\s+[A-Z][\w.’'-]+\s+\S")
OTHERS = re.compile(r"comment|related|river|teaser|recommend|promo|menu|(?:^|[\s_-])nav")
LONGEST_BYLINE = 200  # characters; more is a portrait of the author


def find_byline(
    found: tuple[Thing, ...], article: Thing, metas: Metas, tree: HtmlElement, outlet: str | None
) -> tuple[tuple[str, ...], str | None]:
    """The authors' names, and the agency when it is given as author."""
    authors = article.get("author") or article.get("creator")
    given = [by_id(found, author) for author in (authors if isinstance(authors, list) else [authors])]
    people, houses = ([author for author in given if is_house(author) is wanted] for wanted in (False, True))
    told, shown = [plain_words(author) or "" for author in people], shown_bylines(tree)
    # A person whom the page names signs before the house that JSON-LD names.
    claims = [told, metas_without_links(metas), shown, [plain_words(author) or "" for author in houses]]
    agency = next((named for claim in claims for line in claim if (named := agency_named(line))), None)
    for claim in claims:
        if names := names_in(claim, outlet):
            signed = names_in(shown, outlet)  # a claim may give the first of several
            return signed if {*signed} > {*names} else names, agency
    desk = next((named for line in (*told, *marked_authors(tree)) if (named := desk_named(line))), None)
    return (desk,) if desk else (), agency


def names_in(claim: list[str], outlet: str | None) -> tuple[str, ...]:
    """The people that a claim's lines name, each once."""
    return tuple(dict.fromkeys(name for line in claim for name in byline_names(line, outlet)))


def is_house(author: object) -> bool:
    """Whether JSON-LD gives an author as an organisation."""
    return isinstance(author, dict) and not types(author).isdisjoint(
        {"Organization", "NewsMediaOrganization"}
    )


def metas_without_links(metas: Metas) -> list[str]:
    """Authors in meta elements; article:author is often a profile's address."""
    return next(([line] for name in AUTHOR_METAS for line in metas.get(name, []) if byline_names(line)), [])


def shown_bylines(tree: HtmlElement) -> list[str]:
    """Bylines as readers see them; the first place that has one, in the story's element before others."""
    story = story_around_headline(tree)
    for place in (story, tree) if story is not None else (tree,):
        for element in elements(place):
            if is_marked(element) or BYLINE_CLASS.search(class_words(element)):
                line = short_text(element, LONGEST_BYLINE)
                if (byline_names(line) or desk_named(line)) and not is_of_others(element):
                    return [line]
    lines = (
        (element, short_text(element, LONGEST_BYLINE))
        for element in elements(tree if story is None else story, "p", "div", "span", "address", "i", "em")
    )
    # Where a line stands is asked last: it looks through all that is around it.
    signed = ((element, line) for element, line in lines if SIGNED.match(line) and byline_names(line))
    return next(([line] for element, line in signed if not is_of_others(element)), [])


def is_of_others(element: HtmlElement) -> bool:
    """Whether an element stands in a menu, among comments or with another story."""
    around = (element, *element.iterancestors())
    return any(is_others_part(part) for part in around if part.tag not in {"body", "html"})


def is_others_part(part: HtmlElement) -> bool:
    """Whether a part of the page is named as something else than the story, or is a card that leads to another one."""
    is_card = part.tag == "article" and count_linked_headings(part) > 0
    named = part.tag in {"nav", "footer", "menu"} or OTHERS.search(class_words(part)) is not None
    return (is_card or named) and next(elements(part, "h1"), None) is None


def is_marked(element: HtmlElement) -> bool:
    """Whether an element says that it holds the author."""
    return "author" in {element.get("itemprop"), element.get("rel")}


def marked_authors(tree: HtmlElement) -> list[str]:
    """What the page marks as the author, in the story's element where there is one."""
    story = story_around_headline(tree)
    return [
        short_text(element) for element in elements(tree if story is None else story) if is_marked(element)
    ]


def story_around_headline(tree: HtmlElement) -> HtmlElement | None:
    """The article element that holds the main heading."""
    headline = next(elements(tree, "h1"), None)
    return None if headline is None else next(headline.iterancestors("article"), None)
