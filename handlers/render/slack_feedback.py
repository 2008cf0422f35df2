"""Thanks for "Not useful", and the form for a reason."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from handlers.domain.message import Message, View, plain_object
from handlers.render.slack_buttons import button, row
from handlers.render.slack_parts import optional, section

SAY_WHY, TAKE_BACK = "feedback_why", "feedback_take_back"
REASON_FORM = "feedback_reason"
CHOICE, WORDS = "choice", "words"  # the form's blocks, and the inputs in them
LONGEST_REASON = 500
REASONS = {
    "source": "A source is wrong",
    "statement": "A statement is wrong or missing",
    "figure": "A figure is wrong",
    "worth": "The article is not worth a brief",
    "other": "Something else",
}
THANKS = "Thank you. This brief is marked as not useful."
ALREADY = "You have already marked this brief as not useful."
NO_REASON = "Choose a reason or write one."


def thanks_message(brief_id: str, *, is_new: bool) -> Message:
    """For the one who pressed; a second press says that the first was heard."""
    words = THANKS if is_new else ALREADY
    buttons = row(brief_id, button(SAY_WHY, "Say why"), button(TAKE_BACK, "Take it back"))
    return Message(words, (section(words), buttons))


def reason_view(about: str) -> View:
    """What was wrong: one of a few, or in words."""
    options = [{"text": plain_object(words), "value": value} for value, words in REASONS.items()]
    choice = {"type": "static_select", "action_id": CHOICE, "options": options}
    words = {
        "type": "plain_text_input",
        "action_id": WORDS,
        "multiline": True,
        "max_length": LONGEST_REASON,
    }
    blocks = (optional(CHOICE, "What was wrong?", choice), optional(WORDS, "In your words", words))
    return View("Not useful", blocks, callback_id=REASON_FORM, about=about, submit="Send")


def reason_in(values: Mapping[str, Any]) -> str:
    """The reason in a form that was sent; "" when none was given. `values` is the form's state."""
    chosen = (values.get(CHOICE, {}).get(CHOICE) or {}).get("selected_option") or {}
    written = (values.get(WORDS, {}).get(WORDS) or {}).get("value") or ""
    return ": ".join(
        part for part in (REASONS.get(chosen.get("value", ""), ""), written.strip()[:LONGEST_REASON]) if part
    )
