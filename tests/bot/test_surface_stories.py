"""A digest's stories steered by people, through the whole bot."""

from __future__ import annotations

from datetime import timedelta

import pytest

from handlers.render.slack_steering import CHOSEN, FORM, MENU, MERGE, SPLIT, STORY_STATEMENTS, UNDO
from tests.bot.newsroom import COPY, FERRY, SECONDS
from tests.bot.pressing import modal
from tests.corpus import pages

pytestmark = pytest.mark.slow

SPLITTING, MERGING, READING = "story split", "story merge", "story statements"
COURT = "/court"


@pytest.fixture(scope="module")
def told(running):
    """A private channel's digest of two stories: the ferry in two outlets, and a trial."""
    running.slack.heal()
    running.channel = running.slack.channel("night-desk", (running.ana,), private=True)
    running.site.pages[COURT] = pages()["court-bellhaven-observer"].read_bytes()
    for path in (FERRY, COPY, COURT):
        running.answers(running.share(path))
    running.slack.command("/digest", "now", running.channel, running.ana)
    running.slack.wait_for(lambda: running.parents() and running.of_bot(running.parents()[0].ts), SECONDS)
    return running.channel, running.parents()[0].ts


@pytest.fixture
def desk(newsroom, told):
    """The newsroom in the channel of that digest, no modal open, every decision undone."""
    newsroom.channel, newsroom.ts = told
    for view in newsroom.slack.modals(newsroom.ana):
        newsroom.slack.close_view(view.id)
    yield newsroom
    newsroom.slack.heal()
    for message in newsroom.of_bot(newsroom.ts):
        if UNDO in str(message.blocks):
            newsroom.slack.press(newsroom.channel, message.ts, UNDO, newsroom.ana)
    newsroom.slack.wait_for(
        lambda: len(menus(newsroom)) == 2 and UNDO not in str(newsroom.of_bot(newsroom.ts)), SECONDS
    )


def digest(newsroom):
    (message,) = [one for one in newsroom.parents() if one.ts == newsroom.ts]
    return message


def blocks_told(newsroom):
    """Each block of the digest, in the channel and in its thread, with the message that it stands in."""
    messages = (digest(newsroom), *newsroom.of_bot(newsroom.ts))
    return [(message.ts, block) for message in messages for block in message.blocks]


def stories(newsroom):
    """The stories that have a menu, each with its message."""
    return [(ts, block) for ts, block in blocks_told(newsroom) if "accessory" in block]


def menus(newsroom):
    """The options beside each story as the digest stands now."""
    return [[option["value"] for option in block["accessory"]["options"]] for _, block in stories(newsroom)]


def ask(newsroom, act, story=0):
    """The form, once it is filled; or what stands in the modal instead."""
    ts, block = stories(newsroom)[story]
    option = next(value for value in menus(newsroom)[story] if value.startswith(act))
    newsroom.slack.press(newsroom.channel, ts, MENU, newsroom.ana, option=option, block_id=block["block_id"])
    modals = newsroom.slack.modals
    newsroom.slack.wait_for(
        lambda: modals(newsroom.ana) and "Loading" not in str(modals(newsroom.ana)[-1].content), SECONDS
    )
    return modals(newsroom.ana)[-1]


def story_of_ferry(newsroom):
    told = [block["text"]["text"] for _, block in stories(newsroom)]
    return next(at for at, text in enumerate(told) if "ferry" in text)


def options_of(view):
    return view.content["blocks"][1]["element"]["options"]


def choose(newsroom, view, *options):
    """Submit the form with these options."""
    kind = view.content["blocks"][1]["element"]["type"]
    state = {"type": kind, "selected_option": options[0]}
    if kind != "static_select":
        state = {"type": kind, "selected_options": list(options)}
    return newsroom.slack.submit_view(view.id, {FORM: {CHOSEN: state}})


def buttons(newsroom):
    """The buttons below the digest's stories that lead to what it does not tell."""
    rows = [(ts, block) for ts, block in blocks_told(newsroom) if block["type"] == "actions"]
    found = [(ts, row["block_id"], row["elements"][0]) for ts, row in rows]
    return [one for one in found if one[2]["action_id"] == STORY_STATEMENTS]


def read_story(newsroom):
    """What the modal of the first story with a button shows."""
    ts, block_id, _ = buttons(newsroom)[0]
    newsroom.slack.press(newsroom.channel, ts, STORY_STATEMENTS, newsroom.ana, block_id=block_id)
    return str(modal(newsroom, newsroom.ana).content)


@pytest.mark.surface(READING, "happy")
def test_what_a_story_does_not_tell_is_read_in_a_modal(desk):
    """All of its statements, with their proofs."""
    *_, button = buttons(desk)[0]
    assert "more statement" in button["text"]["text"]
    assert "#:~:text=" in read_story(desk)


@pytest.mark.surface(READING, "bad input")
def test_a_button_of_a_story_that_the_digest_no_longer_has_says_so(desk):
    """As on a screen that was not updated."""
    ts, block_id, button = buttons(desk)[0]
    (message,) = [one for one in (digest(desk), *desk.of_bot(desk.ts)) if one.ts == ts]
    row = {"type": "actions", "block_id": block_id, "elements": [{**button, "value": "of-another-day"}]}
    stale = desk.slack.post_as_user(
        desk.channel, "stale", desk.ana, blocks=(message.blocks[0], row), bot_id=message.bot_id
    )
    desk.slack.press(desk.channel, stale, STORY_STATEMENTS, desk.ana, block_id=block_id)
    shown = str(modal(desk, desk.ana).content)
    desk.slack.delete_as_user(desk.channel, stale)
    assert "no longer in a digest that you can see" in shown


@pytest.mark.surface(READING, "no permission")
def test_who_left_the_channel_reads_no_story_of_it(desk):
    """The channel is private, the message is still on their screen."""
    desk.slack.leave(desk.channel, desk.ana)
    desk.clock.at += timedelta(minutes=2)  # who is where is remembered for one
    shown = read_story(desk)
    desk.slack.join(desk.channel, desk.ana)
    desk.clock.at += timedelta(minutes=2)
    assert "no longer in a digest that you can see" in shown


@pytest.mark.surface(READING, "Slack error")
def test_a_story_is_read_from_a_slack_that_fails_at_first(desk):
    """The modal is filled again."""
    desk.slack.http_500("views.update", times=1)
    assert "#:~:text=" in read_story(desk)


@pytest.mark.surface(SPLITTING, "happy")
def test_an_article_is_split_off_and_the_digest_told_anew(desk):
    """Three stories, and who did it in the thread."""
    view = ask(desk, SPLIT, story_of_ferry(desk))
    assert choose(desk, view, options_of(view)[1]).acked
    desk.slack.wait_for(lambda: len(menus(desk)) == 3, SECONDS)
    desk.slack.wait_for(lambda: UNDO in str(desk.of_bot(desk.ts)), SECONDS)


@pytest.mark.surface(SPLITTING, "bad input")
def test_a_whole_story_cannot_be_split_off(desk):
    """The form says so; a story of one article has no form."""
    view = ask(desk, SPLIT, story_of_ferry(desk))
    assert "at least one article" in str(choose(desk, view, *options_of(view)).ack)
    desk.slack.close_view(view.id)
    assert "single article" in str(ask(desk, SPLIT, 1 - story_of_ferry(desk)).content)


@pytest.mark.surface(SPLITTING, "no permission")
def test_who_left_the_channel_splits_nothing(desk):
    """The channel is private; the form was open already."""
    assert_refused(desk, ask(desk, SPLIT, story_of_ferry(desk)))


@pytest.mark.surface(SPLITTING, "Slack error")
def test_a_split_survives_a_slack_that_fails(desk):
    """An update that is refused for the moment is made again."""
    view = ask(desk, SPLIT, story_of_ferry(desk))
    desk.slack.http_500("chat.update", times=1)
    choose(desk, view, options_of(view)[1])
    desk.slack.wait_for(lambda: UNDO in str(desk.of_bot(desk.ts)), SECONDS)
    assert len(menus(desk)) == 3


@pytest.mark.surface(MERGING, "happy")
def test_two_stories_are_made_one(desk):
    """One menu is left."""
    merge(desk)
    desk.slack.wait_for(lambda: UNDO in str(desk.of_bot(desk.ts)), SECONDS)
    assert len(menus(desk)) == 1


def merge(newsroom):
    view = ask(newsroom, MERGE)
    choose(newsroom, view, options_of(view)[0])
    newsroom.slack.wait_for(lambda: len(menus(newsroom)) == 1, SECONDS)


@pytest.mark.surface(MERGING, "bad input")
def test_where_there_is_one_story_there_is_nothing_to_merge_with(desk):
    """The modal says so."""
    merge(desk)
    assert "no other story" in str(ask(desk, MERGE).content)
    desk.slack.wait_for(lambda: UNDO in str(desk.of_bot(desk.ts)), SECONDS)


@pytest.mark.surface(MERGING, "no permission")
def test_who_left_the_channel_merges_nothing(desk):
    """As with a split."""
    assert_refused(desk, ask(desk, MERGE))


@pytest.mark.surface(MERGING, "Slack error")
def test_a_confirmation_whose_answer_is_lost_stands_once(desk):
    """Slack has it, and we look before we post again."""
    desk.slack.drop_answer_of_next("chat.postMessage")
    merge(desk)
    desk.slack.wait_for(lambda: UNDO in str(desk.of_bot(desk.ts)), SECONDS)
    assert len([one for one in desk.of_bot(desk.ts) if UNDO in str(one.blocks)]) == 1


def assert_refused(newsroom, view):
    """Ana leaves while the form is open: nothing is decided."""
    before = digest(newsroom).blocks
    newsroom.slack.leave(newsroom.channel, newsroom.ana)
    newsroom.clock.at += timedelta(minutes=2)  # who is where is remembered for one
    choose(newsroom, view, options_of(view)[0])
    flow = f"steer:{newsroom.slack.workspace.team}:{view.id}"
    outcome = newsroom.bot.works.engine.result(flow)
    newsroom.slack.join(newsroom.channel, newsroom.ana)
    newsroom.clock.at += timedelta(minutes=2)
    assert outcome == {}
    assert digest(newsroom).blocks == before
