"""The fake Slack's Socket Mode and response addresses, driven by a real Bolt app over a real WebSocket."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any

import pytest
from slack_bolt import App
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.webhook import WebhookClient

from tests.fakes.slack import FakeSlack
from tests.fakes.slack.bolt import socket_mode

pytestmark = pytest.mark.slow

TITLE = {"type": "plain_text", "text": "A modal"}


class Desk:
    """A Bolt app that keeps what it is sent; its listeners are added by the tests."""

    def __init__(self, slack: FakeSlack) -> None:
        client = WebClient(token=slack.bot_token, base_url=slack.url, retry_handlers=[])
        self.app = App(client=client, logger=logging.getLogger("desk"))
        self.events: list[dict[str, Any]] = []
        for kind in ("message", "app_mention", "reaction_added", "member_joined_channel", "app_home_opened"):
            self.app.event(kind)(self._keep)

    def _keep(self, event: dict[str, Any]) -> None:
        self.events.append(event)

    def kinds(self) -> list[str]:
        """What came, in order."""
        return [event.get("subtype") or event["type"] for event in self.events]


@pytest.fixture
def slack() -> Iterator[FakeSlack]:
    with FakeSlack() as fake:
        yield fake


@pytest.fixture
def desk(slack: FakeSlack) -> Iterator[Desk]:
    desk = Desk(slack)
    with socket_mode(desk.app, slack):
        yield desk


def test_a_persons_message_arrives_as_slack_writes_it(slack: FakeSlack, desk: Desk) -> None:
    """Links in angle brackets with escaped ampersands, and a rich_text block with the address as it was typed."""
    channel = slack.channel("news")
    ts = slack.post_as_user(channel, "see https://a.example/b?x=1&y=2, all")
    slack.wait_for(lambda: desk.events)
    (event,) = desk.events
    assert event["text"] == "see <https://a.example/b?x=1&amp;y=2>, all"
    assert (event["ts"], event["channel"], event["channel_type"]) == (ts, channel, "channel")
    link = event["blocks"][0]["elements"][0]["elements"][1]
    assert link == {"type": "link", "url": "https://a.example/b?x=1&y=2"}


def test_every_event_is_acknowledged_once(slack: FakeSlack, desk: Desk) -> None:
    """What is acknowledged is not sent again."""
    slack.retry_after_seconds(0.01, 0.01, 0.01)
    slack.post_as_user(slack.channel("news"), "hello")
    slack.wait_until_quiet(0.1)
    assert len(desk.events) == 1
    (delivery,) = slack.deliveries("events_api")
    assert len(delivery.attempts) == 1
    assert delivery.latency is not None


def test_a_mention_arrives_twice_under_two_ids(slack: FakeSlack, desk: Desk) -> None:
    """As message and as app_mention, with one ts and different event ids."""
    ts = slack.mention(slack.channel("news"), "what did Bruce say?")
    slack.wait_for(lambda: len(desk.events) == 2)
    assert sorted(desk.kinds()) == ["app_mention", "message"]
    assert {event["ts"] for event in desk.events} == {ts}
    assert len(set(slack.event_ids(ts))) == 2


def test_edits_previews_and_deletions_are_told_apart(slack: FakeSlack, desk: Desk) -> None:
    """An edit is marked as one, Slack's preview of a link is not."""
    channel = slack.channel("news")
    ts = slack.post_as_user(channel, "https://a.example/1")
    slack.unfurl_as_slack(channel, ts, "https://a.example/1")
    slack.edit_as_user(channel, ts, "https://a.example/2")
    slack.delete_as_user(channel, ts)
    slack.wait_for(lambda: len(desk.events) == 4)
    by_kind = sorted(desk.events, key=lambda event: event["event_ts"])
    assert [event.get("subtype") for event in by_kind] == [
        None,
        "message_changed",
        "message_changed",
        "message_deleted",
    ]
    preview, edit = by_kind[1]["message"], by_kind[2]["message"]
    assert "edited" not in preview
    assert preview["text"] == by_kind[1]["previous_message"]["text"]
    assert edit["text"] == "<https://a.example/2>"
    assert edit["edited"]["ts"] == by_kind[2]["ts"]


def test_the_bots_own_messages_come_back_as_events(slack: FakeSlack, desk: Desk) -> None:
    """With its bot_id; Bolt keeps them from the listeners, other code must."""
    channel = slack.channel("news")
    ts = desk.app.client.chat_postMessage(channel=channel, text="a brief")["ts"]
    desk.app.client.chat_update(channel=channel, ts=ts, text="a better brief")
    slack.wait_until_quiet(0.05)
    posted, changed = (delivery.payload["event"] for delivery in slack.deliveries("message"))
    assert posted["bot_id"] == slack.app.bot_id
    assert changed["subtype"] == "message_changed"
    assert changed["message"]["bot_id"] == slack.app.bot_id
    assert "message" not in desk.kinds()


def test_nothing_is_told_from_channels_without_the_bot(slack: FakeSlack, desk: Desk) -> None:
    """Events begin with the invitation, and its event is one of them."""
    channel = slack.channel("news", bot_is_member=False)
    slack.post_as_user(channel, "before")
    slack.invite_bot(channel)
    slack.post_as_user(channel, "after")
    slack.wait_for(lambda: len(desk.events) == 2)
    assert sorted(desk.kinds()) == ["member_joined_channel", "message"]


def test_a_reaction_names_its_message(slack: FakeSlack, desk: Desk) -> None:
    """reaction_added carries the item and its author."""
    channel = slack.channel("news")
    ts = slack.post_as_user(channel, "look")
    slack.react_as_user(channel, ts, "newspaper")
    slack.wait_for(lambda: len(desk.events) == 2)
    event = next(event for event in desk.events if event["type"] == "reaction_added")
    assert event["item"] == {"type": "message", "channel": channel, "ts": ts}
    assert event["item_user"] == slack.message(channel, ts).user


def test_a_command_is_answered_by_ack_and_by_response_url(slack: FakeSlack, desk: Desk) -> None:
    """Both are for the asker's eyes unless they are said in_channel."""

    @desk.app.command("/brief")
    def brief(ack: Any, respond: Any, command: dict[str, str]) -> None:
        ack("Reading it.")
        respond(text=f"Nothing in {command['text']}.", response_type="in_channel")

    channel = slack.channel("news")
    asked = slack.command("/brief", "https://a.example/", channel)
    asked.wait_responses(1)
    assert asked.ack == {"text": "Reading it."}
    assert asked.latency < 3
    assert [each.text for each in slack.ephemerals(channel)] == ["Reading it."]
    assert [each.text for each in slack.bot_messages(channel)] == ["Nothing in https://a.example/."]


def test_a_command_that_nobody_acknowledges_fails(slack: FakeSlack, desk: Desk) -> None:
    """After the time for it, once, without a second sending."""
    slack.retry_after_seconds(ack_seconds=0.1)
    assert desk.kinds() == []
    asked = slack.command("/unheard", "", slack.channel("news"))
    assert asked.failed
    assert not asked.acked
    assert len(slack.deliveries("slash_commands")[0].attempts) == 1


def test_an_acknowledgement_that_slack_cannot_show_is_an_error(slack: FakeSlack, desk: Desk) -> None:
    """The person sees nothing, the interaction says why."""

    @desk.app.command("/brief")
    def brief(ack: Any) -> None:
        ack(blocks=[{"type": "header", "text": {"type": "plain_text", "text": ""}}])

    channel = slack.channel("news")
    assert slack.command("/brief", "", channel).error == "invalid_blocks"
    assert slack.ephemerals(channel) == ()


def test_a_guest_of_a_shared_channel_keeps_their_home(slack: FakeSlack, desk: Desk) -> None:
    """Their message names their own workspace, and the event says that the channel is shared."""
    ana, bo = slack.user("ana"), slack.user("bo", team="T0ELSEWHERE")
    channel = slack.channel("shared", (ana, bo), is_shared=True)
    slack.post_as_user(channel, "hello", bo)
    slack.wait_for(lambda: desk.events)
    assert desk.events[0]["team"] == "T0ELSEWHERE"
    assert slack.deliveries("message")[0].payload["is_ext_shared_channel"]


def test_a_command_without_a_connected_app_fails_at_once(slack: FakeSlack) -> None:
    """So does every later one."""
    channel = slack.channel("news")
    assert slack.command("/brief", "", channel).failed
    assert slack.command("/brief", "", channel).failed


def test_a_response_address_is_good_for_five_answers_and_thirty_minutes() -> None:
    """used_url for the sixth, expired_url after half an hour, both with status 404."""
    now = [1_700_000_000.0]
    with FakeSlack(clock=lambda: now[0]) as slack:
        asked = slack.command("/brief", "", slack.channel("news"), wait=False)
        webhook = WebhookClient(asked.payload["response_url"])
        assert webhook.send(text="").status_code == 400
        answers = [webhook.send(text=f"answer {number}") for number in range(6)]
        assert [answer.status_code for answer in answers] == [200] * 5 + [404]
        assert "used_url" in answers[5].body
        later = slack.command("/brief", "", slack.channel("wire"), wait=False)
        now[0] += 30 * 60 + 1
        assert "expired_url" in WebhookClient(later.payload["response_url"]).send(text="late").body


def test_an_answer_can_be_replaced_and_deleted(slack: FakeSlack) -> None:
    """replace_original changes the last answer, delete_original removes it."""
    channel = slack.channel("news")
    webhook = WebhookClient(slack.command("/brief", "", channel, wait=False).payload["response_url"])
    webhook.send(text="reading")
    webhook.send(text="done", replace_original=True)
    assert [each.text for each in slack.ephemerals(channel)] == ["done"]
    webhook.send(delete_original=True)
    assert slack.ephemerals(channel) == ()


def test_a_pressed_button_brings_its_value_and_its_message(slack: FakeSlack, desk: Desk) -> None:
    """block_actions; an unknown action is the test's mistake and says what there is."""
    pressed: list[dict[str, Any]] = []

    @desk.app.action("more")
    def more(ack: Any, body: dict[str, Any]) -> None:
        ack()
        pressed.append(body)

    button = {
        "type": "button",
        "action_id": "more",
        "text": {"type": "plain_text", "text": "More"},
        "value": "42",
    }
    channel = slack.channel("news")
    blocks = [{"type": "actions", "elements": [button]}]
    ts = desk.app.client.chat_postMessage(channel=channel, text="a brief", blocks=blocks)["ts"]
    assert slack.press(channel, ts, "more").acked
    slack.wait_for(lambda: pressed)
    assert pressed[0]["actions"][0]["value"] == "42"
    assert pressed[0]["message"]["ts"] == ts
    with pytest.raises(LookupError, match="more"):
        slack.press(channel, ts, "less")


def test_a_trigger_opens_one_modal_within_three_seconds() -> None:
    """A second use, a late use and an invented trigger are refused."""
    now = [1_700_000_000.0]
    with FakeSlack(clock=lambda: now[0]) as slack:
        channel = slack.channel("news")
        client = WebClient(token=slack.bot_token, base_url=slack.url)
        view = {"type": "modal", "title": TITLE, "blocks": [{"type": "divider"}]}

        def error(trigger_id: str) -> str:
            with pytest.raises(SlackApiError) as caught:
                client.views_open(trigger_id=trigger_id, view=view)
            return str(caught.value.response["error"])

        asked = slack.command("/brief", "", channel, wait=False)
        opened = client.views_open(trigger_id=asked.trigger_id, view=view)["view"]
        assert [modal.id for modal in slack.modals(asked.payload["user_id"])] == [opened["id"]]
        assert error(asked.trigger_id) == "exchanged_trigger_id"
        assert error("1.2.three") == "invalid_trigger_id"
        late = slack.command("/brief", "", channel, wait=False)
        now[0] += 3.5
        assert error(late.trigger_id) == "expired_trigger_id"


def test_a_submitted_modal_does_what_the_acknowledgement_says(slack: FakeSlack, desk: Desk) -> None:
    """Errors keep it open, an update changes it, a bare acknowledgement closes it."""
    answers: list[dict[str, Any]] = [
        {"response_action": "errors", "errors": {"who": "Nobody of that name."}},
        {
            "response_action": "update",
            "view": {"type": "modal", "title": TITLE, "blocks": [{"type": "divider"}]},
        },
        {},
    ]
    values: list[Any] = []

    @desk.app.view("fix_source")
    def fix(ack: Any, view: dict[str, Any]) -> None:
        values.append(view["state"]["values"])
        ack(**answers.pop(0))

    field = {"type": "plain_text_input", "action_id": "name"}
    block = {
        "type": "input",
        "block_id": "who",
        "element": field,
        "label": {"type": "plain_text", "text": "Who"},
    }
    view = {"type": "modal", "callback_id": "fix_source", "title": TITLE, "submit": TITLE, "blocks": [block]}
    shortcut = slack.global_shortcut("brief_link", slack.user("ana"), wait=False)
    opened = desk.app.client.views_open(trigger_id=shortcut.trigger_id, view=view)["view"]["id"]
    refused = slack.submit_view(opened, {"who": {"name": "Jane Doe"}})
    assert refused.ack["errors"] == {"who": "Nobody of that name."}
    assert values[0]["who"]["name"] == {"type": "plain_text_input", "value": "Jane Doe"}
    assert slack.modals(slack.user("ana"))[0].content["blocks"][0]["type"] == "input"
    slack.submit_view(opened, {})
    assert slack.modals(slack.user("ana"))[0].content["blocks"][0]["type"] == "divider"


def test_a_message_shortcut_brings_the_message(slack: FakeSlack, desk: Desk) -> None:
    """Even from a channel without the bot."""
    seen: list[dict[str, Any]] = []

    @desk.app.message_shortcut("brief_this")
    def brief(ack: Any, shortcut: dict[str, Any]) -> None:
        ack()
        seen.append(shortcut)

    channel = slack.channel("elsewhere", bot_is_member=False)
    ts = slack.post_as_user(channel, "https://a.example/")
    assert slack.message_shortcut("brief_this", channel, ts).acked
    slack.wait_for(lambda: seen)
    assert seen[0]["message"]["text"] == "<https://a.example/>"


def test_the_home_tab_tells_that_it_was_opened(slack: FakeSlack, desk: Desk) -> None:
    """app_home_opened, with the view that is there."""
    ana = slack.user("ana")
    slack.open_home(ana)
    slack.wait_for(lambda: desk.events)
    assert (desk.events[0]["user"], desk.events[0]["tab"]) == (ana, "home")


def test_two_connections_share_the_events(slack: FakeSlack) -> None:
    """Each event goes to one of them, and both get some."""
    here, there = Desk(slack), Desk(slack)
    with socket_mode(here.app, slack), socket_mode(there.app, slack):
        channel = slack.channel("news")
        for number in range(4):
            slack.post_as_user(channel, f"message {number}")
        slack.wait_for(lambda: len(here.events) + len(there.events) == 4)
        assert {len(here.events), len(there.events)} == {2}


@pytest.mark.parametrize(
    ("typed", "kinds"),
    [
        ("&gt; https://a.example/", ["rich_text_quote"]),
        ("```https://a.example/```", ["rich_text_preformatted"]),
        ("one\n&gt; https://a.example/\ntwo", ["rich_text_section", "rich_text_quote", "rich_text_section"]),
    ],
)
def test_quotations_and_code_are_told_from_plain_lines(
    slack: FakeSlack, typed: str, kinds: list[str]
) -> None:
    """The rich_text block says which links a person only quotes."""
    channel = slack.channel("news")
    slack.post_as_user(channel, typed)
    assert [part["type"] for part in slack.messages(channel)[0].blocks[0]["elements"]] == kinds
