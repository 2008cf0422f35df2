"""A briefed page changes: the whole bot looks again and tells it in the thread."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.bot.newsroom import FERRY, FRONT, SECONDS

pytestmark = pytest.mark.slow
NOTICE = "Changed: "
OLD, NEW = b"58 passengers", b"61 passengers"


@pytest.fixture
def page(newsroom, request):
    """A page of its own for each test, shared and briefed."""
    path = f"/{request.node.name}"
    newsroom.site.pages[path] = newsroom.site.pages[FERRY]
    newsroom.page, newsroom.ts = path, newsroom.share(path)
    newsroom.answers(newsroom.ts)
    return newsroom


def look_again(newsroom):
    newsroom.clock.at += timedelta(hours=1)
    newsroom.bot.works.clocks.rechecks.tick()


def notices(newsroom):
    return [message for message in newsroom.of_bot(newsroom.ts) if message.text.startswith(NOTICE)]


def change(newsroom):
    page = newsroom.site.pages[newsroom.page]
    assert OLD in page
    newsroom.site.pages[newsroom.page] = page.replace(OLD, NEW)


def unmarked(message) -> str:
    """A message's words without the signs that mark what changed."""
    return str(message.blocks).replace("~", "").replace("*", "")


@pytest.mark.surface("re-check notice", "happy")
def test_a_changed_figure_is_told_and_the_brief_renewed(page):
    """Not modified: nothing. Changed: once, with both figures."""
    unchanged = page.site.unchanged
    look_again(page)
    page.slack.wait_for(lambda: page.site.unchanged > unchanged, SECONDS)
    change(page)
    page.clock.at += timedelta(hours=4)
    look_again(page)
    page.slack.wait_for(lambda: notices(page), SECONDS)
    (notice,) = notices(page)
    assert "58 passengers" in unmarked(notice)
    assert "61 passengers" in unmarked(notice)
    brief = page.of_bot(page.ts)[0]
    assert "61 passengers" in unmarked(brief)
    assert "58 passengers" not in unmarked(brief)


@pytest.mark.surface("re-check notice", "bad input")
def test_a_page_that_became_a_front_page_is_nobodys_news(page):
    """Then one that is gone is told."""
    page.site.pages[page.page] = page.site.pages[FRONT]
    look_again(page)
    hits = page.site.hits
    page.slack.wait_for(lambda: hits.count(page.page) == 2, SECONDS)
    del page.site.pages[page.page]
    page.clock.at += timedelta(hours=4)
    look_again(page)
    page.slack.wait_for(lambda: len(page.of_bot(page.ts)) == 2, SECONDS)
    assert "This page is gone" in page.of_bot(page.ts)[1].text


@pytest.mark.surface("re-check notice", "no permission")
def test_a_channel_that_the_bot_had_to_leave_is_told_nothing(page):
    """The archive still has the newest reading."""
    change(page)
    page.slack.remove_bot(page.channel)
    look_again(page)
    archive, hour = page.bot.works.desk.archive, timedelta(hours=2)

    def newest():
        (filed,) = archive.briefs_of(page.clock() - hour, page.clock() + hour, page.channel)
        return filed.brief.article.text

    page.slack.wait_for(lambda: "61 passengers" in newest(), SECONDS)
    page.slack.invite_bot(page.channel)
    assert notices(page) == []


@pytest.mark.surface("re-check notice", "Slack error")
def test_a_notice_whose_answer_is_lost_stands_once(page):
    """Slack has it, and we look before we post again."""
    change(page)
    page.slack.drop_answer_of_next("chat.postMessage")
    look_again(page)
    page.slack.wait_for(lambda: page.bot.works.desk.archive.posted(recheck_key(page)), SECONDS)
    assert len(notices(page)) == 1


def recheck_key(newsroom):
    day = timedelta(days=1)
    (filed,) = newsroom.bot.works.desk.archive.briefs_of(
        newsroom.clock() - day, newsroom.clock() + day, newsroom.channel
    )
    return f"recheck:{filed.filing.brief_id}:1"


def share_again(newsroom, query="?utm_source=letter"):
    """The same page in another spelling, two hours later: the message's ts."""
    newsroom.clock.at += timedelta(hours=2)
    return newsroom.share(newsroom.page + query)


@pytest.mark.surface("already here", "happy")
def test_a_page_shared_again_is_a_line_with_what_is_new(page):
    """Both figures; who shared it first is not called."""
    change(page)
    (pointer,) = page.answers(share_again(page))
    said = unmarked(pointer)
    assert "<@" not in said
    assert said.index("Already briefed") < said.index("58 passengers") < said.index("61 passengers")
    assert len(notices(page)) == 1


@pytest.mark.surface("already here", "bad input")
def test_a_page_that_is_gone_since_still_leads_to_its_brief(page):
    """The brief's thread says that it is gone."""
    del page.site.pages[page.page]
    (pointer,) = page.answers(share_again(page))
    assert "Already briefed" in pointer.text
    page.slack.wait_for(lambda: "This page is gone" in page.of_bot(page.ts)[-1].text, SECONDS)


@pytest.mark.surface("already here", "no permission")
def test_a_channels_brief_is_not_pointed_to_from_another(page):
    """It gets a brief of its own, which names no other channel."""
    elsewhere, here = page.channel, page.slack.channel(f"{page.channel}-2", (page.ana,))
    page.channel = here
    (brief,) = page.answers(share_again(page))
    assert "Already briefed" not in brief.text
    assert elsewhere not in str(brief.blocks)


@pytest.mark.surface("already here", "Slack error")
def test_a_pointer_whose_answer_is_lost_stands_once(page):
    """Slack has it, and we look before we post again."""
    page.slack.drop_answer_of_next("chat.postMessage")
    ts = share_again(page)
    page.answers(ts)
    page.slack.wait_until_quiet(0.4)
    assert len(page.of_bot(ts)) == 1
