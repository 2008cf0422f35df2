"""Brief this and Brief a link, through the whole bot."""

from __future__ import annotations

from datetime import timedelta

import pytest

from handlers.listeners.shortcuts import BRIEF_A_LINK, BRIEF_THIS
from handlers.render.slack_briefing import CHANNEL, LINKS, SHOW, TEXT
from tests.bot.newsroom import COPY, FERRY, SECONDS
from tests.bot.pressing import close_all, modal

pytestmark = pytest.mark.slow


@pytest.fixture
def ana(newsroom):
    """Ana, with no modal open; what Slack said of her conversations is no longer remembered."""
    newsroom.clock.at += timedelta(minutes=2)
    close_all(newsroom, newsroom.ana)
    return newsroom.ana


@pytest.fixture
def away(newsroom, ana):
    """A channel that the bot is not in."""
    name = f"away-{len(newsroom.slack.workspace.channels)}"
    return newsroom.slack.channel(name, (ana,), bot_is_member=False)


def brief_this(newsroom, channel, text, user):
    """Post, and use the shortcut on the post."""
    ts = newsroom.slack.post_as_user(channel, text, user)
    return newsroom.slack.message_shortcut(BRIEF_THIS, channel, ts, user)


@pytest.mark.surface("Brief this", "happy")
def test_a_message_is_briefed_where_the_bot_is_not(newsroom, away, ana):
    """In a modal, with the offer to be invited."""
    assert brief_this(newsroom, away, newsroom.site.url(FERRY), ana).acked
    seen = str(modal(newsroom, ana, "All statements").content)
    assert "Tennick" in seen
    assert "/invite @Nutgraf" in seen
    assert newsroom.slack.bot_messages(away) == ()


def test_several_links_open_on_top_of_their_list(newsroom, away, ana):
    """Closing one leads back to the list."""
    brief_this(newsroom, away, f"{newsroom.site.url(FERRY)} {newsroom.site.url(COPY)}", ana)
    listed = modal(newsroom, ana, "'Show'")
    newsroom.slack.press_in_view(listed.id, SHOW)
    assert modal(newsroom, ana, "The report").id != listed.id
    assert len(newsroom.slack.modals(ana)) == 2


@pytest.mark.surface("Brief this", "bad input")
def test_a_message_without_links_says_so(newsroom, away, ana):
    """In the modal."""
    brief_this(newsroom, away, "good morning", ana)
    assert modal(newsroom, ana, "no link")


@pytest.mark.surface("Brief this", "no permission")
def test_what_a_person_asks_for_elsewhere_is_theirs_alone(newsroom, away, ana):
    """Filed for nobody else, although a colleague shares the channel."""
    brief_this(newsroom, away, newsroom.site.url(FERRY), ana)
    modal(newsroom, ana, "All statements")
    with newsroom.bot.works.desk.archive.reading() as db:
        rows = list(db.query("select user, audience, channel from briefs order by rowid desc limit 1"))
    assert rows == [{"user": ana, "audience": "private", "channel": newsroom.slack.direct_channel(ana)}]


@pytest.mark.surface("Brief this", "Slack error")
def test_a_shortcut_whose_modal_slack_does_not_open_is_told(newsroom, away, ana):
    """For the presser alone."""
    newsroom.slack.fail_next("views.open", "expired_trigger_id")
    pressed = brief_this(newsroom, away, newsroom.site.url(FERRY), ana)
    assert "try again" in pressed.wait_responses(timeout=SECONDS)[0]["text"]


def form(newsroom, user):
    newsroom.slack.global_shortcut(BRIEF_A_LINK, user)
    return modal(newsroom, user, "Brief a link")


def chosen(channel):
    return {CHANNEL: {CHANNEL: {"type": "conversations_select", "selected_conversation": channel}}}


@pytest.mark.surface("Brief a link", "happy")
def test_a_link_is_briefed_in_the_modal_and_posted_where_it_was_asked(newsroom, ana):
    """The form turns into the progress, then into the brief."""
    sent = form(newsroom, ana)
    values = {LINKS: {LINKS: newsroom.site.url(FERRY)}, **chosen(newsroom.channel)}
    newsroom.slack.submit_view(sent.id, values)
    assert "Tennick" in str(modal(newsroom, ana, "All statements").content)
    assert "Lady Ansell" in newsroom.parents()[0].text


def test_a_pasted_text_is_briefed_for_its_reader_alone(newsroom, ana):
    """Without a page."""
    text = "The bridge at Port Sarn will stay shut until May, harbour master Ada Rook said on Monday. " * 2
    newsroom.slack.submit_view(form(newsroom, ana).id, {TEXT: {TEXT: text}})
    assert "Ada Rook" in str(modal(newsroom, ana, "All statements").content)


@pytest.mark.surface("Brief a link", "bad input")
def test_a_form_without_a_link_is_refused_beside_its_field(newsroom, ana):
    """Nothing is read."""
    sent = newsroom.slack.submit_view(form(newsroom, ana).id, {LINKS: {LINKS: "no link here"}})
    assert "Give a link" in sent.ack["errors"][LINKS]


@pytest.mark.surface("Brief a link", "no permission")
def test_nothing_is_posted_where_the_bot_is_not(newsroom, away, ana):
    """The brief is shown to its asker, with the reason."""
    values = {LINKS: {LINKS: newsroom.site.url(FERRY)}, **chosen(away)}
    newsroom.slack.submit_view(form(newsroom, ana).id, values)
    assert "Not posted" in str(modal(newsroom, ana, "All statements").content)
    assert newsroom.slack.bot_messages(away) == ()


@pytest.mark.surface("Brief a link", "Slack error")
def test_a_form_that_slack_does_not_open_is_told_in_a_direct_message(newsroom, ana):
    """There is no other way back."""
    newsroom.slack.fail_next("views.open", "expired_trigger_id")
    newsroom.slack.global_shortcut(BRIEF_A_LINK, ana)
    direct = newsroom.slack.direct_channel(ana)
    newsroom.slack.wait_for(lambda: newsroom.slack.bot_messages(direct), SECONDS)
    assert "try again" in newsroom.slack.bot_messages(direct)[-1].text
