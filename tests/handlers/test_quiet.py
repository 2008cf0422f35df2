"""Where nobody asked: nothing of what is no story, a line to the sharer alone of an article that failed, no empty brief."""

from __future__ import annotations

from dataclasses import replace

import pytest

from handlers.domain.channels import ChannelSetting
from handlers.domain.errors import NotFound, PrivateAddress, UnsupportedContent
from handlers.domain.no_story import is_plainly_no_story
from handlers.flows.links.intake import share_from_message
from handlers.flows.links.share import SHARE_FLOW, Share
from handlers.flows.links.wanted import wanted_share
from handlers.flows.links.wishes import WISH_FLOW, Wish, wish_from_press
from handlers.render.slack_notices import TRY_AGAIN
from summarizer.errors import EmptyPage, NotAnArticle, SignInNeeded
from tests.fakes.desk import FakeDesk, brief_of

LINK, OTHER = "https://courier.example/dam", "https://standard.example/weir"
NO_STORIES = (
    "https://us02web.zoom.us/j/86412",
    "https://docs.google.com/document/d/1a/edit",
    "https://copperdesk.atlassian.net/browse/DESK-7",
    "https://x.com/harbourwatch/status/17",
    "https://www.courier.example/pictures/quay.JPG",
    "https://courier.example/clips/quay.mp4?autoplay=1",
    "https://courier.example/budget.xlsx",
    "https://www.youtube.com/watch?v=a1",
    "https://wiki.courier.example/style",
    "https://eu.teams.microsoft.com/l/meetup/9",
)


@pytest.fixture
def fake(tmp_path):
    """A desk in memory."""
    return FakeDesk(tmp_path)


def share(fake, *links, asks="nobody", ts="10.5", **more):
    """Share links, and let the desk end with them."""
    shared = Share("T1", "C1", ts, more.pop("thread", ts), "U0ANA", links, asks=asks, **more)
    fake.engine.begin(SHARE_FLOW, shared.flow_id, shared.to_json())
    fake.chat.said["C1", ts] = {"ts": ts, "user": "U0ANA", "text": " ".join(f"<{one}>" for one in links)}


def press_again(fake, trigger="T9"):
    """Press ↻ below what the sharer was told last."""
    button = fake.chat.shown_to_one[-1][2].blocks[0]["accessory"]
    assert button["action_id"] == TRY_AGAIN
    body = {"team": {"id": "T1"}, "channel": {"id": "C1"}, "user": {"id": "U0ANA"}, "actions": [button]}
    wish = wish_from_press(body | {"trigger_id": trigger, "response_url": "https://hooks.example/1"})
    fake.engine.begin(WISH_FLOW, wish.flow_id, wish.to_json())


@pytest.mark.parametrize("url", NO_STORIES)
def test_what_is_plainly_no_story_is_left_alone_unless_somebody_asks(fake, url):
    """A meeting, a document, a task, a post, a picture, a film, a sheet: it is not even opened."""
    shared = Share("T1", "C1", "10.5", "10.5", "U0ANA", (url, LINK))
    assert wanted_share(fake.channels, shared, asked=False).links == (LINK,)
    assert wanted_share(fake.channels, shared, asked=True).links == (url, LINK)


@pytest.mark.parametrize(
    "url",
    [
        LINK,
        "https://zoomdaily.example/a",
        "https://courier.example/x.com-sold",
        "https://courier.example/report.pdf",
    ],
)
def test_an_articles_address_is_no_plain_case(url):
    """Also where it reminds of one."""
    assert not is_plainly_no_story(url)


@pytest.mark.parametrize(
    "error", [NotAnArticle(), EmptyPage(), UnsupportedContent(LINK, "image/png"), PrivateAddress(LINK)]
)
def test_a_page_that_turns_out_to_be_no_story_leaves_nothing(fake, error):
    """No message, no note, no mark."""
    fake.reading.pages[LINK] = error
    share(fake, LINK)
    assert (fake.chat.posts, fake.chat.shown_to_one) == ([], [])
    assert fake.chat.marks["C1", "10.5"] == set()


@pytest.mark.parametrize("error", [NotAnArticle(), UnsupportedContent(LINK, "image/png"), SignInNeeded()])
def test_whoever_asks_is_answered_whatever_it_is(fake, error):
    """In the thread, with a mark."""
    fake.reading.pages[LINK] = error
    share(fake, LINK, asks="aloud")
    assert [one.thread for one in fake.chat.posts] == ["10.5"]
    assert fake.chat.marks["C1", "10.5"] == {"warning"}


def test_an_article_that_failed_is_one_line_to_its_sharer_alone(fake):
    """The message bears a warning; two links make no second line."""
    fake.reading.pages |= {LINK: SignInNeeded(), OTHER: NotFound(OTHER)}
    share(fake, LINK, OTHER)
    ((channel, user, message),) = fake.chat.shown_to_one
    assert (fake.chat.posts, channel, user) == ([], "C1", "U0ANA")
    assert "paywall" in str(message.blocks)
    assert "no page at that link" in str(message.blocks)
    assert fake.chat.marks["C1", "10.5"] == {"warning"}


def test_trying_again_briefs_what_can_be_read_by_then(fake):
    """The line says so, the brief stands in the thread, the warning goes."""
    fake.reading.pages[LINK] = NotFound(LINK)
    share(fake, LINK)
    fake.reading.pages[LINK] = brief_of(LINK)
    press_again(fake)
    assert [one.thread for one in fake.chat.posts] == ["10.5"]
    assert "Trying again" in fake.chat.responses[-1].text
    assert fake.chat.marks["C1", "10.5"] == {"white_check_mark"}


def test_trying_again_in_vain_is_told_to_who_pressed_alone(fake):
    """Also where it is no story by then: they asked."""
    fake.reading.pages[LINK] = NotFound(LINK)
    share(fake, LINK)
    fake.reading.pages[LINK] = NotAnArticle()
    press_again(fake)
    assert fake.chat.posts == []
    assert "not a single article" in str(fake.chat.shown_to_one[-1][2].blocks)


def test_a_message_without_links_by_then_says_so(fake):
    """Whoever pressed is not left waiting."""
    fake.reading.pages[LINK] = NotFound(LINK)
    share(fake, LINK)
    fake.chat.said["C1", "10.5"]["text"] = "never mind"
    press_again(fake)
    assert "nothing left to try" in fake.chat.responses[-1].text


def test_a_failure_in_a_thread_is_told_in_that_thread(fake):
    """Where its sharer reads."""
    fake.reading.pages[LINK] = NotFound(LINK)
    share(fake, LINK, ts="11.5", thread="10.5")
    assert len(fake.chat.shown_to_one) == 1


def test_a_failure_beside_a_brief_marks_the_message_as_done(fake):
    """The brief is there; the other link is the sharer's to know."""
    fake.reading.pages[OTHER] = NotFound(OTHER)
    share(fake, LINK, OTHER)
    assert (len(fake.chat.posts), len(fake.chat.shown_to_one)) == (1, 1)
    assert fake.chat.marks["C1", "10.5"] == {"white_check_mark"}


def empty(url):
    """A brief in which nothing is said and nothing counted."""
    return replace(brief_of(url), bullets=())


def test_an_empty_brief_is_no_message_but_part_of_the_day(fake):
    """No mark either."""
    fake.reading.pages[LINK] = empty(LINK)
    share(fake, LINK)
    assert (fake.chat.posts, fake.chat.marks["C1", "10.5"]) == ([], set())
    (filed,) = fake.store.undigested("T1", "C1", fake.now)
    assert filed.brief.article.url == LINK


def test_an_empty_brief_is_posted_for_who_asks(fake):
    """At once, or by 📰 on the message that was left alone, without a second reading."""
    fake.reading.pages |= {LINK: empty(LINK), OTHER: empty(OTHER)}
    share(fake, OTHER, asks="aloud")
    share(fake, LINK, ts="11.5")
    wish = Wish("T1", "C1", "11.5", "Ev1")
    fake.engine.begin(WISH_FLOW, wish.flow_id, wish.to_json())
    assert [one.thread for one in fake.chat.posts] == ["10.5", "11.5"]
    assert fake.reading.reads.count(LINK) == 1


def test_the_same_message_asked_for_after_it_was_left_alone_is_answered(fake):
    """By 📰: the reason comes on request."""
    fake.reading.pages[LINK] = NotAnArticle()
    share(fake, LINK)
    wish = Wish("T1", "C1", "10.5", "Ev1")
    fake.engine.begin(WISH_FLOW, wish.flow_id, wish.to_json())
    assert "not a single article" in fake.chat.posts[0].message.text


def test_a_forwarded_messages_links_are_its_forwarders(fake):
    """An attachment with the words of the message; a preview that Slack hangs below a link brings no other link."""
    forwarded = {"text": f"<{LINK}>", "from_url": "https://n.slack.com/archives/C2/p1", "is_share": True}
    event = {"channel": "C1", "ts": "1.5", "user": "U0ANA", "text": "", "attachments": [forwarded]}
    assert share_from_message(event, "T1").links == (LINK,)
    preview = {"from_url": LINK, "title_link": f"{LINK}/amp-2", "text": f"<{OTHER}>"}
    event |= {"text": f"<{LINK}>", "attachments": [preview]}
    assert share_from_message(event, "T1").links == (LINK,)


def test_a_quiet_channel_stays_on_request(fake):
    """A forwarded link is a link."""
    fake.channels.set_channel(ChannelSetting("T1", "C1", "request"))
    shared = Share("T1", "C1", "1.5", "1.5", "U0ANA", (LINK,))
    assert wanted_share(fake.channels, shared, asked=False) is None
