"""The flow from a shared link to its answer, with a process that may die at any moment."""

from dataclasses import replace

import pytest

from handlers.domain.errors import NotFound, RateLimited, SlackRefused, SlackUnreachable
from handlers.flows.links.share import SHARE_FLOW, Share
from tests.examples import moments
from tests.fakes.desk import FakeDesk, brief_of
from tests.fakes.engine import Died

ONE, TWO = "https://courier.example/dam", "https://standard.example/dam"

VERDICT = (
    "A jury in Sorrel Bay found the former harbour master Piet Lund guilty of taking bribes. "
    "The judge, Mara Oake, will pass sentence in June. His lawyer said he would appeal."
)


@pytest.fixture
def fake(tmp_path):
    """A desk for which two pages tell of two things."""
    made = FakeDesk(tmp_path)
    verdict = brief_of(TWO, VERDICT)
    titled = replace(verdict.articles[0], title="Harbour master found guilty")
    made.reading.pages[TWO] = replace(verdict, articles=(titled,))
    return made


def share(*links, ts="10.5", user="U0ANA", channel="C1", asks="nobody"):
    return Share("T1", channel, ts, ts, user, links, asks=asks)


def begin(fake, shared):
    fake.engine.begin(SHARE_FLOW, shared.flow_id, shared.to_json())


def test_each_link_gets_its_brief_in_the_thread_in_order(fake):
    """Two links, two briefs, the message marked as done and no longer as being read."""
    begin(fake, share(ONE, TWO))
    assert [(post.channel, post.thread) for post in fake.chat.posts] == [("C1", "10.5")] * 2
    assert ONE in fake.chat.posts[0].message.blocks[0]["text"]["text"]
    assert TWO in fake.chat.posts[1].message.blocks[0]["text"]["text"]
    assert fake.chat.marks["C1", "10.5"] == {"white_check_mark"}


def test_a_link_that_cannot_be_briefed_gets_a_sentence_and_another_mark(fake):
    """Never silence where somebody asks."""
    fake.reading.pages[ONE] = NotFound(ONE)
    begin(fake, share(ONE, asks="aloud"))
    assert "no page at that link" in fake.chat.posts[0].message.text
    assert fake.chat.marks["C1", "10.5"] == {"warning"}


def test_what_nobody_foresaw_is_an_apology_with_a_reference(fake, caplog):
    """The log has the traceback under the same reference."""
    fake.reading.pages[ONE] = ZeroDivisionError("boom")
    begin(fake, share(ONE, asks="aloud"))
    reference = fake.chat.posts[0].message.text.split("as ")[-1].rstrip(".")
    assert reference in caplog.text
    assert "ZeroDivisionError" in caplog.text
    assert "boom" not in fake.chat.posts[0].message.text


def test_the_same_article_again_gets_a_pointer_and_is_not_read_again(fake):
    """In another spelling of its address, by another person."""
    begin(fake, share(ONE))
    begin(fake, share(f"{ONE}?utm_source=x", ts="11.5", user="U2"))
    assert len(fake.reading.reads) == 1
    again = fake.chat.posts[1]
    assert again.thread == "11.5"
    assert "<@" not in again.message.blocks[0]["text"]["text"]
    assert "slack.example/archives/C1/p1.0" in again.message.blocks[0]["text"]["text"]


def test_another_channel_gets_a_brief_of_its_own(fake):
    """A brief in one channel reveals nothing to another."""
    begin(fake, share(ONE))
    begin(fake, share(ONE, channel="C2"))
    assert [post.channel for post in fake.chat.posts] == ["C1", "C2"]
    assert "Already" not in fake.chat.posts[1].message.text


def test_two_addresses_of_one_article_in_one_message_get_one_brief(fake):
    """A short link and the page it leads to."""
    short = "https://short.example/x"
    fake.reading.pages[short] = brief_of(ONE)
    begin(fake, share(short, ONE))
    assert len(fake.chat.posts) == 1


def test_the_same_event_again_does_nothing(fake):
    """Slack delivers up to three times."""
    for _ in range(3):
        begin(fake, share(ONE))
    assert len(fake.chat.posts) == 1


def test_slack_asking_to_wait_is_obeyed_and_the_brief_posted_once(fake):
    """Retry-After is the wait, and nothing has to be looked for."""
    fake.chat.failures = [RateLimited(7.0), RateLimited(3.0)]
    begin(fake, share(ONE))
    assert fake.engine.slept == [7.0, 3.0]
    assert (len(fake.chat.posts), fake.chat.lookups) == (1, 0)


def test_a_lost_answer_is_looked_for_before_posting_again(fake):
    """Slack took the message, we never heard: there is still one message."""
    fake.chat.lose_answers = 1
    begin(fake, share(ONE))
    assert (len(fake.chat.posts), fake.chat.lookups) == (1, 1)
    assert fake.chat.marks["C1", "10.5"] == {"white_check_mark"}


def test_a_request_that_never_arrived_is_made_again(fake):
    """Looked for, not found, posted."""
    fake.chat.failures = [SlackUnreachable()]
    begin(fake, share(ONE))
    assert (len(fake.chat.posts), fake.chat.lookups) == (1, 1)


def test_a_channel_that_refuses_for_good_does_not_hold_up_the_other_link(fake):
    """The refusal is logged, the rest goes on."""
    fake.chat.failures = [SlackRefused("is_archived", permanent=True)]
    begin(fake, share(ONE, TWO))
    assert len(fake.chat.posts) == 1


ACTS_OF_TWO_LINKS = 20  # more than the flow has, so that every moment is tried


def test_a_message_that_takes_long_is_marked_until_it_is_done(fake):
    """An hourglass beside the eyes; neither stays."""
    fake.engine.slow = True
    begin(fake, share(ONE, TWO))
    assert fake.chat.mark_history == [
        "+eyes",
        "+hourglass_flowing_sand",
        "+white_check_mark",
        "-hourglass_flowing_sand",
        "-eyes",
    ]


def test_a_message_that_is_quickly_read_is_not(fake):
    """Nor is one whose articles the channel has."""
    begin(fake, share(ONE))
    begin(fake, share(ONE, ts="11.5"))
    assert not any("hourglass" in mark for mark in fake.chat.mark_history)


@pytest.mark.parametrize("moment", moments(ACTS_OF_TWO_LINKS))
@pytest.mark.parametrize("when", ["die_before", "die_after"])
def test_dying_at_any_moment_costs_no_link_and_doubles_none(fake, moment, when):
    """After a restart both briefs stand once, in order, and the marks are right."""
    fake.engine.slow = True
    setattr(fake.engine, when, moment)
    try:
        begin(fake, share(ONE, TWO))
    except Died:
        fake.engine.resume()
    assert [post.key.rpartition("/")[2] for post in fake.chat.posts] == ["0", "1"]
    assert fake.chat.marks["C1", "10.5"] == {"white_check_mark"}


def refused(code="restricted_action"):
    return SlackRefused(code, permanent=True)


def test_a_brief_that_slack_refuses_is_marked_with_a_warning_and_its_sharer_is_told(fake, caplog):
    """Once, in the channel, with what to do; the log has one line that names the code."""
    fake.chat.failures = [refused()]
    begin(fake, share(ONE))
    assert fake.chat.marks["C1", "10.5"] == {"warning"}
    ((channel, user, message),) = fake.chat.shown_to_one
    assert (channel, user) == ("C1", "U0ANA")
    assert "ask an admin" in message.text
    assert sum("restricted_action" in line for line in caplog.text.splitlines()) == 1


def test_where_slack_refuses_a_line_in_the_channel_too_it_comes_by_direct_message(fake):
    """It names the channel, and stands there once."""
    fake.chat.failures = [refused("not_in_channel"), refused("not_in_channel")]
    begin(fake, share(ONE))
    (told,) = fake.chat.posts
    assert told.channel == "DU0ANA"
    assert "<#C1>" in told.message.text
    assert "/invite @Nutgraf" in told.message.text


def test_an_article_whose_brief_was_never_posted_is_posted_on_the_next_share_without_being_read_again(fake):
    """It is the next sharer's then; the third share is led to it."""
    fake.chat.failures = [refused()]
    begin(fake, share(ONE))
    begin(fake, share(ONE, ts="11.5", user="U22"))
    begin(fake, share(ONE, ts="12.5", user="U3"))
    brief, pointer = fake.chat.posts
    assert (brief.thread, pointer.thread) == ("11.5", "12.5")
    assert "Already briefed" in pointer.message.text
    assert fake.store.find("T1", "C1", ["courier.example/dam"]).filing.user == "U22"
    assert fake.chat.marks["C1", "11.5"] == {"white_check_mark"}
    assert fake.reading.reads == [ONE]


def test_a_second_refusal_leaves_it_to_the_share_after(fake):
    """However often it takes."""
    fake.chat.failures = [refused()]
    begin(fake, share(ONE))
    fake.chat.failures = [refused()]
    begin(fake, share(ONE, ts="11.5"))
    begin(fake, share(ONE, ts="12.5"))
    assert [post.thread for post in fake.chat.posts] == ["12.5"]


def test_another_address_of_a_refused_brief_posts_it_too(fake):
    """A short link, of which only reading shows where it leads."""
    short = "https://short.example/x"
    fake.reading.pages[short] = brief_of(ONE)
    fake.chat.failures = [refused()]
    begin(fake, share(ONE))
    begin(fake, share(short, ts="11.5"))
    assert "Already" not in fake.chat.posts[0].message.text
    assert fake.chat.marks["C1", "11.5"] == {"white_check_mark"}


def test_a_refused_brief_is_told_to_nobody_who_follows_its_words(fake):
    """They are told when it stands in the channel."""
    fake.chat.failures = [refused()]
    begin(fake, share(ONE))
    assert not any(flow.startswith("watch:") for flow in fake.engine.begun)
    begin(fake, share(ONE, ts="11.5"))
    assert any(flow.startswith("watch:") for flow in fake.engine.begun)


def test_an_answer_in_somebodys_own_direct_messages_that_slack_refuses_is_told_by_the_mark(fake):
    """There is no other place to tell them."""
    fake.chat.failures = [refused()]
    begin(fake, share(ONE, channel="D1"))
    assert fake.chat.marks["D1", "10.5"] == {"warning"}
    assert (fake.chat.shown_to_one, fake.chat.posts) == ([], [])


@pytest.mark.parametrize("moment", moments(ACTS_OF_TWO_LINKS))
@pytest.mark.parametrize("when", ["die_before", "die_after"])
def test_dying_while_a_refused_brief_is_posted_for_the_next_share_posts_it_once(fake, moment, when):
    """Whoever took it on keeps it."""
    fake.chat.failures = [refused()]
    begin(fake, share(ONE))
    setattr(fake.engine, when, fake.engine.acts + moment)
    try:
        begin(fake, share(ONE, ts="11.5"))
    except Died:
        fake.engine.resume()
    assert [post.thread for post in fake.chat.posts] == ["11.5"]
    assert fake.chat.marks["C1", "11.5"] == {"white_check_mark"}
