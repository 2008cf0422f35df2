"""Everyone's own digest: once a day, of what they may see, told to nobody else."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.schedule import DigestClock, PersonalClock
from handlers.commands.digest import parse_digest
from handlers.domain.errors import SlackRefused
from handlers.domain.viewers import Member
from handlers.flows.digest.personal_digests import PERSONAL_SETTING_FLOW, PersonalWish
from handlers.flows.links.by_hand import ASK_FLOW, Request
from handlers.flows.links.share import SHARE_FLOW, Share
from tests.fakes.desk import FakeDesk
from tests.fakes.engine import Died

ONE, TWO = "https://courier.example/dam", "https://standard.example/cats-win-prize"
EIGHT = datetime(2026, 3, 3, 8, 0, tzinfo=UTC)
GRACE = timedelta(hours=12)


@pytest.fixture
def fake(tmp_path):
    """U1 wants a digest of their own at eight, London's time."""
    desk = FakeDesk(tmp_path)
    wish(desk, "at", at="08:00")
    return desk


def wish(fake, act, user="U1", **more):
    wanted = PersonalWish("T1", user, "https://hooks.example/1", act, **more)
    fake.engine.begin(PERSONAL_SETTING_FLOW, f"set:{len(fake.engine.begun)}", wanted.to_json())


def share(fake, url, ts, channel="C1"):
    shared = Share("T1", channel, ts, ts, "U2", (url,))
    fake.engine.begin(SHARE_FLOW, shared.flow_id, shared.to_json())


def look(fake, now=EIGHT):
    fake.now = now
    PersonalClock(fake.personal, fake.engine, lambda: fake.now, GRACE).tick()


def own(fake, user="U1"):
    return [post for post in fake.chat.posts if post.channel == f"D{user}"]


def words(post):
    return str(post.message.blocks)


def test_what_was_filed_in_all_their_conversations_is_told_once(fake):
    """Two channels, one message, however often the clock looks and the bot starts."""
    share(fake, ONE, "1.5")
    share(fake, TWO, "2.5", channel="C2")
    for minute in range(4):
        look(fake, EIGHT + timedelta(minutes=minute))
    (message,) = own(fake)
    assert ONE in words(message)
    assert TWO in words(message)


def test_each_day_tells_what_is_new(fake):
    """Nothing twice, nothing lost over a day that was missed."""
    share(fake, ONE, "1.5")
    look(fake)
    share(fake, TWO, "2.5")
    look(fake, EIGHT + timedelta(days=2))
    first, second = own(fake)
    assert TWO not in words(first)
    assert TWO in words(second)
    assert ONE not in words(second)


def test_the_channels_digest_is_as_complete_as_without(fake):
    """A person's record of what they were told takes nothing from the channel."""
    share(fake, ONE, "1.5")
    look(fake)
    DigestClock(fake.store, fake.engine, lambda: fake.now, GRACE).tick()
    assert [ONE in words(post) for post in fake.chat.posts if post.key.startswith("digest:T1:C1")] == [True]


def test_two_people_are_told_each_their_own(fake):
    """What one was told the other is told as well."""
    wish(fake, "at", user="U3", at="08:00")
    share(fake, ONE, "1.5")
    look(fake)
    assert ONE in words(own(fake)[0])
    assert ONE in words(own(fake, "U3")[0])


def test_nobody_is_told_what_they_may_not_see(fake):
    """A guest hears of the one channel they are in; a private brief is for its asker alone."""
    fake.directory.people["U1"] = Member("T1", "UTC", is_guest=True)
    fake.directory.members["C2"] = {"U1"}
    share(fake, ONE, "1.5")
    request = Request("T1", "C2", "U2", "9.9", "https://hooks.example/2", (TWO,), "private")
    fake.engine.begin(ASK_FLOW, request.flow_id, request.to_json())
    look(fake)
    assert own(fake) == []
    share(fake, TWO, "3.5", channel="C2")
    look(fake, EIGHT + timedelta(days=1))
    assert [ONE in words(post) for post in own(fake)] == [False]


def test_membership_counts_at_the_moment_of_sending(fake):
    """Who left the channel in the night is not told its links."""
    fake.directory.people["U1"] = Member("T1", "UTC", is_guest=True)
    fake.directory.members["C2"] = {"U1"}
    share(fake, ONE, "1.5", channel="C2")
    fake.directory.members["C2"] = set()
    look(fake)
    assert own(fake) == []


def test_nothing_new_nothing_said(fake):
    """An empty day is silent."""
    look(fake)
    assert own(fake) == []


def test_their_own_zone_counts_where_they_named_none(fake):
    """Eight in Tokyo is eleven the evening before in London."""
    fake.directory.people["U3"] = Member("T1", "Asia/Tokyo")
    wish(fake, "at", user="U3", at="08:00")
    assert "Asia/Tokyo" in fake.chat.responses[-1].text
    wish(fake, "at", user="U3", at="08:00", zone="America/Lima", days=(0, 1))
    assert "America/Lima" in fake.chat.responses[-1].text
    assert "Mon, Tue" in fake.chat.responses[-1].text


def test_off_is_off(fake):
    """And says so, as does the status."""
    share(fake, ONE, "1.5")
    wish(fake, "off")
    look(fake)
    assert own(fake) == []
    wish(fake, "status")
    assert [message.text[:24] for message in fake.chat.responses[-2:]] == ["You get no digest of you"] * 2


def test_a_week_before_it_was_set_is_not_told(fake):
    """The first digest covers a day, as later ones do."""
    share(fake, ONE, "1.5")
    fake.now += timedelta(days=3)
    wish(fake, "at", user="U3", at="08:00")
    look(fake, fake.now.replace(hour=8) + timedelta(days=1))
    assert own(fake, "U3") == []


def test_a_brief_that_was_removed_in_the_meantime_is_not_told(fake):
    """Removed between the claim and the post."""
    share(fake, ONE, "1.5")
    look(fake)
    told = fake.decisions.digest("my-digest:T1:U1:2026-03-03").told
    fake.store.withdraw(told.briefs[0])
    assert ONE not in str(fake.digests.messages(told, "my-digest:T1:U1:2026-03-03"))


@pytest.mark.parametrize("moment", range(5))
@pytest.mark.parametrize("when", ["die_before", "die_after"])
def test_dying_at_any_moment_leaves_one_message(fake, moment, when):
    """After the restart the clock looks again as well."""
    share(fake, ONE, "1.5")
    fake.now = EIGHT
    setattr(fake.engine, when, fake.engine.acts + moment)
    try:
        look(fake)
    except Died:
        fake.engine.resume()
    look(fake)
    assert len(own(fake)) == 1


def test_who_cannot_be_written_to_is_left_alone(fake):
    """Slack opens no direct message with somebody who has left."""
    share(fake, ONE, "1.5")
    fake.chat.failures = [SlackRefused("user_disabled", permanent=True)]
    look(fake)
    assert own(fake) == []


@pytest.mark.parametrize(
    ("typed", "act"), [("me at 8:00 weekdays", "at"), ("me off", "off"), ("ME status", "status")]
)
def test_me_is_about_ones_own(typed, act):
    """The words are those of the channel's digest."""
    wanted = parse_digest(typed)
    assert (wanted.act, wanted.is_mine) == (act, True)


@pytest.mark.parametrize("typed", ["me", "me now", "me preview", "me empty say", "me me off", "me at noon"])
def test_what_one_cannot_have_is_not_understood(typed):
    """Help is due."""
    assert parse_digest(typed) is None
