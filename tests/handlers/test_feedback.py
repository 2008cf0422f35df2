"""Not useful: said once, with a reason or without, taken back."""

import pytest

from handlers.flows.brief.actions import Press
from handlers.flows.brief.feedback import ASK_WHY_FLOW, FEEDBACK_FLOW, REASON_FLOW, TAKE_BACK_FLOW
from handlers.flows.links.share import SHARE_FLOW, Share
from tests.fakes.desk import FakeDesk

SHARED = Share("T1", "C1", "5.5", "5.5", "U1", ("https://courier.example/dam",))
BRIEF = f"{SHARED.flow_id}/0"


@pytest.fixture
def fake(tmp_path):
    """A desk at which one link was shared."""
    made = FakeDesk(tmp_path)
    made.engine.begin(SHARE_FLOW, SHARED.flow_id, SHARED.to_json())
    return made


def pressed(trigger, **changed):
    known = {"team": "T1", "user": "U2", "trigger": trigger, "brief_id": BRIEF, "channel": "C1"}
    return Press(**{**known, "response_url": "https://hooks.example/1", **changed})


def press(fake, flow, trigger, **changed):
    one = pressed(trigger, **changed)
    fake.engine.begin(flow, one.flow_id, one.to_json())


def kept(fake):
    with fake.database.reading() as db:
        return [(row["user"], row["reason"]) for row in db.table("feedback").rows]


def test_it_is_kept_once_a_person_and_thanked_for(fake):
    """A second press says that the first was heard."""
    press(fake, FEEDBACK_FLOW, "1.1")
    press(fake, FEEDBACK_FLOW, "2.2")
    assert kept(fake) == [("U2", None)]
    first, second = (answer.text for answer in fake.chat.responses)
    assert "Thank you" in first
    assert "already" in second


def test_it_can_be_taken_back(fake):
    """The confirmation stands in the place of the thanks."""
    press(fake, FEEDBACK_FLOW, "1.1")
    press(fake, TAKE_BACK_FLOW, "2.2")
    assert kept(fake) == []
    assert [answer.text for answer in fake.chat.responses] == ["Taken back."]


def test_a_reason_is_asked_for_and_kept(fake):
    """The newest one stands."""
    press(fake, FEEDBACK_FLOW, "1.1")
    press(fake, ASK_WHY_FLOW, "2.2")
    assert fake.chat.views["V1"].submit
    for number, reason in enumerate(("A figure is wrong", "Something else: no"), 3):
        sent = pressed(f"{number}.0", channel="", view_id="V1", response_url="")
        fake.engine.begin(REASON_FLOW, sent.flow_id, {"press": sent.to_json(), "reason": reason})
    assert kept(fake) == [("U2", "Something else: no")]


def test_nobody_tells_of_what_they_may_not_see(fake):
    """Another workspace's brief stays untouched, and its existence untold."""
    press(fake, FEEDBACK_FLOW, "1.1", team="T2")
    assert kept(fake) == []
    assert "no longer exists" in fake.chat.responses[0].text
