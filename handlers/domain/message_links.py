"""The links of a Slack message of any kind: what a person wrote, what they forwarded, what an app posts. Pure.

Buttons are left out: those of apps lead to the apps.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from handlers.links import distinct, shared_links, unescaped

Shape = Mapping[str, Any]

CODE_AND_QUOTES = ("rich_text_preformatted", "rich_text_quote")


def links_written(message: Shape) -> tuple[str, ...]:
    """The links that a person shares: in their own words, and in a message that they forward."""
    forwarded = (link for one in forwarded_in(message) for link in links_found(one))
    return distinct([*shared_links(message.get("text") or ""), *forwarded])


def all_links(message: Shape) -> tuple[str, ...]:
    """Every link of a message, also those of attachments and blocks."""
    return distinct(links_found(message))


def forwarded_in(message: Shape) -> Iterator[Shape]:
    """The messages that this one forwards, as attachments."""
    return (
        one for one in message.get("attachments") or () if one.get("is_share") or one.get("is_msg_unfurl")
    )


def links_found(part: Shape) -> Iterator[str]:
    """The links of a message or of an attachment: its text, then its title and what hangs on it.

    Below a link of the message Slack hangs its preview, which brings no other link.
    """
    is_message = "from_url" not in part or bool(part.get("is_share") or part.get("is_msg_unfurl"))
    if not is_message:
        yield unescaped(part["from_url"])
        return
    for name in ("pretext", "text"):
        yield from shared_links(part.get(name) or "")
    if part.get("title_link"):
        yield unescaped(part["title_link"])
    for block in part.get("blocks") or ():
        yield from links_of_block(block)
    for attachment in part.get("attachments") or ():
        yield from links_found(attachment)


def links_of_block(block: object) -> Iterator[str]:
    """The links in a block's words."""
    if isinstance(block, list):
        for part in block:
            yield from links_of_block(part)
    elif isinstance(block, dict) and block.get("type") == "link":
        yield str(block.get("url") or "")
    elif isinstance(block, dict) and block.get("type") == "mrkdwn":
        yield from shared_links(str(block.get("text") or ""))
    elif isinstance(block, dict) and block.get("type") not in CODE_AND_QUOTES:
        for name in ("text", "fields", "elements"):
            yield from links_of_block(block.get(name))
