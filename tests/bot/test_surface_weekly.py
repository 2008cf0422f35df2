"""The weekly report behind a channel's digest, through the whole bot."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.bot.newsroom import FERRY, SECONDS

pytestmark = pytest.mark.slow

WEEKLY = "weekly report"
THURSDAY = datetime(2026, 3, 12, 12, 0, tzinfo=UTC)  # the day after the ferry's article was published
MONDAY = datetime(2026, 3, 16, 8, 30, tzinfo=UTC)


@pytest.fixture
def room(newsroom):
    """A Thursday in a channel that wants the report."""
    newsroom.clock.at = THURSDAY
    typed = newsroom.slack.command("/digest", "report on", newsroom.channel, newsroom.ana)
    newsroom.slack.wait_for(lambda: typed.responses, SECONDS)
    return newsroom


def monday_comes(room):
    """The clock looks, twice; what the channel was told."""
    room.clock.at = MONDAY
    for _ in range(2):
        room.bot.works.clocks.digests.tick()
    room.slack.wait_until_quiet(0.5, timeout=SECONDS)
    return room.parents()


def reports(room):
    return [one for one in room.parents() if one.text.startswith("Who was quoted")]


@pytest.mark.surface(WEEKLY, "happy")
def test_who_was_quoted_stands_behind_the_first_digest_of_the_week(room):
    """Name, role, count and outlet, named and nameless; once."""
    room.answers(room.share(FERRY))
    monday_comes(room)
    room.slack.wait_for(lambda: reports(room), SECONDS)
    digest, report = room.parents()
    assert digest.text.startswith("Digest for Monday")
    assert report.text.startswith("Who was quoted from 9 March 2026 to 15 March 2026")
    shown = str(report.blocks)
    assert "*Ilse Marrack*" in shown
    assert "The Aldermouth Courier" in shown
    assert "*Named and nameless*" in shown
    assert "*New voices*" in shown


@pytest.mark.surface(WEEKLY, "bad input")
def test_a_channel_that_shared_nothing_is_told_nothing(room):
    """Not even that there is nothing to tell."""
    assert monday_comes(room) == []


@pytest.mark.surface(WEEKLY, "no permission")
def test_a_channel_that_the_bot_left_has_no_report(room):
    """Nor does another channel hear of it."""
    room.answers(room.share(FERRY))
    room.slack.remove_bot(room.channel)
    team = room.slack.workspace.team
    room.slack.wait_for(lambda: room.channel in room.bot.works.channels.resting(team), SECONDS)
    assert monday_comes(room) == []


@pytest.mark.surface(WEEKLY, "Slack error")
def test_a_report_whose_answer_is_lost_stands_once(room):
    """It is looked for first, as is the digest."""
    room.answers(room.share(FERRY))
    room.slack.drop_answer_of_next("chat.postMessage", times=3)
    monday_comes(room)
    room.slack.wait_for(lambda: reports(room), SECONDS)
    room.slack.wait_until_quiet(0.5, timeout=SECONDS)
    assert len(reports(room)) == 1
