"""reactions.add, reactions.remove, reactions.get."""

from __future__ import annotations

import re

from tests.fakes.slack.methods.registry import Call, method
from tests.fakes.slack.model import Channel, Json, Message, Refusal
from tests.fakes.slack.wire import message_json

_EMOJI = re.compile(r"[a-z0-9_+\-']+(::skin-tone-[2-6])?")


def _target(call: Call) -> tuple[Channel, Message]:
    channel = call.channel()
    ts = call.arguments.need("timestamp", "no_item_specified")
    return channel, call.workspace.message(channel.id, ts)


def _emoji(call: Call) -> str:
    name = call.arguments.need("name", "invalid_name").strip(":")
    if not _EMOJI.fullmatch(name):
        raise Refusal("invalid_name")
    return name


def _refuse_outsider(call: Call, channel: Channel) -> None:
    if not call.workspace.is_member(channel):
        raise Refusal("not_in_channel")
    if channel.is_archived:
        raise Refusal("is_archived")


@method("reactions.add", "reactions:write")
def reactions_add(call: Call) -> Json:
    """The bot reacts."""
    name = _emoji(call)
    channel, message = _target(call)
    _refuse_outsider(call, channel)
    call.workspace.react(channel.id, message.ts, name, call.app.bot_user)
    return {}


@method("reactions.remove", "reactions:write")
def reactions_remove(call: Call) -> Json:
    """The bot takes its reaction back."""
    name = _emoji(call)
    channel, message = _target(call)
    _refuse_outsider(call, channel)
    call.workspace.unreact(channel.id, message.ts, name, call.app.bot_user)
    return {}


@method("reactions.get", "reactions:read", reads_json=False)
def reactions_get(call: Call) -> Json:
    """A message with its reactions."""
    channel, message = _target(call)
    body = message_json(message, app=call.app, team=call.workspace.team)
    return {"type": "message", "channel": channel.id, "message": body}
