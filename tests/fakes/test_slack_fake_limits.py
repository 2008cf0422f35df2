"""What the fake Slack refuses in blocks, views and messages: Slack's limits, at the limit and one past it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from tests.fakes.slack import FakeSlack
from tests.fakes.slack.limits import check_blocks, check_total, check_view
from tests.fakes.slack.model import Refusal

pytestmark = pytest.mark.slow

Json = dict[str, Any]


def plain(length: int) -> Json:
    """A plain text object of this length."""
    return {"type": "plain_text", "text": "x" * length}


def mrkdwn(length: int) -> Json:
    """A mrkdwn text object of this length."""
    return {"type": "mrkdwn", "text": "x" * length}


def section(length: int = 1, **more: Any) -> Json:
    """A section of this length."""
    return {"type": "section", "text": mrkdwn(length), **more}


def button(number: int = 0, **more: Any) -> Json:
    """A button with an id of its own."""
    return {"type": "button", "action_id": f"press-{number}", "text": plain(1), **more}


def actions(*elements: Json) -> list[Json]:
    """One block of elements."""
    return [{"type": "actions", "elements": list(elements)}]


def table(rows: int, columns: int) -> list[Json]:
    """One table of this size."""
    cell = {"type": "raw_text", "text": "1"}
    return [{"type": "table", "rows": [[cell] * columns for _ in range(rows)]}]


def options(count: int, **more: Any) -> list[Json]:
    """Options of a menu."""
    return [{"text": plain(1), "value": str(number), **more} for number in range(count)]


AT_THE_LIMIT_AND_PAST_IT: dict[str, tuple[Callable[[int], list[Json]], int]] = {
    "blocks of a message": (lambda n: [{"type": "divider"}] * n, 50),
    "section text": (lambda n: [section(n)], 3000),
    "fields": (lambda n: [{"type": "section", "fields": [mrkdwn(1)] * n}], 10),
    "field text": (lambda n: [{"type": "section", "fields": [mrkdwn(n)]}], 2000),
    "header text": (lambda n: [{"type": "header", "text": plain(n)}], 150),
    "context elements": (lambda n: [{"type": "context", "elements": [mrkdwn(1)] * n}], 10),
    "actions": (lambda n: actions(*map(button, range(n))), 25),
    "button text": (lambda n: actions(button(text=plain(n))), 75),
    "button value": (lambda n: actions(button(value="x" * n)), 2000),
    "button url": (lambda n: actions(button(url="https://a.example/".ljust(n, "x"))), 3000),
    "action_id": (lambda n: actions(button(action_id="x" * n)), 255),
    "block_id": (lambda n: [section(block_id="x" * n)], 255),
    "overflow options": (
        lambda n: [section(accessory={"type": "overflow", "action_id": "more", "options": options(n)})],
        5,
    ),
    "select options": (
        lambda n: actions({"type": "static_select", "action_id": "pick", "options": options(n)}),
        100,
    ),
    "option text": (
        lambda n: actions({"type": "static_select", "action_id": "p", "options": options(1, text=plain(n))}),
        75,
    ),
    "confirm text": (
        lambda n: actions(
            button(confirm={"title": plain(1), "text": plain(n), "confirm": plain(1), "deny": plain(1)})
        ),
        300,
    ),
    "table rows": (lambda n: table(n, 2), 100),
    "table columns": (lambda n: table(2, n), 20),
    "markdown": (
        lambda n: [{"type": "markdown", "text": "x" * (n - 1)}, {"type": "markdown", "text": "x"}],
        12_000,
    ),
}


@pytest.mark.parametrize("name", AT_THE_LIMIT_AND_PAST_IT)
def test_a_limit_is_kept_to_the_last_one(name: str) -> None:
    """As many as allowed pass, one more is invalid_blocks."""
    make, most = AT_THE_LIMIT_AND_PAST_IT[name]
    assert check_blocks(make(most), "message") == make(most)
    with pytest.raises(Refusal) as caught:
        check_blocks(make(most + 1), "message")
    assert caught.value.error == "invalid_blocks"


WRONG: dict[str, list[Json]] = {
    "an empty section": [section(0)],
    "a section of nothing": [{"type": "section"}],
    "an empty header": [{"type": "header", "text": plain(0)}],
    "a header in mrkdwn": [{"type": "header", "text": mrkdwn(1)}],
    "an empty context": [{"type": "context", "elements": []}],
    "no actions": actions(),
    "a button in mrkdwn": actions(button(text=mrkdwn(1))),
    "a button to nowhere": actions(button(url="a.example")),
    "a style that there is not": actions(button(style="loud")),
    "two buttons of one action_id": actions(button(1), button(1)),
    "two blocks of one block_id": [section(block_id="one"), section(block_id="one")],
    "an empty block_id": [section(block_id="")],
    "an unknown type": [{"type": "paragraph", "text": plain(1)}],
    "no type": [{"text": plain(1)}],
    "an unknown attribute": [section(colour="red")],
    "a null": [section(accessory=None)],
    "an empty table": [{"type": "table", "rows": []}],
    "an empty cell": [{"type": "table", "rows": [[{"type": "raw_text", "text": ""}]]}],
    "two tables": [*table(1, 1), *table(1, 1)],
    "an image without words": [{"type": "image", "image_url": "https://a.example/i.png", "alt_text": ""}],
    "a text that is a string": [{"type": "section", "text": "words"}],
    "a menu of nothing": actions({"type": "static_select", "action_id": "pick", "options": []}),
    "emoji in mrkdwn": [{"type": "section", "text": {"type": "mrkdwn", "text": "x", "emoji": True}}],
}


@pytest.mark.parametrize("name", WRONG)
def test_a_mistake_is_refused_with_its_place(name: str) -> None:
    """invalid_blocks says what and where, as a JSON pointer."""
    with pytest.raises(Refusal) as caught:
        check_blocks(WRONG[name], "message")
    assert "json-pointer:/blocks" in caught.value.extra["errors"][0]


RIGHT: dict[str, list[Json]] = {
    "nothing": [],
    "fields alone": [{"type": "section", "fields": [mrkdwn(1), plain(1)]}],
    "an expanded section": [section(expand=True)],
    "context with an image": [
        {
            "type": "context",
            "elements": [{"type": "image", "image_url": "https://a.example/i.png", "alt_text": "i"}],
        }
    ],
    "a table with formatted cells": [
        {
            "type": "table",
            "column_settings": [{"align": "right", "is_wrapped": True}],
            "rows": [[{"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": []}]}]],
        }
    ],
    "a list": [
        {
            "type": "rich_text",
            "elements": [
                {
                    "type": "rich_text_list",
                    "style": "bullet",
                    "elements": [{"type": "rich_text_section", "elements": []}],
                }
            ],
        }
    ],
    "an accessory": [section(accessory=button(style="danger", value="1", accessibility_label="Remove"))],
}


@pytest.mark.parametrize("name", RIGHT)
def test_what_slack_shows_passes(name: str) -> None:
    """Good blocks come back as they went in."""
    assert check_blocks(RIGHT[name], "message") == RIGHT[name]


def test_all_blocks_together_have_one_budget() -> None:
    """The published measurements: 13,297 characters alone, 125 less for each further block."""
    check_total([section(13_297)])
    check_total([section(13_172), {"type": "divider"}])
    for blocks in ([section(13_298)], [section(13_173), {"type": "divider"}]):
        with pytest.raises(Refusal, match="msg_blocks_too_long"):
            check_total(blocks)


def test_a_refused_message_is_not_posted_and_says_why() -> None:
    """Over HTTP the refusal carries Slack's messages; nothing stays in the channel."""
    with FakeSlack() as slack:
        client, channel = WebClient(token=slack.bot_token, base_url=slack.url), slack.channel("news")
        with pytest.raises(SlackApiError) as caught:
            client.chat_postMessage(channel=channel, text="x", blocks=[section(3001)])
        assert caught.value.response["error"] == "invalid_blocks"
        assert "/blocks/0/text" in caught.value.response["response_metadata"]["messages"][0]
        with pytest.raises(SlackApiError, match="msg_blocks_too_long"):
            client.chat_postMessage(channel=channel, text="x", blocks=[section(3000)] * 5)
        assert slack.messages(channel) == ()


def modal(**more: Any) -> Json:
    """A good modal, with what the test changes in it."""
    return {"type": "modal", "title": plain(24), "blocks": [{"type": "divider"}], **more}


INPUT = {"type": "input", "label": plain(1), "element": {"type": "plain_text_input", "action_id": "words"}}
WRONG_VIEWS: dict[str, Json] = {
    "a long title": modal(title=plain(25)),
    "no title": modal(title=None),
    "a long submit": modal(submit=plain(25)),
    "an input without submit": modal(blocks=[INPUT]),
    "101 blocks": modal(blocks=[{"type": "divider"}] * 101),
    "long private_metadata": modal(private_metadata="x" * 3001),
    "a home in a modal's place": modal(type="home"),
    "markdown in a modal": modal(blocks=[{"type": "markdown", "text": "x"}]),
    "no blocks": modal(blocks=None),
}


@pytest.mark.parametrize("name", WRONG_VIEWS)
def test_a_view_that_slack_would_not_show_is_refused(name: str) -> None:
    """invalid_arguments, with the place in the view."""
    with pytest.raises(Refusal) as caught:
        check_view(WRONG_VIEWS[name], "modal")
    assert caught.value.error == "invalid_arguments"
    assert "json-pointer:/view/" in caught.value.extra["errors"][0]


def test_a_view_has_a_hundred_blocks_and_250_kilobytes() -> None:
    """At the limits it passes; a larger one is view_too_large."""
    check_view(modal(blocks=[{"type": "divider"}] * 100, submit=plain(24)), "modal")
    check_view(modal(blocks=[INPUT], submit=plain(1)), "modal")
    check_view({"type": "home", "blocks": [{"type": "divider"}] * 100}, "home")
    with pytest.raises(Refusal, match="view_too_large"):
        check_view(modal(blocks=[section(2900)] * 100), "modal")
