"""The events that a change in the workspace causes, each with the subscription that it needs."""

from __future__ import annotations

from dataclasses import dataclass

from tests.fakes.slack.model import App, Channel, Json, Message
from tests.fakes.slack.wire import message_json, without_none

_MESSAGES = {
    "channel": "message.channels",
    "group": "message.groups",
    "im": "message.im",
    "mpim": "message.mpim",
}


@dataclass(frozen=True, slots=True)
class Event:
    """One event and the name under which an app subscribes to it; `channel` None reaches every app."""

    subscription: str
    body: Json
    channel: str | None = None


@dataclass(frozen=True, slots=True)
class Events:
    """Writes the events of one workspace as our app gets them."""

    app: App
    team: str

    def _message(self, message: Message) -> Json:
        return message_json(message, app=self.app, team=self.team)

    def posted(self, message: Message, channel: Channel, parent: Message | None) -> list[Event]:
        """A new message; a mention of the bot arrives a second time, as app_mention."""
        body = self._message(message) | {"channel": channel.id, "event_ts": message.ts}
        if parent is not None:
            body["parent_user_id"] = parent.user
        events = [_message_event(channel, body)]
        if f"<@{self.app.bot_user}>" in message.text and message.bot_id is None and channel.kind != "im":
            events.append(Event("app_mention", body | {"type": "app_mention"}, channel.id))
        return events

    def changed(self, before: Message, after: Message, channel: Channel, ts: str) -> Event:
        """A message that was edited, by a person, by the bot, or by Slack when it unfurls a link."""
        home = {"source_team": self.team, "user_team": self.team}
        news = {"message": self._message(after) | home, "previous_message": self._message(before)}
        return _hidden(channel, "message_changed", ts, news)

    def deleted(self, message: Message, channel: Channel, ts: str) -> Event:
        """A message that is gone."""
        news = {"deleted_ts": message.ts, "previous_message": self._message(message)}
        return _hidden(channel, "message_deleted", ts, news)

    def joined(self, channel: Channel, user: str, inviter: str | None, ts: str) -> Event:
        """Someone, or the bot, is in the channel now."""
        return self._membership("member_joined_channel", channel, ts, {"user": user, "inviter": inviter})

    def left(self, channel: Channel, user: str, ts: str) -> Event:
        """Someone is in it no more."""
        return self._membership("member_left_channel", channel, ts, {"user": user})

    def _membership(self, kind: str, channel: Channel, ts: str, who: Json) -> Event:
        letter = "C" if channel.kind == "channel" else "G"
        body = {
            "type": kind,
            "channel": channel.id,
            "channel_type": letter,
            "team": self.team,
            "event_ts": ts,
        }
        return Event(kind, without_none(body | who), channel.id)


def _message_event(channel: Channel, body: Json) -> Event:
    return Event(_MESSAGES[channel.kind], body | {"channel_type": channel.kind}, channel.id)


def _hidden(channel: Channel, subtype: str, ts: str, news: Json) -> Event:
    body = {
        "type": "message",
        "subtype": subtype,
        "channel": channel.id,
        "hidden": True,
        "ts": ts,
        "event_ts": ts,
    }
    return _message_event(channel, body | news)


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


def channel_change(what: str, channel: Channel, user: str, ts: str) -> Event:
    """`what` is archive, unarchive, deleted or left; private channels have their own events. Our bot left, and is not named."""
    kind = f"{'channel' if channel.kind == 'channel' else 'group'}_{what}"
    body = {"type": kind, "channel": channel.id, "event_ts": ts}
    return Event(kind, body | {"user": user} if what.endswith("archive") else body, channel.id)


def channel_renamed(channel: Channel, ts: str) -> Event:
    """The channel has another name: the one event whose channel is an object."""
    kind = "channel_rename" if channel.kind == "channel" else "group_rename"
    about = {"id": channel.id, "name": channel.name, "created": channel.created}
    return Event(kind, {"type": kind, "channel": about, "event_ts": ts}, channel.id)


def home_opened(user: str, channel: str, view: Json | None, ts: str, tab: str) -> Event:
    """A person looks at the app's Home tab; or at its messages, which no view comes with."""
    body: Json = {"type": "app_home_opened", "user": user, "channel": channel, "tab": tab, "event_ts": ts}
    return Event("app_home_opened", body if view is None or tab != "home" else body | {"view": view})


def links_shared(message: Message, domain_links: list[tuple[str, str]], ts: str, *, is_member: bool) -> Event:
    """Links of the app's unfurl domains: (domain, url) of each, told wherever they are shared, ampersands escaped."""
    body: Json = {
        "type": "link_shared",
        "channel": message.channel,
        "is_bot_user_member": is_member,
        "user": message.user,
        "message_ts": message.ts,
        "unfurl_id": f"{message.channel}-{message.ts}",
        "source": "conversations_history",
        "links": [{"domain": domain, "url": url.replace("&", "&amp;")} for domain, url in domain_links],
        "thread_ts": message.thread_ts,
        "event_ts": ts,
    }
    return Event("link_shared", without_none(body), message.channel)


def tokens_revoked(bot_user: str) -> Event:
    """The workspace took the bot's token back."""
    return Event("tokens_revoked", {"type": "tokens_revoked", "tokens": {"oauth": [], "bot": [bot_user]}})


def app_uninstalled() -> Event:
    """The workspace threw the app out."""
    return Event("app_uninstalled", {"type": "app_uninstalled"})
