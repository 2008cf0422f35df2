"""A briefed page changes: the whole bot looks again and tells it in the thread."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.bot.newsroom import FERRY, FRONT, SECONDS

pytestmark = pytest.mark.slow
NOTICE = "Changed: "
OLD, NEW = b"38 metres", b"52 metres"


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
    assert "38 metres" in str(notice.blocks)
    assert "52 metres" in str(notice.blocks)
    brief = page.of_bot(page.ts)[0]
    assert "52 metres" in str(brief.blocks)
    assert "38 metres" not in str(brief.blocks)


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
    assert "no page at this address" in page.of_bot(page.ts)[1].text


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

    page.slack.wait_for(lambda: "52 metres" in newest(), SECONDS)
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
