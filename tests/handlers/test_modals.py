"""Presses beneath a brief and the modals that they open."""

import pytest

from handlers.domain.errors import RateLimited, SlackRefused
from handlers.domain.viewers import Member
from handlers.flows.brief.actions import Press, press_from
from handlers.flows.brief.modals import MODAL_FLOW, STATEMENTS
from handlers.flows.links.share import SHARE_FLOW, Share
from tests.fakes.desk import FakeDesk

URL = "https://courier.example/dam"
SHARED = Share("T1", "C1", "5.5", "5.5", "U1", (URL,))
BRIEF = f"{SHARED.flow_id}/0"


@pytest.fixture
def fake(tmp_path):
    """A desk at which one link was shared."""
    made = FakeDesk(tmp_path)
    made.engine.begin(SHARE_FLOW, SHARED.flow_id, SHARED.to_json())
    return made


def press(fake, **changed):
    known = {"team": "T1", "user": "U2", "trigger": "1.1", "brief_id": BRIEF, "part": STATEMENTS}
    pressed = Press(**{**known, "channel": "C1", "response_url": "https://hooks.example/1", **changed})
    fake.engine.begin(MODAL_FLOW, pressed.flow_id, pressed.to_json())


def words(view):
    return str(view.blocks)


def test_a_modal_says_that_it_loads_and_then_shows_the_statements(fake):
    """Two steps, since it may open for three seconds only."""
    press(fake)
    loading, filled = fake.chat.view_history
    assert "Loading" in words(loading)
    assert "The dam will hold" in words(filled)


def test_a_page_is_turned_in_the_same_modal(fake):
    """No second one opens."""
    press(fake)
    press(fake, trigger="2.2", view_id="V1", channel="", value="1")
    assert list(fake.chat.views) == ["V1"]


@pytest.mark.parametrize(
    "changed",
    [
        {"brief_id": "share:unknown/0"},
        {"team": "T2"},
        {"channel": "C9", "user": "U9"},
        {"channel": "", "view_id": "V1", "user": "U9"},
    ],
)
def test_a_brief_that_is_gone_or_not_for_the_presser_is_not_shown(fake, changed):
    """An unknown one, another workspace, a value that was forged, a person who left the channel."""
    fake.directory.public.clear()
    press(fake, **changed)
    shown = words(fake.chat.view_history[-1])
    assert "no longer exists" in shown
    assert "dam" not in shown


def test_somebody_of_another_workspace_sees_what_the_shared_channel_shows(fake):
    """Slack says that they pressed it there."""
    fake.directory.people["U7"] = Member("T7", "UTC")
    press(fake, user="U7")
    assert "The dam will hold" in words(fake.chat.view_history[-1])


def test_a_press_that_came_too_late_is_answered_with_a_sentence(fake):
    """For the presser alone."""
    fake.chat.failures = [SlackRefused("expired_trigger_id", permanent=True)]
    press(fake)
    assert "try again" in fake.chat.responses[0].text
    assert fake.chat.views == {}


def test_slack_asking_to_wait_is_waited_for(fake):
    """The modal is filled when Slack lets us."""
    fake.engine.slept.clear()
    press(fake)
    fake.chat.failures = [RateLimited(3)]
    press(fake, trigger="2.2", view_id="V1")
    assert fake.engine.slept == [3]
    assert len(fake.chat.view_history) == 3


def test_a_payload_without_a_brief_is_read_without_harm():
    """Whatever a button carries."""
    body = {"team": {"id": "T1"}, "user": {"id": "U1"}, "trigger_id": "1.1"}
    pressed = press_from({**body, "actions": [{"action_id": "x", "block_id": "abc", "value": "-7²"}]})
    assert (pressed.brief_id, pressed.page) == ("", 0)
