"""The first words that people have with the bot, through the whole bot."""

from __future__ import annotations

import pytest

from tests.bot.newsroom import FERRY, SECONDS

pytestmark = pytest.mark.slow

FIRST, TAB, TALK = "first words in a direct message", "Messages tab", "mention that asks nothing"


@pytest.fixture
def eve(newsroom, request):
    """Somebody new, who has a channel and direct messages with the bot."""
    person = newsroom.slack.user(f"eve-{request.node.name}"[:60])
    newsroom.slack.join(newsroom.channel, person)
    return person


def written(room, user, text):
    """A direct message, and what it is answered with."""
    direct = room.slack.direct_channel(user)
    ts = room.slack.post_as_user(direct, text, user)
    room.slack.wait_for(lambda: said(room, direct, ts), SECONDS)
    (answer,) = said(room, direct, ts)
    return f"{answer.text} {answer.blocks}"


def said(room, channel, ts):
    return [one for one in room.slack.thread(channel, ts) if one.bot_id]


@pytest.mark.surface(FIRST, "happy")
@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("hi", "Three things to try"),
        ("Good morning!", "Three things to try"),
        ("help", "@Nutgraf ferry inquiry"),
        ("/brief help", "@Nutgraf ferry inquiry"),
        ("thanks", "You’re welcome."),
        ("follow Odalys Venn", "Odalys Venn"),
        ("following", "You follow"),
    ],
)
def test_whoever_writes_first_is_answered_as_a_person_would(newsroom, eve, text, answer):
    """No search for these words."""
    assert answer in written(newsroom, eve, text)


@pytest.mark.surface(FIRST, "bad input")
def test_long_talk_is_answered_with_what_can_be_asked(newsroom, eve):
    """Nothing is looked for."""
    text = "well now that was quite the day and I do not know what I am to make of it all at last"
    assert "@Nutgraf ferry inquiry" in written(newsroom, eve, text)


@pytest.mark.surface(FIRST, "no permission")
def test_what_one_person_follows_is_told_to_nobody_else(newsroom, eve):
    """In a channel it is shown to them alone."""
    ts = newsroom.slack.mention(newsroom.channel, "follow Odalys Venn", eve)
    newsroom.slack.wait_for(lambda: newsroom.slack.ephemerals(newsroom.channel, eve), SECONDS)
    assert "Odalys Venn" in newsroom.slack.ephemerals(newsroom.channel, eve)[0].text
    assert newsroom.of_bot(ts) == []


@pytest.mark.surface(FIRST, "Slack error")
def test_a_greeting_whose_answer_is_lost_is_answered_once(newsroom, eve):
    """It is looked for first."""
    newsroom.slack.drop_answer_of_next("chat.postMessage")
    assert "Three things to try" in written(newsroom, eve, "hello")


@pytest.mark.surface(TAB, "happy")
def test_the_messages_tab_greets_once(newsroom, eve):
    """Not at the second look."""
    direct = newsroom.slack.direct_channel(eve)
    newsroom.slack.open_home(eve, "messages")
    newsroom.slack.wait_for(lambda: newsroom.slack.bot_messages(direct), SECONDS)
    newsroom.slack.open_home(eve, "messages")
    newsroom.slack.wait_until_quiet(0.4)
    (greeting,) = newsroom.slack.bot_messages(direct)
    assert greeting.text.count("•") == 3


@pytest.mark.surface(TAB, "no permission")
def test_a_greeting_that_slack_does_not_let_us_say_is_left_and_asked_once(newsroom, eve):
    """What this person writes later is answered."""
    newsroom.slack.fail_next("chat.postMessage", "messages_tab_disabled", times=1)
    newsroom.slack.open_home(eve, "messages")
    newsroom.slack.wait_for(
        lambda: any(call.error == "messages_tab_disabled" for call in newsroom.slack.calls()), SECONDS
    )
    newsroom.slack.wait_until_quiet(0.4)
    assert newsroom.slack.bot_messages(newsroom.slack.direct_channel(eve)) == ()
    assert "Three things to try" in written(newsroom, eve, "hello")


@pytest.mark.surface(TAB, "Slack error")
def test_a_greeting_that_slack_asks_to_wait_with_comes_once(newsroom, eve):
    """As any message."""
    newsroom.slack.fail_next("chat.postMessage", retry_after=1)
    newsroom.slack.open_home(eve, "messages")
    direct = newsroom.slack.direct_channel(eve)
    newsroom.slack.wait_for(lambda: newsroom.slack.bot_messages(direct), SECONDS)
    assert len(newsroom.slack.bot_messages(direct)) == 1


@pytest.mark.surface(TALK, "happy")
@pytest.mark.parametrize(
    ("text", "mark"), [("hi", ("wave",)), ("thanks a lot", ("+1",)), ("quixotic zeppelins", ("mag",))]
)
def test_a_mention_that_asks_nothing_gets_a_reaction_at_most(newsroom, text, mark):
    """A greeting, thanks, words that stand nowhere."""
    ts = newsroom.slack.mention(newsroom.channel, text, newsroom.ana)
    newsroom.slack.wait_for(lambda: newsroom.slack.reactions(newsroom.channel, ts), SECONDS)
    assert newsroom.slack.reactions(newsroom.channel, ts) == mark
    assert newsroom.of_bot(ts) == []


@pytest.mark.surface(TALK, "bad input")
def test_a_long_sentence_with_the_bots_name_gets_nothing(newsroom):
    """It is talk about us."""
    text = "found this for us last week and I think we should all have a look at how it did that"
    ts = newsroom.slack.mention(newsroom.channel, text, newsroom.ana)
    newsroom.slack.wait_until_quiet(0.4)
    assert newsroom.of_bot(ts) == []
    assert newsroom.slack.reactions(newsroom.channel, ts) == ()


@pytest.mark.surface(TALK, "no permission")
def test_a_reaction_that_slack_does_not_allow_is_left_and_nothing_said_in_its_place(newsroom):
    """The channel is as it was, and the next mention is answered."""
    newsroom.slack.fail_next("reactions.add", "thread_locked", times=1)
    ts = newsroom.slack.mention(newsroom.channel, "hello", newsroom.ana)
    newsroom.slack.wait_for(
        lambda: any(call.error == "thread_locked" for call in newsroom.slack.calls()), SECONDS
    )
    newsroom.slack.wait_until_quiet(0.4)
    assert newsroom.of_bot(ts) == []
    assert newsroom.slack.reactions(newsroom.channel, ts) == ()
    again = newsroom.slack.mention(newsroom.channel, "hello", newsroom.ana)
    newsroom.slack.wait_for(lambda: newsroom.slack.reactions(newsroom.channel, again) == ("wave",), SECONDS)


@pytest.mark.surface(TALK, "Slack error")
def test_a_reaction_that_slack_asks_to_wait_with_comes_later(newsroom):
    """It is not lost."""
    newsroom.slack.fail_next("reactions.add", retry_after=1)
    ts = newsroom.slack.mention(newsroom.channel, "hello", newsroom.ana)
    newsroom.slack.wait_for(lambda: newsroom.slack.reactions(newsroom.channel, ts) == ("wave",), SECONDS)


def test_words_that_stand_apart_in_one_brief_are_found_and_fewer_words_named(newsroom):
    """One in a statement, one in another; a word that is nowhere is left out."""
    newsroom.answers(newsroom.share(FERRY))
    apart = newsroom.slack.command("/brief", "search Tennick Marrack", newsroom.channel, newsroom.ana)
    newsroom.slack.wait_for(lambda: "Statements with" in str(apart.responses), SECONDS)
    assert "Tennick" in str(apart.responses)
    assert "Marrack" in str(apart.responses)
    bare = newsroom.slack.command("/brief", "search ferry zeppelins", newsroom.channel, newsroom.ana)
    newsroom.slack.wait_for(lambda: "Fewer words find more" in str(bare.responses), SECONDS)
    assert "*ferry*" in str(bare.responses)
