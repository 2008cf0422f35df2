"""The sicknesses of the fake Slack: refused, dropped and late calls, lost sockets, repeated deliveries."""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest
import websocket
from slack_bolt import App
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry import RetryState
from slack_sdk.http_retry.builtin_handlers import ConnectionErrorRetryHandler

from tests.fakes.slack import FakeSlack
from tests.fakes.slack.bolt import socket_mode

pytestmark = pytest.mark.slow


@pytest.fixture
def slack() -> Iterator[FakeSlack]:
    with FakeSlack() as fake:
        yield fake


@pytest.fixture
def client(slack: FakeSlack) -> WebClient:
    return WebClient(token=slack.bot_token, base_url=slack.url, retry_handlers=[])


@pytest.fixture
def heard(slack: FakeSlack) -> Iterator[list[dict[str, Any]]]:
    """The bodies of the events that a connected app gets."""
    bodies: list[dict[str, Any]] = []
    bolt = App(client=WebClient(token=slack.bot_token, base_url=slack.url), logger=logging.getLogger("desk"))

    @bolt.event("message")
    def keep(body: dict[str, Any]) -> None:
        bodies.append(body)

    with socket_mode(bolt, slack):
        yield bodies


def test_a_rate_limit_answers_429_and_says_how_long(slack: FakeSlack, client: WebClient) -> None:
    """Retry-After in the header, `ratelimited` in the body, no effect, and health again after it."""
    channel = slack.channel("news")
    slack.fail_next("chat.postMessage", times=2, retry_after=7)
    for _ in range(2):
        with pytest.raises(SlackApiError) as caught:
            client.chat_postMessage(channel=channel, text="x")
        assert caught.value.response.status_code == 429
        assert caught.value.response.headers["Retry-After"] == "7"
        assert caught.value.response["error"] == "ratelimited"
    client.chat_postMessage(channel=channel, text="x")
    assert len(slack.messages(channel)) == 1


def test_an_error_strikes_only_the_method_that_it_is_for(slack: FakeSlack, client: WebClient) -> None:
    """ "*" strikes any."""
    channel = slack.channel("news")
    slack.fail_next("chat.update", "fatal_error")
    ts = client.chat_postMessage(channel=channel, text="x")["ts"]
    with pytest.raises(SlackApiError, match="fatal_error"):
        client.chat_update(channel=channel, ts=ts, text="y")
    slack.fail_next("*", "service_unavailable")
    with pytest.raises(SlackApiError, match="service_unavailable"):
        client.auth_test()
    assert client.auth_test()["ok"]


def test_a_sickness_for_a_time_passes(slack: FakeSlack, client: WebClient) -> None:
    """All calls fail until the time is over."""
    slack.fail_for(0.15, error="internal_error")
    with pytest.raises(SlackApiError, match="internal_error"):
        client.auth_test()
    time.sleep(0.2)
    assert client.auth_test()["ok"]


def test_a_server_error_has_no_effect(slack: FakeSlack, client: WebClient) -> None:
    """HTTP 500, once."""
    channel = slack.channel("news")
    slack.http_500("chat.postMessage")
    with pytest.raises(SlackApiError) as caught:
        client.chat_postMessage(channel=channel, text="x")
    assert caught.value.response.status_code == 500
    assert slack.messages(channel) == ()


def test_a_dropped_answer_has_had_its_effect(slack: FakeSlack, client: WebClient) -> None:
    """The message is there, the caller does not know it."""
    channel = slack.channel("news")
    slack.drop_answer_of_next("chat.postMessage")
    with pytest.raises(ConnectionError):
        client.chat_postMessage(channel=channel, text="x")
    assert [message.text for message in slack.messages(channel)] == ["x"]
    assert slack.calls("chat.postMessage")[0].error == "dropped_answer"


def test_a_dropped_request_has_had_none(slack: FakeSlack, client: WebClient) -> None:
    """The connection ends before anything happens."""
    channel = slack.channel("news")
    slack.drop_request_of_next("chat.postMessage")
    with pytest.raises(ConnectionError):
        client.chat_postMessage(channel=channel, text="x")
    assert slack.messages(channel) == ()


def test_slack_sdks_own_retry_posts_twice_after_a_dropped_answer(slack: FakeSlack) -> None:
    """The trap that the fake must be able to set: the default handler sends the request again."""

    class Quick(ConnectionErrorRetryHandler):
        def prepare_for_next_attempt(self, *, state: RetryState, **_: Any) -> None:
            state.next_attempt_requested = True
            state.increment_current_attempt()

    channel = slack.channel("news")
    client = WebClient(token=slack.bot_token, base_url=slack.url, retry_handlers=[Quick()])
    slack.drop_answer_of_next("chat.postMessage")
    client.chat_postMessage(channel=channel, text="x")
    assert [message.text for message in slack.messages(channel)] == ["x", "x"]


def test_a_delay_can_come_with_another_fault(slack: FakeSlack, client: WebClient) -> None:
    """The call is late, and then refused."""
    slack.delay("auth.test", 0.1, times=1)
    slack.fail_next("auth.test", "fatal_error")
    began = time.monotonic()
    with pytest.raises(SlackApiError, match="fatal_error"):
        client.auth_test()
    assert time.monotonic() - began >= 0.1


def test_healing_ends_every_sickness(slack: FakeSlack, client: WebClient) -> None:
    """What was waiting for its calls is gone."""
    slack.fail_next("auth.test", "fatal_error", times=100)
    slack.heal()
    assert client.auth_test()["ok"]


def test_a_revoked_token_is_refused_until_it_is_restored(slack: FakeSlack, client: WebClient) -> None:
    """token_revoked or account_inactive, for every method."""
    slack.revoke_token()
    with pytest.raises(SlackApiError, match="token_revoked"):
        client.auth_test()
    slack.revoke_token(error="account_inactive")
    with pytest.raises(SlackApiError, match="account_inactive"):
        client.auth_test()
    slack.restore_tokens()
    assert client.auth_test()["ok"]


def test_posts_in_one_channel_can_be_limited(slack: FakeSlack, client: WebClient) -> None:
    """The second within a second is a 429; another channel is not concerned."""
    news, wire = slack.channel("news"), slack.channel("wire")
    slack.limit_posts(1.0)
    client.chat_postMessage(channel=news, text="one")
    with pytest.raises(SlackApiError, match="ratelimited"):
        client.chat_postMessage(channel=news, text="two")
    client.chat_postMessage(channel=wire, text="one")


def test_an_unacknowledged_event_is_sent_again_three_times(
    slack: FakeSlack, heard: list[dict[str, Any]]
) -> None:
    """With one event_id, new envelopes, and a count of the retries; then Slack gives it up."""
    slack.retry_after_seconds(0.01, 0.01, 0.01, ack_seconds=0.05)
    channel = slack.channel("news")
    slack.post_as_user(channel, "hello")
    slack.react_as_user(channel, slack.messages(channel)[0].ts, "eyes")  # the app has no listener for it
    slack.wait_until_quiet(0.1)
    (reaction,) = slack.deliveries("reaction_added")
    assert reaction.failed
    assert len({attempt.envelope_id for attempt in reaction.attempts}) == 4
    assert len(heard) == 1


def test_an_event_can_be_delivered_again_on_purpose(slack: FakeSlack, heard: list[dict[str, Any]]) -> None:
    """The same body with the same event_id, as often as wanted."""
    ts = slack.post_as_user(slack.channel("news"), "hello")
    (event_id,) = slack.event_ids(ts)
    slack.redeliver(event_id, times=2)
    slack.wait_for(lambda: len(heard) == 3)
    assert {body["event_id"] for body in heard} == {event_id}


def test_deliveries_can_be_held_and_let_go_backwards(slack: FakeSlack, heard: list[dict[str, Any]]) -> None:
    """A backlog at once, the newest first."""
    channel = slack.channel("news")
    slack.hold_deliveries()
    for number in range(3):
        slack.post_as_user(channel, f"message {number}")
    assert heard == []
    slack.release_deliveries(backwards=True)
    slack.wait_for(lambda: len(heard) == 3)
    sent = sorted(slack.deliveries("message"), key=lambda delivery: delivery.attempts[0].at)
    texts = [delivery.payload["event"]["text"] for delivery in sent]
    assert texts == ["message 2", "message 1", "message 0"]


def test_events_wait_for_an_app_that_is_away(slack: FakeSlack) -> None:
    """A patient fake keeps them until someone connects; an impatient one uses their attempts up."""
    channel = slack.channel("news")
    slack.post_as_user(channel, "kept")
    bolt = App(client=WebClient(token=slack.bot_token, base_url=slack.url))
    bodies: list[str] = []

    @bolt.event("message")
    def keep(event: dict[str, Any]) -> None:
        bodies.append(event["text"])

    with socket_mode(bolt, slack):
        slack.wait_for(lambda: bodies == ["kept"])
    slack.wait_for(lambda: slack.connections == 0)
    slack.retry_after_seconds(0.01, 0.01, 0.01, patient=False)
    slack.post_as_user(channel, "lost")
    slack.wait_for(lambda: slack.deliveries("message")[-1].failed)


@pytest.mark.parametrize("half_frame", [False, True])
def test_an_app_comes_back_after_a_cut_and_gets_what_it_missed(
    slack: FakeSlack, heard: list[dict[str, Any]], *, half_frame: bool
) -> None:
    """A socket cut between messages or inside one; what was not acknowledged is sent over the next."""
    assert slack.cut_sockets(half_frame=half_frame) == 1
    slack.post_as_user(slack.channel("news"), "hello")
    slack.wait_for(lambda: heard, timeout=10)
    assert len(slack.calls("apps.connections.open")) == 2


def test_a_socket_that_was_told_to_leave_gets_nothing_more(slack: FakeSlack, client: WebClient) -> None:
    """disconnect with its reason; what comes after it goes to the next socket."""

    def connect() -> websocket.WebSocket:
        url = client.apps_connections_open(app_token=slack.app_token)["url"]
        return websocket.create_connection(url, timeout=5)

    with closing(connect()) as old:
        assert json.loads(old.recv())["type"] == "hello"
        slack.disconnect_sockets("refresh_requested")
        goodbye = json.loads(old.recv())
        assert (goodbye["type"], goodbye["reason"]) == ("disconnect", "refresh_requested")
        slack.post_as_user(slack.channel("news"), "hello")
        with closing(connect()) as new:
            assert json.loads(new.recv())["num_connections"] == 2
            envelope = json.loads(new.recv())
            new.send(json.dumps({"envelope_id": envelope["envelope_id"]}))
            slack.wait_for(lambda: slack.deliveries("message")[0].ack_at)
        old.settimeout(0.05)
        with pytest.raises(websocket.WebSocketTimeoutException):
            old.recv()


def test_a_socket_address_is_good_for_one_connection(slack: FakeSlack, client: WebClient) -> None:
    """A used ticket is refused, and so is an eleventh connection."""
    open_socket = client.apps_connections_open
    urls = [open_socket(app_token=slack.app_token)["url"] for _ in range(11)]
    sockets = [websocket.create_connection(url, timeout=5) for url in urls]
    greetings = [json.loads(socket.recv()) for socket in sockets]  # which of them comes last is the machine's
    assert [one["type"] for one in greetings].count("hello") == 10
    assert [one["reason"] for one in greetings if one["type"] != "hello"] == ["too_many_websockets"]
    with pytest.raises(websocket.WebSocketBadStatusException):
        websocket.create_connection(urls[0], timeout=5)
    for socket in sockets:
        socket.close()


def test_a_frozen_socket_answers_nothing(slack: FakeSlack, heard: list[dict[str, Any]]) -> None:
    """Acknowledgements over it are lost, so the event is sent again; the app must notice by itself."""
    slack.retry_after_seconds(0.01, 0.01, 0.01, ack_seconds=0.05)
    assert slack.freeze_sockets() == 1
    slack.post_as_user(slack.channel("news"), "hello")
    slack.wait_for(lambda: len(heard) == 4)
    slack.wait_for(lambda: slack.deliveries("message")[0].failed)


def test_waiting_in_vain_says_what_was_called(slack: FakeSlack, client: WebClient) -> None:
    """The failure of wait_for shows the last calls."""
    client.auth_test()
    with pytest.raises(AssertionError, match=r"auth\.test ok"):
        slack.wait_for(lambda: False, timeout=0.05)
