"""The welcome and the channel settings, through the whole bot."""

from __future__ import annotations

from datetime import timedelta

import pytest

from handlers.domain.channels import ChannelSetting
from handlers.render.slack_settings import OPEN_SETTINGS
from tests.bot.newsroom import FERRY, SECONDS
from tests.handlers.sent_form import sent

pytestmark = pytest.mark.slow

WELCOME, SETTINGS = "welcome", "channel settings"


@pytest.fixture
def uninvited(newsroom):
    """A channel that the bot is not in yet."""
    slack = newsroom.slack
    newsroom.channel = slack.channel(
        f"new-{len(slack.workspace.channels)}", (newsroom.ana,), bot_is_member=False
    )
    return newsroom


@pytest.fixture
def invited(uninvited):
    """A channel that has its welcome, with no modal open."""
    for view in uninvited.slack.modals(uninvited.ana):
        uninvited.slack.close_view(view.id)
    uninvited.clock.at += timedelta(minutes=2)  # who is where is known anew
    uninvited.slack.invite_bot(uninvited.channel, uninvited.ana)
    said(uninvited)
    return uninvited


def said(room, count=1):
    """The bot's messages of the channel, once there are so many."""
    room.slack.wait_for(lambda: len(room.parents()) >= count, SECONDS)
    return room.parents()


def type_settings(room, user=None):
    return room.slack.command("/brief", "settings", room.channel, user or room.ana)


def press(room, user=None):
    (welcome, *_) = room.parents()
    return room.slack.press(room.channel, welcome.ts, OPEN_SETTINGS, user or room.ana)


OPENINGS = {SETTINGS: press, "/brief settings": type_settings}


def each(case):
    """One test for the button and one for the command."""
    params = [
        pytest.param(opens, marks=pytest.mark.surface(name, case), id=opens.__name__)
        for name, opens in OPENINGS.items()
    ]
    return pytest.mark.parametrize("opens", params)


def modal(room, words, user=None):
    """The modal on top, once it shows these words."""
    who, slack = user or room.ana, room.slack
    slack.wait_for(lambda: slack.modals(who) and words in str(slack.modals(who)[-1].content), SECONDS)
    return slack.modals(who)[-1]


@pytest.mark.surface(WELCOME, "happy")
def test_an_invitation_is_answered_with_what_will_happen(uninvited):
    """Nothing before; then one message with a button."""
    uninvited.slack.wait_until_quiet()
    assert uninvited.parents() == []
    uninvited.slack.invite_bot(uninvited.channel, uninvited.ana)
    (welcome,) = said(uninvited)
    assert f"<@{uninvited.ana}>" in str(welcome.blocks)
    assert "every article link" in welcome.text


@pytest.mark.surface(WELCOME, "bad input")
def test_the_same_invitation_again_and_a_colleagues_arrival_say_nothing(invited):
    """Out and in within the day, too."""
    invited.slack.join(invited.channel, invited.slack.user("ben"))
    invited.slack.remove_bot(invited.channel)
    invited.slack.invite_bot(invited.channel, invited.ana)
    invited.slack.wait_until_quiet(0.4)
    assert len(invited.parents()) == 1


@pytest.mark.surface(WELCOME, "no permission")
def test_a_channel_that_lets_it_say_nothing_is_left_in_peace(uninvited):
    """It is asked once."""
    uninvited.slack.fail_next("chat.postMessage", "restricted_action", times=5)
    uninvited.slack.invite_bot(uninvited.channel, uninvited.ana)
    uninvited.slack.wait_until_quiet(0.4)
    uninvited.slack.heal()
    assert uninvited.parents() == []
    assert len(uninvited.answers(uninvited.share(FERRY))) == 1


@pytest.mark.surface(WELCOME, "Slack error")
def test_a_welcome_whose_answer_is_lost_is_said_once(uninvited):
    """Looked for before it is said again."""
    uninvited.slack.drop_answer_of_next("chat.postMessage")
    uninvited.slack.invite_bot(uninvited.channel, uninvited.ana)
    uninvited.slack.wait_for(lambda: uninvited.slack.calls("conversations.history"), SECONDS)
    uninvited.slack.wait_until_quiet(0.4)
    assert len(uninvited.parents()) == 1


@each("happy")
def test_a_channel_is_set_to_off_and_all_are_told(invited, opens):
    """From the welcome's button to the silence."""
    assert opens(invited).acked
    form = modal(invited, "Muted outlets")
    submitted = invited.slack.submit_view(form.id, sent(mode="off", digest=()))
    assert submitted.ack["response_action"] == "update"
    modal(invited, "Saved")
    told = said(invited, 2)[-1]
    assert told.text == f"<@{invited.ana}> changed how I work here. links: every link → off; digest: off"
    ts = invited.share(FERRY)
    invited.slack.wait_until_quiet(0.4)
    assert invited.of_bot(ts) == []


@each("bad input")
def test_what_cannot_be_is_said_beside_its_field_and_nothing_is_kept(invited, opens):
    """Two fields at once."""
    opens(invited)
    form = modal(invited, "Muted outlets")
    submitted = invited.slack.submit_view(form.id, sent(mode="off", zone="Mars", muted="the courier"))
    assert submitted.ack["response_action"] == "errors"
    assert sorted(submitted.ack["errors"]) == ["muted", "zone"]
    team = invited.slack.workspace.team
    assert invited.bot.works.channels.channel_setting(team, invited.channel).mode == "every"


@each("no permission")
def test_who_is_no_member_sees_a_sentence(invited, opens):
    """The channel is public, so they could press."""
    ben = invited.slack.user("ben-outside")
    opens(invited, ben)
    assert modal(invited, "Only members", ben)


@each("Slack error")
def test_a_window_that_slack_does_not_open_is_said(invited, opens):
    """And one whose content has to wait is filled in the end."""
    invited.slack.fail_next("views.open", "expired_trigger_id")
    pressed = opens(invited)
    assert "try again" in str(pressed.wait_responses(1, SECONDS))
    invited.slack.fail_next("views.update", retry_after=1)
    opens(invited)
    modal(invited, "Muted outlets")


REST = "channel that was left or archived"


def rests(room):
    """Whether the channel's digest rests."""
    settings = room.bot.works.desk.archive.digest_settings()
    return room.channel not in [one.channel for one in settings]


def room_of(newsroom, *, private=False):
    """A channel of its own with one brief, in which the digest is on."""
    slack = newsroom.slack
    newsroom.channel = slack.channel(
        f"rest-{len(slack.workspace.channels)}", (newsroom.ana,), private=private
    )
    newsroom.answers(newsroom.share(FERRY))
    assert not rests(newsroom)


PRIVATE = pytest.mark.parametrize("private", [False, True], ids=["public", "private"])


@pytest.mark.surface(REST, "happy")
@PRIVATE
@pytest.mark.parametrize("as_member", [False, True])
def test_a_channel_that_the_bot_left_rests_until_it_is_back(newsroom, private, as_member):
    """Its settings are as they were, however Slack tells of it."""
    slack = newsroom.slack
    room_of(newsroom, private=private)
    newsroom.bot.works.channels.set_channel(
        ChannelSetting(slack.workspace.team, newsroom.channel, "request", ("courier.example",))
    )
    slack.remove_bot(newsroom.channel, as_member=as_member)
    slack.wait_for(lambda: rests(newsroom), SECONDS)
    slack.invite_bot(newsroom.channel, newsroom.ana)
    slack.wait_for(lambda: not rests(newsroom), SECONDS)
    setting = newsroom.bot.works.channels.channel_setting(slack.workspace.team, newsroom.channel)
    assert (setting.mode, setting.muted) == ("request", ("courier.example",))


@pytest.mark.surface(REST, "bad input")
@PRIVATE
def test_an_archived_channel_rests_until_it_is_opened_again(newsroom, private):
    """Nobody could read the digest; Home leaves it out."""
    room_of(newsroom, private=private)
    newsroom.slack.archive(newsroom.channel)
    newsroom.slack.wait_for(lambda: rests(newsroom), SECONDS)
    newsroom.slack.unarchive(newsroom.channel)
    newsroom.slack.wait_for(lambda: not rests(newsroom), SECONDS)


@pytest.mark.surface(REST, "bad input")
@PRIVATE
def test_a_deleted_channel_rests_for_good(newsroom, private):
    """Its briefs stay in the archive."""
    room_of(newsroom, private=private)
    newsroom.slack.delete_channel(newsroom.channel)
    newsroom.slack.wait_for(lambda: rests(newsroom), SECONDS)


@pytest.mark.surface(REST, "no permission")
def test_that_somebody_else_leaves_changes_nothing(newsroom):
    """The channel goes on."""
    newsroom.answers(newsroom.share(FERRY))
    bo = newsroom.slack.user("bo")
    newsroom.slack.join(newsroom.channel, bo)
    newsroom.slack.leave(newsroom.channel, bo)
    newsroom.slack.wait_until_quiet(0.4)
    assert not rests(newsroom)


@pytest.mark.surface(REST, "Slack error")
def test_a_channel_rests_and_wakes_whatever_slack_is_at(newsroom):
    """Nothing is asked of the Web API for it."""
    room_of(newsroom)
    newsroom.slack.http_500(times=5)
    newsroom.slack.archive(newsroom.channel)
    newsroom.slack.wait_for(lambda: rests(newsroom), SECONDS)
    newsroom.slack.unarchive(newsroom.channel)
    newsroom.slack.wait_for(lambda: not rests(newsroom), SECONDS)


def test_a_renamed_channel_has_its_new_name_wherever_we_name_it(newsroom):
    """We name it by its id, which Slack shows by the name of today; its old name is written nowhere."""
    slack, old, new = newsroom.slack, "night-desk-of-old", "dawn-desk"
    cleo = slack.user("cleo-of-names")
    newsroom.channel = slack.channel(old, (newsroom.ana, cleo))
    newsroom.answers(newsroom.share(FERRY))
    slack.rename(newsroom.channel, new)
    newsroom.clock.at += timedelta(minutes=2)  # who is where is known anew
    slack.open_home(cleo)
    slack.wait_for(lambda: slack.home(cleo), SECONDS)
    type_settings(newsroom, cleo)
    form = modal(newsroom, "Muted outlets", cleo)
    for shown in (form.content, slack.home(cleo).content):
        assert f"<#{newsroom.channel}>" in str(shown)
    assert not [call for call in slack.calls() if old in str(call.arguments) or new in str(call.arguments)]
