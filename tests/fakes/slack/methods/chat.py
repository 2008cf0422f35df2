"""chat.*: posting, changing and deleting messages."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from tests.fakes.slack.limits import check_blocks, check_metadata, check_total
from tests.fakes.slack.methods.registry import Call, method
from tests.fakes.slack.model import Channel, Json, Message, Refusal
from tests.fakes.slack.wire import message_json

# Slack cuts a posted text here, but refuses a longer text in chat.update and chat.postEphemeral than UPDATE_LIMIT.
TEXT_CUT = 40_000
UPDATE_LIMIT = 4_000
_MOST_ATTACHMENTS = 100
_FARTHEST_SECONDS = 120 * 24 * 3600


def _blocks(call: Call) -> tuple[Json, ...] | None:
    blocks = call.arguments.structure("blocks", "invalid_blocks_format")
    if blocks is None:
        return None
    checked = check_blocks(blocks, "message")
    check_total(checked)
    return tuple({"block_id": call.workspace.ids.new("b")} | block for block in checked)


def _attachments(call: Call) -> tuple[Json, ...] | None:
    attachments = call.arguments.structure("attachments", "invalid_attachments")
    if attachments is not None and not isinstance(attachments, list):
        raise Refusal("invalid_attachments")
    if attachments and len(attachments) > _MOST_ATTACHMENTS:
        raise Refusal("too_many_attachments")
    return None if attachments is None else tuple(attachments)


def _metadata(call: Call) -> Json | None:
    metadata = call.arguments.structure("metadata", "invalid_metadata_format")
    return None if metadata is None else check_metadata(metadata)


def _content(call: Call) -> Json:
    """Text, blocks and attachments of a new message; something must be said."""
    text = call.arguments.text("text")
    blocks, attachments = _blocks(call), _attachments(call)
    if not (text.strip() or blocks or attachments):
        raise Refusal("no_text")
    return {"text": text, "blocks": blocks or (), "attachments": attachments or ()}


def _destination(call: Call) -> Channel:
    """The channel to post in: an id, a #name, or a person's id for direct messages."""
    name = call.arguments.need("channel", "channel_not_found")
    if name in call.workspace.users:
        return call.workspace.direct_channel(name)
    by_name = {f"#{c.name}": c for c in call.workspace.channels.values() if c.kind == "channel"}
    channel = by_name.get(name) or call.workspace.visible_channel(name)
    if not call.workspace.is_member(channel) and "chat:write.public" not in call.app.scopes:
        raise Refusal("not_in_channel")
    if channel.is_archived:
        raise Refusal("is_archived")
    return channel


@method("chat.postMessage", "chat:write")
def chat_post_message(call: Call) -> Json:
    """Post."""
    channel = _destination(call)
    content = _content(call)
    content["text"], cut = content["text"][:TEXT_CUT], len(content["text"]) > TEXT_CUT
    message = call.workspace.post(
        channel.id,
        call.app.bot_user,
        thread_ts=call.arguments.text("thread_ts") or None,
        bot_id=call.app.bot_id,
        app_id=call.app.app_id,
        metadata=_metadata(call) or None,
        unfurl_links=call.arguments.flag("unfurl_links"),
        unfurl_media=call.arguments.flag("unfurl_media", default=True),
        **content,
    )
    answer: Json = {"channel": channel.id, "ts": message.ts, "message": _answered(call, message)}
    return answer | ({"warning": "message_truncated"} if cut else {})


def _answered(call: Call, message: Message) -> Json:
    body = message_json(message, app=call.app, team=call.workspace.team)
    return body | ({"metadata": message.metadata} if message.metadata else {})


def _own_message(call: Call, refused: str) -> tuple[Channel, Message]:
    """The message that the call names; only the bot's own may be changed."""
    channel = call.channel()
    message = call.workspace.message(channel.id, call.arguments.need("ts", "message_not_found"))
    if message.bot_id != call.app.bot_id:
        raise Refusal(refused)
    return channel, message


@method("chat.update", "chat:write")
def chat_update(call: Call) -> Json:
    """Change a message. Text without blocks removes the blocks; metadata stays unless it is sent."""
    channel, before = _own_message(call, "cant_update_message")
    if channel.is_archived:
        raise Refusal("is_inactive")
    fields = _update_fields(call)
    if call.arguments.has("metadata"):
        fields["metadata"] = _metadata(call) or None
    message = call.workspace.update(channel.id, before.ts, quietly="blocks" in fields, **fields)
    text, body = message.text, _answered(call, message)
    return {"channel": channel.id, "ts": message.ts, "text": text, "message": body}


def _update_fields(call: Call) -> dict[str, Any]:
    text = call.arguments.text("text")
    blocks, attachments = _blocks(call), _attachments(call)
    if not (text.strip() or blocks or attachments):
        raise Refusal("no_text")
    if len(text) > UPDATE_LIMIT:
        raise Refusal("msg_too_long")
    fields: dict[str, Any] = {}
    if text or blocks is not None:
        fields |= {"text": text, "blocks": blocks or ()}
    if attachments is not None or text:
        fields["attachments"] = attachments or ()
    return fields


@method("chat.delete", "chat:write")
def chat_delete(call: Call) -> Json:
    """Delete one of the bot's own messages."""
    channel, message = _own_message(call, "cant_delete_message")
    call.workspace.delete(channel.id, message.ts)
    return {"channel": channel.id, "ts": message.ts}


@method("chat.postEphemeral", "chat:write")
def chat_post_ephemeral(call: Call) -> Json:
    """Post for one person's eyes."""
    channel = _destination(call)
    user = call.arguments.need("user", "user_not_found")
    if user not in channel.members:
        raise Refusal("user_not_in_channel")
    content = _content(call)
    if len(content["text"]) > UPDATE_LIMIT:
        raise Refusal("msg_too_long")
    thread_ts = call.arguments.text("thread_ts") or None
    ephemeral = call.workspace.post_ephemeral(
        channel.id, user, content["text"], blocks=content["blocks"], thread_ts=thread_ts
    )
    return {"message_ts": ephemeral.ts}


@method("chat.getPermalink", reads_json=False)
def chat_get_permalink(call: Call) -> Json:
    """The address of a message."""
    channel = call.channel()
    message = call.workspace.message(channel.id, call.arguments.need("message_ts", "message_not_found"))
    link = f"https://newsroom.slack.com/archives/{channel.id}/p{message.ts.replace('.', '')}"
    if message.is_reply:
        link += f"?thread_ts={message.thread_ts}&cid={channel.id}"
    return {"channel": channel.id, "permalink": link}


@method("chat.scheduleMessage", "chat:write")
def chat_schedule_message(call: Call) -> Json:
    """Post later. With metadata Slack accepts the call and never posts, so the fake refuses it aloud."""
    if call.arguments.has("metadata"):
        note = "[ERROR] a scheduled message with metadata is never posted"
        raise Refusal("invalid_arguments", response_metadata={"messages": [note]})
    channel = _destination(call)
    content = _content(call)
    post_at, now = call.arguments.number("post_at", 0), call.workspace.clock.now()
    if post_at <= now:
        raise Refusal("time_in_past")
    if post_at > now + _FARTHEST_SECONDS:
        raise Refusal("time_too_far")
    scheduled_id = call.workspace.ids.new("Q")
    app = call.app
    message = Message(channel.id, "", app.bot_user, bot_id=app.bot_id, app_id=app.app_id, **content)
    message = replace(message, thread_ts=call.arguments.text("thread_ts") or None)
    call.workspace.scheduled[scheduled_id] = (post_at, message)
    return {"channel": channel.id, "scheduled_message_id": scheduled_id, "post_at": post_at}


@method("chat.unfurl", "links:write")
def chat_unfurl(call: Call) -> Json:
    """What the app shows under links of its unfurl domains."""
    unfurls = call.arguments.structure("unfurls", "cannot_parse_attachment")
    if not isinstance(unfurls, dict):
        raise Refusal("missing_unfurls")
    for unfurl in unfurls.values():
        check_blocks(unfurl.get("blocks", []), "message")
    if re.fullmatch(r"\d+\.\d+", call.arguments.text("ts")):
        channel = call.channel()
        call.workspace.message(channel.id, call.arguments.text("ts"))
    elif not call.arguments.has("unfurl_id"):
        raise Refusal("cannot_unfurl_message")
    call.workspace.unfurled.append({"ts": call.arguments.text("ts"), "unfurls": unfurls})
    return {}
