"""conversations.*: what a channel is, who is in it, what was said in it."""

from __future__ import annotations

from tests.fakes.slack.methods.registry import SCOPE_OF_KIND, Call, method, page
from tests.fakes.slack.model import Channel, Json, Message, Refusal
from tests.fakes.slack.wire import channel_json, message_json

_KIND_OF_TYPE = {"public_channel": "channel", "private_channel": "group", "im": "im", "mpim": "mpim"}
_MOST_AT_ONCE = 999
_USUAL_PAGE = 100


def _channel_json(call: Call, channel: Channel) -> Json:
    return channel_json(channel, bot_user=call.app.bot_user, team=call.workspace.team)


@method("conversations.info", reads_json=False)
def conversations_info(call: Call) -> Json:
    """One channel."""
    channel = call.channel()
    call.need_scope_for(channel, "read")
    return {"channel": _channel_json(call, channel)}


@method("conversations.members", reads_json=False)
def conversations_members(call: Call) -> Json:
    """The ids of its members."""
    channel = call.channel()
    call.need_scope_for(channel, "read")
    ids = [{"id": member} for member in channel.members]
    arguments = call.arguments
    members, cursor = page(ids, arguments.text("cursor"), arguments.number("limit", _USUAL_PAGE))
    return {"members": [each["id"] for each in members], "response_metadata": {"next_cursor": cursor}}


@method("conversations.join", "channels:join")
def conversations_join(call: Call) -> Json:
    """The bot joins a public channel."""
    channel = call.channel()
    if channel.kind != "channel":
        raise Refusal("method_not_supported_for_channel_type")
    if channel.is_archived:
        raise Refusal("is_archived")
    known = call.workspace.is_member(channel)
    call.workspace.add_member(channel.id, call.app.bot_user)
    answer: Json = {"channel": _channel_json(call, call.workspace.channels[channel.id])}
    return answer | ({"warning": "already_in_channel"} if known else {})


@method("conversations.leave", "channels:manage", "channels:write", "groups:write")
def conversations_leave(call: Call) -> Json:
    """The bot leaves."""
    channel = call.channel()
    if not call.workspace.is_member(channel):
        return {"not_in_channel": True}
    call.workspace.remove_member(channel.id, call.app.bot_user)
    return {}


@method("conversations.open", "im:write", "mpim:write")
def conversations_open(call: Call) -> Json:
    """Direct messages with one person, or with several."""
    users = call.arguments.names("users")
    if not users:
        raise Refusal("users_list_not_supplied")
    for user in users:
        call.workspace.user(user)
    channel = call.workspace.direct_channel(users[0]) if len(users) == 1 else _group_channel(call, users)
    full = call.arguments.flag("return_im")
    return {"channel": _channel_json(call, channel) if full else {"id": channel.id}}


def _group_channel(call: Call, users: list[str]) -> Channel:
    members = {*users, call.app.bot_user}
    for channel in call.workspace.channels.values():
        if channel.kind == "mpim" and set(channel.members) == members:
            return channel
    name = "mpdm-" + "--".join(call.workspace.users[user].name for user in users) + "-1"
    return call.workspace.add_channel(name, "mpim", (*users, call.app.bot_user))


def listing(call: Call, member: str | None = None) -> Json:
    """A page of the channels that the bot may know of, of the asked types, with one member if given."""
    arguments = call.arguments
    kinds = [_KIND_OF_TYPE.get(name, "") for name in arguments.names("types") or ["public_channel"]]
    if "" in kinds:
        raise Refusal("invalid_types")
    for kind in kinds:
        call.need_scope(f"{SCOPE_OF_KIND[kind]}:read")
    found = [
        _channel_json(call, channel)
        for channel in call.workspace.channels.values()
        if channel.kind in kinds
        and (channel.kind == "channel" or call.workspace.is_member(channel))
        and (member is None or member in channel.members)
        and not (channel.is_archived and arguments.flag("exclude_archived"))
    ]
    channels, cursor = page(found, arguments.text("cursor"), arguments.number("limit", _USUAL_PAGE))
    return {"channels": channels, "response_metadata": {"next_cursor": cursor}}


@method("conversations.list", "channels:read", "groups:read", "im:read", "mpim:read", reads_json=False)
def conversations_list(call: Call) -> Json:
    """The channels of the workspace."""
    return listing(call)


@method("conversations.history", reads_json=False)
def conversations_history(call: Call) -> Json:
    """What was said in a channel, newest first, without the replies in threads."""
    channel = _readable(call)
    messages = [
        m for m in call.workspace.messages[channel.id].values() if not m.is_reply and _wanted(call, m)
    ]
    return _messages(call, messages[::-1])


@method("conversations.replies", reads_json=False)
def conversations_replies(call: Call) -> Json:
    """A thread, oldest first, its parent before all; a single message when it has no replies."""
    channel = _readable(call)
    ts = call.arguments.need("ts", "thread_not_found")
    first = call.workspace.messages[channel.id].get(ts)
    if first is None:
        raise Refusal("thread_not_found")
    replies = [m for m in call.workspace.replies(channel.id, ts) if _wanted(call, m)]
    return _messages(call, [first, *replies])


def _readable(call: Call) -> Channel:
    channel = call.channel()
    call.need_scope_for(channel, "history")
    if not call.workspace.is_member(channel):
        raise Refusal("not_in_channel")
    return channel


def _wanted(call: Call, message: Message) -> bool:
    arguments = call.arguments
    ts, oldest, latest = float(message.ts), float(arguments.text("oldest", "0")), arguments.text("latest")
    if arguments.flag("inclusive"):
        return oldest <= ts and (not latest or ts <= float(latest))
    return oldest < ts and (not latest or ts < float(latest))


def _messages(call: Call, messages: list[Message]) -> Json:
    limit = call.arguments.number("limit", _USUAL_PAGE)
    if not 1 <= limit <= _MOST_AT_ONCE:
        raise Refusal("invalid_limit")
    written = [_message_json(call, message) for message in messages]
    answered, cursor = page(written, call.arguments.text("cursor"), limit)
    more: Json = (
        {"has_more": True, "response_metadata": {"next_cursor": cursor}} if cursor else {"has_more": False}
    )
    return {"messages": answered} | more


def _message_json(call: Call, message: Message) -> Json:
    workspace = call.workspace
    replies = workspace.replies(message.channel, message.ts)
    body = message_json(message, app=call.app, team=workspace.team, replies=replies)
    if message.is_reply and message.thread_ts in workspace.messages[message.channel]:
        body["parent_user_id"] = workspace.messages[message.channel][message.thread_ts].user
    if message.metadata and call.arguments.flag("include_all_metadata"):
        body["metadata"] = message.metadata
    return body
