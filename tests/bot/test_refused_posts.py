"""A Slack that refuses posts for good, with the whole bot: nobody is told "done", and nothing is lost."""

from __future__ import annotations

import logging

import pytest

from tests.bot.newsroom import FERRY, SECONDS

pytestmark = pytest.mark.slow

CODES = (
    "restricted_action",
    "not_in_channel",
    "is_archived",
    "missing_scope",
    "msg_too_long",
    "channel_not_found",
)
POST, ALONE = "chat.postMessage", "chat.postEphemeral"


def told_alone(room):
    return [one.text for one in room.slack.ephemerals(room.channel, room.ana)]


def marked(room, ts):
    return room.slack.reactions(room.channel, ts)


def refuse(room, code):
    """Share a link whose brief Slack refuses, and wait for the end."""
    room.slack.fail_next(POST, code)
    ts = room.share(FERRY)
    room.slack.wait_for(lambda: marked(room, ts) == ("warning",) and told_alone(room), SECONDS)
    return ts


@pytest.mark.parametrize("code", CODES)
def test_a_refused_brief_is_no_done_and_is_posted_on_the_next_share(newsroom, code, caplog):
    """A warning on the message, a line to its sharer, one line in the log, one count; then the brief, without a second reading."""
    with caplog.at_level(logging.INFO):
        refused = refuse(newsroom, code)
    (told,) = told_alone(newsroom)
    assert told.startswith(f"I could not post in <#{newsroom.channel}>.")
    assert newsroom.of_bot(refused) == []
    (line,) = [record for record in caplog.records if code in record.getMessage()]
    assert newsroom.channel in line.getMessage()
    counted = f'nutgraf_slack_refusals_total{{code="{code}",step="post"}}'.encode()
    assert counted in newsroom.bot.metrics.text()
    fetched = newsroom.site.hits.count(FERRY)
    ts = newsroom.share(FERRY)
    (brief,) = newsroom.answers(ts)
    assert "Already briefed" not in brief.text
    assert marked(newsroom, ts) == ("white_check_mark",)
    assert newsroom.site.hits.count(FERRY) == fetched
    (pointer,) = newsroom.answers(newsroom.share(FERRY))
    assert brief.ts.replace(".", "") in str(pointer.blocks)


def test_where_the_bot_was_removed_the_sharer_reads_it_in_direct_messages(newsroom):
    """The channel takes neither marks nor lines for one person."""
    newsroom.slack.hold_deliveries()
    newsroom.share(FERRY)
    newsroom.slack.remove_bot(newsroom.channel)
    newsroom.slack.release_deliveries()
    direct = newsroom.slack.direct_channel(newsroom.ana)
    newsroom.slack.wait_for(lambda: newsroom.slack.bot_messages(direct), SECONDS)
    told = newsroom.slack.bot_messages(direct)[-1].text
    assert newsroom.channel in told
    assert "/invite @Nutgraf" in told


def test_a_refused_brief_is_posted_after_a_restart(newsroom):
    """What Slack refused is kept, not remembered."""
    refuse(newsroom, "restricted_action")
    newsroom.stop()
    newsroom.start()
    (brief,) = newsroom.answers(newsroom.share(FERRY))
    assert "Already briefed" not in brief.text


def test_a_mention_whose_answer_is_refused_is_told_to_its_asker(newsroom):
    """In the channel, for their eyes."""
    newsroom.slack.fail_next(POST, "restricted_action")
    bot = newsroom.slack.bot_user
    newsroom.slack.post_as_user(newsroom.channel, f"<@{bot}> what did Marrack say?", newsroom.ana)
    newsroom.slack.wait_for(lambda: told_alone(newsroom), SECONDS)
    assert "ask an admin" in told_alone(newsroom)[0]


def test_a_refused_digest_is_told_by_the_next_one(newsroom):
    """And asked for by hand, it is refused in words."""
    newsroom.answers(newsroom.share(FERRY))
    newsroom.slack.fail_next(POST, "restricted_action")
    typed = newsroom.slack.command("/digest", "now", newsroom.channel, newsroom.ana)
    newsroom.slack.wait_for(lambda: typed.responses, SECONDS)
    assert "ask an admin" in str(typed.responses[-1])
    assert newsroom.parents() == []
