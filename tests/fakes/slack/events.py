"""The events that a change in the workspace causes, each with the subscription that it needs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.fakes.slack.wire import message_json, without_none

if TYPE_CHECKING:
    from tests.fakes.slack.model import App, Channel, Json, Message

_MESSAGES = {"channel": "message.channels", "group": "message.groups", "im": "message.im", "mpim": "message.mpim"}


@dataclass(frozen=True, slots=True)
class Event:
    """One event and the name under which an app subscribes to it; `channel` None reaches every app."""

    subscription: str
    body: Json
    channel: str | None = None


def posted(message: Message, channel: Channel, app: App, team: str, parent: Message | None) -> list[Event]:
    """A new message; a mention of the bot arrives a second time, as app_mention."""
    body = message_json(message, app=app, team=team) | {"channel": channel.id, "event_ts": message.ts}
    if parent is not None:
        body["parent_user_id"] = parent.user
    events = [_message_event(channel, body)]
    if f"<@{app.bot_user}>" in message.text and message.bot_id is None:
        mention = {k: v for k, v in body.items() if k != "channel_type"} | {"type": "app_mention"}
        events.append(Event("app_mention", mention, channel.id))
    return events


def changed(before: Message, after: Message, channel: Channel, app: App, team: str, ts: str) -> Event:
    """A message that was edited, by a person, by the bot, or by Slack when it unfurls a link."""
    return _message_event(
        channel,
        {
            "type": "message",
            "subtype": "message_changed",
            "message": message_json(after, app=app, team=team) | {"source_team": team, "user_team": team},
            "previous_message": message_json(before, app=app, team=team),
            "channel": channel.id,
            "hidden": True,
            "ts": ts,
            "event_ts": ts,
        },
    )


def deleted(message: Message, channel: Channel, app: App, team: str, ts: str) -> Event:
    """A message that is gone."""
    return _message_event(
        channel,
        {
            "type": "message",
            "subtype": "message_deleted",
            "previous_message": message_json(message, app=app, team=team),
            "channel": channel.id,
            "hidden": True,
            "deleted_ts": message.ts,
            "ts": ts,
            "event_ts": ts,
        },
    )


def _message_event(channel: Channel, body: Json) -> Event:
    return Event(_MESSAGES[channel.kind], body | {"channel_type": channel.kind}, channel.id)


def reaction(kind: str, name: str, user: str, message: Message, ts: str) -> Event:
    """`kind` is reaction_added or reaction_removed."""
    body: Json = {
        "type": kind,
        "user": user,
        "reaction": name,
        "item": {"type": "message", "channel": message.channel, "ts": message.ts},
        "item_user": message.user,
        "event_ts": ts,
    }
    return Event(kind, body, message.channel)


def membership(kind: str, channel: Channel, user: str, inviter: str | None, team: str, ts: str) -> Event:
    """`kind` is member_joined_channel or member_left_channel."""
    body: Json = {
        "type": kind,
        "user": user,
        "channel": channel.id,
        "channel_type": "C" if channel.kind == "channel" else "G",
        "team": team,
        "inviter": inviter,
        "event_ts": ts,
    }
    return Event(kind, without_none(body), channel.id)


def channel_change(kind: str, channel: Channel, user: str, ts: str) -> Event:
    """`kind` is channel_archive, channel_unarchive or channel_left."""
    return Event(kind, {"type": kind, "channel": channel.id, "user": user, "event_ts": ts}, channel.id)


def home_opened(user: str, channel: str, view: Json | None, ts: str) -> Event:
    """A person looks at the app's Home tab."""
    body: Json = {
        "type": "app_home_opened",
        "user": user,
        "channel": channel,
        "tab": "home",
        "view": view,
        "event_ts": ts,
    }
    return Event("app_home_opened", without_none(body))


def links_shared(message: Message, domain_links: list[tuple[str, str]], ts: str) -> Event:
    """Links of the app's unfurl domains: (domain, url) of each."""
    body: Json = {
        "type": "link_shared",
        "channel": message.channel,
        "is_bot_user_member": True,
        "user": message.user,
        "message_ts": message.ts,
        "unfurl_id": f"{message.channel}-{message.ts}",
        "source": "conversations_history",
        "links": [{"domain": domain, "url": url} for domain, url in domain_links],
        "thread_ts": message.thread_ts,
        "event_ts": ts,
    }
    return Event("link_shared", without_none(body), message.channel)


def tokens_revoked(bot_user: str) -> Event:
    """The workspace took the bot's token back."""
    return Event("tokens_revoked", {"type": "tokens_revoked", "tokens": {"oauth": [], "bot": [bot_user]}})
