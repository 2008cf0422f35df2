"""The Home tab and its search box, through the whole bot."""

from __future__ import annotations

from datetime import timedelta

import pytest

from handlers.render.slack_home import HOME_MORE, HOME_SEARCH
from handlers.render.slack_settings import OPEN_SETTINGS
from tests.bot.newsroom import FERRY, SECONDS

pytestmark = pytest.mark.slow

HOME, SEARCH = "App Home", "App Home search"


@pytest.fixture(scope="module")
def filed(running):
    """A private channel with a brief, filed once for all tests here."""
    running.slack.heal()
    running.channel = running.slack.channel("home-desk", (running.ana,), private=True)
    running.answers(running.share(FERRY))
    running.clock.at += timedelta(minutes=2)  # who is where is known anew
    return running


@pytest.fixture
def room(filed):
    """That newsroom with a healthy Slack and no modal open."""
    filed.slack.heal()
    for view in filed.slack.modals(filed.ana):
        filed.slack.close_view(view.id)
    return filed


def home(room, user=None):
    """The blocks of a person's tab, published anew."""
    who, slack = user or room.ana, room.slack
    before = slack.home(who)
    slack.open_home(who)
    slack.wait_for(lambda: slack.home(who) and slack.home(who) != before, SECONDS)
    return slack.home(who)


def search(room, words, user=None):
    """What the modal shows in the end."""
    who, slack = user or room.ana, room.slack
    tab = slack.home(who) or home(room, who)
    assert slack.press_in_view(tab.id, HOME_SEARCH, option=words).acked
    slack.wait_for(lambda: slack.modals(who) and "Loading" not in str(slack.modals(who)[-1].content), SECONDS)
    return str(slack.modals(who)[-1].content)


@pytest.mark.surface(HOME, "happy")
def test_the_tab_shows_the_day_and_leads_to_the_settings(room):
    """Stories, channels with a button, recent briefs, help."""
    tab = home(room)
    shown = str(tab.content)
    assert room.site.url(FERRY) in shown.partition("Your channels")[0]
    assert f"<#{room.channel}>" in shown
    help_button = f"{HOME_MORE}:help"
    room.slack.press_in_view(tab.id, help_button)
    room.slack.wait_for(
        lambda: room.slack.modals(room.ana) and "/digest now" in str(room.slack.modals(room.ana)[-1].content),
        SECONDS,
    )
    room.slack.close_view(room.slack.modals(room.ana)[-1].id)
    edit = next(
        b["accessory"] for b in tab.content["blocks"] if b.get("accessory", {}).get("value") == room.channel
    )
    assert edit["action_id"] == OPEN_SETTINGS
    block = next(b["block_id"] for b in tab.content["blocks"] if b.get("accessory") == edit)
    room.slack.press_in_view(tab.id, OPEN_SETTINGS, block_id=block)
    room.slack.wait_for(
        lambda: (
            room.slack.modals(room.ana) and "Muted outlets" in str(room.slack.modals(room.ana)[-1].content)
        ),
        SECONDS,
    )


@pytest.mark.surface(HOME, "bad input")
def test_the_messages_tab_publishes_nothing(room):
    """It is opened by the same event."""
    before = len(room.slack.calls("views.publish"))
    room.slack.open_home(room.ana, "messages")
    room.slack.wait_until_quiet()
    assert len(room.slack.calls("views.publish")) == before


@pytest.mark.surface(HOME, "no permission")
def test_who_is_not_in_the_channel_sees_nothing_of_it(room):
    """Neither its brief nor its name."""
    shown = str(home(room, room.slack.user("outsider")).content)
    assert FERRY not in shown
    assert room.channel not in shown


@pytest.mark.surface(HOME, "Slack error")
def test_a_tab_that_slack_does_not_take_at_once_is_there_in_the_end(room):
    """Asked again after the time that Slack names."""
    room.slack.fail_next("views.publish", retry_after=1)
    assert room.site.url(FERRY) in str(home(room).content)


@pytest.mark.surface(SEARCH, "happy")
def test_words_are_found_in_a_modal(room):
    """With a link to the page."""
    assert room.site.url(FERRY) in search(room, "coast guard")


@pytest.mark.surface(SEARCH, "bad input")
def test_words_that_are_nowhere_are_said_to_be(room):
    """They are shown as they were typed, and format nothing."""
    assert "No statement that you may see" in search(room, "xylophone <!channel>")
    assert "<!channel>" not in str(room.slack.modals(room.ana)[-1].content)


@pytest.mark.surface(SEARCH, "no permission")
def test_a_search_finds_what_its_searcher_may_see(room):
    """The same words, another person."""
    assert "No statement that you may see" in search(room, "coast guard", room.slack.user("outsider"))


@pytest.mark.surface(SEARCH, "Slack error")
def test_a_modal_that_has_to_wait_for_its_content_gets_it(room):
    """It said that it loads until then."""
    room.slack.fail_next("views.update", retry_after=1)
    assert room.site.url(FERRY) in search(room, "coast guard")
