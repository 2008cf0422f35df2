"""How Slack writes its objects as JSON: messages, channels, people, views."""

from __future__ import annotations

from collections.abc import Iterable

from tests.fakes.slack.model import App, Channel, Json, Message, User, View


def without_none(fields: Json) -> Json:
    """The fields that have a value: Slack leaves out what is not there."""
    return {name: value for name, value in fields.items() if value is not None}


def message_json(message: Message, *, app: App, team: str, replies: Iterable[Message] = ()) -> Json:
    """A message as events and histories carry it; a thread's parent tells of its replies."""
    fields: Json = {
        "type": "message",
        "subtype": message.subtype,
        "user": message.user,
        "ts": message.ts,
        "client_msg_id": message.client_msg_id,
        "bot_id": message.bot_id,
        "app_id": message.app_id,
        "text": message.text,
        "team": message.team or team,
        "thread_ts": message.thread_ts,
        "blocks": list(message.blocks) or None,
        "files": [{"id": file} for file in message.files] or None,
        "attachments": list(message.attachments) or None,
        "edited": {"user": message.user, "ts": message.edited_ts} if message.edited_ts else None,
        "bot_profile": _bot_profile(message, app, team) if message.bot_id else None,
    }
    return without_none(fields | _thread_fields(tuple(replies)) | _reactions(message))


def _bot_profile(message: Message, app: App, team: str) -> Json:
    is_ours = message.bot_id == app.bot_id
    profile = {"id": message.bot_id, "name": "Nutgraf" if is_ours else message.bot_name, "deleted": False}
    return profile | {"app_id": app.app_id if is_ours else message.app_id, "team_id": team}


def _thread_fields(replies: tuple[Message, ...]) -> Json:
    if not replies:
        return {}
    users = list(dict.fromkeys(reply.user for reply in replies))
    return {
        "thread_ts": replies[0].thread_ts,
        "reply_count": len(replies),
        "reply_users_count": len(users),
        "reply_users": users,
        "latest_reply": replies[-1].ts,
        "is_locked": False,
        "subscribed": False,
    }


def _reactions(message: Message) -> Json:
    if not message.reactions:
        return {}
    return {
        "reactions": [
            {"name": each.name, "users": list(each.users), "count": len(each.users)}
            for each in message.reactions
        ]
    }


def channel_json(channel: Channel, *, bot_user: str, team: str) -> Json:
    """A conversation as conversations.info gives it."""
    if channel.kind == "im":
        other = next((user for user in channel.members if user != bot_user), "")
        return {
            "id": channel.id,
            "created": channel.created,
            "is_im": True,
            "user": other,
            "is_archived": False,
        }
    return {
        "id": channel.id,
        "name": channel.name,
        "name_normalized": channel.name,
        "created": channel.created,
        "creator": channel.creator,
        "is_channel": channel.kind == "channel",
        "is_group": channel.kind == "group",
        "is_im": False,
        "is_mpim": channel.kind == "mpim",
        "is_private": channel.kind != "channel",
        "is_archived": channel.is_archived,
        "is_general": channel.name == "general",
        "is_shared": channel.is_shared,
        "is_ext_shared": channel.is_shared,
        "is_member": bot_user in channel.members,
        "num_members": len(channel.members),
        "context_team_id": team,
        "topic": {"value": "", "creator": "", "last_set": 0},
        "purpose": {"value": "", "creator": "", "last_set": 0},
    }


def user_json(user: User) -> Json:
    """A person as users.info gives them."""
    return {
        "id": user.id,
        "team_id": user.team,
        "name": user.name,
        "real_name": user.real_name,
        "deleted": user.deleted,
        "tz": user.tz,
        "tz_label": user.tz,
        "profile": {"real_name": user.real_name, "display_name": user.name, "team": user.team},
        "is_admin": user.is_admin,
        "is_owner": user.is_owner,
        "is_primary_owner": False,
        "is_restricted": user.is_guest,
        "is_ultra_restricted": False,
        "is_bot": user.is_bot,
        "is_app_user": False,
        "is_stranger": False,
        "updated": 1_700_000_000,
    }


def view_json(view: View, *, app: App, team: str) -> Json:
    """A view as views.* answer with it and as interactions carry it."""
    defaults: Json = {
        "private_metadata": "",
        "callback_id": "",
        "clear_on_close": False,
        "notify_on_close": False,
        "submit": None,
        "close": None,
    }
    own: Json = {
        "id": view.id,
        "team_id": team,
        "hash": view.hash,
        "root_view_id": view.root_id,
        "previous_view_id": view.previous_id,
        "external_id": view.external_id,
        "app_id": app.app_id,
        "app_installed_team_id": team,
        "bot_id": app.bot_id,
        "state": {"values": {}},
    }
    return defaults | view.content | own
