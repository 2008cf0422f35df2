"""Previews below links: what the channel was told already, and nothing else."""

from __future__ import annotations

import pytest

from handlers.domain.channels import ChannelSetting
from handlers.domain.errors import RateLimited, SlackRefused
from handlers.flows.links.by_hand import ASK_FLOW, Request
from handlers.flows.links.share import SHARE_FLOW, Share
from handlers.flows.links.unfurling import UNFURL_FLOW, links_from_event
from tests.fakes.desk import FakeDesk
from tests.fakes.engine import Died

URL = "https://courier.example/dam"
EVENT = {
    "type": "link_shared",
    "channel": "C1",
    "is_bot_user_member": True,
    "message_ts": "9.5",
    "source": "conversations_history",
    "unfurl_id": "C1-9.5",
    "links": [{"domain": "courier.example", "url": f"{URL}?utm_source=x"}],
}


@pytest.fixture
def fake(tmp_path):
    """A desk whose channel C1 has a brief of the page."""
    made = FakeDesk(tmp_path)
    shared = Share("T1", "C1", "1.5", "1.5", "U1", (URL,))
    made.engine.begin(SHARE_FLOW, shared.flow_id, shared.to_json())
    return made


def unfurl(fake, **more):
    shared = links_from_event(EVENT | more, "T1")
    fake.engine.begin(UNFURL_FLOW, shared.flow_id, shared.to_json())
    return fake.chat.unfurled


def test_a_link_that_the_channel_has_gets_its_brief_at_a_glance(fake):
    """In any spelling, under the address that was shared; no page is read for it."""
    ((channel, ts, previews),) = unfurl(fake)
    assert (channel, ts, list(previews)) == ("C1", "9.5", [f"{URL}?utm_source=x"])
    assert "The dam will hold" in str(previews)
    assert len(fake.reading.reads) == 1


def test_a_link_that_nobody_shared_before_gets_none(fake):
    """It is briefed in the thread, if the channel wants that."""
    assert unfurl(fake, links=[{"domain": "courier.example", "url": f"{URL}/two"}]) == []


@pytest.mark.parametrize("team", ["T1", "T2"])
def test_what_another_channel_or_workspace_has_is_not_shown(fake, team):
    """Nor anything in a channel that the bot is not in."""
    shared = links_from_event(EVENT | {"channel": "C2"}, team)
    fake.engine.begin(UNFURL_FLOW, shared.flow_id, shared.to_json())
    assert fake.chat.unfurled == []


def test_what_one_person_had_briefed_is_not_shown_to_the_channel(fake):
    """By a command in that very channel."""
    request = Request("T1", "C3", "U1", "1.1", "https://hooks.example/1", (URL,), "private")
    fake.engine.begin(ASK_FLOW, request.flow_id, request.to_json())
    assert unfurl(fake, channel="C3") == []


@pytest.mark.parametrize("setting", [{"mode": "off"}, {"muted": ("courier.example",)}])
def test_a_channel_that_wants_no_briefs_wants_no_previews(fake, setting):
    """Turned off, or the outlet muted."""
    fake.channels.set_channel(ChannelSetting("T1", "C1", **setting))
    assert unfurl(fake) == []


def test_a_message_that_is_still_being_written_is_left_alone():
    """Slack tells again when it is sent."""
    assert links_from_event(EVENT | {"source": "composer", "channel": "COMPOSER"}, "T1") is None


@pytest.mark.parametrize("source", [{}, {"source": "conversations_history"}])
def test_a_message_whose_ts_is_none_was_not_sent(source):
    """Some events do not say where the link is; what is being written has no moment."""
    event = {name: value for name, value in EVENT.items() if name != "source"} | source
    assert links_from_event(event, "T1") is not None
    assert links_from_event(event | {"message_ts": "U1-909b5454-75f8"}, "T1") is None


def test_links_of_conversations_that_we_are_not_in_are_not_even_kept():
    """Slack tells of every conversation in the workspace, also of two people's own."""
    assert links_from_event(EVENT | {"is_bot_user_member": False}, "T1") is None
    unsaid = {name: value for name, value in EVENT.items() if name != "is_bot_user_member"}
    assert links_from_event(unsaid, "T1") is None


def test_an_address_whose_ampersands_slack_escapes_is_known_and_named_as_slack_names_it(fake):
    """Else every link with two parameters would have no preview."""
    url = f"{URL}?utm_source=x&amp;utm_medium=y"
    ((_, _, previews),) = unfurl(fake, links=[{"domain": "courier.example", "url": url}])
    assert list(previews) == [url]


def test_the_same_event_again_shows_nothing_again(fake):
    """Slack delivers up to three times."""
    for _ in range(3):
        unfurl(fake)
    assert len(fake.chat.unfurled) == 1


def test_slack_asking_to_wait_is_waited_for_and_a_refusal_borne(fake):
    """A link that Slack does not let us unfurl costs nothing else."""
    fake.chat.failures = [RateLimited(3.0)]
    assert len(unfurl(fake)) == 1
    assert fake.engine.slept == [3.0]
    fake.chat.failures = [SlackRefused("cannot_unfurl_url", permanent=True)]
    assert len(unfurl(fake, message_ts="10.5")) == 1


@pytest.mark.parametrize("when", ["die_before", "die_after"])
def test_dying_meanwhile_leaves_one_preview(fake, when):
    """Shown again it is the same."""
    setattr(fake.engine, when, fake.engine.acts)
    with pytest.raises(Died):
        unfurl(fake)
    setattr(fake.engine, when, -1)
    fake.engine.resume()
    assert {str(previews) for _, _, previews in fake.chat.unfurled} == {str(fake.chat.unfurled[0][2])}
