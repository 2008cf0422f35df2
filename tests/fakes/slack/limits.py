"""What Slack refuses in blocks, views and metadata: slack_sdk's own rules first, then what they miss."""

from __future__ import annotations

import json
import warnings
from collections.abc import Iterator
from typing import Any, Literal

from slack_sdk.errors import SlackObjectFormationError
from slack_sdk.models.blocks import Block

from tests.fakes.slack.elements import ELEMENT_KINDS, Problem, check_element, check_text, check_unique
from tests.fakes.slack.model import Json, Refusal

Surface = Literal["message", "modal", "home"]

MOST_BLOCKS = {"message": 50, "modal": 100, "home": 100}
BLOCK_KINDS = {
    "message": {
        "actions", "context", "context_actions", "divider", "file", "header", "image", "input", "markdown",
        "rich_text", "section", "table", "video",
    },
    "modal": {"actions", "context", "divider", "header", "image", "input", "rich_text", "section", "video"},
    "home": {"actions", "context", "divider", "header", "image", "input", "rich_text", "section", "video"},
}  # fmt: skip
SECTION_TEXT, FIELDS, FIELD_TEXT, HEADER_TEXT = 3000, 10, 2000, 150
CONTEXT_ELEMENTS, ACTIONS_ELEMENTS = 10, 25
TABLE_ROWS, TABLE_COLUMNS = 100, 20
MARKDOWN_TOTAL = 12_000
BLOCK_ID = 255
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
        _check_block(block, f"/blocks/{index}", surface)
    check_unique([block.get("block_id") for block in blocks], "/blocks", "block_id")
    _check_message_wide(blocks)
    return blocks


def _check_block(block: Json, where: str, surface: Surface) -> None:
    kind = block.get("type")
    if kind not in BLOCK_KINDS[surface]:
        raise Problem(f"{where}/type", f"unsupported type: {kind}")
    if len(str(block.get("block_id") or "")) > BLOCK_ID:
        raise Problem(f"{where}/block_id", f"must be less than {BLOCK_ID + 1} characters")
    if "block_id" in block and not block["block_id"]:
        raise Problem(f"{where}/block_id", "must be more than 0 characters")
    if any(value is None for value in block.values()):
        raise Problem(where, "null is not a value")
    check = _CHECKS.get(kind)
    if check is not None:
        check(block, where)
    _ask_sdk(block, where)


def _ask_sdk(block: Json, where: str) -> None:
    """slack_sdk's models: unknown attributes, missing ones, and the limits that they know."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            parsed = Block.parse(dict(block))
            written = {} if parsed is None else parsed.to_dict()
    except (SlackObjectFormationError, TypeError, AttributeError) as error:
        raise Problem(where, str(error)) from None
    unknown = set(block) - (parsed.attributes if parsed is not None else set()) - set(written)
    if unknown:
        raise Problem(where, f"invalid additional property: {sorted(unknown)[0]}")


def _section(block: Json, where: str) -> None:
    if "text" not in block and not block.get("fields"):
        raise Problem(where, "missing required field: text or fields")
    if "text" in block:
        check_text(block["text"], f"{where}/text", SECTION_TEXT)
    fields = _items(block, "fields", where, FIELDS) if "fields" in block else []
    for index, field in enumerate(fields):
        check_text(field, f"{where}/fields/{index}", FIELD_TEXT)
    if "accessory" in block:
        check_element(block["accessory"], f"{where}/accessory", ELEMENT_KINDS["section"])


def _header(block: Json, where: str) -> None:
    check_text(block.get("text"), f"{where}/text", HEADER_TEXT, plain=True)


def _context(block: Json, where: str) -> None:
    for index, element in enumerate(_items(block, "elements", where, CONTEXT_ELEMENTS)):
        place = f"{where}/elements/{index}"
        if isinstance(element, dict) and element.get("type") == "image":
            check_element(element, place, {"image"})
        else:
            check_text(element, place, SECTION_TEXT)


def _actions(block: Json, where: str) -> None:
    elements = _items(block, "elements", where, ACTIONS_ELEMENTS)
    for index, element in enumerate(elements):
        check_element(element, f"{where}/elements/{index}", ELEMENT_KINDS["actions"])
    check_unique([element.get("action_id") for element in elements], where, "action_id")


def _input(block: Json, where: str) -> None:
    check_text(block.get("label"), f"{where}/label", 2000, plain=True)
    if "hint" in block:
        check_text(block["hint"], f"{where}/hint", 2000, plain=True)
    check_element(block.get("element"), f"{where}/element", ELEMENT_KINDS["input"])


def _image(block: Json, where: str) -> None:
    if not block.get("alt_text"):
        raise Problem(f"{where}/alt_text", "must be more than 0 characters")
    if not block.get("image_url") and not block.get("slack_file"):
        raise Problem(where, "missing required field: image_url")
    if "title" in block:
        check_text(block["title"], f"{where}/title", 2000, plain=True)


def _markdown(block: Json, where: str) -> None:
    if not isinstance(block.get("text"), str) or not block["text"]:
        raise Problem(f"{where}/text", "must be more than 0 characters")


def _table(block: Json, where: str) -> None:
    rows = _items(block, "rows", where, TABLE_ROWS)
    if len(block.get("column_settings", [])) > TABLE_COLUMNS:
        raise Problem(f"{where}/column_settings", f"no more than {TABLE_COLUMNS} items allowed")
    for index, row in enumerate(rows):
        if not isinstance(row, list) or not 1 <= len(row) <= TABLE_COLUMNS:
            raise Problem(f"{where}/rows/{index}", f"must have 1 to {TABLE_COLUMNS} cells")
        for column, cell in enumerate(row):
            _check_cell(cell, f"{where}/rows/{index}/{column}")


def _check_cell(cell: Any, where: str) -> None:
    if not isinstance(cell, dict) or cell.get("type") not in {"raw_text", "raw_number", "rich_text"}:
        raise Problem(where, "unsupported type of cell")
    if cell["type"] == "raw_text" and not cell.get("text"):
        raise Problem(f"{where}/text", "must be more than 0 characters")


def _rich_text(block: Json, where: str) -> None:
    known = {"rich_text_section", "rich_text_list", "rich_text_quote", "rich_text_preformatted"}
    for index, element in enumerate(_items(block, "elements", where, 10_000)):
        if not isinstance(element, dict) or element.get("type") not in known:
            raise Problem(f"{where}/elements/{index}", "unsupported type of element")


_CHECKS = {
    "section": _section,
    "header": _header,
    "context": _context,
    "actions": _actions,
    "input": _input,
    "image": _image,
    "markdown": _markdown,
    "table": _table,
    "rich_text": _rich_text,
}


def _items(block: Json, name: str, where: str, most: int) -> list[Any]:
    found = block.get(name)
    if not isinstance(found, list) or not found:
        raise Problem(f"{where}/{name}", "must have at least one item")
    if len(found) > most:
        raise Problem(f"{where}/{name}", f"no more than {most} items allowed")
    return found


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
