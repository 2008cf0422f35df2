"""The outlet that a story is from, where a portal shows it and says so."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from summarizer.address.links import domain_of, is_home_page, same_site
from summarizer.article.names import is_spelt
from summarizer.article.tree import elements, short_text

LONGEST_NAME = 60  # characters
FRONT_DOOR = frozenset({"", "/"})


def original_outlet(tree: HtmlElement, url: str) -> str | None:
    """The outlet of another site that the page gives as its story's own, by the name under which it links to its front page.

    The name counts only where that site's address spells it: so nobody signs with another's name.
    """
    domain = original_domain(tree, url)
    if domain is None:
        return None
    links = (link for link in elements(tree, "a") if leads_to_front(link.get("href") or "", domain))
    names = (name for link in links for name in names_on(link))
    return next((name for name in names if is_spelt(name, domain) and domain not in name.lower()), None)


def original_domain(tree: HtmlElement, url: str) -> str | None:
    """The domain of a canonical address that is an article of another site."""
    for link in elements(tree, "link"):
        if "canonical" in (link.get("rel") or "").lower().split():
            address = joined(url, link.get("href") or "")
            if not same_site(address, url) and not is_home_page(address):
                return domain_of(address)
    return None


def leads_to_front(address: str, domain: str) -> bool:
    """Whether a link leads to a site's front page."""
    return domain_of(address) == domain and urlsplit(address).path in FRONT_DOOR


def names_on(link: HtmlElement) -> list[str]:
    """What a link calls the site that it leads to: in words, or for those who do not see its picture."""
    pictures = [picture.get("alt") or "" for picture in elements(link, "img")]
    return [name for name in (short_text(link, LONGEST_NAME), *pictures) if 0 < len(name) <= LONGEST_NAME]


def joined(base: str, address: str) -> str:
    """An address as it stands on a page; empty for one that is none."""
    try:
        return urljoin(base, address.strip())
    except ValueError:
        return ""
