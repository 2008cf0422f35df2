"""What Slack sends of the channel settings form."""

from __future__ import annotations


def sent(  # the form's fields
    *,
    mode="request",
    muted="",
    digest=("posted",),
    at="08:30",
    days="0123456",
    zone="europe/london",
    everywhere=None,
):
    """The state of all inputs; `everywhere` only where the form has it."""
    values = {
        "mode": {"mode": {"type": "radio_buttons", "selected_option": {"value": mode}}},
        "muted": {"muted": {"type": "plain_text_input", "value": muted or None}},
        "digest": {"digest": {"type": "checkboxes", "selected_options": ticked(digest)}},
        "at": {"at": {"type": "timepicker", "selected_time": at}},
        "days": {"days": {"type": "checkboxes", "selected_options": ticked(days)}},
        "zone": {"zone": {"type": "plain_text_input", "value": zone or None}},
    }
    inputs = {"everywhere": {"type": "plain_text_input", "value": everywhere}}
    return values | ({"everywhere": inputs} if everywhere is not None else {})


def ticked(values):
    return [{"value": value} for value in values]
