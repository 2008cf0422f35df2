"""Somebody's own digest by direct message, through the whole bot."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.bot.newsroom import FERRY, SECONDS

pytestmark = pytest.mark.slow

NAME = "/digest me"


@pytest.fixture
def ben(newsroom, request):
    """Somebody who reads by night, and wants their digest at eight."""
    user = newsroom.slack.user(f"ben-{request.node.name}", tz="Asia/Tokyo")
    newsroom.channel = newsroom.slack.channel(
        f"night-{request.node.name}"[:60], (newsroom.ana, user), private=True
    )
    newsroom.answers(newsroom.share(FERRY))
    newsroom.clock.at += timedelta(minutes=2)  # who is where is remembered for one
    typed = newsroom.slack.command("/digest", "me at 08:00", newsroom.channel, user)
    (answer,) = typed.wait_responses(timeout=SECONDS)
    assert "08:00 (Asia/Tokyo) every day" in answer["text"]
    return user


def told(newsroom, user):
    return newsroom.slack.bot_messages(newsroom.slack.direct_channel(user))


def next_morning(newsroom):
    """Eight in Tokyo."""
    newsroom.clock.at = (newsroom.clock.at + timedelta(days=1)).replace(hour=23, minute=5)
    newsroom.bot.works.clocks.personal.tick()


def flow_of(newsroom, user):
    day = (newsroom.clock.at + timedelta(hours=9)).date()
    return f"my-digest:{newsroom.slack.workspace.team}:{user}:{day.isoformat()}"


@pytest.mark.surface(NAME, "happy")
def test_it_comes_once_in_the_readers_own_morning(newsroom, ben):
    """With what was briefed in a private channel of theirs; the channel's own digest still has it, too."""
    next_morning(newsroom)
    newsroom.slack.wait_for(lambda: told(newsroom, ben), SECONDS)
    newsroom.bot.works.clocks.personal.tick()
    (message,) = told(newsroom, ben)
    assert "Ansell" in str(message.blocks)
    team = newsroom.slack.workspace.team
    assert newsroom.bot.works.desk.archive.undigested(team, newsroom.channel, newsroom.clock())


@pytest.mark.surface(NAME, "bad input")
def test_what_is_not_understood_is_explained(newsroom, ben):
    """Help for the one who typed it."""
    typed = newsroom.slack.command("/digest", "me at noon", newsroom.channel, ben)
    assert "/digest me at 08:00" in str(typed.ack)


@pytest.mark.surface(NAME, "no permission")
def test_who_left_the_channel_is_told_nothing_of_it(newsroom, ben):
    """What counts is who they are when it is sent."""
    newsroom.slack.leave(newsroom.channel, ben)
    next_morning(newsroom)
    assert newsroom.bot.works.engine.result(flow_of(newsroom, ben)) == {"messages": 0}
    assert told(newsroom, ben) == ()


@pytest.mark.surface(NAME, "Slack error")
def test_a_slack_that_fails_is_asked_again(newsroom, ben):
    """Once the direct message cannot be opened, once the answer to the post is lost: one message."""
    newsroom.slack.http_500("conversations.open", times=1)
    newsroom.slack.drop_answer_of_next("chat.postMessage")
    next_morning(newsroom)
    assert newsroom.bot.works.engine.result(flow_of(newsroom, ben))["posted"] == 1
    assert len(told(newsroom, ben)) == 1
