"""The welcome, the channel settings form, and what becomes of what was sent."""

from dataclasses import replace
from datetime import time, timedelta

import pytest

from handlers.commands.channel_form import read_form
from handlers.domain.channels import ChannelSetting
from handlers.domain.errors import RateLimited, SlackRefused
from handlers.domain.viewers import Member
from handlers.flows.channel.channel_settings import OPEN_FLOW, SAVE_FLOW, Opening
from handlers.flows.channel.welcome import WELCOME_FLOW, Arrival, arrival
from tests.examples import moments
from tests.fakes.desk import FakeDesk
from tests.fakes.engine import Died
from tests.handlers.sent_form import sent


@pytest.fixture
def fake(tmp_path):
    """A desk with Ana in the channel."""
    made = FakeDesk(tmp_path)
    made.directory.members["C1"] = {"U1ANA"}
    return made


def come(fake, event="Ev1", inviter="U0ANA"):
    came = Arrival("T1", "C1", inviter, event)
    fake.engine.begin(WELCOME_FLOW, came.flow_id, came.to_json())


def open_form(fake, user="U1ANA", trigger="1.1"):
    opening = Opening("T1", user, "C1", trigger, "https://hooks.example/1")
    fake.engine.begin(OPEN_FLOW, opening.flow_id, opening.to_json())


def save(fake, user="U1ANA", number=1, **changed):
    argument = {"team": "T1", "user": user, "channel": "C1", "view": "V1", "values": sent(**changed)}
    fake.engine.begin(SAVE_FLOW, f"settings:T1:V1:{number}", argument)


# --- welcome ---


def test_only_the_bots_own_arrival_is_one():
    """Colleagues join without a word from us."""
    event = {"user": "U9", "channel": "C1", "inviter": "U1ANA"}
    assert arrival(event, "T1", "Ev1", "U9") == Arrival("T1", "C1", "U1ANA", "Ev1")
    assert arrival({**event, "user": "U2"}, "T1", "Ev1", "U9") is None
    assert arrival(event, "T1", "Ev1", "") is None


def test_it_says_what_it_will_do_and_where_to_change_it(fake):
    """Once: the same event again, and an invitation an hour later, bring no second welcome."""
    come(fake)
    come(fake)
    fake.now += timedelta(hours=1)
    come(fake, "Ev2")
    (post,) = fake.chat.posts
    assert "<@U0ANA>" in str(post.message.blocks)
    assert "every article link" in post.message.text
    assert "08:00" in post.message.text
    assert post.message.blocks[-1]["elements"][0]["text"]["text"] == "Change this"


def test_a_welcome_that_slack_refuses_is_told_to_its_inviter(fake):
    """Who invited it learns at once that it cannot post there."""
    fake.chat.failures = [SlackRefused("restricted_action", permanent=True)]
    come(fake)
    ((channel, user, message),) = fake.chat.shown_to_one
    assert (channel, user) == ("C1", "U0ANA")
    assert "ask an admin" in message.text


def test_where_nobody_invited_it_it_waits_to_be_asked(fake):
    """Unless the channel had said otherwise."""
    come(fake, inviter="")
    assert fake.channels.channel_setting("T1", "C1").mode == "request"
    assert "when somebody asks" in fake.chat.posts[0].message.text
    fake.channels.set_channel(ChannelSetting("T1", "C1", "every"))
    fake.now += timedelta(days=2)
    come(fake, "Ev2", inviter="")
    assert fake.channels.channel_setting("T1", "C1").mode == "every"


@pytest.mark.parametrize("moment", range(4))
@pytest.mark.parametrize("when", ["die_before", "die_after"])
def test_dying_at_any_moment_welcomes_once(fake, moment, when):
    """As with everything that is posted."""
    setattr(fake.engine, when, moment)
    try:
        come(fake)
    except Died:
        fake.engine.resume()
    assert len(fake.chat.posts) == 1


# --- what is sent ---


def test_a_form_is_understood_as_it_was_sent():
    """Domains by any spelling of an address, once each."""
    read = read_form(
        sent(muted="www.courier.example, https://standard.example/dam courier.example", days="04")
    )
    assert read.problems == {}
    assert read.muted == ("courier.example", "standard.example")
    assert (read.mode, read.at, read.zone) == ("request", time(8, 30), "Europe/London")
    assert read.days == {0, 4}


@pytest.mark.parametrize(
    ("changed", "beside"),
    [
        ({"zone": "Mars/Olympus"}, "zone"),
        ({"zone": ""}, "zone"),
        ({"at": None}, "at"),
        ({"days": ""}, "days"),
        ({"muted": "the courier"}, "muted"),
        ({"muted": " ".join(f"outlet{n}.example" for n in range(101))}, "muted"),
        ({"everywhere": "http:/oops"}, "everywhere"),
    ],
)
def test_what_cannot_be_is_said_beside_its_field(changed, beside):
    """With what to write instead."""
    assert list(read_form(sent(**changed)).problems) == [beside]


def test_a_digest_that_is_off_needs_neither_time_nor_days():
    """They stay as they were."""
    assert read_form(sent(digest=(), at=None, days="")).problems == {}


# --- opening and keeping ---


def test_the_form_shows_how_things_stand(fake):
    """And the next digest in the reader's own time."""
    fake.channels.set_channel(ChannelSetting("T1", "C1", "off", ("courier.example",)))
    open_form(fake)
    shown = str(fake.chat.view_history[-1].blocks)
    assert "'initial_option': {'text': {'type': 'plain_text', 'text': 'Off'" in shown
    assert "courier.example" in shown
    assert "<!date^" in shown
    assert "Muted in the whole workspace" not in shown


def test_an_admin_sees_what_the_workspace_mutes(fake):
    """And no admin of another workspace does."""
    fake.directory.people["U1ANA"] = Member("T1", "UTC", is_admin=True)
    open_form(fake)
    assert "whole workspace" in str(fake.chat.view_history[-1].blocks)
    fake.directory.people["U1ANA"] = Member("T2", "UTC", is_admin=True)
    open_form(fake, trigger="2.2")
    assert "whole workspace" not in str(fake.chat.view_history[-1].blocks)


def test_who_is_no_member_sees_and_changes_nothing(fake):
    """Also with a form that was opened before they left."""
    open_form(fake, user="U2")
    assert "Only members" in str(fake.chat.view_history[-1].blocks)
    save(fake, user="U2")
    assert "Only members" in str(fake.chat.view_history[-1].blocks)
    assert fake.channels.channel_setting("T1", "C1").mode == "every"
    assert fake.chat.posts == []


def test_a_window_that_slack_does_not_open_is_said(fake):
    """To who pressed."""
    fake.chat.failures = [SlackRefused("expired_trigger_id", permanent=True)]
    open_form(fake)
    assert "try again" in fake.chat.responses[0].text


def test_what_was_sent_holds_and_the_channel_is_told_in_one_line(fake):
    """Who, and what changed; nothing else."""
    save(fake, muted="courier.example", digest=("posted", "says_empty"), days="01234")
    assert fake.channels.channel_setting("T1", "C1") == ChannelSetting(
        "T1", "C1", "request", ("courier.example",)
    )
    setting = fake.store.digest_setting("T1", "C1")
    assert (setting.at, setting.zone, setting.says_empty) == (time(8, 30), "Europe/London", True)
    assert setting.since == fake.now
    (post,) = fake.chat.posts
    assert post.thread is None
    assert post.message.text == (
        "<@U1ANA> changed how I work here. links: every link → on request; muted: courier.example; "
        "digest: 08:30 Europe/London on weekdays; days without links: one line"
    )
    assert "Saved" in str(fake.chat.view_history[-1].blocks)


def test_a_form_that_changes_nothing_is_not_told(fake):
    """Nor does the digest begin anew."""
    save(fake)
    fake.now += timedelta(hours=1)
    save(fake, number=2)
    assert len(fake.chat.posts) == 1
    assert fake.store.digest_setting("T1", "C1").since == fake.now - timedelta(hours=1)


def test_only_an_admins_word_mutes_for_the_workspace(fake):
    """A forged field is not listened to."""
    save(fake, everywhere="courier.example")
    assert fake.channels.muted_everywhere("T1") == ()
    fake.directory.people["U1ANA"] = replace(fake.directory.person("T1", "U1ANA"), is_admin=True)
    save(fake, number=2, everywhere="courier.example")
    assert fake.channels.muted_everywhere("T1") == ("courier.example",)
    assert "in the whole workspace: courier.example" in fake.chat.posts[-1].message.text


def test_slack_asking_to_wait_is_waited_for(fake):
    """And the change is told once."""
    fake.chat.lose_answers = 1
    fake.chat.failures = [RateLimited(3)]
    save(fake)
    assert fake.engine.slept[0] == 3
    assert len(fake.chat.posts) == 1


@pytest.mark.parametrize("moment", moments(8))
@pytest.mark.parametrize("when", ["die_before", "die_after"])
def test_dying_at_any_moment_keeps_and_tells_a_change_once(fake, moment, when):
    """Although after the restart what was sent holds already."""
    setattr(fake.engine, when, moment)
    try:
        save(fake)
    except Died:
        fake.engine.resume()
    assert fake.channels.channel_setting("T1", "C1").mode == "request"
    assert len(fake.chat.posts) == 1


def test_the_form_of_a_channel_that_the_bot_is_not_in_says_that_it_must_be_invited(fake):
    """Nothing can be set for a channel where nothing will come."""
    fake.directory.our_conversations = lambda team: frozenset()
    open_form(fake)
    assert "/invite @Nutgraf" in str(fake.chat.view_history[-1])
