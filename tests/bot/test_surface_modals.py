"""What can be pressed beneath a brief, through the whole bot."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta

import pytest

from handlers.render.slack_buttons import (
    COPY,
    EVIDENCE,
    MORE,
    NOT_USEFUL,
    REMOVE,
    REMOVE_BUTTON,
    STATEMENTS,
    menu,
)
from handlers.render.slack_feedback import SAY_WHY, TAKE_BACK, WORDS
from handlers.render.slack_pages import NEXT
from tests.bot.newsroom import COPY as OTHER
from tests.bot.newsroom import FERRY, SECONDS
from tests.bot.pressing import close_all, forged, modal

pytestmark = pytest.mark.slow


@dataclass(frozen=True)
class Opening:
    """What opens a modal: its button, the choice where that is a menu; and words of the ferry's brief in it."""

    surface: str
    action: str
    choice: str | None
    words: str


OPENINGS = [
    Opening("All statements", STATEMENTS, None, "Tennick"),
    Opening("Evidence", EVIDENCE, None, "open at The Aldermouth Courier"),
    Opening("Copy as Markdown", MORE, COPY, "## Key figures"),
]


def marked(case: str) -> list:
    """A parameter for each surface that opens a modal."""
    return [
        pytest.param(one, marks=pytest.mark.surface(one.surface, case), id=one.surface) for one in OPENINGS
    ]


@pytest.fixture(scope="module")
def brief(running):
    """A brief in a channel of its own, filed once for all tests here."""
    running.slack.heal()
    running.open_channel()
    (posted,) = running.answers(running.share(FERRY))
    return posted


@pytest.fixture
def ana(newsroom):
    """Ana, with no modal open."""
    close_all(newsroom, newsroom.ana)
    return newsroom.ana


@pytest.fixture
def eve(newsroom):
    """A guest who is in none of the tests' channels."""
    eve = newsroom.slack.user("eve", is_guest=True)
    close_all(newsroom, eve)
    return eve


@pytest.mark.parametrize("opening", marked("happy"))
def test_a_press_opens_a_modal_with_the_brief(newsroom, brief, ana, opening):
    """Acknowledged at once; the modal loads, then shows."""
    assert newsroom.slack.press(brief.channel, brief.ts, opening.action, ana, option=opening.choice).acked
    assert opening.words in str(modal(newsroom, ana).content)


def test_the_first_button_counts_what_the_modal_has_beside_the_message(newsroom, brief, ana):
    """What was found and is not shown is one click away, with everything that is, and the figures that a line says."""
    label = brief.blocks[-1]["elements"][0]["text"]["text"]
    assert label.endswith(" more statements")
    newsroom.slack.press(brief.channel, brief.ts, STATEMENTS, ana)
    lead, lines = 1, str(brief.blocks).count("• ")
    found = re.search(r" of (\d+)", str(modal(newsroom, ana, "Tennick").content))
    assert found
    assert int(found[1]) >= lead + lines + int(label.split()[0])


def test_another_workspaces_person_in_a_shared_channel_presses_on_in_the_modal(newsroom, ana):
    """They see what the channel sees, in the modal too, whose payloads name their own workspace."""
    dan = newsroom.slack.user("dan", team="T0ELSEWHERE")
    newsroom.channel = newsroom.slack.channel("with-dan", (ana, dan), is_shared=True)
    (posted,) = newsroom.answers(newsroom.share(FERRY))
    newsroom.clock.at += timedelta(minutes=2)  # who is where is known anew
    assert newsroom.slack.press(posted.channel, posted.ts, STATEMENTS, dan).acked
    newsroom.slack.press_in_view(modal(newsroom, dan, "Tennick").id, NEXT)
    assert "16–" in str(modal(newsroom, dan, "16–").content)


def test_pages_are_turned_in_the_modal(newsroom, brief, ana):
    """Next shows what comes after."""
    newsroom.slack.press(brief.channel, brief.ts, EVIDENCE, ana)
    first = modal(newsroom, ana)
    newsroom.slack.press_in_view(first.id, NEXT)
    assert modal(newsroom, ana, "7–").id == first.id


@pytest.mark.parametrize("opening", marked("bad input"))
def test_a_brief_that_is_not_in_the_archive_is_told_in_the_modal(newsroom, brief, ana, opening):
    """An old message, or a row of buttons that was tampered with."""
    blocks = tuple(
        {**block, "block_id": "of:unknown"} if block["type"] == "actions" else block for block in brief.blocks
    )
    ts = newsroom.slack.post_as_user(brief.channel, "old", ana, blocks=blocks, bot_id=brief.bot_id)
    newsroom.slack.press(brief.channel, ts, opening.action, ana, option=opening.choice)
    assert opening.words not in str(modal(newsroom, ana, "no longer exists").content)


@pytest.mark.parametrize("opening", marked("no permission"))
def test_a_brief_of_a_channel_one_is_not_in_is_not_shown(newsroom, brief, eve, opening):
    """A guest with a copied id."""
    forged(newsroom, brief, opening.action, eve, opening.choice)
    assert opening.words not in str(modal(newsroom, eve, "cannot see").content)


@pytest.mark.parametrize("opening", marked("Slack error"))
def test_a_modal_that_slack_does_not_open_is_told_to_the_presser(newsroom, brief, ana, opening):
    """The trigger lives three seconds."""
    newsroom.slack.fail_next("views.open", "expired_trigger_id")
    pressed = newsroom.slack.press(brief.channel, brief.ts, opening.action, ana, option=opening.choice)
    assert "try again" in pressed.wait_responses(timeout=SECONDS)[0]["text"]
    assert newsroom.slack.modals(ana) == ()


@pytest.mark.surface("Not useful", "happy")
def test_not_useful_is_noted_once_and_can_be_explained_and_taken_back(newsroom, brief, ana):
    """Thanks for the presser alone, with what more can be done."""
    slack = newsroom.slack
    slack.press(brief.channel, brief.ts, NOT_USEFUL, ana).wait_responses(timeout=SECONDS)
    thanks = slack.ephemerals(brief.channel, ana)[-1]
    assert "Thank you" in thanks.text
    slack.press(brief.channel, thanks.ts, SAY_WHY, ana)
    form = modal(newsroom, ana, "What was wrong?")
    slack.submit_view(form.id, {WORDS: {WORDS: "Old news"}})
    assert "noted" in str(modal(newsroom, ana, "reason").content)
    again = slack.press(brief.channel, brief.ts, NOT_USEFUL, ana)
    assert "already" in again.wait_responses(timeout=SECONDS)[0]["text"]
    slack.press(brief.channel, thanks.ts, TAKE_BACK, ana).wait_responses(timeout=SECONDS)
    once_more = slack.press(brief.channel, brief.ts, NOT_USEFUL, ana)
    assert "Thank you" in once_more.wait_responses(timeout=SECONDS)[0]["text"]


@pytest.mark.surface("Not useful", "bad input")
def test_an_empty_reason_is_refused_beside_its_field(newsroom, brief, ana):
    """Nothing is sent, the form stays."""
    newsroom.slack.press(brief.channel, brief.ts, NOT_USEFUL, ana).wait_responses(timeout=SECONDS)
    thanks = newsroom.slack.ephemerals(brief.channel, ana)[-1]
    newsroom.slack.press(brief.channel, thanks.ts, SAY_WHY, ana)
    sent = newsroom.slack.submit_view(modal(newsroom, ana, "What was wrong?").id, {})
    assert sent.ack["response_action"] == "errors"


@pytest.mark.surface("Not useful", "no permission")
def test_not_useful_says_nothing_of_a_brief_one_may_not_see(newsroom, brief, eve):
    """A guest with a copied id."""
    answer = forged(newsroom, brief, NOT_USEFUL, eve).wait_responses(timeout=SECONDS)[0]
    assert "cannot see" in answer["text"]


@pytest.mark.surface("Not useful", "Slack error")
def test_a_form_that_slack_does_not_open_is_told(newsroom, brief, ana):
    """The trigger was too old."""
    newsroom.slack.press(brief.channel, brief.ts, NOT_USEFUL, ana).wait_responses(timeout=SECONDS)
    thanks = newsroom.slack.ephemerals(brief.channel, ana)[-1]
    newsroom.slack.fail_next("views.open", "expired_trigger_id")
    pressed = newsroom.slack.press(brief.channel, thanks.ts, SAY_WHY, ana)
    assert "try again" in pressed.wait_responses(timeout=SECONDS)[0]["text"]


@pytest.fixture
def another(newsroom):
    """A brief of this test's own."""
    return newsroom.answers(newsroom.share(OTHER))[0]


def begin_removal(newsroom, another, ana):
    """Press the button that the evidence ends with for who may remove the brief."""
    newsroom.slack.press(another.channel, another.ts, EVIDENCE, ana)
    newsroom.slack.press_in_view(modal(newsroom, ana, "Remove this brief…").id, REMOVE_BUTTON)


@pytest.mark.surface("Remove", "happy")
def test_the_sharer_removes_the_brief_after_being_asked(newsroom, another, ana):
    """The message goes."""
    begin_removal(newsroom, another, ana)
    newsroom.slack.submit_view(modal(newsroom, ana, "Remove this brief?").id)
    modal(newsroom, ana, "Removed")
    assert newsroom.of_bot(another.thread_ts) == []


@pytest.mark.surface("Remove", "bad input")
def test_a_brief_that_was_deleted_by_hand_is_removed_all_the_same(newsroom, another, ana):
    """Somebody was quicker."""
    begin_removal(newsroom, another, ana)
    form = modal(newsroom, ana, "Remove this brief?")
    newsroom.slack.delete_as_user(another.channel, another.ts)
    newsroom.slack.submit_view(form.id)
    assert modal(newsroom, ana, "Removed")


@pytest.mark.surface("Remove", "no permission")
def test_nobody_else_removes_it(newsroom, another):
    """A colleague who did not share the link is not offered it, and is told whose right it is by an older message's menu."""
    ben = newsroom.slack.user("ben")
    newsroom.slack.join(another.channel, ben)
    close_all(newsroom, ben)
    newsroom.slack.press(another.channel, another.ts, EVIDENCE, ben)
    shown = modal(newsroom, ben, "open at")
    assert REMOVE_BUTTON not in str(shown.content)
    assert "Remove" not in str(another.blocks)
    close_all(newsroom, ben)
    older = {**another.blocks[-1], "elements": [menu(MORE, (REMOVE, "Remove…"))]}
    with newsroom.slack.changed:
        newsroom.slack.workspace.update(another.channel, another.ts, blocks=(*another.blocks[:-1], older))
    newsroom.slack.press(another.channel, another.ts, MORE, ben, option=REMOVE)
    modal(newsroom, ben, "Only the person who shared")
    assert newsroom.of_bot(another.thread_ts)


@pytest.mark.surface("Remove", "Slack error")
def test_a_message_that_slack_will_not_delete_is_told(newsroom, another, ana):
    """And stays, with its brief."""
    newsroom.slack.fail_next("chat.delete", "cant_delete_message")
    begin_removal(newsroom, another, ana)
    newsroom.slack.submit_view(modal(newsroom, ana, "Remove this brief?").id)
    modal(newsroom, ana, "would not remove")
    assert newsroom.of_bot(another.thread_ts)
