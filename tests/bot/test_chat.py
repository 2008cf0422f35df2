"""Slack's Web API as the desk uses it, against a Slack on loopback."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.slack.chat import SlackChat, web_client
from bot.slack.post_turns import PostTurns
from handlers.domain.errors import RateLimited, SlackRefused, SlackUnreachable
from handlers.domain.message import Message, Picture
from handlers.ports import Place
from handlers.render.slack import notice_message
from tests.fakes.slack import FakeSlack

pytestmark = pytest.mark.slow

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def slack():
    with FakeSlack() as running:
        yield running


@pytest.fixture
def chat(slack):
    slack.heal()
    return SlackChat(web_client(slack.bot_token, slack.url), PostTurns(0))


@pytest.fixture
def channel(slack):
    return slack.channel(f"desk-{len(slack.workspace.channels)}")


def test_a_post_can_be_found_again_by_its_key(slack, chat, channel):
    """In the channel and in a thread; another key finds nothing."""
    parent = chat.post(channel, notice_message("one"), key="k/1")
    reply = chat.post(channel, notice_message("two"), key="k/2", thread=parent)
    assert chat.find_own(channel, key="k/1", thread=None, since=LONG_AGO) == parent
    assert chat.find_own(channel, key="k/2", thread=parent, since=LONG_AGO) == reply
    assert chat.find_own(channel, key="k/3", thread=parent, since=LONG_AGO) is None


def test_our_message_is_found_among_many(slack, chat, channel):
    """Page after page."""
    parent = slack.post_as_user(channel, "look")
    ours = chat.post(channel, notice_message("ours"), key="k", thread=parent)
    for number in range(250):
        slack.post_as_user(channel, str(number), thread_ts=parent)
    assert chat.find_own(channel, key="k", thread=parent, since=LONG_AGO) == ours


def test_a_reaction_twice_or_taken_twice_is_fine(slack, chat, channel):
    """A step may run again."""
    ts = slack.post_as_user(channel, "look")
    for _ in range(2):
        chat.react(channel, ts, "eyes")
    assert slack.reactions(channel, ts) == ("eyes",)
    for _ in range(2):
        chat.unreact(channel, ts, "eyes")
    assert slack.reactions(channel, ts) == ()


def test_too_many_requests_say_how_long_to_wait(slack, chat, channel):
    """Retry-After, in seconds."""
    slack.fail_next("chat.postMessage", retry_after=17)
    with pytest.raises(RateLimited) as raised:
        chat.post(channel, notice_message("x"), key="k")
    assert raised.value.retry_after == 17


def test_a_refusal_has_slacks_word_for_it(slack, chat):
    """For good."""
    with pytest.raises(SlackRefused) as raised:
        chat.post("C0NOWHERE", notice_message("x"), key="k")
    assert (raised.value.code, raised.value.permanent) == ("channel_not_found", True)


@pytest.mark.parametrize("sickness", ["http_500", "drop_answer_of_next", "drop_request_of_next"])
def test_no_clear_answer_is_told_apart_from_a_refusal(slack, chat, channel, sickness):
    """Whether Slack has the message is not known then; we never ask twice by ourselves."""
    getattr(slack, sickness)("chat.postMessage")
    before = len(slack.calls("chat.postMessage"))
    with pytest.raises(SlackUnreachable):
        chat.post(channel, notice_message("x"), key="k")
    assert len(slack.calls("chat.postMessage")) == before + 1


def test_blocks_that_slack_does_not_take_leave_the_text(slack, chat, channel):
    """The reader has it all the same."""
    broken = Message("the words", ({"type": "section", "text": {"type": "mrkdwn", "text": "x" * 3001}},))
    ts = chat.post(channel, broken, key="k")
    assert slack.message(channel, ts).text == "the words"


def test_a_message_that_is_gone_still_has_an_address(slack, chat, channel):
    """The channel, at its place."""
    ts = slack.post_as_user(channel, "look")
    assert chat.permalink(channel, ts).startswith("https://")
    assert "app_redirect" in chat.permalink(channel, "1.0")


def test_not_being_allowed_to_look_is_no_failure(slack, channel):
    """A post that may be doubled is better than none."""
    with FakeSlack(scopes=("chat:write",)) as narrow:
        there = narrow.channel("desk")
        chat = SlackChat(web_client(narrow.bot_token, narrow.url))
        assert chat.find_own(there, key="k", thread=None, since=LONG_AGO) is None


def test_an_uploaded_picture_is_shown_in_a_thread_with_its_words(slack, chat, channel):
    """Nobody sees it before, and it is found again by its id."""
    parent = chat.post(channel, notice_message("digest"), key="k")
    place = Place("T1", channel, parent)
    file = chat.upload(Picture(b"\x89PNG bytes", "Timeline of people missing"), "timeline.png")
    kept = slack.workspace.files[file]
    assert (kept.content, kept.alt, kept.channel) == (b"\x89PNG bytes", "Timeline of people missing", None)
    assert chat.find_file(place, file) is None
    assert chat.show_file(place, file, "*The flood*") == file
    assert chat.find_file(place, file) == file
    (message,) = [one for one in slack.thread(channel, parent) if one.ts != parent]
    assert (message.text, message.files) == ("*The flood*", (file,))
