"""What can be pressed beneath a brief, through the whole bot."""

from __future__ import annotations

import pytest

from handlers.render.slack_buttons import STATEMENTS
from tests.bot.newsroom import FERRY, SECONDS

pytestmark = pytest.mark.slow

NAME = "All statements"


@pytest.fixture(scope="module")
def brief(running):
    """A brief in a channel of its own, filed once for all tests here."""
    running.slack.heal()
    running.open_channel()
    (posted,) = running.answers(running.share(FERRY))
    return posted


def shown(newsroom, user):
    """The words of the modal on top, once it is there and has loaded."""
    slack = newsroom.slack
    slack.wait_for(
        lambda: slack.modals(user) and "Loading" not in str(slack.modals(user)[-1].content), SECONDS
    )
    return str(slack.modals(user)[-1].content)


@pytest.fixture
def ana(newsroom):
    """Ana, with no modal open."""
    for view in newsroom.slack.modals(newsroom.ana):
        newsroom.slack.close_view(view.id)
    return newsroom.ana


@pytest.mark.surface(NAME, "happy")
def test_all_statements_are_one_press_away_page_by_page(newsroom, brief, ana):
    """Acknowledged at once, shown in a modal, turned there."""
    pressed = newsroom.slack.press(brief.channel, brief.ts, STATEMENTS, ana)
    assert pressed.acked
    assert "Tennick" in shown(newsroom, ana)
