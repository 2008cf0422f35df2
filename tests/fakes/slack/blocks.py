"""What Slack refuses in one block: slack_sdk's own rules, and what they miss."""

from __future__ import annotations

import warnings
from typing import Any

from slack_sdk.errors import SlackObjectFormationError
from slack_sdk.models.blocks import Block

from tests.fakes.slack.elements import ELEMENT_KINDS, Problem, check_element, check_text, check_unique
from tests.fakes.slack.model import Json

_EVERYWHERE = {"actions", "context", "divider", "header", "image", "input", "rich_text", "section", "video"}
BLOCK_KINDS = {
    "message": _EVERYWHERE | {"context_actions", "file", "markdown", "table"},
    "modal": _EVERYWHERE,
    "home": _EVERYWHERE,
}
SECTION_TEXT, FIELDS, FIELD_TEXT, HEADER_TEXT = 3000, 10, 2000, 150
CONTEXT_ELEMENTS, ACTIONS_ELEMENTS = 10, 25
TABLE_ROWS, TABLE_COLUMNS = 100, 20
BLOCK_ID = 255


def check_block(block: Json, where: str, surface: str) -> None:
    """One block of a surface (message, modal or home); raises Problem."""
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
        raise Problem(where, f"invalid additional property: {min(unknown)}")


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
