"""Looking things up in Slack, through the whole bot."""

from __future__ import annotations

import pytest

from tests.bot.newsroom import FERRY, SECONDS

pytestmark = pytest.mark.slow

LOOKS = {
    "/brief search": ("search Tennick rafts", "Tennick"),
    "/brief who": ("who Marrack", "Marrack"),
    "/brief figures": ("figures people missing", "missing"),
    "/brief check": ("check “Nobody on my team is talking about stopping”", "Word for word"),
    "/brief latest": ("latest", "Lady Ansell"),
}
CASES = [
    pytest.param(text, shown, marks=pytest.mark.surface(name, "happy"))
    for name, (text, shown) in LOOKS.items()
]


@pytest.fixture(scope="module")
def briefed(running):
    """A brief in a channel of its own, filed once for all tests here."""
    running.slack.heal()
    running.open_channel()
    running.answers(running.share(FERRY))
    return running.channel


def typed(room, text, channel, user):
    """What the one who types /brief is answered at last."""
    command = room.slack.command("/brief", text, channel, user)
    room.slack.wait_for(lambda: command.responses, SECONDS)
    return str(command.responses[-1])


@pytest.mark.parametrize(("text", "shown"), CASES)
def test_looking_something_up_answers_the_asker(newsroom, briefed, text, shown):
    """From another public channel too."""
    assert shown in typed(newsroom, text, newsroom.channel, newsroom.ana)
    assert newsroom.slack.bot_messages(newsroom.channel) == ()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(word, marks=pytest.mark.surface(f"/brief {word}", "bad input"))
        for word in ("search", "who", "figures", "check")
    ]
    + [pytest.param("lastest", marks=pytest.mark.surface("/brief latest", "bad input"))],
)
def test_a_word_too_few_or_a_slip_gets_help_with_an_example(newsroom, text):
    """At once."""
    command = newsroom.slack.command("/brief", text, newsroom.channel, newsroom.ana)
    assert "`/brief " in str(command.ack)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(text, marks=pytest.mark.surface(name, "no permission"))
        for name, (text, _) in LOOKS.items()
    ],
)
def test_what_a_private_channel_was_shown_is_not_found_by_others(newsroom, briefed, text):
    """A guest of another channel sees nothing of it."""
    guest = newsroom.slack.user("guest", is_guest=True)
    newsroom.slack.join(newsroom.channel, guest)
    answer = typed(newsroom, text, newsroom.channel, guest)
    assert "Courier" not in answer


@pytest.mark.parametrize(
    "text",
    [pytest.param(text, marks=pytest.mark.surface(name, "Slack error")) for name, (text, _) in LOOKS.items()],
)
def test_a_slack_that_is_sick_is_asked_again(newsroom, briefed, text):
    """Who may see what is never guessed."""
    stranger = newsroom.slack.user(f"new-{text.split()[0]}")
    newsroom.slack.join(newsroom.channel, stranger)
    newsroom.slack.http_500("users.conversations")
    assert "Courier" in typed(newsroom, text, newsroom.channel, stranger)


def answers(room, channel, ts):
    """The bot's answers in a thread, once there is one and nothing more comes."""
    room.slack.wait_for(lambda: [one for one in room.slack.thread(channel, ts) if one.bot_id], SECONDS)
    room.slack.wait_until_quiet(timeout=SECONDS)
    return [one for one in room.slack.thread(channel, ts) if one.bot_id]


@pytest.mark.surface("@mention with a question", "happy")
def test_a_question_is_answered_in_its_thread_from_the_channel_s_own_briefs(newsroom, briefed):
    """Once, though it comes as a message and as a mention."""
    ts = newsroom.slack.mention(briefed, "what did Marrack say?", newsroom.ana)
    (answer,) = answers(newsroom, briefed, ts)
    assert "Marrack" in answer.text


@pytest.mark.surface("@mention with a question", "bad input")
def test_a_mention_that_asks_for_help_gets_it(newsroom):
    """With examples."""
    ts = newsroom.slack.mention(newsroom.channel, "help", newsroom.ana)
    assert "what somebody said" in str(answers(newsroom, newsroom.channel, ts)[0].blocks)


@pytest.mark.surface("@mention with a question", "no permission")
def test_another_channel_s_briefs_are_not_told_to_a_channel(newsroom, briefed):
    """Everybody in it reads the answer."""
    ts = newsroom.slack.mention(newsroom.channel, "what did Marrack say?", newsroom.ana)
    assert "Nobody with this name" in answers(newsroom, newsroom.channel, ts)[0].text


@pytest.mark.surface("@mention with a question", "Slack error")
def test_an_answer_whose_post_was_lost_is_not_posted_twice(newsroom, briefed):
    """It is looked for first."""
    newsroom.slack.drop_answer_of_next("chat.postMessage")
    ts = newsroom.slack.mention(briefed, "ferry inquiry", newsroom.ana)
    newsroom.slack.wait_for(lambda: newsroom.slack.calls("conversations.replies"), SECONDS)
    assert len(answers(newsroom, briefed, ts)) == 1


@pytest.mark.surface("direct message", "happy")
def test_a_direct_message_is_answered_with_all_that_its_person_may_see(newsroom, briefed):
    """In every channel of theirs."""
    direct = newsroom.slack.direct_channel(newsroom.ana)
    ts = newsroom.slack.post_as_user(direct, "what did Marrack say?", newsroom.ana)
    assert "Marrack" in answers(newsroom, direct, ts)[0].text


def test_a_further_page_takes_the_place_of_the_first(newsroom, briefed):
    """Through the button."""
    command = newsroom.slack.command("/brief", "who ferry", newsroom.channel, newsroom.ana)
    newsroom.slack.wait_for(lambda: command.responses, SECONDS)
    first = newsroom.slack.command("/brief", "search the", newsroom.channel, newsroom.ana)
    newsroom.slack.wait_for(lambda: first.responses, SECONDS)
    shown = newsroom.slack.ephemerals(newsroom.channel, newsroom.ana)[-1]
    newsroom.slack.press(newsroom.channel, shown.ts, "look_more", newsroom.ana)
    newsroom.slack.wait_for(
        lambda: newsroom.slack.ephemerals(newsroom.channel, newsroom.ana)[-1].blocks != shown.blocks, SECONDS
    )
    assert newsroom.slack.ephemerals(newsroom.channel, newsroom.ana)[-1].ts == shown.ts


def test_a_digest_s_time_is_read_in_the_setter_s_own_zone(newsroom):
    """When no zone is named."""
    tokyo = newsroom.slack.user("kei", tz="Asia/Tokyo")
    newsroom.slack.join(newsroom.channel, tokyo)
    command = newsroom.slack.command("/digest", "at 07:30", newsroom.channel, tokyo)
    newsroom.slack.wait_for(lambda: command.responses, SECONDS)
    assert "07:30 (Asia/Tokyo)" in str(command.responses[-1])


@pytest.mark.surface("direct message", "bad input")
def test_a_direct_message_that_asks_nothing_gets_help(newsroom):
    """With examples."""
    direct = newsroom.slack.direct_channel(newsroom.ana)
    ts = newsroom.slack.post_as_user(direct, "of the and", newsroom.ana)
    assert "what somebody said" in str(answers(newsroom, direct, ts)[0].blocks)


@pytest.mark.surface("direct message", "no permission")
def test_a_direct_message_is_told_nothing_of_others_channels(newsroom, briefed):
    """A guest, who is in none of them."""
    guest = newsroom.slack.user("guest-of-one", is_guest=True)
    newsroom.slack.join(newsroom.channel, guest)
    direct = newsroom.slack.direct_channel(guest)
    ts = newsroom.slack.post_as_user(direct, "what did Marrack say?", guest)
    assert "Nobody with this name" in answers(newsroom, direct, ts)[0].text


@pytest.mark.surface("direct message", "Slack error")
def test_a_direct_message_is_answered_once_where_slack_loses_the_answer(newsroom, briefed):
    """It is looked for first."""
    newsroom.slack.drop_answer_of_next("chat.postMessage")
    direct = newsroom.slack.direct_channel(newsroom.ana)
    ts = newsroom.slack.post_as_user(direct, "ferry inquiry", newsroom.ana)
    newsroom.slack.wait_for(lambda: newsroom.slack.calls("conversations.replies"), SECONDS)
    assert len(answers(newsroom, direct, ts)) == 1


PASTED = "direct message with pasted text"
TEXT = (
    "*Weir at Port Sarn stays shut*\n\n"
    "The weir at Port Sarn will stay shut until May, harbour master Ada Rook said on Monday. “Nobody should count on it "
    "before the spring,” she told reporters. Divers found three cracks in its north wall last week.\n\n"
    "Jon Vale, who leads the fishermen's union, said 40 boats were affected. “We were told nothing,” Vale said. The town "
    "council will meet on Thursday to talk about money for the crews, according to its clerk."
)


@pytest.fixture
def eve(newsroom, request):
    """Somebody new, with direct messages of their own."""
    return newsroom.slack.user(f"eve-{request.node.name}"[:60])


def pasted(newsroom, user, text=TEXT):
    """Pasted, and the bot's answers in the thread once the message is marked."""
    newsroom.channel = newsroom.slack.direct_channel(user)
    return newsroom.answers(newsroom.slack.post_as_user(newsroom.channel, text, user))


@pytest.mark.surface(PASTED, "happy")
def test_a_pasted_text_is_briefed_in_its_thread(newsroom, eve):
    """Under its own headline."""
    (brief,) = pasted(newsroom, eve)
    assert "Ada Rook" in str(brief.blocks)
    assert "Weir at Port Sarn stays shut" in brief.text


@pytest.mark.surface(PASTED, "bad input")
def test_a_pasted_text_in_another_language_is_answered_with_why(newsroom, eve):
    """In a sentence."""
    text = (
        "Der Hafen von Nordsarn bleibt bis Mai geschlossen, sagte die Hafenmeisterin am Montag vor der Presse. "
        "Zwei der drei Fähren liegen seit dem Sturm auf der Werft, und die dritte fährt nur bei ruhiger See. "
        "Für die Fischer hat die Stadt einen Kai weiter südlich gemietet, der freilich keine Kühlhalle hat. "
        "Ob das Geld für die neue Mole noch in diesem Jahr kommt, wollte niemand im Rathaus versprechen. "
        "Die Gewerkschaft der Hafenarbeiter verlangt, dass bis dahin keiner seine Stelle verliert."
    )
    (problem,) = pasted(newsroom, eve, text)
    assert "German" in problem.text


@pytest.mark.surface(PASTED, "no permission")
def test_what_somebody_pasted_is_found_by_them_alone(newsroom, eve):
    """Not by a colleague who searches."""
    pasted(newsroom, eve, TEXT.replace("Jon Vale", "Jon Quillfeather"))
    newsroom.open_channel()
    newsroom.slack.join(newsroom.channel, eve)
    assert "Quillfeather" in typed(newsroom, "who Quillfeather", newsroom.channel, eve)
    assert "Nobody with this name" in typed(newsroom, "who Quillfeather", newsroom.channel, newsroom.ana)


@pytest.mark.surface(PASTED, "Slack error")
def test_a_pasted_text_whose_answer_is_lost_is_briefed_once(newsroom, eve):
    """It is looked for first."""
    newsroom.slack.drop_answer_of_next("chat.postMessage")
    assert len(pasted(newsroom, eve)) == 1
