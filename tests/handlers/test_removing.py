"""Removing a brief: whose right it is, and what is left."""

import pytest

from handlers.domain.errors import RateLimited, SlackRefused
from handlers.domain.viewers import Member
from handlers.flows.brief.actions import Press
from handlers.flows.brief.modals import MODAL_FLOW, REMOVAL
from handlers.flows.brief.removing import REMOVE_FLOW
from handlers.flows.links.share import SHARE_FLOW, Share
from tests.fakes.desk import FakeDesk
from tests.fakes.engine import Died

URL = "https://courier.example/dam"
SHARED = Share("T1", "C1", "5.5", "5.5", "U1", (URL,))
BRIEF = f"{SHARED.flow_id}/0"


@pytest.fixture
def fake(tmp_path):
    """A desk at which U1 shared one link."""
    made = FakeDesk(tmp_path)
    made.engine.begin(SHARE_FLOW, SHARED.flow_id, SHARED.to_json())
    return made


def press(fake, flow, trigger, **changed):
    known = {"team": "T1", "user": "U1", "trigger": trigger, "brief_id": BRIEF, "part": REMOVAL}
    one = Press(**{**known, **changed})
    fake.engine.begin(flow, one.flow_id, one.to_json())


def remove(fake, trigger="2.2", **changed):
    press(fake, REMOVE_FLOW, trigger, view_id="V1", **changed)


def said(fake):
    return str(fake.chat.views["V1"].blocks)


def test_its_sharer_is_asked_once_more_and_then_it_is_gone(fake):
    """The message goes; the digest and the pointer leave the brief out."""
    press(fake, MODAL_FLOW, "1.1", channel="C1")
    assert fake.chat.views["V1"].submit == "Remove"
    remove(fake)
    assert "Removed" in said(fake)
    assert fake.chat.posts == []
    assert fake.store.undigested("T1", "C1", fake.now) == ()


def test_the_link_shared_again_is_briefed_anew(fake):
    """No pointer leads to what was removed."""
    remove(fake)
    again = Share("T1", "C1", "6.6", "6.6", "U3", (URL,))
    fake.engine.begin(SHARE_FLOW, again.flow_id, again.to_json())
    assert "Already" not in fake.chat.posts[0].message.text


def test_an_admin_may_and_nobody_else(fake):
    """An admin of another workspace is nobody here."""
    fake.directory.people["U7"] = Member("T7", "UTC", is_admin=True)
    fake.directory.people["U8"] = Member("T1", "UTC", is_admin=True)
    for user in ("U2", "U7"):
        press(fake, MODAL_FLOW, f"1.{user}", user=user, channel="C1")
        remove(fake, f"2.{user}", user=user)
        assert len(fake.chat.posts) == 1
    remove(fake, "3.3", user="U8")
    assert fake.chat.posts == []


def test_a_message_that_is_gone_already_is_removed_all_the_same(fake):
    """Somebody deleted it by hand."""
    fake.chat.posts.clear()
    remove(fake)
    assert "Removed" in said(fake)


def test_what_slack_will_not_delete_stays_and_is_told(fake):
    """The brief stays where its message stays."""
    fake.chat.failures = [SlackRefused("cant_delete_message", permanent=True)]
    remove(fake)
    assert "would not remove" in said(fake)
    assert fake.store.find("T1", "C1", [URL.removeprefix("https://")]) or fake.store.load(BRIEF)
    assert fake.store.load(BRIEF).filing.audience == "channel"


def test_slack_asking_to_wait_is_waited_for(fake):
    """Then it is deleted."""
    fake.chat.failures = [RateLimited(7)]
    remove(fake)
    assert 7 in fake.engine.slept
    assert "Removed" in said(fake)


@pytest.mark.parametrize("number", range(4))
def test_dying_on_the_way_leaves_nothing_half_removed(fake, number):
    """The flow is taken up behind its last finished act."""
    fake.engine.die_after = fake.engine.acts + number
    with pytest.raises(Died):
        remove(fake)
    fake.engine.die_after = -1
    fake.engine.resume()
    assert "Removed" in said(fake)
    assert fake.chat.posts == []
