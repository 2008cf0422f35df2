"""Cards of other stories: a linked heading and a line or two, one beside the other, as below or within a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from summarizer.address.links import same_site
from summarizer.article.own_links import linked_in
from summarizer.article.pruning import LONGEST_ASIDE, has_words
from summarizer.article.structure import HEADINGS, LINKED, Block
from summarizer.article.tree import elements, short_text

MOST_BETWEEN = 20  # elements without words between two cards
MOST_HEADINGS = 500  # looked at: keeps hostile pages linear
WHOLE_PAGE = frozenset({"html", "body"})


def cards_in(blocks: Sequence[Block], url: str) -> frozenset[HtmlElement]:
    """The elements of a page at `url` that are cards with another card beside them.

    Entries of a list of products lead to other sites, those of a live blog to the page itself.
    """
    headings = [block.node for block in blocks if block.node.tag in HEADINGS and block.link_share >= LINKED]
    leading = (node for node in headings[:MOST_HEADINGS] if leads_on(node, url))
    found = frozenset(card for card in map(card_around, leading) if card is not None)
    return frozenset(card for card in found if not found.isdisjoint(neighbours(card)))


def leads_on(heading: HtmlElement, url: str) -> bool:
    """Whether a heading links to another page of the same site."""
    link = linked_in(heading)
    try:
        target = urljoin(url, "" if link is None else (link.get("href") or "").strip())
        return urlsplit(target).path != urlsplit(url).path and same_site(target, url)
    except ValueError:
        return False


def card_around(heading: HtmlElement) -> HtmlElement | None:
    """The largest element of a few words in which a heading is the only one; None where it stands alone."""
    card = heading
    for around in heading.iterancestors():
        if around.tag in WHOLE_PAGE or has_more(elements(around, *HEADINGS)) or not holds_little(around):
            break
        card = around
    return None if card is heading else card


def has_more(found: Iterable[HtmlElement]) -> bool:
    """Whether there is more than one."""
    return any(number for number, _ in enumerate(found))


def holds_little(element: HtmlElement) -> bool:
    """Whether an element holds no more words than a card."""
    return short_text(element, LONGEST_ASIDE) != ""


def neighbours(card: HtmlElement) -> Iterator[HtmlElement]:
    """The next elements with words on both sides."""
    for beside in (card.itersiblings(), card.itersiblings(preceding=True)):
        if (next_one := next(filter(has_words, islice(beside, MOST_BETWEEN)), None)) is not None:
            yield next_one
