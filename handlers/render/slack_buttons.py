"""What can be pressed beneath a brief. The row's block_id tells which brief it is, so that no button repeats it."""

from __future__ import annotations

from handlers.render.message import Block, plain_object
from handlers.render.slack_limits import LONGEST_BLOCK_ID

STATEMENTS = "brief_statements"
ROW = "of:"  # before the brief's id


def brief_buttons(brief_id: str) -> Block:
    """The row beneath a brief."""
    return {
        "type": "actions",
        "block_id": f"{ROW}{brief_id}"[:LONGEST_BLOCK_ID],
        "elements": [button(STATEMENTS, "All statements")],
    }


def button(action_id: str, label: str, value: str = "", style: str = "") -> Block:
    """`style` is primary or danger; `value` holds ids and numbers alone."""
    shape: Block = {"type": "button", "action_id": action_id, "text": plain_object(label)}
    shape |= {"value": value} if value else {}
    return shape | ({"style": style} if style else {})


def brief_of_row(block_id: str) -> str:
    """The brief whose row this is; "" for any other block."""
    return block_id.removeprefix(ROW) if block_id.startswith(ROW) else ""
