"""The workspace itself: who is there, what was said; it refuses what Slack refuses and tells what changed.

Pure of HTTP and sockets. It does no locking: whoever shares it between threads holds one lock around it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from tests.fakes.slack import events
from tests.fakes.slack.clock import Clock, Ids
from tests.fakes.slack.events import Event, Events
from tests.fakes.slack.model import (
    App,
    Channel,
    ChannelKind,
    Ephemeral,
    File,
    Message,
    Reaction,
    Refusal,
    User,
    View,
)

_TOLD_TO_NON_MEMBERS = {"channel_left", "group_left", "link_shared"}
TEAM_NAME = "Newsroom"
TEAM_DOMAIN = "newsroom"


class Workspace:
    """One Slack workspace with our app in it."""

    def __init__(self, app: App, team: str, clock: Clock, ids: Ids, publish: Callable[[Event], None]) -> None:
        self.app = app
        self.team = team
        self.events = Events(app, team)
        self.clock = clock
        self.ids = ids
        self.users: dict[str, User] = {}
        self.channels: dict[str, Channel] = {}
        self.messages: dict[str, dict[str, Message]] = {}
        self._threads: dict[tuple[str, str], list[str]] = {}  # (channel, parent) -> its replies, oldest first
        self.ephemerals: list[Ephemeral] = []
        self.views: dict[str, View] = {}
        self.homes: dict[str, View] = {}
        self.files: dict[str, File] = {}
        self.scheduled: dict[str, tuple[int, Message]] = {}
        self.unfurled: list[dict[str, Any]] = []
        self._publish = publish

    def publish(self, event: Event) -> None:
        """Hand an event on, if the app may see it: it is subscribed and in the channel, where that matters."""
        subscribed = self.app.events is None or event.subscription in self.app.events
        channel = self.channels.get(event.channel or "")
        present = channel is None or self.app.bot_user in channel.members
        if subscribed and (present or event.subscription in _TOLD_TO_NON_MEMBERS):
            self._publish(event)

    # People and channels

    def add_user(self, name: str, **traits: Any) -> User:
        """A new person, known by a short name."""
        fresh: dict[str, Any] = {"id": self.ids.new("U"), "real_name": name.title(), "team": self.team}
        user = User(name=name, **fresh | traits)
        self.users[user.id] = user
        return user

    def user(self, user_id: str) -> User:
        """The person of this id; refuses as users.info does."""
        if user_id not in self.users:
            raise Refusal("user_not_found")
        return self.users[user_id]

    def add_channel(self, name: str, kind: ChannelKind, members: Iterable[str], **traits: Any) -> Channel:
        """A new conversation; nobody is told."""
        people = tuple(dict.fromkeys(members))
        prefix = {"channel": "C", "group": "C", "im": "D", "mpim": "C"}[kind]
        channel = Channel(
            self.ids.new(prefix),
            name,
            kind,
            int(self.clock.now()),
            people[0] if people else "",
            people,
            **traits,
        )
        self.channels[channel.id] = channel
        self.messages[channel.id] = {}
        return channel

    def direct_channel(self, user_id: str) -> Channel:
        """The bot's direct messages with this person, opened when they are not yet."""
        members = {self.app.bot_user, self.user(user_id).id}
        for channel in self.channels.values():
            if channel.kind == "im" and set(channel.members) == members:
                return channel
        return self.add_channel("", "im", (user_id, self.app.bot_user))

    def is_member(self, channel: Channel) -> bool:
        """Whether the bot is in it."""
        return self.app.bot_user in channel.members

    def visible_channel(self, channel_id: str) -> Channel:
        """The channel of this id as the bot may know of it: a private one only from inside."""
        channel = self.channels.get(channel_id)
        if channel is None or (channel.kind != "channel" and not self.is_member(channel)):
            raise Refusal("channel_not_found")
        return channel

    def add_member(self, channel_id: str, user_id: str, inviter: str | None = None) -> None:
        """Someone, or the bot, joins."""
        channel = self.channels[channel_id]
        if user_id in channel.members:
            return
        channel = self.channels[channel_id] = replace(channel, members=(*channel.members, user_id))
        self.publish(self.events.joined(channel, user_id, inviter, self.clock.ts()))

    def remove_member(self, channel_id: str, user_id: str, *, as_member: bool = False) -> None:
        """Someone leaves; the bot's own leaving is told as channel_left, or `as_member` as of anybody else."""
        channel, ts = self.channels[channel_id], self.clock.ts()
        rest = tuple(member for member in channel.members if member != user_id)
        if as_member or user_id != self.app.bot_user:
            self.publish(self.events.left(channel, user_id, ts))
        channel = self.channels[channel_id] = replace(channel, members=rest)
        if user_id == self.app.bot_user and not as_member:
            self.publish(events.channel_change("left", channel, user_id, ts))

    def archive(self, channel_id: str) -> None:
        """Close the channel to new messages."""
        channel = self.channels[channel_id] = replace(self.channels[channel_id], is_archived=True)
        self.publish(events.channel_change("archive", channel, channel.creator, self.clock.ts()))

    def unarchive(self, channel_id: str) -> None:
        """Open a closed channel again."""
        channel = self.channels[channel_id] = replace(self.channels[channel_id], is_archived=False)
        self.publish(events.channel_change("unarchive", channel, channel.creator, self.clock.ts()))

    def delete_channel(self, channel_id: str) -> None:
        """Take a channel away for good; its members are told."""
        channel = self.channels[channel_id]
        self.publish(events.channel_change("deleted", channel, channel.creator, self.clock.ts()))
        del self.channels[channel_id]

    def rename(self, channel_id: str, name: str) -> None:
        """Give a channel another name."""
        channel = self.channels[channel_id] = replace(self.channels[channel_id], name=name)
        self.publish(events.channel_renamed(channel, self.clock.ts()))

    # Messages

    def post(self, channel_id: str, user: str, text: str, **fields: Any) -> Message:
        """A new message; a reply to a message that is gone becomes a message of its own, as in Slack."""
        thread_ts = self._thread(channel_id, fields.pop("thread_ts", None))
        home = self.users[user].team if user in self.users else self.team
        message = Message(channel_id, self.clock.ts(), user, text, home, thread_ts=thread_ts, **fields)
        self.messages[channel_id][message.ts] = message
        if thread_ts:
            self._threads.setdefault((channel_id, thread_ts), []).append(message.ts)
        parent = self.messages[channel_id][thread_ts] if thread_ts else None
        for event in self.events.posted(message, self.channels[channel_id], parent):
            self.publish(event)
        return message

    def _thread(self, channel_id: str, thread_ts: str | None) -> str | None:
        parent = self.messages[channel_id].get(thread_ts or "")
        if parent is None:
            return None
        return parent.thread_ts or parent.ts

    def message(self, channel_id: str, ts: str) -> Message:
        """The message of this ts; refuses as chat.* and reactions.* do."""
        message = self.messages[channel_id].get(ts)
        if message is None or message.subtype == "tombstone":
            raise Refusal("message_not_found")
        return message

    def update(self, channel_id: str, ts: str, *, quietly: bool = False, **fields: Any) -> Message:
        """Change a message and tell of it; `quietly` leaves its edited mark as it is."""
        before = self.message(channel_id, ts)
        now = self.clock.ts()
        marks: dict[str, Any] = {} if quietly else {"edited_ts": now}
        after = self.messages[channel_id][ts] = replace(before, **fields, **marks)
        self.publish(self.events.changed(before, after, self.channels[channel_id], now))
        return after

    def delete(self, channel_id: str, ts: str) -> None:
        """Remove a message; a thread's parent leaves a tombstone while it has replies."""
        message = self.message(channel_id, ts)
        if self.replies(channel_id, ts):
            gone = Message(
                channel_id, ts, "USLACKBOT", "This message was deleted.", thread_ts=ts, subtype="tombstone"
            )
            self.messages[channel_id][ts] = gone
        else:
            del self.messages[channel_id][ts]
        self.publish(self.events.deleted(message, self.channels[channel_id], self.clock.ts()))

    def replies(self, channel_id: str, ts: str) -> tuple[Message, ...]:
        """The replies under a message, oldest first, without the message itself."""
        here = self.messages[channel_id]
        return tuple(here[reply] for reply in self._threads.get((channel_id, ts), ()) if reply in here)

    def post_ephemeral(self, channel_id: str, user: str, text: str, **fields: Any) -> Ephemeral:
        """A message that one person sees."""
        ephemeral = Ephemeral(channel_id, user, self.clock.ts(), text, **fields)
        self.ephemerals.append(ephemeral)
        return ephemeral

    # Reactions

    def react(self, channel_id: str, ts: str, name: str, user: str) -> None:
        """Someone puts an emoji on a message."""
        message = self.message(channel_id, ts)
        people = next((each.users for each in message.reactions if each.name == name), ())
        if user in people:
            raise Refusal("already_reacted")
        self._set_reaction(message, name, (*people, user))
        self.publish(events.reaction("reaction_added", name, user, message, self.clock.ts()))

    def unreact(self, channel_id: str, ts: str, name: str, user: str) -> None:
        """Someone takes their emoji back."""
        message = self.message(channel_id, ts)
        people = next((each.users for each in message.reactions if each.name == name), ())
        if user not in people:
            raise Refusal("no_reaction")
        self._set_reaction(message, name, tuple(each for each in people if each != user))
        self.publish(events.reaction("reaction_removed", name, user, message, self.clock.ts()))

    def _set_reaction(self, message: Message, name: str, people: tuple[str, ...]) -> None:
        names = dict.fromkeys([each.name for each in message.reactions] + [name])
        users = {each.name: each.users for each in message.reactions} | {name: people}
        reactions = tuple(Reaction(each, users[each]) for each in names if users[each])
        self.messages[message.channel][message.ts] = replace(message, reactions=reactions)
