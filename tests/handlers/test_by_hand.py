"""/brief: what a person asks for is answered where that person wants it."""

import pytest

from handlers.domain.errors import NotFound, SlackRefused
from handlers.flows.links.by_hand import ASK_FLOW, Request
from handlers.flows.links.share import SHARE_FLOW, Share
from tests.fakes.desk import FakeDesk

URL = "https://courier.example/dam"


@pytest.fixture
def fake(tmp_path):
    return FakeDesk(tmp_path)


def ask(fake, audience="asker", trigger="1.1", links=(URL,)):
    request = Request("T1", "C1", "U1", trigger, "https://hooks.example/1", links, audience)
    fake.engine.begin(ASK_FLOW, request.flow_id, request.to_json())


def test_the_asker_alone_reads_the_brief(fake):
    """Nothing is posted to the channel."""
    ask(fake)
    assert fake.chat.posts == []
    assert URL in fake.chat.responses[0].blocks[0]["text"]["text"]


def test_here_posts_it_to_the_channel(fake):
    """As a message of its own."""
    ask(fake, "channel")
    assert [(post.channel, post.thread) for post in fake.chat.posts] == [("C1", None)]
    assert fake.chat.responses == []


def test_a_channel_that_does_not_let_us_in_is_told_to_the_asker(fake):
    """With what to do about it."""
    fake.chat.failures = [SlackRefused("not_in_channel", permanent=True)]
    ask(fake, "channel")
    assert "/invite" in fake.chat.responses[0].text


def test_what_the_channel_has_is_shown_again_without_reading(fake):
    """The asker gets the brief itself, not a pointer."""
    shared = Share("T1", "C1", "5.5", "5.5", "U2", (URL,))
    fake.engine.begin(SHARE_FLOW, shared.flow_id, shared.to_json())
    ask(fake)
    assert len(fake.reading.reads) == 1
    assert "Already" not in fake.chat.responses[0].text


def test_a_brief_that_one_person_saw_is_no_pointer_for_the_channel(fake):
    """A later share of the link gets its brief."""
    ask(fake)
    shared = Share("T1", "C1", "5.5", "5.5", "U2", (URL,))
    fake.engine.begin(SHARE_FLOW, shared.flow_id, shared.to_json())
    assert "Already" not in fake.chat.posts[0].message.text


def test_a_link_that_cannot_be_briefed_is_told_to_the_asker(fake):
    """In a sentence."""
    fake.reading.pages[URL] = NotFound(URL)
    ask(fake)
    assert "no page at that link" in fake.chat.responses[0].text


def test_reading_that_takes_long_is_told_once(fake):
    """The first answer takes the place of the line that says where it is."""
    fake.engine.slow = True
    ask(fake, links=tuple(f"https://courier.example/{number}" for number in range(4)))
    assert fake.chat.replaced == ["Fetching courier.example… (1 of 4)"]
    assert len(fake.chat.responses) == 4
