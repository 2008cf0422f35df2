"""The fake Slack's Web API, driven by the real WebClient: it does what Slack does and refuses what Slack refuses."""

from __future__ import annotations

import json
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from tests.fakes.slack import ALL_SCOPES, FakeSlack

pytestmark = pytest.mark.slow

METADATA = {"event_type": "brief_posted", "event_payload": {"id": "42"}}


@pytest.fixture
def slack() -> Iterator[FakeSlack]:
    with FakeSlack() as fake:
        yield fake


@pytest.fixture
def client(slack: FakeSlack) -> WebClient:
    return WebClient(token=slack.bot_token, base_url=slack.url, retry_handlers=[])


def refusal(call: Callable[..., Any], **arguments: Any) -> str:
    """The error with which a call is refused."""
    with pytest.raises(SlackApiError) as caught:
        call(**arguments)
    return str(caught.value.response["error"])


def test_auth_test_tells_who_the_bot_is_and_what_it_may(slack: FakeSlack, client: WebClient) -> None:
    """auth.test answers ids, and the granted scopes in a header."""
    answer = client.auth_test()
    assert (answer["user_id"], answer["team_id"]) == (slack.bot_user, slack.workspace.team)
    assert answer["bot_id"] == slack.app.bot_id
    assert set(answer.headers["x-oauth-scopes"].split(",")) == set(ALL_SCOPES)


@pytest.mark.parametrize(
    ("token", "error"),
    [
        ("", "not_authed"),
        ("xoxb-unknown", "invalid_auth"),
        ("xapp-1-fake-app-token", "not_allowed_token_type"),
    ],
)
def test_a_call_with_a_wrong_token_is_refused(slack: FakeSlack, token: str, error: str) -> None:
    """No token, an unknown one and one of the wrong kind have each their error."""
    channel = slack.channel("news")
    client = WebClient(token=token, base_url=slack.url)
    assert refusal(client.chat_postMessage, channel=channel, text="hello") == error
    assert slack.messages(channel) == ()


def test_only_an_app_token_opens_a_socket(slack: FakeSlack, client: WebClient) -> None:
    """apps.connections.open takes the xapp- token alone."""
    assert client.apps_connections_open(app_token=slack.app_token)["url"].startswith("ws://127.0.0.1:")
    assert refusal(client.apps_connections_open, app_token=slack.bot_token) == "not_allowed_token_type"


def test_a_method_that_slack_does_not_have_is_unknown(client: WebClient) -> None:
    """Other methods are refused by name."""
    assert refusal(client.api_call, api_method="chat.shout") == "unknown_method"


def test_a_scope_that_was_not_granted_is_named() -> None:
    """missing_scope says what is needed and what is there."""
    with FakeSlack(scopes={"channels:read", "users:read"}) as slack:
        client = WebClient(token=slack.bot_token, base_url=slack.url)
        with pytest.raises(SlackApiError) as caught:
            client.chat_postMessage(channel=slack.channel("news"), text="hello")
        assert caught.value.response["error"] == "missing_scope"
        assert caught.value.response["needed"] == "chat:write"
        assert caught.value.response["provided"] == "channels:read,users:read"
        direct = slack.direct_channel(slack.user("ana"))
        assert refusal(client.conversations_info, channel=direct) == "missing_scope"


def test_a_posted_message_carries_the_marks_of_a_bot(slack: FakeSlack, client: WebClient) -> None:
    """bot_id, app_id, user and a ts of its own, in the answer and in the channel."""
    channel = slack.channel("news")
    first = client.chat_postMessage(channel=channel, text="one")
    second = client.chat_postMessage(channel=channel, text="two")
    assert first["message"]["bot_id"] == slack.app.bot_id
    assert first["message"]["app_id"] == slack.app.app_id
    assert first["message"]["user"] == slack.bot_user
    assert float(first["ts"]) < float(second["ts"])
    assert [message.text for message in slack.bot_messages(channel)] == ["one", "two"]


def test_posting_where_the_bot_may_not_is_refused(slack: FakeSlack, client: WebClient) -> None:
    """An unknown channel, one without the bot, a private one without the bot, an archived one."""
    outside = slack.channel("outside", bot_is_member=False)
    secret = slack.channel("secret", private=True, bot_is_member=False)
    archived = slack.channel("old")
    slack.archive(archived)
    post = client.chat_postMessage
    assert refusal(post, channel="C404", text="x") == "channel_not_found"
    assert refusal(post, channel=outside, text="x") == "not_in_channel"
    assert refusal(post, channel=secret, text="x") == "channel_not_found"
    assert refusal(post, channel=archived, text="x") == "is_archived"
    client.conversations_join(channel=outside)
    assert post(channel=outside, text="x")["ok"]


def test_an_empty_message_is_refused_and_a_long_one_cut(slack: FakeSlack, client: WebClient) -> None:
    """no_text; 40,000 characters are kept, as Slack keeps them; an update may have 4,000."""
    channel = slack.channel("news")
    empty = {"channel": channel, "text": " "}
    assert refusal(client.api_call, api_method="chat.postMessage", json=empty) == "no_text"
    posted = client.chat_postMessage(channel=channel, text="x" * 40_001)
    assert posted["warning"] == "message_truncated"
    assert len(slack.message(channel, posted["ts"]).text) == 40_000
    assert refusal(client.chat_update, channel=channel, ts=posted["ts"], text="x" * 4_001) == "msg_too_long"


def test_a_reply_stands_in_its_thread(slack: FakeSlack, client: WebClient) -> None:
    """thread_ts puts a message under another; the history of the channel leaves it out."""
    channel = slack.channel("news")
    parent = slack.post_as_user(channel, "look")
    reply = client.chat_postMessage(channel=channel, thread_ts=parent, text="read it")
    assert [message.ts for message in slack.thread(channel, parent)] == [reply["ts"]]
    replies = client.conversations_replies(channel=channel, ts=parent)["messages"]
    assert [message["ts"] for message in replies] == [parent, reply["ts"]]
    assert replies[0]["reply_count"] == 1
    assert replies[1]["parent_user_id"] == slack.message(channel, parent).user
    history = client.conversations_history(channel=channel)["messages"]
    assert [message["ts"] for message in history] == [parent]


def test_a_reply_to_a_deleted_message_becomes_a_message_of_its_own(
    slack: FakeSlack, client: WebClient
) -> None:
    """Slack takes the thread away without a word; only the answer's missing thread_ts tells."""
    channel = slack.channel("news")
    parent = slack.post_as_user(channel, "look")
    slack.delete_as_user(channel, parent)
    answer = client.chat_postMessage(channel=channel, thread_ts=parent, text="read it")
    assert "thread_ts" not in answer["message"]
    assert refusal(client.conversations_replies, channel=channel, ts=parent) == "thread_not_found"


def test_a_deleted_parent_leaves_a_tombstone_over_its_replies(slack: FakeSlack, client: WebClient) -> None:
    """The thread stays, its first message says that it is gone."""
    channel = slack.channel("news")
    parent = slack.post_as_user(channel, "look")
    client.chat_postMessage(channel=channel, thread_ts=parent, text="read it")
    slack.delete_as_user(channel, parent)
    first = client.conversations_replies(channel=channel, ts=parent)["messages"][0]
    assert first["subtype"] == "tombstone"
    assert (
        refusal(client.reactions_add, channel=channel, timestamp=parent, name="eyes") == "message_not_found"
    )


def test_metadata_comes_back_only_when_asked_for(slack: FakeSlack, client: WebClient) -> None:
    """include_all_metadata shows it in replies and history; otherwise it stays hidden."""
    channel = slack.channel("news")
    ts = client.chat_postMessage(channel=channel, text="a brief", metadata=METADATA)["ts"]
    hidden = client.conversations_history(channel=channel)["messages"][0]
    assert "metadata" not in hidden
    shown = client.conversations_history(channel=channel, include_all_metadata=True)["messages"][0]
    assert shown["metadata"] == METADATA
    replies = client.conversations_replies(channel=channel, ts=ts, include_all_metadata=True)["messages"]
    assert replies[0]["metadata"] == METADATA


@pytest.mark.parametrize(
    ("metadata", "error"),
    [
        ("{", "invalid_metadata_format"),
        ({"event_type": "x", "event_payload": {}, "more": 1}, "invalid_metadata_format"),
        ({"event_type": "x"}, "invalid_metadata_schema"),
        ({"event_type": "", "event_payload": {}}, "invalid_metadata_schema"),
        ({"event_type": "x", "event_payload": {"a": "b" * 9_000}}, "metadata_too_large"),
    ],
)
def test_metadata_of_another_shape_is_refused(
    slack: FakeSlack, client: WebClient, metadata: Any, error: str
) -> None:
    """Each mistake has Slack's name, and nothing is posted."""
    channel = slack.channel("news")
    assert refusal(client.chat_postMessage, channel=channel, text="x", metadata=metadata) == error
    assert slack.messages(channel) == ()


def test_a_scheduled_message_may_not_have_metadata(slack: FakeSlack, client: WebClient) -> None:
    """Slack would take it and never post it; the fake says so."""
    channel, when = slack.channel("news"), int(slack.workspace.clock.now()) + 60
    schedule = client.chat_scheduleMessage
    refused = refusal(schedule, channel=channel, post_at=when, text="x", metadata=METADATA)
    assert refused == "invalid_arguments"
    assert refusal(schedule, channel=channel, post_at=1, text="x") == "time_in_past"
    assert schedule(channel=channel, post_at=when, text="x")["post_at"] == when


def test_an_update_with_text_alone_takes_the_blocks_away(slack: FakeSlack, client: WebClient) -> None:
    """Blocks go unless they are sent again; metadata stays unless it is sent empty."""
    channel = slack.channel("news")
    blocks = [{"type": "section", "text": {"type": "mrkdwn", "text": "a brief"}}]
    ts = client.chat_postMessage(channel=channel, text="a brief", blocks=blocks, metadata=METADATA)["ts"]
    assert slack.message(channel, ts).blocks[0]["block_id"]
    client.chat_update(channel=channel, ts=ts, text="better")
    after = slack.message(channel, ts)
    assert (after.text, after.blocks, after.metadata) == ("better", (), METADATA)
    client.chat_update(channel=channel, ts=ts, text="better", metadata={})
    assert slack.message(channel, ts).metadata is None


def test_only_the_bots_own_messages_can_be_changed(slack: FakeSlack, client: WebClient) -> None:
    """cant_update_message and cant_delete_message for others', message_not_found for none."""
    channel = slack.channel("news")
    theirs = slack.post_as_user(channel, "mine")
    assert refusal(client.chat_update, channel=channel, ts=theirs, text="x") == "cant_update_message"
    assert refusal(client.chat_delete, channel=channel, ts=theirs) == "cant_delete_message"
    assert refusal(client.chat_update, channel=channel, ts="1.000001", text="x") == "message_not_found"
    ours = client.chat_postMessage(channel=channel, text="ours")["ts"]
    client.chat_delete(channel=channel, ts=ours)
    assert [message.ts for message in slack.messages(channel)] == [theirs]


def test_a_reaction_is_given_once_and_taken_once(slack: FakeSlack, client: WebClient) -> None:
    """already_reacted, no_reaction, message_not_found, invalid_name."""
    channel = slack.channel("news")
    ts = slack.post_as_user(channel, "look")
    add, remove = client.reactions_add, client.reactions_remove
    add(channel=channel, timestamp=ts, name="eyes")
    slack.react_as_user(channel, ts, "eyes")
    assert slack.reactions(channel, ts) == ("eyes",)
    assert refusal(add, channel=channel, timestamp=ts, name="eyes") == "already_reacted"
    remove(channel=channel, timestamp=ts, name="eyes")
    assert refusal(remove, channel=channel, timestamp=ts, name="eyes") == "no_reaction"
    assert refusal(add, channel=channel, timestamp="1.000001", name="eyes") == "message_not_found"
    assert refusal(add, channel=channel, timestamp=ts, name="two words") == "invalid_name"
    message = client.reactions_get(channel=channel, timestamp=ts)["message"]
    assert message["reactions"] == [{"name": "eyes", "users": [slack.message(channel, ts).user], "count": 1}]


def test_an_ephemeral_message_reaches_one_member_alone(slack: FakeSlack, client: WebClient) -> None:
    """It is in nobody's history, and a stranger to the channel cannot be addressed."""
    ana, bo = slack.user("ana"), slack.user("bo")
    channel = slack.channel("news", (ana,))
    client.chat_postEphemeral(channel=channel, user=ana, text="for you")
    assert [each.text for each in slack.ephemerals(channel, ana)] == ["for you"]
    assert slack.messages(channel) == ()
    assert refusal(client.chat_postEphemeral, channel=channel, user=bo, text="x") == "user_not_in_channel"


def test_a_channel_tells_who_is_in_it(slack: FakeSlack, client: WebClient) -> None:
    """info, members, join, and the lists by type and by person."""
    ana = slack.user("ana", tz="America/New_York", is_admin=True)
    news = slack.channel("news", (ana,))
    secret = slack.channel("secret", private=True)
    hidden = slack.channel("hidden", (ana,), private=True, bot_is_member=False)
    info = client.conversations_info(channel=news)["channel"]
    assert (info["name"], info["is_member"], info["is_private"]) == ("news", True, False)
    assert client.conversations_members(channel=news)["members"] == [ana, slack.bot_user]
    assert refusal(client.conversations_members, channel=hidden) == "channel_not_found"
    types = "public_channel,private_channel"
    listed = client.conversations_list(types=types)["channels"]
    assert [channel["id"] for channel in listed] == [news, secret]
    hers = client.users_conversations(user=ana, types=types)["channels"]
    assert [channel["id"] for channel in hers] == [news]
    user = client.users_info(user=ana)["user"]
    assert (user["tz"], user["is_admin"], user["is_restricted"]) == ("America/New_York", True, False)
    assert refusal(client.users_info, user="U404") == "user_not_found"


def test_direct_messages_are_opened_once(slack: FakeSlack, client: WebClient) -> None:
    """conversations.open gives the same channel again; a person's id is good for posting."""
    ana = slack.user("ana")
    channel = client.conversations_open(users=ana)["channel"]["id"]
    assert client.conversations_open(users=[ana])["channel"]["id"] == channel
    client.chat_postMessage(channel=ana, text="psst")
    assert [message.text for message in slack.messages(channel)] == ["psst"]
    group = client.conversations_open(users=[ana, slack.user("bo")], return_im=True)["channel"]
    assert group["is_mpim"]


def test_long_histories_come_in_pages(slack: FakeSlack, client: WebClient) -> None:
    """limit and cursor cut, oldest and latest bound, newest first."""
    channel = slack.channel("news")
    posted = [slack.post_as_user(channel, f"message {number}") for number in range(5)]
    pages = [page["messages"] for page in client.conversations_history(channel=channel, limit=2)]
    assert [message["ts"] for page in pages for message in page] == posted[::-1]
    bounded = client.conversations_history(channel=channel, oldest=posted[1], latest=posted[3])
    assert [message["ts"] for message in bounded["messages"]] == [posted[2]]
    inclusive = client.conversations_history(channel=channel, oldest=posted[3], inclusive=True)
    assert [message["ts"] for message in inclusive["messages"]] == posted[:2:-1]


def test_methods_that_read_know_only_forms(slack: FakeSlack, client: WebClient) -> None:
    """A JSON body to a reading method is as good as none, as in Slack."""
    channel = slack.channel("news")
    read = client.api_call
    asked = {"channel": channel}
    assert refusal(read, api_method="conversations.info", json=asked) == "channel_not_found"
    assert read("conversations.info", params=asked)["channel"]["id"] == channel


def test_a_message_has_an_address(slack: FakeSlack, client: WebClient) -> None:
    """chat.getPermalink gives it; a reply's names its thread."""
    channel = slack.channel("news")
    parent = slack.post_as_user(channel, "look")
    reply = slack.post_as_user(channel, "and this", thread_ts=parent)
    link = client.chat_getPermalink(channel=channel, message_ts=parent)["permalink"]
    assert link.endswith(f"/archives/{channel}/p{parent.replace('.', '')}")
    link = client.chat_getPermalink(channel=channel, message_ts=reply)["permalink"]
    assert f"thread_ts={parent}" in link


def test_a_file_is_uploaded_in_two_steps(slack: FakeSlack, client: WebClient) -> None:
    """files_upload_v2 asks for an address, sends the bytes, and shares the file in the channel."""
    channel = slack.channel("news")
    client.files_upload_v2(channel=channel, content="who said what", filename="brief.md", title="Brief")
    (file,) = slack.workspace.files.values()
    assert (file.content, file.channel, file.title) == (b"who said what", channel, "Brief")
    assert slack.bot_messages(channel)[0].subtype == "file_share"


def test_the_app_home_is_kept_and_guarded_by_its_hash(slack: FakeSlack, client: WebClient) -> None:
    """views.publish replaces a person's home; an old hash is refused."""
    ana = slack.user("ana")
    view = {"type": "home", "blocks": [{"type": "divider"}]}
    first = client.views_publish(user_id=ana, view=view)["view"]
    client.views_publish(user_id=ana, view=view, hash=first["hash"])
    assert refusal(client.views_publish, user_id=ana, view=view, hash=first["hash"]) == "hash_conflict"
    home = slack.home(ana)
    assert home is not None
    assert home.id == first["id"]


def test_the_manifest_grants_and_declares() -> None:
    """Scopes, events and commands are the manifest's; a command that it lacks cannot be typed."""
    manifest = {
        "oauth_config": {"scopes": {"bot": ["chat:write", "channels:read"]}},
        "settings": {"event_subscriptions": {"bot_events": ["message.channels"]}},
        "features": {"slash_commands": [{"command": "/brief"}]},
    }
    with FakeSlack(manifest=manifest) as slack:
        channel = slack.channel("news")
        slack.mention(channel, "hello")
        slack.react_as_user(channel, slack.messages(channel)[0].ts, "eyes")
        sent = [delivery.payload["event"]["type"] for delivery in slack.deliveries("events_api")]
        assert sent == ["message"]
        assert slack.app.scopes == {"chat:write", "channels:read"}
        with pytest.raises(AssertionError, match="/digest"):
            slack.command("/digest", "now", channel)


def test_every_call_is_in_the_log(slack: FakeSlack, client: WebClient) -> None:
    """The log has arguments, answers and errors, in order."""
    channel = slack.channel("news")
    client.chat_postMessage(channel=channel, text="one")
    refusal(client.reactions_add, channel=channel, timestamp="1.000001", name="eyes")
    posted, reacted = slack.calls()
    assert (posted.method, posted.arguments["text"], posted.error) == ("chat.postMessage", "one", "")
    assert posted.answer is not None
    assert posted.answer["ts"] == slack.messages(channel)[0].ts
    assert slack.calls("reactions.add") == (reacted,)
    assert reacted.error == "message_not_found"


def test_blocks_may_come_as_a_json_string_in_a_form(slack: FakeSlack) -> None:
    """Other clients than slack_sdk send forms; the token may be an argument."""
    channel = slack.channel("news")
    blocks = json.dumps([{"type": "divider"}])
    form = urllib.parse.urlencode(
        {"channel": channel, "blocks": blocks, "text": "x", "token": slack.bot_token}
    )
    with urllib.request.urlopen(f"{slack.url}chat.postMessage", form.encode()) as answer:  # noqa: S310 - loopback
        assert json.load(answer)["ok"]
    assert slack.messages(channel)[0].blocks[0]["type"] == "divider"
