"""Following somebody or some words: one direct message an article, bundled, of what the follower may see."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.schedule import NoticeClock
from handlers.commands.brief import parse_brief
from handlers.domain.errors import RateLimited, SlackRefused
from handlers.domain.viewers import Member
from handlers.flows.archive.following import BUNDLE, MOST_FOLLOWS, UNFOLLOW_FLOW
from handlers.flows.brief.actions import Press
from handlers.flows.links.share import SHARE_FLOW, Share
from handlers.links import key_of
from handlers.render.slack_following import FollowedArticle, following_message, follows_message
from handlers.render.slack_limits import fits
from summarizer.model import Credit
from tests.examples import moments
from tests.fakes.desk import FakeDesk, brief_of
from tests.fakes.engine import Died

ONE, TWO = "https://courier.example/dam", "https://standard.example/weir"


@pytest.fixture
def fake(tmp_path):
    """U1 follows the engineer by surname."""
    desk = FakeDesk(tmp_path)
    typed(desk, "follow Rook")
    return desk


def typed(fake, text, user="U1", team="T1"):
    """What somebody is answered."""
    return str(fake.following.answer(team, user, parse_brief(text)).blocks)


def share(fake, url=ONE, ts="1.5", channel="C1", user="U2", team="T1"):
    shared = Share(team, channel, ts, ts, user, (url,))
    fake.engine.begin(SHARE_FLOW, shared.flow_id, shared.to_json())


def look(fake, later=BUNDLE):
    """The clock, so much later."""
    fake.now += later
    NoticeClock(fake.follows, fake.engine, lambda: fake.now).tick()


def notices(fake, user="U1"):
    return [post for post in fake.chat.posts if post.channel == f"D{user}"]


def words(post):
    return str(post.message.blocks)


def test_a_followed_person_who_is_quoted_is_told_with_proof(fake):
    """By surname alone; once, however often the clock looks."""
    share(fake)
    look(fake)
    look(fake)
    (notice,) = notices(fake)
    assert "Ada Rook" in words(notice)
    assert f"{ONE}#:~:text=" in words(notice)
    assert "/brief unfollow" in words(notice)


def test_followed_words_are_found_in_statements(fake):
    """In any form that a search of the archive finds, and only all of them together."""
    typed(fake, "follow holding dams", user="U3")
    typed(fake, "follow dam inquiry", user="U4")
    share(fake)
    look(fake)
    assert len(notices(fake, "U3")) == 1
    assert notices(fake, "U4") == []


def test_a_followed_person_is_told_of_what_the_brief_does_not_show(fake):
    """A follower wants every statement, not the twelve that weigh most."""
    brief = brief_of(ONE)
    other = replace(brief.bullets[0], source=Credit("Jon Vale", "mayor"))
    fake.reading.pages[ONE] = replace(brief, bullets=(other,), more=brief.bullets)
    share(fake)
    look(fake)
    (notice,) = notices(fake)
    assert "Ada Rook" in words(notice)
    assert "Jon Vale" not in words(notice)


def test_a_followed_name_may_be_typed_in_plain_letters(fake):
    """As in a search: "Weiss" follows Weiß."""
    typed(fake, "follow Weiss", user="U3")
    brief = brief_of(ONE)
    other = replace(brief.bullets[0], source=Credit("Günter Weiß", "mayor"))
    fake.reading.pages[ONE] = replace(brief, bullets=(other,))
    share(fake)
    look(fake)
    assert "Günter Weiß" in words(notices(fake, "U3")[0])


def test_only_the_statements_that_match_are_told(fake):
    """An article of many voices."""
    brief = brief_of(ONE)
    other = replace(brief.bullets[0], source=Credit("Jon Vale", "mayor"))
    fake.reading.pages[ONE] = replace(brief, bullets=(other, *brief.bullets))
    share(fake)
    look(fake)
    assert "Ada Rook" in words(notices(fake)[0])
    assert "Jon Vale" not in words(notices(fake)[0])


def test_what_comes_within_minutes_is_one_message(fake):
    """The first article waits for more; what comes later is told later."""
    share(fake)
    look(fake, timedelta(minutes=2))
    assert notices(fake) == []
    share(fake, TWO, "2.5")
    look(fake, timedelta(minutes=3))
    (notice,) = notices(fake)
    assert ONE in words(notice)
    assert TWO in words(notice)


def test_an_article_is_told_once_a_person(fake):
    """Also when other channels brief it, at once or later."""
    share(fake)
    share(fake, channel="C2", ts="2.5")
    look(fake)
    fake.directory.public.add("C3")
    share(fake, channel="C3", ts="3.5")
    look(fake)
    (notice,) = notices(fake)
    assert words(notice).count("in <#") == 1


def test_a_private_channels_brief_is_told_to_its_members_alone(fake):
    """Whoever leaves before the message is sent is told nothing."""
    typed(fake, "follow Rook", user="U3")
    typed(fake, "follow Rook", user="U4")
    fake.directory.members["G1"] = {"U2", "U3", "U4"}
    share(fake, channel="G1")
    fake.directory.members["G1"].remove("U4")
    look(fake)
    assert [len(notices(fake, user)) for user in ("U1", "U3", "U4")] == [0, 1, 0]


def test_what_one_could_not_see_there_is_told_from_where_one_can(fake):
    """The article in a private channel first, then in an open one."""
    fake.directory.members["G1"] = {"U2"}
    share(fake, channel="G1")
    look(fake)
    assert notices(fake) == []
    share(fake, ts="2.5")
    look(fake)
    assert "<#C1>" in words(notices(fake)[0])


@pytest.mark.parametrize("person", [Member("T1", "UTC", is_guest=True), Member("T9", "UTC")])
def test_guests_and_strangers_are_told_of_their_own_channels_only(fake, person):
    """A guest, and somebody of another workspace in a shared channel."""
    fake.directory.people["U1"] = person
    fake.directory.members["C2"] = {"U1"}
    share(fake)
    share(fake, TWO, "2.5", channel="C2")
    look(fake)
    (notice,) = notices(fake)
    assert TWO in words(notice)
    assert ONE not in words(notice)


def test_nobody_is_told_of_their_own_links_or_another_workspace_s(fake):
    """U1 shared it, and T2 is not theirs."""
    share(fake, user="U1")
    share(fake, TWO, "2.5", team="T2")
    look(fake)
    assert notices(fake) == []


def test_what_was_removed_or_is_followed_no_longer_is_not_told(fake):
    """What counts is the moment of sending."""
    typed(fake, "follow engineer", user="U3")
    share(fake)
    share(fake, TWO, "2.5")
    fake.store.withdraw(fake.store.find("T1", "C1", [key_of(ONE)]).filing.brief_id)
    typed(fake, "unfollow rook")
    look(fake)
    assert notices(fake) == []
    (notice,) = notices(fake, "U3")
    assert ONE not in words(notice)


def test_what_was_briefed_before_is_not_told(fake):
    """Following looks forward."""
    share(fake)
    fake.now += timedelta(seconds=1)
    typed(fake, "follow engineer", user="U3")
    look(fake)
    assert notices(fake, "U3") == []


def test_whoever_cannot_be_written_to_is_told_nothing_in_quiet(fake):
    """A deactivated user; the next article is tried again."""
    share(fake)
    fake.chat.failures = [SlackRefused("user_disabled", permanent=True)]
    look(fake)
    assert notices(fake) == []
    share(fake, TWO, "2.5")
    look(fake)
    assert len(notices(fake)) == 1


def test_slack_asking_to_wait_is_waited_for(fake):
    """And an answer that is lost is no second message."""
    share(fake)
    fake.chat.failures = [RateLimited(3.0)]
    fake.chat.lose_answers = 1
    look(fake)
    assert len(notices(fake)) == 1
    assert 3.0 in fake.engine.slept


@pytest.mark.parametrize("when", ["die_before", "die_after"])
@pytest.mark.parametrize("act", moments(12))
def test_dying_at_any_act_leaves_one_message(fake, when, act):
    """Whatever the process was doing when it died."""
    setattr(fake.engine, when, act)
    try:
        share(fake)
        look(fake)
    except Died:
        setattr(fake.engine, when, -1)
        fake.engine.resume()
    setattr(fake.engine, when, -1)
    look(fake)
    assert len(notices(fake)) == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("follow rook", "already"),
        ("follow of the", "at least one of 3 letters"),
        ("follow EU", "at least one of 3 letters"),
        (f"follow {'rook ' * 30}", "too long"),
        ("unfollow Vale", "You do not follow “Vale”"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(fake, text, said):
    """And changes nothing."""
    assert said in typed(fake, text)
    assert [one.words for one in fake.follows.of("T1", "U1")] == ["Rook"]


def test_too_many_are_refused(fake):
    """Until one is followed no longer. The list of all of them is a message that Slack takes."""
    for number in range(1, MOST_FOLLOWS):
        typed(fake, f"follow {'&word ' * 15}{number}")
    assert "the most" in typed(fake, "follow Vale")
    message = fake.following.answer("T1", "U1", parse_brief("following"))
    assert fits(message.blocks)
    assert all(f"{number}*" in str(message.blocks) for number in range(1, MOST_FOLLOWS))
    typed(fake, "unfollow Rook")
    assert "from now on" in typed(fake, "follow Vale")


def test_the_list_has_a_button_each_that_ends_it(fake):
    """Nobody else's: what is not theirs stays."""
    (followed,) = fake.follows.of("T1", "U1")
    typed(fake, "follow Vale", user="U3")
    assert f"'value': '{followed.id}'" in typed(fake, "following")
    press(fake, followed.id, user="U3")
    assert fake.follows.of("T1", "U1") == (followed,)
    fake.chat.responses.append(follows_message([(followed.words, followed.id)]))
    press(fake, followed.id)
    assert fake.follows.of("T1", "U1") == ()
    assert "no longer follow “Rook”" in str(fake.chat.responses[-1])


def press(fake, followed, user="U1"):
    pressed = Press(
        "T1", user, f"{user}.{followed}", "", value=followed, response_url="https://hooks.example/1"
    )
    fake.engine.begin(UNFOLLOW_FLOW, pressed.flow_id, pressed.to_json())


def test_followed_words_cannot_ping_or_format(fake):
    """They are shown as they were typed, harmless."""
    shown = typed(fake, "follow <!channel> `*vale*`")
    assert "<!channel>" not in shown
    assert "`*vale" not in shown


def test_what_does_not_fit_into_a_notice_is_counted(fake):
    """A hundred articles, and one of many statements."""
    brief = brief_of(ONE)
    told = FollowedArticle(brief.article, "C1", brief.bullets * 7, ("Rook",))
    message = following_message([told] * 100)
    assert fits(message.blocks)
    assert "more articles" in str(message.blocks)
    assert "2 more statements" in str(message.blocks)
