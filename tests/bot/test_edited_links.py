"""Links that are edited away or deleted while their page is being read, through the whole bot."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.engine.running import unfinished
from tests.bot.newsroom import COPY, FERRY, SECONDS

pytestmark = pytest.mark.slow


@pytest.fixture
def held(newsroom):
    """The newsroom, whose pages do not come before the test lets them."""
    newsroom.site.open.clear()
    yield newsroom
    newsroom.site.open.set()


def shared(room, path=FERRY):
    """Share a link, and wait until its page is asked for."""
    before = room.site.hits.count(path)
    ts = room.share(path)
    room.slack.wait_for(lambda: room.site.hits.count(path) > before, SECONDS)
    return ts


def finished(room):
    """Let the pages come once Slack has told everything, and wait until every flow has ended."""
    room.slack.wait_until_quiet()
    room.site.open.set()
    ended(room)


def ended(room):
    room.slack.wait_for(lambda: unfinished() == 0, SECONDS)


def test_a_link_that_is_edited_away_while_it_is_read_is_not_briefed(held):
    """The eyes go, and no mark comes."""
    ts = shared(held)
    held.slack.edit_as_user(held.channel, ts, "never mind")
    finished(held)
    assert held.of_bot(ts) == []
    assert held.slack.reactions(held.channel, ts) == ()


def test_a_message_that_is_deleted_while_it_is_read_is_not_answered(held):
    """Neither in its thread nor in the channel."""
    ts = shared(held)
    held.slack.delete_as_user(held.channel, ts)
    finished(held)
    assert held.slack.bot_messages(held.channel) == ()


def test_a_link_that_takes_another_s_place_is_briefed_alone(held):
    """An edit that corrects the link."""
    ts = shared(held)
    held.slack.edit_as_user(held.channel, ts, held.site.url(COPY))
    finished(held)
    (brief,) = held.answers(ts)
    assert held.site.url(COPY) in str(brief.blocks)


def test_a_link_that_comes_back_while_it_is_read_is_briefed_once(held):
    """Taken away by mistake."""
    ts = shared(held)
    held.slack.edit_as_user(held.channel, ts, "never mind")
    held.slack.edit_as_user(held.channel, ts, held.site.url(FERRY))
    finished(held)
    assert len(held.answers(ts)) == 1


def test_a_link_that_comes_back_afterwards_is_briefed(held):
    """The first attempt ended without a word."""
    ts = shared(held)
    held.slack.edit_as_user(held.channel, ts, "never mind")
    finished(held)
    held.slack.edit_as_user(held.channel, ts, held.site.url(FERRY))
    assert len(held.answers(ts)) == 1


def test_an_unfurl_and_an_edit_that_keeps_the_link_change_nothing(held):
    """Slack tells of both in the same way."""
    ts = shared(held)
    held.slack.unfurl_as_slack(held.channel, ts, held.site.url(FERRY))
    held.slack.edit_as_user(held.channel, ts, f"look at this: {held.site.url(FERRY)}")
    finished(held)
    assert len(held.answers(ts)) == 1


def test_an_edit_is_known_after_a_restart(held):
    """The bot stops while the page is read, and reads it again."""
    ts = shared(held)
    held.slack.edit_as_user(held.channel, ts, "never mind")
    held.slack.wait_until_quiet()
    held.site.open.set()
    held.stop()
    held.start()
    finished(held)
    assert held.of_bot(ts) == []
    assert "white_check_mark" not in held.slack.reactions(held.channel, ts)


def test_a_link_that_went_while_the_bot_was_down_is_not_briefed(held):
    """Of a message that took long, Slack is asked how it is now."""
    ts = shared(held)
    held.stop()
    held.slack.hold_deliveries()
    held.slack.edit_as_user(held.channel, ts, "never mind")
    held.clock.at += timedelta(minutes=2)
    held.site.open.set()
    held.start()
    ended(held)
    held.slack.release_deliveries()
    assert held.of_bot(ts) == []


def test_a_newspaper_on_a_message_whose_brief_was_refused_tries_again(newsroom):
    """The warning goes when the brief is there."""
    newsroom.slack.fail_next("chat.postMessage", "restricted_action")
    ts = newsroom.share(FERRY)
    newsroom.slack.wait_for(lambda: newsroom.slack.reactions(newsroom.channel, ts) == ("warning",), SECONDS)
    newsroom.slack.react_as_user(newsroom.channel, ts, "newspaper", newsroom.ana)
    newsroom.slack.wait_for(lambda: newsroom.of_bot(ts), SECONDS)
    newsroom.slack.wait_for(lambda: "warning" not in newsroom.slack.reactions(newsroom.channel, ts), SECONDS)
    newsroom.slack.wait_for(lambda: "eyes" not in newsroom.slack.reactions(newsroom.channel, ts), SECONDS)
    assert set(newsroom.slack.reactions(newsroom.channel, ts)) == {"newspaper", "white_check_mark"}
