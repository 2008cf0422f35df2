"""The ways in which links come to the bot in a channel, and the modes in which it leaves them, through the whole bot."""

from __future__ import annotations

import pytest

from handlers.domain.channels import ChannelSetting
from handlers.flows.links.readings import SLOW_SECONDS
from tests.bot.newsroom import COPY, FERRY, FRONT, SECONDS

pytestmark = pytest.mark.slow

SITE_OUTLET = "0.1"  # the registrable domain of the test's site, as far as an address on loopback has one


def set_mode(room, mode, muted=()):
    room.bot.works.channels.set_channel(ChannelSetting(room.slack.workspace.team, room.channel, mode, muted))


def by_sharing(room, path):
    return room.share(path)


def by_edit(room, path):
    ts = room.slack.post_as_user(room.channel, "reading this", room.ana)
    room.slack.edit_as_user(room.channel, ts, f"reading this: {room.site.url(path)}")
    return ts


def by_newspaper(room, path):
    set_mode(room, "request")
    ts = room.share(path)
    room.slack.react_as_user(room.channel, ts, "newspaper", room.ana)
    return ts


def by_reply(room, path):
    set_mode(room, "request")
    ts = room.share(path)
    room.slack.post_as_user(room.channel, "brief", room.ana, thread_ts=ts)
    return ts


WAYS = {
    "link share: every link": by_sharing,
    "edited-in link": by_edit,
    "📰 on a message": by_newspaper,
    "reply “brief”": by_reply,
}


def each(ways, case):
    """One test for each way, marked as the surface's test of this case."""
    params = [
        pytest.param(way, marks=pytest.mark.surface(name, case), id=way.__name__)
        for name, way in ways.items()
    ]
    return pytest.mark.parametrize("way", params)


def left_alone(room, ts):
    """Nothing is said and nothing is marked, once all is quiet."""
    room.slack.wait_until_quiet(0.4)
    return room.of_bot(ts) == [] and room.slack.reactions(room.channel, ts) in ((), ("newspaper",))


@each(WAYS, "happy")
def test_the_link_is_briefed_in_its_thread_once(newsroom, way):
    """However it came."""
    ts = way(newsroom, FERRY)
    (brief,) = newsroom.answers(ts)
    assert newsroom.site.url(FERRY) in str(brief.blocks)


ASKED = {name: way for name, way in WAYS.items() if way in (by_newspaper, by_reply)}
UNASKED = {name: way for name, way in WAYS.items() if name not in ASKED}


@each(ASKED, "bad input")
def test_a_link_to_no_article_is_answered_with_a_sentence_where_somebody_asks(newsroom, way):
    """A front page."""
    (said,) = newsroom.answers(way(newsroom, FRONT))
    assert "not a single article" in said.text


@each(UNASKED, "bad input")
def test_a_link_to_no_article_is_left_alone_where_nobody_asks(newsroom, way):
    """A front page: it is read, and nothing stays on the message."""
    ts = way(newsroom, FRONT)
    newsroom.ended(ts)
    assert left_alone(newsroom, ts)


@each(WAYS, "no permission")
def test_a_channel_that_the_bot_is_not_in_is_none_of_its_business(newsroom, way):
    """Slack tells it nothing, and it says nothing."""
    newsroom.slack.remove_bot(newsroom.channel)
    assert left_alone(newsroom, way(newsroom, FERRY))


@each(WAYS, "Slack error")
def test_a_slack_that_loses_answers_gets_one_brief(newsroom, way):
    """And one that refuses to say what was written is asked again."""
    newsroom.slack.fail_next("conversations.replies", retry_after=1)
    newsroom.slack.drop_answer_of_next("chat.postMessage")
    assert len(newsroom.answers(way(newsroom, FERRY))) == 1


def on_request(room):
    set_mode(room, "request")


def off(room):
    set_mode(room, "off")


def muted(room):
    set_mode(room, "every", (SITE_OUTLET,))


MODES = {"link share: on request": on_request, "link share: off": off, "link share: muted outlet": muted}


@each(MODES, "happy")
def test_a_link_that_the_channel_does_not_want_is_left_alone_until_it_does(newsroom, way):
    """Every link again: the next one is briefed."""
    way(newsroom)
    assert left_alone(newsroom, newsroom.share(FERRY))
    set_mode(newsroom, "every")
    assert len(newsroom.answers(newsroom.share(FERRY))) == 1


@each(MODES, "bad input")
def test_not_even_a_problem_is_told_there(newsroom, way):
    """A front page."""
    way(newsroom)
    assert left_alone(newsroom, newsroom.share(FRONT))


@each(MODES, "no permission")
def test_one_channels_wish_is_not_anothers(newsroom, way):
    """What a channel leaves, the next one briefs; only a message that nobody asked for is left."""
    way(newsroom)
    wishful = newsroom.channel
    newsroom.open_channel()
    assert len(newsroom.answers(newsroom.share(FERRY))) == 1
    assert newsroom.slack.bot_messages(wishful) == ()


@each(MODES, "Slack error")
def test_what_is_left_alone_costs_slack_nothing(newsroom, way):
    """Not one call, so that a Slack that is down is no matter."""
    way(newsroom)
    newsroom.slack.wait_until_quiet()
    newsroom.slack.http_500(times=50)
    before = len(newsroom.slack.calls())
    assert left_alone(newsroom, newsroom.share(FERRY))
    assert len(newsroom.slack.calls()) == before


@pytest.mark.parametrize("path", [FERRY, FRONT])
def test_a_channel_that_is_off_does_not_answer_who_asks(newsroom, path):
    """📰 and "brief" too."""
    set_mode(newsroom, "off")
    ts = newsroom.share(path)
    newsroom.slack.react_as_user(newsroom.channel, ts, "newspaper", newsroom.ana)
    newsroom.slack.post_as_user(newsroom.channel, "brief", newsroom.ana, thread_ts=ts)
    assert left_alone(newsroom, ts)


TOGETHER = "link share: several links of one story"


@pytest.mark.surface(TOGETHER, "happy")
def test_two_outlets_of_one_story_are_one_brief_with_a_proof_from_each(newsroom):
    """And every proof is on the page that it links to."""
    ts = newsroom.share(FERRY, COPY)
    (brief,) = newsroom.answers(ts)
    archive = newsroom.bot.works.desk.archive
    filed = archive.load(str(brief.blocks[0]["block_id"]))
    texts = {article.url: article.text for article in filed.brief.articles}
    assert set(texts) == {newsroom.site.url(FERRY), newsroom.site.url(COPY)}
    for bullet in filed.brief.bullets:
        assert all(texts[proof.url][proof.span.start : proof.span.end].strip() for proof in bullet.evidence)


@pytest.mark.surface(TOGETHER, "bad input")
def test_a_front_page_between_two_outlets_gets_its_own_sentence(newsroom):
    """Where it is asked for. The story is one brief all the same."""
    set_mode(newsroom, "request")
    ts = newsroom.share(FERRY, FRONT, COPY)
    newsroom.slack.react_as_user(newsroom.channel, ts, "newspaper", newsroom.ana)
    merged, problem = newsroom.answers(ts, 2)
    assert newsroom.site.url(COPY) in str(merged.blocks)
    assert "not a single article" in problem.text


@pytest.mark.surface(TOGETHER, "no permission")
def test_a_story_shared_where_the_bot_is_not_is_left_alone(newsroom):
    """Two links are no more of its business than one."""
    newsroom.slack.remove_bot(newsroom.channel)
    assert left_alone(newsroom, newsroom.share(FERRY, COPY))


@pytest.mark.surface(TOGETHER, "Slack error")
def test_a_merged_brief_whose_answer_is_lost_stands_once(newsroom):
    """Looked for before it is posted again."""
    newsroom.slack.drop_answer_of_next("chat.postMessage")
    assert len(newsroom.answers(newsroom.share(FERRY, COPY))) == 1


def test_what_takes_over_five_seconds_says_so(newsroom):
    """An hourglass in the channel, a line to who typed a command; then the briefs, and neither is left."""
    newsroom.site.delay = SLOW_SECONDS + 0.5
    try:
        ts = newsroom.share(FERRY)
        command = newsroom.slack.command("/brief", newsroom.site.url(COPY), newsroom.channel, newsroom.ana)
        newsroom.slack.wait_for(
            lambda: "hourglass_flowing_sand" in newsroom.slack.reactions(newsroom.channel, ts), SECONDS
        )
        newsroom.slack.wait_for(lambda: len(command.responses) == 2, SECONDS)
        newsroom.answers(ts)
    finally:
        newsroom.site.delay = 0.0
    assert "127.0.0.1" in str(command.responses[0])
    newsroom.slack.wait_until_quiet()
    assert newsroom.slack.reactions(newsroom.channel, ts) == ("white_check_mark",)
