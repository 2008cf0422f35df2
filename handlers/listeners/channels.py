"""Channels: coming to one, and its settings."""

from __future__ import annotations

import json

from slack_bolt import Ack, BoltContext

from handlers.commands.channel_form import read_form
from handlers.domain.channels import Channels
from handlers.domain.sentences import SAVING
from handlers.flows.channel.channel_settings import OPEN_FLOW, SAVE_FLOW, Opening, Submission
from handlers.flows.channel.welcome import WELCOME_FLOW, arrival
from handlers.flows.links.intake import Payload, team_of, team_of_press
from handlers.ports import Engine
from handlers.render.slack_views import notice_view

MEMBER_LEFT = "member_left_channel"
GONE = (
    MEMBER_LEFT,
    "channel_left",
    "group_left",
    "channel_archive",
    "group_archive",
    "channel_deleted",
    "group_deleted",
)
REOPENED = ("channel_unarchive", "group_unarchive")


class ChannelRooms:
    """Reactions to the bot's joining a channel, and to the settings form."""

    def __init__(self, engine: Engine, channels: Channels) -> None:
        self.engine = engine
        self.channels = channels

    def on_joined(self, event: Payload, body: Payload, context: BoltContext) -> None:
        """Somebody, perhaps the bot, joined a channel."""
        came = arrival(event, team_of(body), body["event_id"], context.bot_user_id or "")
        if came:
            self.channels.wake(came.team, came.channel)
            self.engine.begin(WELCOME_FLOW, came.flow_id, came.to_json())

    def on_gone(self, event: Payload, body: Payload, context: BoltContext) -> None:
        """We left a channel, or it was archived or deleted: what comes there by itself rests. That others leave is theirs."""
        if event["type"] != MEMBER_LEFT or event.get("user") == context.bot_user_id:
            self.channels.rest(team_of(body), event["channel"], event["type"])

    def on_back(self, event: Payload, body: Payload) -> None:
        """A channel was opened again."""
        self.channels.wake(team_of(body), event["channel"])

    def on_open(self, ack: Ack, body: Payload) -> None:
        """Change this, or Edit"""
        opening = Opening.from_press(body)
        self.engine.begin(OPEN_FLOW, opening.flow_id, opening.to_json())
        ack()

    def on_submit(self, ack: Ack, body: Payload) -> None:
        """Save. Errors stand beside their fields, and nothing is kept until there are none."""
        view = body["view"]
        values = view["state"]["values"]
        problems = read_form(values).problems
        if problems:
            ack(response_action="errors", errors=dict(problems))
            return
        channel = json.loads(view["private_metadata"])["channel"]
        sent = Submission(team_of_press(body), body["user"]["id"], channel, view["id"], values)
        self.engine.begin(SAVE_FLOW, f"settings:{sent.team}:{sent.view}:{view['hash']}", sent.to_json())
        ack(response_action="update", view=notice_view(SAVING).to_json())
