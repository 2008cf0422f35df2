"""Lines that are links and the story's own all the same: what it lists, beside the pointers to other stories."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from urllib.parse import urljoin

from lxml.html import HtmlElement

from summarizer.address.links import domain_of, same_site
from summarizer.article.structure import HEADINGS, LINKED, Block
from summarizer.article.tree import elements

LISTS = frozenset({"ul", "ol"})
# Of a list's items; with more it is a list of pointers. Of 240 pages' headings and mixed lists like these all but 4 are the
# story's, of lines of links in paragraphs and in lists of links alone every other one.
MOST_LINKED = 0.67


def own_links(blocks: Sequence[Block], url: str) -> frozenset[HtmlElement]:
    """The elements of lines of a story at `url` that are links and no pointers."""
    return frozenset((*headings_of_others(blocks, url), *items_of_mixed_lists(blocks)))


def headings_of_others(blocks: Sequence[Block], url: str) -> Iterator[HtmlElement]:
    """Headings that lead to another site: a product, a place, a paper that the story tells of. None where `url` is a file's."""
    if domain_of(url) is None:
        return
    for block in blocks:
        if block.node.tag in HEADINGS and block.link_share >= LINKED and leads_out(block.node, url):
            yield block.node


def leads_out(heading: HtmlElement, url: str) -> bool:
    """Whether a heading links to another site."""
    link = linked_in(heading)
    try:
        target = urljoin(url, "" if link is None else (link.get("href") or "").strip())
        return domain_of(target) is not None and not same_site(target, url)
    except ValueError:
        return False


def linked_in(heading: HtmlElement) -> HtmlElement | None:
    """The link in a heading or around it."""
    inner = next(elements(heading, "a"), None)
    return next(heading.iterancestors("a"), None) if inner is None else inner


def items_of_mixed_lists(blocks: Sequence[Block]) -> Iterator[HtmlElement]:
    """Items of lists of which some are linked, as names of things are."""
    items = [(block, list_around(block.node)) for block in blocks if block.node.tag == "li"]
    held, linked = Counter[HtmlElement | None](), Counter[HtmlElement | None]()
    for block, around in items:
        held[around] += 1
        linked[around] += block.link_share >= LINKED
    return (block.node for block, around in items if linked[around] <= MOST_LINKED * held[around])


def list_around(item: HtmlElement) -> HtmlElement | None:
    """The list that an item stands in."""
    return next(item.iterancestors(*LISTS), None)
