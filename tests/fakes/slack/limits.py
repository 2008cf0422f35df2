"""What Slack refuses in whole messages, views and metadata."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Literal

from tests.fakes.slack.blocks import check_block
from tests.fakes.slack.elements import Problem, check_text, check_unique
from tests.fakes.slack.model import Json, Refusal

Surface = Literal["message", "modal", "home"]

MOST_BLOCKS = {"message": 50, "modal": 100, "home": 100}
MARKDOWN_TOTAL = 12_000
# Published measurements: 13,297 characters pass in one markdown block, 13,172 with a divider beside it; a message
# of many small blocks was refused at 11,341. So each further block costs 125 of the same budget.
TOTAL_TEXT, FURTHER_BLOCK = 13_297, 125
VIEW_TITLE, PRIVATE_METADATA, CALLBACK_ID, EXTERNAL_ID, VIEW_BYTES = 24, 3000, 255, 255, 250_000
METADATA_BYTES, EVENT_TYPE = 8_000, 255


def check_blocks(blocks: Any, surface: Surface) -> list[Json]:
    """The blocks as they came, or the refusal `invalid_blocks` with what is wrong and where."""
    try:
        return _checked(blocks, surface)
    except Problem as problem:
        raise invalid("invalid_blocks", problem) from None


def invalid(error: str, problem: Problem) -> Refusal:
    """The refusal as Slack words it: an [ERROR] line with a JSON pointer."""
    line = f"{problem.why} [json-pointer:{problem.where}]"
    return Refusal(error, errors=[line], response_metadata={"messages": [f"[ERROR] {line}"]})


def _checked(blocks: Any, surface: Surface) -> list[Json]:
    if not isinstance(blocks, list) or not all(isinstance(block, dict) for block in blocks):
        raise Problem("/blocks", "must be a list of objects")
    if len(blocks) > MOST_BLOCKS[surface]:
        raise Problem("/blocks", f"no more than {MOST_BLOCKS[surface]} items allowed")
    for index, block in enumerate(blocks):
        check_block(block, f"/blocks/{index}", surface)
    check_unique([block.get("block_id") for block in blocks], "/blocks", "block_id")
    _check_message_wide(blocks)
    return blocks


def _check_message_wide(blocks: list[Json]) -> None:
    if sum(block["type"] == "table" for block in blocks) > 1:
        raise Problem("/blocks", "only_one_table_allowed")
    if sum(len(block["text"]) for block in blocks if block["type"] == "markdown") > MARKDOWN_TOTAL:
        raise Problem("/blocks", f"markdown text must be less than {MARKDOWN_TOTAL + 1} characters in all")


def check_total(blocks: list[Json]) -> None:
    """Refuse a posted message whose blocks together are too long; response_url does not mind."""
    if blocks and sum(map(len, texts(blocks))) + FURTHER_BLOCK * (len(blocks) - 1) > TOTAL_TEXT:
        raise Refusal("msg_blocks_too_long")


def texts(value: Any) -> Iterator[str]:
    """Every `text` string inside blocks, at any depth."""
    if isinstance(value, dict):
        if isinstance(value.get("text"), str):
            yield value["text"]
        value = list(value.values())
    if isinstance(value, (list, tuple)):
        for each in value:
            yield from texts(each)


def check_metadata(metadata: Any) -> Json:
    """Message metadata: an event_type and an event_payload, nothing else; {} takes it away."""
    if metadata == {}:
        return {}
    if not isinstance(metadata, dict) or set(metadata) - {"event_type", "event_payload"}:
        raise Refusal("invalid_metadata_format")
    kind, payload = metadata.get("event_type"), metadata.get("event_payload")
    if not isinstance(kind, str) or not 0 < len(kind) <= EVENT_TYPE or not isinstance(payload, dict):
        raise Refusal("invalid_metadata_schema")
    if len(json.dumps(payload)) > METADATA_BYTES:
        raise Refusal("metadata_too_large")
    return metadata


def check_view(view: Json, surface: Literal["modal", "home"]) -> None:
    """Refuse a view that Slack would not show: `invalid_arguments` with what is wrong, or `view_too_large`."""
    if len(json.dumps(view)) > VIEW_BYTES:
        raise Refusal("view_too_large")
    try:
        _check_view_frame(view, surface)
        _checked(view.get("blocks"), surface)
    except Problem as problem:
        raise invalid("invalid_arguments", Problem(f"/view{problem.where}", problem.why)) from None


def _check_view_frame(view: Json, surface: str) -> None:
    if view.get("type") != surface:
        raise Problem("/type", f"must be {surface}")
    limits = {"private_metadata": PRIVATE_METADATA, "callback_id": CALLBACK_ID, "external_id": EXTERNAL_ID}
    for name, most in limits.items():
        if len(view.get(name) or "") > most:
            raise Problem(f"/{name}", f"must be less than {most + 1} characters")
    if surface == "modal":
        check_text(view.get("title"), "/title", VIEW_TITLE, plain=True)
        for name in ("submit", "close"):
            if view.get(name) is not None:
                check_text(view[name], f"/{name}", VIEW_TITLE, plain=True)
        has_input = any(isinstance(b, dict) and b.get("type") == "input" for b in view.get("blocks") or [])
        if has_input and not view.get("submit"):
            raise Problem("/submit", "missing required field: submit")
