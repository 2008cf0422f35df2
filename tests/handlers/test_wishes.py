"""📰 on a message and "brief" below it."""

import pytest

from handlers.domain.channels import ChannelSetting
from handlers.domain.errors import SlackRefused
from handlers.flows.links.wishes import WISH_FLOW, Wish, wish_from_message, wish_from_reaction
from tests.fakes.desk import FakeDesk

LINK = "https://courier.example/dam"
SAID = {"ts": "10.5", "user": "U1", "text": f"look: <{LINK}>"}
REACTION = {"user": "U2", "reaction": "newspaper", "item": {"type": "message", "channel": "C1", "ts": "10.5"}}
REPLY = {"channel": "C1", "user": "U2", "ts": "11.0", "thread_ts": "10.5", "text": "Brief this, please!"}


@pytest.fixture
def fake(tmp_path):
    """A desk in whose channel a link was shared, which briefs on request alone."""
    made = FakeDesk(tmp_path)
    made.chat.said["C1", "10.5"] = dict(SAID)
    made.channels.set_channel(ChannelSetting("T1", "C1", "request"))
    return made


def wish(fake, act="Ev1"):
    wished = Wish("T1", "C1", "10.5", act, ours="U0OURS")
    fake.engine.begin(WISH_FLOW, wished.flow_id, wished.to_json())


def test_a_newspaper_asks_for_the_message_that_it_is_on():
    """Other emoji, and a newspaper on a file, ask for nothing."""
    assert wish_from_reaction(REACTION, "T1", "Ev1") == Wish("T1", "C1", "10.5", "Ev1")
    assert wish_from_reaction({**REACTION, "reaction": "eyes"}, "T1", "Ev1") is None
    assert wish_from_reaction({**REACTION, "item": {"type": "file", "file": "F1"}}, "T1", "Ev1") is None


@pytest.mark.parametrize("text", ["brief", "Brief this, please!", "*brief*", "brief it"])
def test_the_word_brief_below_a_message_asks_for_it(text):
    """In a few spellings."""
    assert wish_from_message({**REPLY, "text": text}, "T1") == Wish("T1", "C1", "10.5", "11.0")


@pytest.mark.parametrize(
    "changed",
    [
        {"text": "the brief was short"},
        {"text": ""},
        {"thread_ts": None},
        {"thread_ts": "11.0"},
        {"bot_id": "B1"},
        {"subtype": "message_changed"},
    ],
)
def test_other_words_other_places_and_bots_ask_for_nothing(changed):
    """A sentence with the word, a message of the channel's own, an edit."""
    assert wish_from_message({**REPLY, **changed}, "T1") is None


def test_what_is_asked_for_is_briefed_in_its_thread_once(fake):
    """Two people ask."""
    wish(fake)
    wish(fake, "Ev2")
    (posted,) = fake.chat.posts
    assert (posted.thread, LINK in str(posted.message.blocks)) == ("10.5", True)


@pytest.mark.parametrize(
    "changed", [{"text": "no link"}, {"bot_id": "B1", "user": "U0OURS"}, {"text": f"`<{LINK}>`"}]
)
def test_a_message_with_nothing_for_us_is_answered_by_silence(fake, changed):
    """No link, our own message, a link in code."""
    fake.chat.said["C1", "10.5"] |= changed
    wish(fake)
    assert fake.chat.posts == []


def test_a_message_that_is_gone_or_may_not_be_read_is_answered_by_silence(fake):
    """Nothing is left half-way."""
    fake.chat.failures = [SlackRefused("missing_scope", permanent=True)]
    wish(fake)
    del fake.chat.said["C1", "10.5"]
    wish(fake, "Ev2")
    assert fake.chat.posts == []


def test_a_channel_that_is_off_stays_silent(fake):
    """Whatever one does."""
    fake.channels.set_channel(ChannelSetting("T1", "C1", "off"))
    wish(fake)
    assert fake.chat.posts == []
