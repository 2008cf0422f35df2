"""Links that a person shares in a Slack message."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from summarizer.address.links import lookup_key
from summarizer.errors import MalformedUrl

LINK = re.compile(r"<(https?://[^<>|\s]+)(?:\|[^<>]*)?>", re.IGNORECASE)
BARE_LINK = re.compile(r"(?:https?://|(?<![\w./@-])www\.(?=[\w-]+\.\w))[^\s<>|\"“”]+", re.IGNORECASE)
SCHEMELESS = "https://"  # before an address that is typed from its www. on
ENDS_OF_SENTENCES = (".", ",", ";", ":", "!", "?", "…", "'", "’", "*")
BRACKETS = {")": "(", "]": "[", "}": "{"}
CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
QUOTED_LINE = re.compile(r"^(?:&gt;|>(?!\S*>)).*$", re.MULTILINE)
SLACK_OWN = re.compile(r"^https?://(?:[\w-]+\.)*slack(?:-files|-edge)?\.com(?:[:/]|$)", re.IGNORECASE)


def shared_links(text: str) -> tuple[str, ...]:
    """The links in a message's text as Slack sends it, each article once, in order.

    Links inside code or quoted lines are somebody's material, and links into Slack itself are no articles.
    """
    text = QUOTED_LINE.sub("", CODE.sub(" ", text))
    return distinct(map(unescaped, LINK.findall(text)))


def typed_links(text: str) -> tuple[str, ...]:
    """The links in a slash command, where Slack may or may not have marked them."""
    unmarked = LINK.sub(lambda found: f" {found[1]} ", text)
    return distinct(with_scheme(trimmed(unescaped(found))) for found in BARE_LINK.findall(unmarked))


def with_scheme(url: str) -> str:
    """An address as it opens."""
    return f"{SCHEMELESS}{url}" if url[:4].casefold() == "www." else url


def trimmed(url: str) -> str:
    """An address without the end of its sentence; a bracket stays where one in the address opens it."""
    while url.endswith(ENDS_OF_SENTENCES) or closes_nothing(url):
        url = url[:-1]
    return url


def closes_nothing(url: str) -> bool:
    """Whether the address ends in a bracket that was opened before it."""
    opening = BRACKETS.get(url[-1:])
    return opening is not None and url.count(url[-1]) > url.count(opening)


def distinct(urls: Iterable[str]) -> tuple[str, ...]:
    """`urls` without Slack's own and without a second spelling of the same address."""
    found: dict[str, str] = {}
    for url in urls:
        if not SLACK_OWN.match(url):
            found.setdefault(key_of(url), url)
    return tuple(found.values())


def name_of_links(links: Iterable[str]) -> str:
    """A short name of some links, the same for every spelling of their addresses."""
    return hashlib.sha256(" ".join(map(key_of, links)).encode()).hexdigest()[:16]


def keys_in(text: str) -> frozenset[str]:
    """The look-up keys of the links in a message's text."""
    return frozenset(map(key_of, shared_links(text)))


def unescaped(url: str) -> str:
    """An address without what Slack escapes in a text, a command or an event's own field: & < and >, and no more.

    `&copy=2` in an address is no sign of copyright.
    """
    return url.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def address_of(url: str) -> str:
    """Scheme, host and path of an address, for the log: what may be a secret (query, fragment, password) is left out."""
    try:
        parts = urlsplit(url)
    except ValueError:  # brackets that hold no address
        return ""
    address = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}" if parts.scheme else ""
    return "".join(filter(str.isprintable, address))


def key_of(url: str) -> str:
    """The look-up key of an address, or the address itself when it is malformed (that is told later)."""
    try:
        return lookup_key(url)
    except MalformedUrl:
        return url
