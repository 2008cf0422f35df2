"""What can be pressed beneath a brief. The row's block_id tells which brief it is, so that no button repeats it."""

from __future__ import annotations

from handlers.domain.message import Block, plain_object
from handlers.render.slack_limits import LONGEST_BLOCK_ID

STATEMENTS, EVIDENCE, SOURCES = "brief_statements", "brief_evidence", "brief_sources"
NOT_USEFUL, MORE = "brief_not_useful", "brief_more"
REREAD, COPY = "reread", "copy"  # in the menu behind the buttons
REMOVE = "remove"  # for who may; in the menu too of messages of an earlier release
REMOVE_BUTTON = "brief_remove"
ROW = "of:"  # before the brief's id


def brief_buttons(brief_id: str, more: str = "") -> Block:
    """The row beneath a brief; `more` says what is not shown, and leads to it."""
    return row(
        brief_id,
        *([button(STATEMENTS, more)] if more else []),
        button(EVIDENCE, "Evidence"),
        button(SOURCES, "Fix a source"),
        button(NOT_USEFUL, "Not useful"),
        menu(MORE, (REREAD, "Re-read the page"), (COPY, "Copy as Markdown")),
    )


def removal_row() -> Block:
    """At the end of a modal, for who may remove the brief that it shows."""
    return {"type": "actions", "elements": [button(REMOVE_BUTTON, "Remove this brief…", style="danger")]}


def row(brief_id: str, *elements: Block) -> Block:
    """Buttons about one brief."""
    return {
        "type": "actions",
        "block_id": f"{ROW}{brief_id}"[:LONGEST_BLOCK_ID],
        "elements": list(elements),
    }


def button(action_id: str, label: str, value: str = "", style: str = "") -> Block:
    """`style` is primary or danger; `value` holds ids and numbers alone."""
    shape: Block = {"type": "button", "action_id": action_id, "text": plain_object(label)}
    shape |= {"value": value} if value else {}
    return shape | ({"style": style} if style else {})


def menu(action_id: str, *choices: tuple[str, str]) -> Block:
    """Further acts behind three dots, each as its value and its words."""
    options = [{"text": plain_object(words), "value": value} for value, words in choices]
    return {"type": "overflow", "action_id": action_id, "options": options}


def brief_of_row(block_id: str) -> str:
    """The brief whose row this is; "" for any other block."""
    return block_id.removeprefix(ROW) if block_id.startswith(ROW) else ""
