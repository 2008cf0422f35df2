"""The commands that brief links and those of a channel's digest, through the whole bot."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.bot.newsroom import FERRY, SECONDS

pytestmark = pytest.mark.slow

URL, HERE = "/brief URL", "/brief URL here"


def typed(room, name, text, channel="", user=""):
    return room.slack.command(name, text, channel or room.channel, user or room.ana)


def answer(room, name, text, channel="", user=""):
    """What is answered at last, beside the acknowledgement."""
    command = typed(room, name, text, channel, user)
    room.slack.wait_for(lambda: [one for one in command.responses if not is_progress(one)], SECONDS)
    return str(command.responses[-1])


def is_progress(response):
    """Whether a response only says that a page is being read; the brief takes its place."""
    return str(response.get("text", "")).startswith("Reading ")


@pytest.fixture
def away(newsroom):
    """A channel that the bot is not in."""
    name = f"away-{len(newsroom.slack.workspace.channels)}"
    return newsroom.slack.channel(name, (newsroom.ana,), bot_is_member=False)


@pytest.fixture(scope="module")
def briefed(running):
    """A private channel with one brief, which no daily digest has told."""
    running.slack.heal()
    running.channel = running.slack.channel("privy", (running.ana,), private=True)
    running.answers(running.share(FERRY))
    return running.channel


@pytest.mark.surface(URL, "happy")
def test_a_link_is_briefed_for_its_asker(newsroom):
    """And for nobody else."""
    assert "Ansell" in answer(newsroom, "/brief", newsroom.site.url(FERRY))
    assert newsroom.slack.bot_messages(newsroom.channel) == ()


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        pytest.param("/brief", "/brief search", marks=pytest.mark.surface("/brief help", "happy")),
        pytest.param("/digest", "/digest at", marks=pytest.mark.surface("/digest help", "happy")),
    ],
)
def test_help_lists_the_words_of_a_command(newsroom, name, shown):
    """At once."""
    assert shown in str(typed(newsroom, name, "help").ack)


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        pytest.param(
            "/brief", "hlep", "“hlep”", marks=pytest.mark.surface("/brief help", "bad input"), id="brief"
        ),
        pytest.param(
            "/digest", "hlep", "“hlep”", marks=pytest.mark.surface("/digest help", "bad input"), id="digest"
        ),
    ],
)
def test_a_slip_in_the_word_help_gets_the_help_that_names_it(newsroom, name, text, said):
    """With every word of the command."""
    shown = str(typed(newsroom, name, text).ack)
    assert said in shown
    assert f"{name} help" in shown


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=pytest.mark.surface(f"{name} help", "Slack error"))
        for name in ("/brief", "/digest")
    ],
)
def test_help_comes_whatever_slack_is_at(newsroom, name):
    """As the acknowledgement."""
    newsroom.slack.http_500(times=5)
    assert f"{name} help" in str(typed(newsroom, name, "help").ack)


@pytest.mark.surface(URL, "bad input")
@pytest.mark.parametrize("path", ["/nowhere", "/front"])
def test_what_is_no_article_is_answered_with_a_sentence(newsroom, path):
    """Why, and what to do."""
    said = answer(newsroom, "/brief", newsroom.site.url(path))
    assert "check whether" in said or "share the link of one story" in said


@pytest.mark.surface(URL, "no permission")
def test_what_is_asked_in_private_is_found_by_nobody_else(newsroom):
    """Not even in the same channel."""
    ben = newsroom.slack.user("ben-of-commands")
    newsroom.slack.join(newsroom.channel, ben)
    before = answer(newsroom, "/brief", "latest", user=ben)
    answer(newsroom, "/brief", f"{newsroom.site.url(FERRY)} private")
    assert answer(newsroom, "/brief", "latest", user=ben) == before
    assert newsroom.slack.ephemerals(newsroom.channel, newsroom.ana)
    assert newsroom.bot.works.digests.preview(newsroom.slack.workspace.team, newsroom.channel) == ()


@pytest.mark.surface(URL, "Slack error")
def test_a_web_api_that_is_sick_is_not_needed_for_it(newsroom):
    """The answer goes to the command's own address."""
    newsroom.slack.http_500(times=3)
    assert "Ansell" in answer(newsroom, "/brief", newsroom.site.url(FERRY))


@pytest.mark.surface(HERE, "happy")
def test_here_posts_to_the_channel(newsroom):
    """One message."""
    typed(newsroom, "/brief", f"{newsroom.site.url(FERRY)} here")
    newsroom.slack.wait_for(newsroom.parents, SECONDS)
    assert "Ansell" in newsroom.parents()[0].text


@pytest.mark.surface(HERE, "bad input")
def test_here_without_a_link_gets_help(newsroom):
    """With examples."""
    assert "/brief URL here" in str(typed(newsroom, "/brief", "here").ack)


@pytest.mark.surface(HERE, "no permission")
def test_where_the_bot_is_not_it_asks_to_be_invited(newsroom, away):
    """In the asker's answer."""
    assert "/invite @Nutgraf" in answer(newsroom, "/brief", f"{newsroom.site.url(FERRY)} here", away)
    assert newsroom.slack.bot_messages(away) == ()


@pytest.mark.surface(HERE, "Slack error")
def test_a_post_whose_answer_is_lost_is_posted_once(newsroom):
    """It is looked for first."""
    newsroom.slack.drop_answer_of_next("chat.postMessage")
    typed(newsroom, "/brief", f"{newsroom.site.url(FERRY)} here")
    newsroom.slack.wait_for(lambda: newsroom.slack.calls("conversations.history"), SECONDS)
    newsroom.slack.wait_until_quiet(timeout=SECONDS)
    assert len(newsroom.parents()) == 1


@pytest.mark.surface("/digest now", "happy")
def test_now_posts_the_channel_s_digest(newsroom, briefed):
    """Of what no daily digest has told."""
    newsroom.channel = briefed
    before = len(newsroom.parents())
    typed(newsroom, "/digest", "now")
    newsroom.slack.wait_for(lambda: len(newsroom.parents()) > before, SECONDS)
    assert "Ansell" in str(newsroom.parents()[-1].blocks)


@pytest.mark.surface("/digest now", "no permission")
def test_a_digest_where_the_bot_is_not_is_answered_with_why(newsroom, away):
    """Nothing was filed there, either."""
    said = answer(newsroom, "/digest", "now", away)
    assert "nothing" in said.casefold() or "/invite" in said
    assert newsroom.slack.bot_messages(away) == ()


@pytest.mark.surface("/digest now", "Slack error")
def test_a_digest_whose_answer_is_lost_stands_once(newsroom, briefed):
    """It is looked for first."""
    newsroom.channel = briefed
    before = len(newsroom.parents())
    newsroom.slack.drop_answer_of_next("chat.postMessage")
    typed(newsroom, "/digest", "now")
    newsroom.slack.wait_for(lambda: len(newsroom.parents()) > before, SECONDS)
    newsroom.slack.wait_until_quiet(timeout=SECONDS)
    assert len(newsroom.parents()) == before + 1


@pytest.mark.surface("/digest preview", "happy")
def test_a_preview_shows_it_to_the_asker(newsroom, briefed):
    """Alone: nothing is posted."""
    before = newsroom.slack.bot_messages(briefed)
    assert "Ansell" in answer(newsroom, "/digest", "preview", briefed)
    assert newsroom.slack.bot_messages(briefed) == before


@pytest.mark.surface("/digest preview", "no permission")
def test_a_preview_holds_the_channel_s_own_briefs_alone(newsroom, briefed):
    """Also for somebody who is in both channels."""
    assert "Nothing for the next digest" in answer(newsroom, "/digest", "preview")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param(
            "at 07:15 weekdays Europe/London", "07:15", marks=pytest.mark.surface("/digest at", "happy")
        ),
        pytest.param("status", "08:00", marks=pytest.mark.surface("/digest status", "happy")),
        pytest.param("empty say", "one line says so", marks=pytest.mark.surface("/digest empty", "happy")),
        pytest.param("report on", "who was quoted", marks=pytest.mark.surface("/digest report", "happy")),
    ],
)
def test_a_digest_s_setting_is_answered_with_when_it_comes(newsroom, text, said):
    """What holds now."""
    assert said in answer(newsroom, "/digest", text)


@pytest.mark.surface("/digest off", "happy")
def test_off_is_answered_at_once(newsroom):
    """It promises nothing, so Slack is asked nothing."""
    assert "off" in str(typed(newsroom, "/digest", "off").ack)


WRONG = {
    "/digest now": "now please",
    "/digest preview": "preview tomorrow",
    "/digest at": "at 25:00",
    "/digest status": "statos",
    "/digest off": "off today",
    "/digest empty": "empty maybe",
    "/digest report": "report weekly",
}


@pytest.mark.parametrize(
    "text",
    [pytest.param(text, marks=pytest.mark.surface(name, "bad input")) for name, text in WRONG.items()],
)
def test_what_is_not_understood_gets_help(newsroom, text):
    """With examples, and nothing is changed."""
    assert "/digest at 08:30" in str(typed(newsroom, "/digest", text).ack)
    assert "08:00" in answer(newsroom, "/digest", "status")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(text, marks=pytest.mark.surface(f"/digest {text.split()[0]}", "no permission"))
        for text in ("at 07:15 Europe/London", "off", "empty say", "report on", "status")
    ],
)
def test_a_setting_is_the_channel_s_own(newsroom, away, text):
    """Whatever is set in one channel, another keeps its own."""
    typed(newsroom, "/digest", text, away)
    said = answer(newsroom, "/digest", "status")
    assert "08:00" in said
    assert "without links nothing is posted" in said
    assert "who was quoted" not in said


def channels_at_home(room, *channels):
    """Those of `channels` that the Home tab of somebody who is in all of them lists."""
    person = room.slack.user(f"reader-{len(room.slack.workspace.users)}")
    for channel in channels:
        room.slack.join(channel, person)
    room.slack.open_home(person)
    room.slack.wait_for(lambda: room.slack.home(person), SECONDS)
    shown = str(room.slack.home(person).content)
    return {channel for channel in channels if channel in shown}


@pytest.mark.parametrize("text", ["at 09:00", "at 09:00 Europe/London", "empty say", "status"])
def test_where_the_bot_is_not_no_digest_is_promised(newsroom, away, text):
    """It asks to be invited first and sets nothing; the Home tab does not list the channel."""
    said = answer(newsroom, "/digest", text, away)
    assert "/invite @Nutgraf" in said
    assert "next is due" not in said
    setting = newsroom.bot.works.desk.archive.digest_setting(newsroom.slack.workspace.team, away)
    assert (setting.at.hour, setting.says_empty) == (8, False)
    listed = channels_at_home(newsroom, newsroom.channel, away)
    assert listed == {newsroom.channel}
    newsroom.slack.invite_bot(away)
    assert "next is due" in answer(newsroom, "/digest", text, away)


def test_a_channel_that_the_bot_has_left_is_listed_on_nobody_s_home(newsroom):
    """Although its settings are kept."""
    answer(newsroom, "/digest", "at 09:00 Europe/London")
    assert channels_at_home(newsroom, newsroom.channel) == {newsroom.channel}
    newsroom.slack.remove_bot(newsroom.channel)
    assert channels_at_home(newsroom, newsroom.channel) == set()


def test_in_direct_messages_with_the_bot_a_digest_can_be_set_and_in_those_of_others_not(newsroom):
    """Both have ids of the same kind."""
    own = newsroom.slack.direct_channel(newsroom.ana)
    assert "next is due" in answer(newsroom, "/digest", "at 09:00 Europe/London", own)
    others = newsroom.slack.direct_channel(newsroom.slack.user("ben-of-direct"))
    assert "/invite" in answer(newsroom, "/digest", "at 09:00 Europe/London", others)


@pytest.mark.surface("/digest off", "Slack error")
def test_off_is_answered_whatever_slack_is_at(newsroom):
    """As the acknowledgement."""
    newsroom.slack.http_500(times=5)
    assert "off" in str(typed(newsroom, "/digest", "off").ack)


@pytest.mark.surface("/digest preview", "Slack error")
def test_a_preview_comes_whatever_slack_is_at(newsroom, briefed):
    """At the command's own address."""
    newsroom.slack.http_500(times=5)
    assert "Ansell" in answer(newsroom, "/digest", "preview", briefed)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("status", "08:00", marks=pytest.mark.surface("/digest status", "Slack error")),
        pytest.param(
            "empty say", "one line says so", marks=pytest.mark.surface("/digest empty", "Slack error")
        ),
        pytest.param(
            "report on", "who was quoted", marks=pytest.mark.surface("/digest report", "Slack error")
        ),
    ],
)
def test_an_answer_that_slack_does_not_help_with_at_once_comes_in_the_end(newsroom, text, said):
    """Whether the bot is in the channel is asked again."""
    newsroom.slack.http_500("users.conversations", times=1)
    assert said in answer(newsroom, "/digest", text)


@pytest.mark.surface("/digest at", "Slack error")
def test_a_time_zone_that_slack_does_not_tell_is_asked_for_again(newsroom):
    """Until it does."""
    newsroom.clock.at += timedelta(minutes=2)
    newsroom.slack.http_500("users.info", times=1)
    assert "07:15" in answer(newsroom, "/digest", "at 07:15")
