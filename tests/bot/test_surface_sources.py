"""Fix a source and re-read the page, through the whole bot."""

from __future__ import annotations

import pytest

from handlers.render.slack_buttons import MORE, REREAD, SOURCES
from handlers.render.slack_sources import FIX_LINE, NAME, ROLE, UNDO_FIX
from tests.bot.newsroom import COPY, FERRY, SECONDS
from tests.bot.pressing import close_all, forged, modal

pytestmark = pytest.mark.slow


@pytest.fixture
def brief(newsroom):
    """A brief of this test's own."""
    close_all(newsroom, newsroom.ana)
    return newsroom.answers(newsroom.share(FERRY))[0]


def form(newsroom, brief, user):
    """The form for the first statement of the list."""
    newsroom.slack.press(brief.channel, brief.ts, SOURCES, user)
    newsroom.slack.press_in_view(modal(newsroom, user, "'Fix'").id, FIX_LINE)
    return modal(newsroom, user, "Or the right name")


def shown(newsroom, brief):
    return str(newsroom.slack.message(brief.channel, brief.ts).blocks)


@pytest.mark.surface("Fix a source", "happy")
def test_the_right_name_is_shown_to_all_and_can_be_undone(newsroom, brief):
    """The message changes in its place, with who corrected it; undo gives the first name back."""
    ana = newsroom.ana
    sent = form(newsroom, brief, ana)
    newsroom.slack.submit_view(sent.id, {NAME: {NAME: "Ida Rook"}, ROLE: {ROLE: "harbour pilot"}})
    done = modal(newsroom, ana, "Corrected to Ida Rook")
    assert "*Ida Rook* (harbour pilot)" in shown(newsroom, brief)
    assert f"source corrected by <@{ana}>" in shown(newsroom, brief)
    newsroom.slack.press_in_view(done.id, UNDO_FIX)
    modal(newsroom, ana, "'Fix'")
    assert "Ida Rook" not in shown(newsroom, brief)


@pytest.mark.surface("Fix a source", "bad input")
def test_an_empty_form_is_refused_beside_its_field(newsroom, brief):
    """Nothing is corrected."""
    sent = newsroom.slack.submit_view(form(newsroom, brief, newsroom.ana).id, {})
    assert "Choose a source" in sent.ack["errors"][NAME]


@pytest.mark.surface("Fix a source", "no permission")
def test_nobody_corrects_what_they_may_not_see(newsroom, brief):
    """A guest with a copied id is shown nothing to correct."""
    eve = newsroom.slack.user("eve", is_guest=True)
    close_all(newsroom, eve)
    forged(newsroom, brief, SOURCES, eve)
    assert "'Fix'" not in str(modal(newsroom, eve, "cannot see").content)


@pytest.mark.surface("Fix a source", "Slack error")
def test_a_message_that_is_gone_is_told_and_the_archive_keeps_the_correction(newsroom, brief):
    """Somebody deleted the brief meanwhile."""
    sent = form(newsroom, brief, newsroom.ana)
    newsroom.slack.delete_as_user(brief.channel, brief.ts)
    newsroom.slack.submit_view(sent.id, {NAME: {NAME: "Ida Rook"}})
    assert modal(newsroom, newsroom.ana, "The archive has it")


def reread(newsroom, brief):
    """What the presser is told in the end."""
    pressed = newsroom.slack.press(brief.channel, brief.ts, MORE, newsroom.ana, option=REREAD)
    return pressed.wait_responses(2, SECONDS)[-1]["text"]


def changed(newsroom, site, path):
    """A brief whose page says something else by now."""
    site.pages[path] = site.pages[FERRY]
    brief = newsroom.answers(newsroom.share(path))[0]
    site.pages[path] = site.pages[FERRY].replace(b"58 passengers", b"61 passengers")
    return brief


@pytest.mark.surface("Re-read the page", "happy")
def test_a_page_that_changed_renews_its_brief(newsroom, site):
    """In the same message."""
    brief = changed(newsroom, site, "/changing")
    assert "has changed" in reread(newsroom, brief)
    assert "61" in shown(newsroom, brief)


@pytest.mark.surface("Re-read the page", "bad input")
def test_a_page_that_is_gone_leaves_the_brief(newsroom, site):
    """With the reason."""
    site.pages["/passing"] = site.pages[COPY]
    brief = newsroom.answers(newsroom.share("/passing"))[0]
    before = shown(newsroom, brief)
    del site.pages["/passing"]
    assert "no page at that link" in reread(newsroom, brief)
    assert shown(newsroom, brief) == before


@pytest.mark.surface("Re-read the page", "no permission")
def test_nobody_has_a_page_read_whose_brief_they_may_not_see(newsroom, brief):
    """A guest with a copied id."""
    eve = newsroom.slack.user("eve", is_guest=True)
    answer = forged(newsroom, brief, MORE, eve, REREAD).wait_responses(1, SECONDS)[-1]
    assert "cannot see" in answer["text"]


@pytest.mark.surface("Re-read the page", "Slack error")
def test_slack_asking_to_wait_is_waited_for(newsroom, site):
    """The message is renewed after the wait."""
    brief = changed(newsroom, site, "/changing-later")
    newsroom.slack.fail_next("chat.update", retry_after=1)
    assert "has changed" in reread(newsroom, brief)
    assert "61" in shown(newsroom, brief)
