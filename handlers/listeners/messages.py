"""What people and other apps write in channels, and 📰 on it."""

from __future__ import annotations

from dataclasses import replace

from slack_bolt import Ack, BoltContext

from handlers.domain.channels import AppPost, Channels, is_direct
from handlers.domain.edits import Edits
from handlers.flows.links.apps import app_post_from_message, take_post
from handlers.flows.links.intake import Payload, edit_from_message, share_from_message, team_of
from handlers.flows.links.pasting import PASTE_FLOW, paste_from_message
from handlers.flows.links.share import SHARE_FLOW
from handlers.flows.links.wanted import wanted_share
from handlers.flows.links.wishes import WISH_FLOW, wish_from_message, wish_from_press, wish_from_reaction
from handlers.listeners.asking import Asking
from handlers.ports import Engine


class Messages:
    """Reactions to messages, and to reactions on them."""

    def __init__(self, engine: Engine, channels: Channels, asking: Asking, edits: Edits) -> None:
        self.engine = engine
        self.channels = channels
        self.asking = asking
        self.edits = edits

    def on_message(self, event: Payload, body: Payload, context: BoltContext) -> None:
        """Links that people share, also those that an edit adds; "brief" as a reply; texts and questions to us alone.

        What an edit or a deletion takes away is noted before Slack is told that we have it.
        """
        team, ours = team_of(body), context.bot_user_id or ""
        shared, edit = share_from_message(event, team), edit_from_message(event, team)
        if edit and self.edits.note(edit) and shared:
            shared = replace(shared, again=edit.moment)
        share = wanted_share(self.channels, shared, asked=asks_us(event, ours))
        wish = wish_from_message(event, team, ours)
        if share:
            self.engine.begin(SHARE_FLOW, share.flow_id, share.to_json())
        elif wish:
            self.engine.begin(WISH_FLOW, wish.flow_id, wish.to_json())
        elif paste := paste_from_message(event, team):
            self.engine.begin(PASTE_FLOW, paste.flow_id, paste.to_json())
        elif post := app_post_from_message(event, team, body.get("api_app_id") or "", ours):
            self.on_app(post)
        elif event.get("channel_type") == "im":
            self.asking.answer(event, team)

    def on_app(self, post: AppPost) -> None:
        """Another app's post: what the channel wants of it."""
        taken = take_post(self.channels, post, SHARE_FLOW)
        if taken:
            self.engine.begin(taken.flow, taken.flow_id, taken.argument)

    def on_reaction(self, event: Payload, body: Payload, context: BoltContext) -> None:
        """📰 on a message with links."""
        wish = wish_from_reaction(event, team_of(body), body["event_id"], context.bot_user_id or "")
        if wish:
            self.engine.begin(WISH_FLOW, wish.flow_id, wish.to_json())

    def on_again(self, ack: Ack, body: Payload) -> None:
        """↻ below what only the sharer was told"""
        wish = wish_from_press(body)
        self.engine.begin(WISH_FLOW, wish.flow_id, wish.to_json())
        ack()


def asks_us(event: Payload, ours: str) -> bool:
    """Whether a message is for us: in somebody's direct messages with us, or by name."""
    message = event.get("message") or event
    return is_direct(event["channel"]) or (ours != "" and f"<@{ours}" in (message.get("text") or ""))
