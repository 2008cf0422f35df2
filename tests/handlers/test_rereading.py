"""Reading a page again because somebody asks."""

import pytest

from handlers.domain.corrected import marks_of
from handlers.domain.errors import NotFound, SlackRefused
from handlers.flows.brief.actions import Press
from handlers.flows.brief.fixing import FIX_FLOW
from handlers.flows.links.by_hand import ASK_FLOW, Request
from handlers.flows.links.rereading import REREAD_FLOW
from handlers.flows.links.share import SHARE_FLOW, Share
from tests.fakes.desk import FakeDesk, brief_of

URL = "https://courier.example/dam"
SHARED = Share("T1", "C1", "5.5", "5.5", "U1", (URL,))
BRIEF = f"{SHARED.flow_id}/0"
NEWER = "The dam has gone, the engineer said at noon."


@pytest.fixture
def fake(tmp_path):
    """A desk at which one link was shared."""
    made = FakeDesk(tmp_path)
    made.engine.begin(SHARE_FLOW, SHARED.flow_id, SHARED.to_json())
    return made


def reread(fake, trigger="1.1", **changed):
    known = {"team": "T1", "user": "U22", "trigger": trigger, "brief_id": BRIEF, "channel": "C1"}
    press = Press(**{**known, "response_url": "https://hooks.example/1", **changed})
    fake.engine.begin(REREAD_FLOW, press.flow_id, press.to_json())


def said(fake):
    return [answer.text for answer in fake.chat.responses]


def test_a_changed_page_renews_the_brief_in_its_place(fake):
    """The same message, the same brief."""
    fake.reading.pages[URL] = brief_of(URL, NEWER)
    reread(fake)
    assert "The dam has gone" in str(fake.chat.posts[0].message.blocks)
    assert said(fake) == ["Reading the page again…", "The page has changed, and I have updated the brief."]
    assert "The dam has gone" in str(fake.store.load(BRIEF).brief)


def test_a_page_that_reads_as_before_says_so(fake):
    """Nothing is posted."""
    reread(fake)
    assert "has not changed" in said(fake)[-1]
    assert len(fake.chat.posts) == 1


def test_a_page_that_cannot_be_read_now_leaves_the_brief(fake):
    """With the reason."""
    fake.reading.pages[URL] = NotFound(URL)
    reread(fake)
    assert "no page at that link" in said(fake)[-1]
    assert "The dam will hold" in str(fake.store.load(BRIEF).brief)


def test_a_correction_holds_where_the_same_statement_stands(fake):
    """And is no change of the page."""
    press = Press("T1", "U22", "0.1", BRIEF, channel="C1", view_id="V1", line=marks_of(brief_of(URL))[0])
    wanted = {"chosen": "", "name": "Ida Rook", "role": ""}
    fake.engine.begin(FIX_FLOW, press.flow_id, {"press": press.to_json(), "wanted": wanted})
    longer = "The dam will hold, the engineer said. It was built of stone in the year of the flood."
    fake.reading.pages[URL] = brief_of(URL, longer)
    reread(fake)
    assert fake.store.load(BRIEF).brief.bullets[0].source.name == "Ida Rook"
    assert "source corrected by <@U22>" in str(fake.chat.posts[0].message.blocks)


def test_a_brief_that_one_person_was_shown_is_renewed_for_them(fake):
    """Nothing goes to the channel."""
    other = "https://courier.example/bridge"
    asked = Request("T1", "C1", "U22", "7.7", "https://hooks.example/2", (other,), "asker")
    fake.engine.begin(ASK_FLOW, asked.flow_id, asked.to_json())
    fake.reading.pages[other] = brief_of(other, NEWER)
    reread(fake, brief_id=f"{asked.flow_id}/0")
    assert len(fake.chat.posts) == 1
    assert any("The dam has gone" in str(answer.blocks) for answer in fake.chat.responses)


def test_nobody_has_a_page_read_whose_brief_they_may_not_see(fake):
    """Another workspace's."""
    reread(fake, team="T2")
    assert len(fake.reading.reads) == 1
    assert "no longer exists" in said(fake)[-1]


def test_a_brief_that_slack_will_not_renew_is_not_said_to_be(fake):
    """The archive has the new reading, and the message the old one."""
    fake.reading.pages[URL] = brief_of(URL, NEWER)
    fake.directory.public = {"C1"}

    def refuse(channel, ts, message):
        raise SlackRefused("is_archived", permanent=True)

    fake.chat.update = refuse
    reread(fake)
    assert "no longer write in the channel" in said(fake)[-1]
