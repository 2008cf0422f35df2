"""The fake Slack as a process of its own, which outlives the bots that talk to it."""

from __future__ import annotations

import pytest
from slack_sdk import WebClient
from slack_sdk.webhook import WebhookClient

from tests.fakes.slack.remote import SlackProcess

pytestmark = pytest.mark.slow


@pytest.mark.slow
def test_a_distant_fake_is_used_as_if_it_were_here() -> None:
    """People act, the bot answers, and a test sees it, over the control address."""
    with SlackProcess() as slack:
        channel = slack.channel("news", (slack.user("ana"),))
        ts = slack.post_as_user(channel, "hello")
        client = WebClient(token=slack.bot_token, base_url=slack.url)
        client.chat_postMessage(channel=channel, thread_ts=ts, text="a brief")
        (reply,) = slack.wait_for(lambda: slack.thread(channel, ts))
        assert (reply.text, reply.thread_ts, reply.user) == ("a brief", ts, slack.bot_user)
        asked = slack.command("/brief", "help", channel, wait=False)
        WebhookClient(asked.payload["response_url"]).send(text="Try this.")
        slack.wait_for(lambda: slack.interaction(asked.number).responses)
        assert [each.text for each in slack.ephemerals(channel)] == ["Try this."]
        slack.fail_next("auth.test", "fatal_error")
        assert not client.api_call("api.test").get("error")
        assert [call.method for call in slack.calls("chat.postMessage")] == ["chat.postMessage"]
        with pytest.raises(RuntimeError, match="no order"):
            slack.stop()
        with pytest.raises(AssertionError, match="not so"):
            slack.wait_for(lambda: False, timeout=0.05)
