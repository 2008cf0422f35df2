"""Following somebody or some words, through the whole bot."""

from __future__ import annotations

from datetime import timedelta

import pytest

from handlers.flows.archive.following import BUNDLE
from handlers.flows.links.share import Share
from handlers.render.slack_following import UNFOLLOW
from tests.bot.newsroom import FERRY, SECONDS

pytestmark = pytest.mark.slow

TYPED, NOTICE = "/brief follow", "following notice"
LISTED, ENDED = "/brief following", "/brief unfollow"


@pytest.fixture
def ben(newsroom, request):
    """Somebody with whom ana shares a private channel."""
    user = newsroom.slack.user(f"ben-{request.node.name}"[:60])
    newsroom.channel = newsroom.slack.channel(
        f"follow-{request.node.name}"[:60], (newsroom.ana, user), private=True
    )
    newsroom.clock.at += timedelta(minutes=2)  # who is where is remembered for one
    return user


def type_brief(newsroom, text, user):
    return newsroom.slack.command("/brief", text, newsroom.channel, user)


def told(newsroom, user):
    return newsroom.slack.bot_messages(newsroom.slack.direct_channel(user))


def brief_and_wait(newsroom, *, lose_answer=False):
    """A brief is filed, and noted for its followers; five minutes pass. The id of the notice's flow to come for a user."""
    ts, team, engine = newsroom.share(FERRY), newsroom.slack.workspace.team, newsroom.bot.works.engine
    newsroom.answers(ts)
    share = Share(team, newsroom.channel, ts, ts, newsroom.ana, (newsroom.site.url(FERRY),))
    engine.result(share.flow_id)
    engine.result(f"watch:{share.flow_id}/0")
    if lose_answer:
        newsroom.slack.drop_answer_of_next("chat.postMessage")
    noted = newsroom.clock.at
    newsroom.clock.at += BUNDLE
    newsroom.bot.works.clocks.notices.tick()
    return lambda user: engine.result(f"notice:{team}:{user}:{noted.isoformat()}")


@pytest.mark.surface(TYPED, "happy")
@pytest.mark.surface(LISTED, "happy")
def test_following_says_what_it_does_and_can_be_undone(newsroom, ben):
    """And listed, with a button each."""
    command = type_brief(newsroom, "follow Marrack", ben)
    assert "by direct message" in str(command.ack)
    assert "Unfollow" in str(type_brief(newsroom, "following", ben).ack)
    shown = newsroom.slack.ephemerals(newsroom.channel, ben)[0]
    newsroom.slack.press(newsroom.channel, shown.ts, UNFOLLOW, ben)
    newsroom.slack.wait_for(
        lambda: "no longer follow" in str(newsroom.slack.ephemerals(newsroom.channel, ben)), SECONDS
    )
    assert "You follow nobody yet" in str(type_brief(newsroom, "following", ben).ack)


@pytest.mark.surface(ENDED, "happy")
def test_unfollow_ends_it(newsroom, ben):
    """By the same words, and the list is empty again."""
    type_brief(newsroom, "follow Marrack", ben)
    assert "no longer follow" in str(type_brief(newsroom, "unfollow Marrack", ben).ack)
    assert "You follow nobody yet" in str(type_brief(newsroom, "following", ben).ack)


@pytest.mark.surface(TYPED, "bad input")
@pytest.mark.parametrize(("text", "said"), [("follow", "Say whom or what"), ("follow of", "3 letters")])
def test_what_cannot_be_followed_is_explained(newsroom, ben, text, said):
    """With an example."""
    command = type_brief(newsroom, text, ben)
    assert said in str(command.ack)
    assert "/brief follow" in str(command.ack)


@pytest.mark.surface(ENDED, "bad input")
@pytest.mark.parametrize(
    ("text", "said"), [("unfollow", "Say whom or what"), ("unfollow Quist", "do not follow")]
)
def test_what_cannot_be_ended_is_explained_and_ends_nothing(newsroom, ben, text, said):
    """No words, and words that are not followed."""
    type_brief(newsroom, "follow Marrack", ben)
    assert said in str(type_brief(newsroom, text, ben).ack)
    assert "Marrack" in str(type_brief(newsroom, "following", ben).ack)


@pytest.mark.surface(LISTED, "bad input")
def test_what_stands_behind_following_changes_nothing(newsroom, ben):
    """The list comes, and nobody is followed by a slip."""
    type_brief(newsroom, "follow Marrack", ben)
    shown = str(type_brief(newsroom, "following Quist please", ben).ack)
    assert "Marrack" in shown
    assert "Quist" not in shown


@pytest.mark.surface(TYPED, "no permission")
@pytest.mark.surface(LISTED, "no permission")
@pytest.mark.surface(ENDED, "no permission")
def test_nobody_sees_or_ends_what_another_follows(newsroom, ben):
    """Each list is its person's."""
    type_brief(newsroom, "follow Marrack", ben)
    assert "You follow nobody yet" in str(type_brief(newsroom, "following", newsroom.ana).ack)
    assert "do not follow" in str(type_brief(newsroom, "unfollow Marrack", newsroom.ana).ack)
    assert "Marrack" in str(type_brief(newsroom, "following", ben).ack)


@pytest.mark.surface(TYPED, "Slack error")
@pytest.mark.surface(LISTED, "Slack error")
@pytest.mark.surface(ENDED, "Slack error")
def test_following_needs_nothing_of_slack(newsroom, ben):
    """The answer is the acknowledgement, whatever the Web API is at."""
    newsroom.slack.http_500(times=5)
    assert "from now on" in str(type_brief(newsroom, "follow Marrack", ben).ack)
    assert "Marrack" in str(type_brief(newsroom, "following", ben).ack)
    assert "no longer follow" in str(type_brief(newsroom, "unfollow Marrack", ben).ack)


@pytest.mark.surface(NOTICE, "happy")
def test_a_followed_person_who_is_quoted_is_told(newsroom, ben):
    """In a private channel that the follower is in; not to the one who shared the link."""
    type_brief(newsroom, "follow Marrack", ben)
    type_brief(newsroom, "follow Marrack", newsroom.ana)
    result = brief_and_wait(newsroom)
    assert result(ben) == {"told": 1}
    (message,) = told(newsroom, ben)
    assert "Marrack" in str(message.blocks)
    assert "|⇗>" in str(message.blocks)
    assert told(newsroom, newsroom.ana) == ()


@pytest.mark.surface(NOTICE, "bad input")
def test_nothing_is_told_where_nothing_matches(newsroom, ben):
    """Words that stand in no statement together."""
    type_brief(newsroom, "follow Marrack “trade tariffs”", ben)
    brief_and_wait(newsroom)
    assert told(newsroom, ben) == ()


@pytest.mark.surface(NOTICE, "no permission")
def test_who_left_the_channel_is_not_told(newsroom, ben):
    """What counts is who they are when it is sent."""
    type_brief(newsroom, "follow Marrack", ben)
    newsroom.slack.leave(newsroom.channel, ben)
    result = brief_and_wait(newsroom)
    assert result(ben) == {"told": 0}
    assert told(newsroom, ben) == ()


@pytest.mark.surface(NOTICE, "Slack error")
def test_a_notice_whose_answer_is_lost_stands_once(newsroom, ben):
    """And a direct message that cannot be opened at first is opened later."""
    type_brief(newsroom, "follow Marrack", ben)
    newsroom.slack.http_500("conversations.open", times=1)
    result = brief_and_wait(newsroom, lose_answer=True)
    assert result(ben) == {"told": 1}
    assert len(told(newsroom, ben)) == 1
