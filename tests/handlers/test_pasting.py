"""An article's text pasted into a direct message."""

from __future__ import annotations

import pytest

from handlers.domain.errors import RateLimited
from handlers.domain.viewers import Viewer, may_see
from handlers.flows.links.pasting import PASTE_FLOW, Paste, paste_from_message
from summarizer.errors import OtherLanguage
from tests.examples import moments
from tests.fakes.desk import FakeDesk
from tests.fakes.engine import Died

TEXT = "The weir at Port Sarn will stay shut until May, harbour master Ada Rook said on Monday. " * 5
EVENT = {"channel_type": "im", "channel": "DU1", "user": "U1", "ts": "1.5", "text": TEXT}


@pytest.fixture
def fake(tmp_path):
    return FakeDesk(tmp_path)


def paste(fake, event=EVENT):
    pasted = paste_from_message(event, "T1")
    fake.engine.begin(PASTE_FLOW, pasted.flow_id, pasted.to_json())


@pytest.mark.parametrize(
    "event",
    [
        EVENT | {"text": TEXT[:300]},
        EVENT | {"text": f"{TEXT} <https://courier.example/weir>"},
        EVENT | {"text": f"check “{TEXT}”"},
        EVENT | {"channel_type": "channel"},
        EVENT | {"bot_id": "B1"},
        EVENT | {"subtype": "message_changed"},
    ],
)
def test_what_is_no_pasted_text(event):
    """Questions, links, quotations to look up, channels, bots, edits."""
    assert paste_from_message(event, "T1") is None


def test_what_slack_adds_to_a_text_is_taken_off():
    """Bold headlines, quoted lines, entities, references."""
    written = f"*Weir stays shut*\n\n&gt; Rook &amp; Sons, <mailto:a@b.example|a@b.example> <@U2>\n{TEXT}"
    pasted = paste_from_message(EVENT | {"text": written}, "T1")
    assert isinstance(pasted, Paste)
    assert pasted.text.startswith("Weir stays shut\n\nRook & Sons, a@b.example")


def test_it_is_briefed_in_its_thread_for_its_person_alone(fake):
    """Marked as a link would be."""
    paste(fake)
    (posted,) = fake.chat.posts
    assert (posted.channel, posted.thread) == ("DU1", "1.5")
    assert fake.chat.marks["DU1", "1.5"] == {"white_check_mark"}
    filed = fake.store.load("paste:T1:DU1:1.5")
    assert may_see(Viewer("T1", "U1", frozenset()), filed.filing)
    assert not may_see(Viewer("T1", "U2", frozenset({"DU1"})), filed.filing)


def test_every_text_is_one_of_its_own(fake):
    """They have no address by which one could be taken for another."""
    paste(fake)
    paste(fake, EVENT | {"ts": "2.5"})
    assert [posted.thread for posted in fake.chat.posts] == ["1.5", "2.5"]


def test_a_text_that_cannot_be_briefed_is_answered_with_why(fake):
    """In a sentence."""
    fake.reading.pages[TEXT.strip()] = OtherLanguage("fr")
    paste(fake)
    assert "The text: That article is in French" in fake.chat.posts[0].message.text
    assert fake.chat.marks["DU1", "1.5"] == {"warning"}


def test_slack_asking_to_wait_is_waited_for(fake):
    """And an answer that is lost is no second brief."""
    fake.chat.failures, fake.chat.lose_answers = [RateLimited(3.0)], 1
    paste(fake)
    assert len(fake.chat.posts) == 1


def test_a_text_that_takes_long_is_marked_until_it_is_done(fake):
    """As a link is."""
    fake.engine.slow = True
    paste(fake)
    assert "+hourglass_flowing_sand" in fake.chat.mark_history
    assert fake.chat.marks["DU1", "1.5"] == {"white_check_mark"}


@pytest.mark.parametrize("when", ["die_before", "die_after"])
@pytest.mark.parametrize("act", moments(8))
def test_dying_at_any_act_leaves_one_brief(fake, when, act):
    """Whatever the process was doing when it died."""
    setattr(fake.engine, when, act)
    try:
        paste(fake)
    except Died:
        setattr(fake.engine, when, -1)
        fake.engine.resume()
    assert len(fake.chat.posts) == 1
