"""What is plainly no story: by its address, before it is opened, and by what its page turned out to be. Pure."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

from summarizer.address.links import unwrap
from summarizer.errors import MalformedUrl
from summarizer.text.lexicon import words_of

NO_STORY = frozenset(
    {"NotAnArticle", "EmptyPage", "MalformedUrl", "BadAddress", "PrivateAddress", "UnsupportedContent"}
)
"""The errors of links that lead to no article. Any other is told of what may well be one."""


def is_plainly_no_story(url: str) -> bool:
    """Whether the address alone says that it leads to no article: a meeting, a document, a post, a picture, a sheet."""
    try:
        opened = unwrap(url)
    except (MalformedUrl, ValueError):
        return False
    host = (opened.host or "").casefold().removeprefix("www.")
    labels = host.split(".")
    sites = (".".join(labels[at:]) for at in range(len(labels) - 1))
    is_site = any(site in words_of("no_story_sites") for site in sites)
    is_tool = len(labels) > 2 and labels[0] in words_of("no_story_hosts")  # noqa: PLR2004  # a label before the domain
    return is_site or is_tool or ending_of(str(opened)) in words_of("no_story_files")


def ending_of(url: str) -> str:
    """What stands behind the last full stop of an address's last part."""
    name = unquote(urlsplit(url).path).rpartition("/")[2]
    return name.rpartition(".")[2].casefold() if "." in name else ""
