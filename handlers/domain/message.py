"""A message, a modal and a picture as they go to Slack."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

Block = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Message:
    """`text` is what notifications, screen readers and refused blocks fall back on."""

    text: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class View:
    """A modal. `about` comes back with every press in it: ids alone, never an article's words.

    `submit` names the button that sends the form, which a modal with inputs must have.
    """

    title: str
    blocks: tuple[Block, ...]
    callback_id: str = ""
    about: str = ""
    submit: str = ""
    close: str = "Close"

    def to_json(self) -> Block:
        """As Slack wants it."""
        shape: Block = {
            "type": "modal",
            "title": plain_object(self.title),
            "close": plain_object(self.close),
            "blocks": list(self.blocks),
            "callback_id": self.callback_id,
            "private_metadata": self.about,
        }
        return shape | ({"submit": plain_object(self.submit)} if self.submit else {})


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG, and what it shows in words for those who cannot see it."""

    png: bytes
    alt: str


def plain_object(text: str) -> Block:
    """Words of our own that Slack shows as they are."""
    return {"type": "plain_text", "text": text, "emoji": False}
