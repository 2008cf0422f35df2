"""People and conversations, asked of a Slack on loopback."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.slack.chat import OneWorkspace, web_client
from bot.slack.directory import SlackDirectory
from handlers.domain.errors import SlackRefused
from tests.fakes.slack import FakeSlack

pytestmark = pytest.mark.slow


@pytest.fixture
def slack():
    with FakeSlack() as running:
        yield running


class Clock:
    def __init__(self):
        self.at = datetime(2026, 3, 2, tzinfo=UTC)

    def __call__(self):
        return self.at


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def directory(slack, clock):
    return SlackDirectory(OneWorkspace(web_client(slack.bot_token, slack.url)), clock)


def test_people_have_a_zone_and_a_standing(slack, directory):
    """As users.info tells them."""
    boss = slack.user("boss", tz="Asia/Tokyo", is_admin=True)
    guest = slack.user("guest", is_guest=True)
    team = slack.workspace.team
    assert (directory.person(team, boss).zone, directory.person(team, boss).is_admin) == ("Asia/Tokyo", True)
    assert directory.person(team, guest).is_guest
    with pytest.raises(SlackRefused):
        directory.person(team, "U0NOBODY")


def test_conversations_are_told_by_member_and_by_kind(slack, directory):
    """Private ones only where the person is a member; public ones where the bot is."""
    ana, ben = slack.user("ana"), slack.user("ben")
    team = slack.workspace.team
    public, private = slack.channel("news", (ana,)), slack.channel("inquiry", (ana,), private=True)
    assert directory.conversations_of(team, ana) == {public, private}
    assert directory.conversations_of(team, ben) == frozenset()
    assert directory.public_channels(team) == {public}
    assert {public, private} <= directory.our_conversations(team)
    elsewhere = slack.channel("elsewhere", (ana,), bot_is_member=False)
    assert elsewhere not in directory.our_conversations(team)


def test_an_answer_is_kept_for_a_minute_and_no_longer(slack, directory, clock):
    """Somebody who was thrown out sees nothing soon after."""
    ana = slack.user("ana")
    private = slack.channel("inquiry", (ana,), private=True)
    team = slack.workspace.team
    assert directory.conversations_of(team, ana) == {private}
    slack.leave(private, ana)
    assert directory.conversations_of(team, ana) == {private}
    clock.at += timedelta(minutes=1)
    assert directory.conversations_of(team, ana) == frozenset()
    assert len(slack.calls("users.conversations")) == 2
