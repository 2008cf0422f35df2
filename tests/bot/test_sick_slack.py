"""Slack in every sickness, with the whole bot: each test's name says how it ends. docs/operations.md has the table."""

from __future__ import annotations

import pytest

from bot.engine.admission import MOST_FLOWS, MOST_OF_A_LANE
from bot.slack.post_turns import POST_SECONDS
from tests.bot.newsroom import FERRY, SECONDS

pytestmark = pytest.mark.slow
LONG = 4 * SECONDS
MOST_429 = 30  # of 15 posts on a very busy machine, where requests travel unevenly; without turns there are a hundred


@pytest.fixture
def sick(newsroom):
    """The newsroom, whose Slack a test may do anything to."""
    yield newsroom
    newsroom.slack.restore_tokens()
    newsroom.slack.limit_posts(0)
    newsroom.keep_pace(0)


def gone(number: int) -> str:
    """A page that is not there: answered with a sentence, and nothing is read."""
    return f"/gone-{number}"


def ask(newsroom, number: int, channel: str = "") -> str:
    """Ask the bot by name for such a page, so that it is answered in the thread."""
    return newsroom.slack.mention(channel or newsroom.channel, newsroom.site.url(gone(number)), newsroom.ana)


def answered_once(newsroom, ts: str) -> bool:
    """One answer, one mark, no mark left behind."""
    return len(newsroom.of_bot(ts)) == 1 and len(newsroom.slack.reactions(newsroom.channel, ts)) == 1


def test_429_on_everything_for_a_while_ends_with_one_brief(sick):
    """Retry-After is waited for, by each call."""
    sick.slack.fail_for(4, retry_after=2)
    ts = sick.share(FERRY)
    assert len(sick.answers(ts)) == 1
    assert {call.error for call in sick.slack.calls()} >= {"ratelimited"}
    assert answered_once(sick, ts)


@pytest.mark.parametrize("status", [500, 503])
def test_5xx_on_everything_ends_with_one_brief(sick, status):
    """Asked again, with longer and longer waits."""
    sick.slack.http_500("*", times=3, status=status)
    ts = ask(sick, status)
    assert len(sick.answers(ts)) == 1
    assert answered_once(sick, ts)


def test_timeouts_end_with_one_brief(sick):
    """Slack took the post and answered too late: it is found by its mark, not posted again."""
    client = sick.bot.works.desk.chats.chat.client
    before, client.timeout = client.timeout, 1
    try:
        sick.slack.delay("chat.postMessage", 2.5, times=1)
        ts = ask(sick, 1)
        assert len(sick.answers(ts)) == 1
    finally:
        client.timeout = before
    sick.slack.wait_until_quiet()
    assert len(sick.of_bot(ts)) == 1


def test_invalid_blocks_end_with_the_brief_as_plain_text(sick):
    """The reader has the words all the same."""
    sick.slack.fail_next("chat.postMessage", "invalid_blocks")
    (answer,) = sick.answers(sick.share(FERRY))
    assert answer.blocks in ((), None, [])
    assert answer.text


@pytest.mark.parametrize("code", ["channel_not_found", "not_in_channel", "is_archived"])
def test_a_channel_we_may_not_post_in_is_asked_once_and_the_next_link_is_briefed(sick, code):
    """The refusal is final and logged; nothing hangs on it. What is told: test_refused_posts."""
    before = len(sick.slack.calls("chat.postMessage"))
    sick.slack.fail_next("chat.postMessage", code)
    refused = ask(sick, 2)
    sick.slack.wait_for(lambda: marks(sick, refused) == ("warning",), SECONDS)
    ts = ask(sick, 3)
    assert len(sick.answers(ts)) == 1
    assert sick.of_bot(refused) == []
    assert len(sick.slack.calls("chat.postMessage")) == before + 2


def test_a_channel_that_is_archived_for_good_gets_no_mark_and_no_second_try(sick):
    """Reactions are refused as well; the sharer reads why in direct messages."""
    ts = ask(sick, 4)
    sick.answers(ts)
    closed, before = sick.channel, posts_to(sick, sick.channel)
    sick.slack.hold_deliveries()
    late = ask(sick, 5)
    sick.slack.archive(closed)
    sick.slack.release_deliveries()
    direct = sick.slack.direct_channel(sick.ana)
    sick.slack.wait_for(lambda: "archived" in str(sick.slack.bot_messages(direct)), SECONDS)
    assert sick.of_bot(late) == []
    sick.open_channel()
    assert len(sick.answers(ask(sick, 6))) == 1
    assert posts_to(sick, closed) == before + 1


def test_a_revoked_token_holds_the_brief_back_until_there_is_a_good_one(sick):
    """What Slack was told we have is not lost while the operator puts the token right."""
    sick.slack.revoke_token()
    ts = sick.share(FERRY)
    sick.slack.wait_for(lambda: refusals(sick, "token_revoked") >= 2, SECONDS)
    sick.slack.restore_tokens()
    assert len(sick.answers(ts)) == 1
    assert answered_once(sick, ts)


def test_a_socket_cut_in_the_middle_of_a_message_loses_and_doubles_nothing(sick):
    """We connect again, and Slack delivers again what we did not acknowledge."""
    sick.slack.retry_after_seconds(0.5, 1.0, 2.0)
    first = ask(sick, 6)
    sick.slack.cut_sockets(half_frame=True)
    second = ask(sick, 7)
    assert len(sick.answers(first)) == 1
    assert len(sick.answers(second)) == 1


def test_three_deliveries_of_one_event_are_one_brief(sick):
    """Before, while and after it is read."""
    ts = sick.share(FERRY)
    (event,) = sick.slack.event_ids(ts)
    sick.slack.redeliver(event, 2)
    sick.answers(ts)
    sick.slack.redeliver(event, 1)
    sick.slack.wait_until_quiet()
    assert answered_once(sick, ts)


def test_deliveries_out_of_order_are_each_answered_once(sick):
    """An edit that comes before its message, too."""
    sick.slack.hold_deliveries()
    plain = sick.slack.post_as_user(sick.channel, "reading", sick.ana)
    sick.slack.edit_as_user(sick.channel, plain, f"<@{sick.slack.bot_user}> read {sick.site.url(gone(8))}")
    shared = [ask(sick, number) for number in (9, 10)]
    sick.slack.release_deliveries(backwards=True)
    for ts in (plain, *shared):
        assert len(sick.answers(ts)) == 1


def test_a_days_backlog_at_once_is_answered_link_by_link(sick):
    """More messages than may be under way at once, in all and of each channel, and none waits for ever."""
    places = MOST_FLOWS // MOST_OF_A_LANE + 1
    channels = [sick.slack.channel(f"backlog-{number}", (sick.ana,)) for number in range(places)]
    sick.slack.hold_deliveries()
    many = range(MOST_OF_A_LANE + 2)
    shared = [(channel, ask(sick, number, channel)) for channel in channels for number in many]
    sick.slack.release_deliveries()
    sick.slack.wait_for(lambda: all(answers_in(sick, *one) for one in shared), LONG)
    sick.slack.wait_until_quiet()
    assert [answers_in(sick, *one) for one in shared] == [1] * len(shared)


def test_a_flood_in_one_channel_keeps_slacks_pace_and_does_not_delay_another(sick):
    """One message a second a channel: Slack hardly ever has to say 429, and the other channel is answered in between."""
    sick.slack.limit_posts(1.0)
    sick.keep_pace(POST_SECONDS)
    before = len(sick.slack.calls())
    flood = [ask(sick, number) for number in range(20, 35)]
    other = sick.slack.channel("other-desk", (sick.ana,))
    ts = ask(sick, 1, other)
    sick.slack.wait_for(lambda: answers_in(sick, other, ts), SECONDS)
    assert not all(sick.of_bot(one) for one in flood)
    sick.slack.wait_for(lambda: all(sick.of_bot(one) for one in flood), LONG)
    assert sum(call.error == "ratelimited" for call in sick.slack.calls()[before:]) <= MOST_429


def answers_in(newsroom, channel: str, ts: str) -> int:
    return sum(bool(message.bot_id) for message in newsroom.slack.thread(channel, ts))


def marks(newsroom, ts: str) -> tuple[str, ...]:
    return newsroom.slack.reactions(newsroom.channel, ts)


def posts_to(newsroom, channel: str) -> int:
    """How often a post into the channel was tried."""
    return sum(call.arguments["channel"] == channel for call in newsroom.slack.calls("chat.postMessage"))


def refusals(newsroom, code: str) -> int:
    return sum(call.error == code for call in newsroom.slack.calls())
