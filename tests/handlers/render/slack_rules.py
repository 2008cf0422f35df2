"""What Slack refuses and what a reader must not meet, checked on any message and any modal."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from slack_sdk.models.blocks import Block

from handlers.domain.message import Message, View

# What we put into messages ourselves: links, dates, people.
OURS = re.compile(
    r"<https?://[^<>|\s\"]+\|[^<>\n]+>|<!date\^\d+\^\{date_short_pretty\}, \{time\}\|[^<>|\n]+>|<@[UW][A-Z0-9]+>"
)


def assert_slack_takes(message: Message) -> None:
    """Limits, known fields, nothing empty, nothing unescaped, block ids told apart."""
    assert 1 <= len(message.blocks) <= 50
    assert sum(len(text) for text in strings(message.blocks)) <= 13_000
    assert 0 < len(message.text) <= 3_500
    assert_escaped(message.text)
    assert_blocks(message.blocks)


def assert_slack_takes_view(view: View) -> None:
    """As a message; a modal may be longer, and its form must be one that can be sent."""
    assert 1 <= len(view.blocks) <= 100
    assert 0 < len(view.title) <= 24
    assert len(view.close) <= 24
    assert len(view.submit) <= 24
    assert len(view.about) <= 3_000
    assert len(view.callback_id) <= 255
    assert len(json.dumps(view.to_json())) <= 250_000
    assert view.submit or not any(block["type"] == "input" for block in view.blocks)
    assert_blocks(view.blocks)


def assert_blocks(blocks: Any) -> None:
    """Each block as slack_sdk knows it; words neither empty nor unescaped; ids told apart."""
    for block in blocks:
        parsed = Block.parse(block)
        assert parsed is not None
        assert parsed.to_dict() == block
        assert 1 <= len(block.get("elements", ["none"])) <= 25
    for text in mrkdwn_texts(blocks):
        assert 0 < len(text) <= 3_000
        assert text.strip()
        assert_escaped(text)
    ids = [block["block_id"] for block in blocks if "block_id" in block]
    assert len(set(ids)) == len(ids)


def assert_escaped(text: str) -> None:
    """Besides our own links, dates and people: no < or >, and no & that is no escape."""
    left = OURS.sub("", text)
    assert not re.search(r"[<>]|&(?!(?:amp|lt|gt);)", left), left
    assert not re.search(r"[\x00-\x09\x0b-\x1f\u202a-\u202e\ud800-\udfff]", text)


def strings(value: Any) -> Iterator[str]:
    """Every string value anywhere in `value`."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from strings(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from strings(inner)


def mrkdwn_texts(blocks: Any) -> list[str]:
    """The words of every section and context."""
    texts = []
    for block in blocks:
        parts = [block["text"]] if "text" in block else block.get("elements", [])
        texts += [part["text"] for part in parts if part["type"] == "mrkdwn"]
    return texts


def shown_lines(message: Message) -> list[str]:
    """All lines a reader sees."""
    return "\n".join(mrkdwn_texts(message.blocks)).split("\n")
