"""A fake Slack on loopback: Web API, response_url and Socket Mode, for tests and for the bench.

    with FakeSlack() as slack:  # url, bot_token, app_token go into the bot's settings
        channel = slack.channel("news")
        ts = slack.post_as_user(channel, "https://a.example/story")
        slack.wait_for(lambda: slack.thread(channel, ts))

People act with the methods of `acting` and `interactions`, tests see with those of `looking`, and Slack falls sick with
those of `fake`. `bolt.socket_mode` connects a Bolt app in milliseconds; `remote.SlackProcess` is the same fake in a
process of its own. What is refused, and with which error, is in `methods`, `blocks` and `limits`.
"""

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
