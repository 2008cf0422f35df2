"""A fake Slack on loopback: Web API, response_url and Socket Mode, for tests and for the bench."""

from __future__ import annotations

from tests.fakes.slack.api import LoggedCall
from tests.fakes.slack.fake import FakeSlack
from tests.fakes.slack.hub import Delivery
from tests.fakes.slack.interaction import Interaction
from tests.fakes.slack.model import Channel, Ephemeral, Message, Reaction, User, View
from tests.fakes.slack.parts import ALL_SCOPES

__all__ = [
    "ALL_SCOPES",
    "Channel",
    "Delivery",
    "Ephemeral",
    "FakeSlack",
    "Interaction",
    "LoggedCall",
    "Message",
    "Reaction",
    "User",
    "View",
]
