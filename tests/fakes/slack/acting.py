"""What people do in Slack: write, edit, react, command, press, submit."""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from tests.fakes.slack import events
from tests.fakes.slack.interactions import Interactions
from tests.fakes.slack.model import Message
from tests.fakes.slack.richtext import rich_text_block, slack_text


class Acting(Interactions):
    """People at work; every method returns at once, events go out by themselves."""

    def user(self, name: str, **traits: Any) -> str:
        """The id of the person of this name, who joins the workspace when not there yet.

        Traits: real_name, tz, is_admin, is_owner, is_guest, is_bot, team (another workspace's).
        """
        with self.changed:
            known = next((user for user in self.workspace.users.values() if user.name == name), None)
            if known is None:
                return self.workspace.add_user(name, **traits).id
            self.workspace.users[known.id] = replace(known, **traits)
            return known.id

    def channel(
        self,
        name: str,
        members: tuple[str, ...] = (),
        *,
        private: bool = False,
        bot_is_member: bool = True,
        **traits: Any,
    ) -> str:
        """The id of a new channel; `members` are user ids, one member is made when none is given."""
        with self.changed:
            people = [*(members or (self.user("reporter"),)), *([self.bot_user] if bot_is_member else [])]
            return self.workspace.add_channel(name, "group" if private else "channel", people, **traits).id

    def direct_channel(self, user: str) -> str:
        """The id of the bot's direct messages with a person."""
        with self.changed:
            return self.workspace.direct_channel(user).id

    def invite_bot(self, channel: str, user: str | None = None) -> None:
        """Someone invites the bot."""
        with self.changed:
            self.workspace.add_member(channel, self.bot_user, user or self._someone(channel))
            self.changed.notify_all()

    def remove_bot(self, channel: str, *, as_member: bool = False) -> None:
        """Someone removes the bot; told as channel_left or group_left, or `as_member` as member_left_channel."""
        with self.changed:
            self.workspace.remove_member(channel, self.bot_user, as_member=as_member)
            self.changed.notify_all()

    def join(self, channel: str, user: str) -> None:
        """A person joins."""
        with self.changed:
            self.workspace.add_member(channel, user)
            self.changed.notify_all()

    def leave(self, channel: str, user: str) -> None:
        """A person leaves."""
        with self.changed:
            self.workspace.remove_member(channel, user)
            self.changed.notify_all()

    def archive(self, channel: str) -> None:
        """Close a channel."""
        with self.changed:
            self.workspace.archive(channel)
            self.changed.notify_all()

    def unarchive(self, channel: str) -> None:
        """Open a closed channel again."""
        with self.changed:
            self.workspace.unarchive(channel)
            self.changed.notify_all()

    def delete_channel(self, channel: str) -> None:
        """An admin deletes a channel."""
        with self.changed:
            self.workspace.delete_channel(channel)
            self.changed.notify_all()

    def rename(self, channel: str, name: str) -> None:
        """Somebody gives a channel another name."""
        with self.changed:
            self.workspace.rename(channel, name)
            self.changed.notify_all()

    def _someone(self, channel: str) -> str:
        """A member of the channel who is no bot."""
        members = self.workspace.channels[channel].members
        return next((member for member in members if member != self.bot_user), self.user("reporter"))

    def post_as_user(
        self, channel: str, text: str, user: str | None = None, thread_ts: str | None = None, **fields: Any
    ) -> str:
        """A person writes; the message's ts.

        Text as typed or in Slack's form: bare addresses are bracketed, ampersands escaped, and a rich_text block is
        put beside it. Give `bot_id` for another app's message, `subtype` for a special one.
        """
        with self.changed:
            body = slack_text(text)
            block = rich_text_block(body, self.workspace.ids.new("b"))
            usual: dict[str, Any] = {"blocks": (block,), "client_msg_id": str(uuid.uuid4())}
            message = self.workspace.post(
                channel, user or self._someone(channel), body, thread_ts=thread_ts, **usual | fields
            )
            self._share_links(message)
            self.changed.notify_all()
            return message.ts

    def post_as_app(self, channel: str, text: str, name: str = "RSS", **fields: Any) -> str:
        """Another app writes, under its name; `attachments` and `blocks` as it sends them."""
        bot = f"B0{name.upper().replace(' ', '')}"
        with self.changed:
            usual: dict[str, Any] = {"bot_id": bot, "app_id": f"A{bot}", "bot_name": name}
            user = self.user(name.lower(), is_bot=True)
            message = self.workspace.post(channel, user, slack_text(text), **usual | fields)
            self.changed.notify_all()
            return message.ts

    def forward_as_user(self, channel: str, text: str, user: str | None = None) -> str:
        """A person forwards somebody's message: words of their own, none, and the message as an attachment."""
        source = "https://newsroom.slack.com/archives/C0ELSEWHERE/p1700000000000100"
        shared = {"text": slack_text(text), "from_url": source, "is_msg_unfurl": True, "is_share": True}
        return self.post_as_user(channel, "", user, attachments=(shared | {"channel_id": "C0ELSEWHERE"},))

    def _share_links(self, message: Message) -> None:
        links = [
            (domain, element["url"])
            for block in message.blocks
            for part in block.get("elements", [])
            for element in part.get("elements", [])
            for domain in self.app.unfurl_domains
            if element.get("type") == "link" and _is_under(element["url"], domain)
        ]
        if links:
            is_member = self.bot_user in self.workspace.channels[message.channel].members
            ts = self.workspace.clock.ts()
            self.workspace.publish(events.links_shared(message, links, ts, is_member=is_member))

    def mention(self, channel: str, text: str, user: str | None = None, thread_ts: str | None = None) -> str:
        """A person writes to the bot by name: two events, message and app_mention."""
        return self.post_as_user(channel, f"<@{self.bot_user}> {text}", user, thread_ts)

    def edit_as_user(self, channel: str, ts: str, text: str) -> None:
        """A person changes their message."""
        with self.changed:
            body = slack_text(text)
            block = rich_text_block(body, self.workspace.ids.new("b"))
            self.workspace.update(channel, ts, text=body, blocks=(block,))
            self.changed.notify_all()

    def unfurl_as_slack(self, channel: str, ts: str, url: str, title: str = "A page") -> None:
        """Slack puts a preview under a link: message_changed with the same text and no edit."""
        with self.changed:
            attachment = {"from_url": url, "original_url": url, "title": title, "title_link": url, "id": 1}
            self.workspace.update(channel, ts, quietly=True, attachments=(attachment,))
            self.changed.notify_all()

    def delete_as_user(self, channel: str, ts: str) -> None:
        """A person deletes a message."""
        with self.changed:
            self.workspace.delete(channel, ts)
            self.changed.notify_all()

    def react_as_user(self, channel: str, ts: str, name: str, user: str | None = None) -> None:
        """A person puts an emoji on a message."""
        with self.changed:
            self.workspace.react(channel, ts, name, user or self._someone(channel))
            self.changed.notify_all()

    def open_home(self, user: str, tab: str = "home") -> None:
        """A person looks at the app's Home tab, or at its `messages` tab."""
        with self.changed:
            channel = self.workspace.direct_channel(user).id
            home = self.workspace.homes.get(user)
            shown = self._view_json(home) if home else None
            self.workspace.publish(events.home_opened(user, channel, shown, self.workspace.clock.ts(), tab))
            self.changed.notify_all()


def _is_under(url: str, domain: str) -> bool:
    host = urlsplit(url).hostname or ""
    return host == domain or host.endswith(f".{domain}")
