"""The whole bot over real HTTP and a real WebSocket, against a Slack and a web site on loopback."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tests.bot.newsroom import COPY, FERRY, FOREIGN, FRONT, SECONDS

pytestmark = pytest.mark.slow


def test_a_shared_link_is_briefed_in_its_thread_and_kept(newsroom):
    """The reaction comes and goes, the brief names who said what, the archive has it."""
    ts = newsroom.share(FERRY)
    (brief,) = newsroom.answers(ts)
    assert newsroom.slack.reactions(newsroom.channel, ts) == ("white_check_mark",)
    assert "eyes" in [call.arguments["name"] for call in newsroom.slack.calls("reactions.add")]
    assert "Coast Guard" in str(brief.blocks) or "coast guard" in str(brief.blocks)
    archive = newsroom.bot.works.desk.archive
    hour = timedelta(hours=1)
    (filed,) = archive.briefs_of(newsroom.clock() - hour, newsroom.clock() + hour, newsroom.channel)
    assert archive.posted(filed.filing.brief_id) == brief.ts


def test_two_links_to_one_story_are_one_brief(newsroom):
    """Of both outlets, each of which leads to it."""
    (brief,) = newsroom.answers(newsroom.share(FERRY, COPY))
    assert newsroom.site.url(FERRY) in str(brief.blocks)
    assert newsroom.site.url(COPY) in str(brief.blocks)
    again = newsroom.answers(newsroom.share(COPY))[0]
    assert "Already briefed" in again.text
    assert brief.ts.replace(".", "") in str(again.blocks)


def test_links_that_cannot_be_briefed_get_a_sentence_each(newsroom):
    """A front page, a page in another language, a page that is not there: where somebody asks."""
    links = " ".join(map(newsroom.site.url, (FRONT, FOREIGN, "/gone")))
    ts = newsroom.slack.mention(newsroom.channel, links, newsroom.ana)
    said = [message.text for message in newsroom.answers(ts, 3)]
    assert "not a single article" in said[0]
    assert "German" in said[1]
    assert "no page at that link" in said[2]


def test_a_link_that_an_edit_adds_is_briefed(newsroom):
    """The message had none before."""
    ts = newsroom.slack.post_as_user(newsroom.channel, "reading this", newsroom.ana)
    newsroom.slack.edit_as_user(newsroom.channel, ts, f"reading this: {newsroom.site.url(FERRY)}")
    assert len(newsroom.answers(ts)) == 1


def test_our_own_and_other_bots_links_are_left_alone(newsroom):
    """Or two bots would talk for ever."""
    other = newsroom.slack.post_as_user(
        newsroom.channel, newsroom.site.url(FERRY), newsroom.ana, bot_id="B0OTHER"
    )
    ts = newsroom.share(COPY)
    newsroom.answers(ts)
    newsroom.slack.wait_until_quiet()
    assert newsroom.slack.thread(newsroom.channel, other) in (
        (),
        (newsroom.slack.message(newsroom.channel, other),),
    )
    assert len(newsroom.of_bot(ts)) == 1


def test_repeated_deliveries_are_one_brief(newsroom):
    """Also when they come after the end."""
    ts = newsroom.share(FERRY)
    newsroom.slack.redeliver(newsroom.slack.event_ids(ts)[0], 2)
    newsroom.answers(ts)
    newsroom.slack.redeliver(newsroom.slack.event_ids(ts)[0], 1)
    newsroom.slack.wait_until_quiet()
    assert len(newsroom.of_bot(ts)) == 1


def test_the_same_link_again_gets_a_pointer(newsroom):
    """To the first brief."""
    first = newsroom.answers(newsroom.share(FERRY))[0]
    again = newsroom.answers(newsroom.share(f"{FERRY}?utm_source=mail"))[0]
    assert "Already briefed" in again.text
    assert first.ts.replace(".", "") in str(again.blocks)


def test_a_lost_answer_of_slack_makes_no_second_post(newsroom):
    """We look for our own message before we post again."""
    newsroom.slack.drop_answer_of_next("chat.postMessage")
    ts = newsroom.share(FERRY)
    assert len(newsroom.answers(ts)) == 1
    assert newsroom.slack.calls("conversations.replies")


def test_slack_saying_too_many_requests_is_waited_for(newsroom):
    """The brief comes, once."""
    newsroom.slack.fail_next("chat.postMessage", times=2, retry_after=1)
    assert len(newsroom.answers(newsroom.share(FERRY))) == 1


def test_a_restart_in_the_middle_loses_and_doubles_nothing(newsroom):
    """The answer was lost, and the process with it before it could ask again."""
    newsroom.slack.drop_answer_of_next("chat.postMessage")
    newsroom.slack.fail_next("conversations.replies", times=30, retry_after=1)
    ts = newsroom.share(FERRY)
    newsroom.slack.wait_for(lambda: newsroom.of_bot(ts), SECONDS)
    newsroom.stop()
    newsroom.slack.heal()
    newsroom.start()
    assert len(newsroom.answers(ts)) == 1


def test_slash_brief_answers_the_one_who_asks(newsroom):
    """Acknowledged at once and in silence, answered in one message through the command's own address."""
    typed = newsroom.slack.command("/brief", newsroom.site.url(FERRY), newsroom.channel, newsroom.ana)
    newsroom.slack.wait_for(lambda: typed.responses, SECONDS)
    newsroom.slack.wait_until_quiet()
    assert (len(typed.responses), typed.ack) == (1, {})
    assert newsroom.site.url(FERRY) in str(typed.responses[0])
    assert newsroom.slack.bot_messages(newsroom.channel) == ()


def test_slash_digest_now_posts_the_digest(newsroom):
    """What was shared, once each."""
    newsroom.answers(newsroom.share(FERRY))
    newsroom.answers(newsroom.share(COPY))
    newsroom.slack.command("/digest", "now", newsroom.channel, newsroom.ana)
    newsroom.slack.wait_for(newsroom.parents, SECONDS)
    assert len(newsroom.parents()) == 1


def test_the_daily_digest_comes_at_its_time_and_once(newsroom):
    """Also when the process was down at that time and is restarted twice."""
    newsroom.answers(newsroom.share(FERRY))
    newsroom.bot.works.clocks.digests.tick()
    assert newsroom.parents() == []
    for _ in range(2):
        newsroom.stop()
        newsroom.clock.at = datetime(2026, 3, 3, 9, 30, tzinfo=UTC)
        newsroom.start()
        newsroom.slack.wait_for(newsroom.parents, SECONDS)
        newsroom.bot.works.clocks.digests.tick()
        newsroom.slack.wait_until_quiet()
    assert len(newsroom.parents()) == 1
