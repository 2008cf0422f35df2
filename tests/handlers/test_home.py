"""The Home tab: what each person sees there."""

from dataclasses import replace
from datetime import timedelta

import pytest

from handlers.domain.channels import ChannelSetting
from handlers.domain.errors import RateLimited, SlackRefused
from handlers.domain.viewers import Member
from handlers.flows.archive.home import HOME_FLOW, HOME_MORE_FLOW, HOME_SEARCH_FLOW
from handlers.flows.links.share import SHARE_FLOW, Share
from handlers.ports import Filing
from handlers.render.slack_digest_lines import shown_length
from handlers.render.slack_home import MOST_CHANNELS, MOST_FOLLOWED, MOST_STORIES
from tests.fakes.desk import FakeDesk, brief_of
from tests.fakes.slack.limits import check_blocks

SCREEN_AND_A_HALF = 2500  # characters as they are read
DAM, MILL = "https://courier.example/dam", "https://standard.example/mill"
SAID = {DAM: "The dam will hold, the engineer said.", MILL: "A mill burnt in Corrow, the owner said."}


@pytest.fixture
def fake(tmp_path):
    """A dam in a public channel and a mill in a private one, in which U1ANA is, and not U2BEN."""
    made = FakeDesk(tmp_path)
    made.directory.members = {"C1": {"U1ANA", "U2BEN"}, "C9": {"U1ANA"}}
    for url, channel in ((DAM, "C1"), (MILL, "C9")):
        made.reading.pages[url] = brief_of(url, SAID[url])
        shared = Share("T1", channel, "5.5", "5.5", "U1ANA", (url,))
        made.engine.begin(SHARE_FLOW, shared.flow_id, shared.to_json())
    return made


def look(fake, user="U1ANA", team="T1", event="Ev1"):
    fake.engine.begin(HOME_FLOW, f"home:{user}:{event}", {"team": team, "user": user})
    return str(fake.chat.homes.get(user))


def more(fake, part, user="U1ANA", team="T1"):
    argument = {"team": team, "user": user, "trigger": "1.1", "part": part}
    fake.engine.begin(HOME_MORE_FLOW, f"more:{user}:{part}", argument)
    check_blocks(list(fake.chat.view_history[-1].blocks), "modal")
    return str(fake.chat.view_history[-1].blocks)


def search(fake, words, user="U1ANA", team="T1"):
    argument = {"team": team, "user": user, "trigger": "1.1", "words": words}
    fake.engine.begin(HOME_SEARCH_FLOW, f"search:{user}:{words}", argument)
    return str(fake.chat.view_history[-1].blocks)


def test_a_person_sees_todays_stories_their_channels_and_recent_briefs(fake):
    """With a button to edit each channel, and times for their own zone."""
    home = look(fake)
    today, _, rest = home.partition("Your channels")
    assert DAM in today
    assert MILL in today
    assert f"Story at {DAM}" in rest
    assert f"Story at {MILL}" in rest
    assert "<#C1> · links: every link · digest: 08:00 UTC every day · next <!date^" in home
    assert "'value': 'C9'" in home
    assert "What you can type" in home
    assert "/brief URL" in more(fake, "help")


def test_what_was_shared_where_one_is_not_is_not_there(fake):
    """Neither the story, nor the channel, nor by search."""
    home = look(fake, "U2BEN")
    assert f"Story at {DAM}" in home
    assert MILL not in home
    assert "C9" not in home
    assert "mill" not in search(fake, "burnt", "U2BEN").replace("*mill*", "")


@pytest.mark.parametrize(
    ("user", "team", "person"),
    [
        ("U3CAT", "T1", Member("T1", "UTC", is_guest=True)),
        ("U1ANA", "T2", None),
        ("U7DAN", "T1", Member("T7", "UTC")),
    ],
)
def test_guests_and_other_workspaces_see_nothing_of_it(fake, user, team, person):
    """An empty tab says so."""
    if person:
        fake.directory.people[user] = person
    home = look(fake, user, team)
    assert "There is no brief today" in home
    assert DAM not in home
    assert "No statement that you may see" in search(fake, "dam", user, team)


def test_what_was_briefed_before_midnight_is_not_today(fake):
    """Midnight where the person lives."""
    fake.now += timedelta(hours=14)  # 23:00 UTC
    fake.directory.people["U1ANA"] = Member("T1", "Asia/Tokyo")
    assert "There is no brief today" in look(fake)
    fake.directory.people["U1ANA"] = Member("T1", "Mars/Olympus")
    assert "There is no brief today" not in look(fake, event="Ev2")


def test_an_article_in_two_channels_is_one_story(fake):
    """A person reads it once."""
    shared = Share("T1", "C2", "6.5", "6.5", "U1ANA", (DAM,))
    fake.engine.begin(SHARE_FLOW, shared.flow_id, shared.to_json())
    today = look(fake, "U2BEN").partition("Your channels")[0]
    assert today.count(f"Story at {DAM}") == 1


@pytest.mark.slow
def test_many_channels_and_stories_stay_within_slacks_limits(fake):
    """What is not shown is counted."""
    words = "alder birch cedar damson elder fir gorse hazel ivy juniper kale larch maple".split()
    for number in range(25):
        fake.directory.members[f"C{100 + number}"] = {"U1ANA"}
        fake.channels.set_channel(ChannelSetting("T1", f"C{100 + number}", "off"))
        url = f"https://courier.example/{number}"
        said = f"{words[number % 13].title()}ton lost {number + 3} of its {words[number * 7 % 13]}s, the mayor said."
        fake.reading.pages[url] = brief_of(url, said)
        shared = Share("T1", f"C{100 + number}", "5.5", "5.5", "U1ANA", (url,))
        fake.engine.begin(SHARE_FLOW, shared.flow_id, shared.to_json())
        fake.channels.set_channel(ChannelSetting("T1", f"C{100 + number}", "off"))
    look(fake)
    blocks = list(fake.chat.homes["U1ANA"])
    check_blocks(blocks, "home")
    assert f"and {27 - MOST_CHANNELS} more channels" in str(blocks)
    assert str(blocks).partition("Your channels")[0].count("'type': 'section'") <= MOST_STORIES + 2
    assert shown_length(blocks) <= SCREEN_AND_A_HALF
    assert more(fake, "channels").count("<#C") == 27
    assert all(f"https://courier.example/{number}" in more(fake, "latest") for number in range(25))
    assert more(fake, "today").count("courier.example") > str(blocks).partition("Your channels")[0].count(
        "courier.example"
    )


def test_a_part_of_which_all_is_shown_has_no_button(fake):
    """The help always has one."""
    home = look(fake)
    assert "All channels" not in home
    assert "More recent briefs" not in home
    assert "What you can type" in home


def test_a_brief_without_title_and_outlet_is_named_all_the_same(fake):
    """By its address; a pasted text by what it is."""
    for number, url in enumerate(("https://bare.example/weir", "")):
        bare = brief_of(url, "The weir at Sarn will close, its keeper said.")
        (article,) = bare.articles
        filed = replace(bare, articles=(replace(article, title=None, outlet=None),))
        filing = Filing(f"b{number}", "T1", "C1", "U1ANA", "7.5", "asker", fake.now)
        fake.store.file(filing, filed, [url] if url else [])
    home = look(fake)
    assert "bare.example/weir" in home
    assert "Pasted text" in home.partition("Recent briefs")[2]


def test_whom_a_person_follows_stands_there_for_them_alone(fake):
    """As plain words, whatever they hold; what is over the most is counted."""
    assert "/brief follow Ilse Marrack" in look(fake)
    for number in range(MOST_FOLLOWED + 3):
        fake.following.follow("T1", "U1ANA", f"<@U{number}> & *Quill* {number}")
    home = look(fake, event="Ev2")
    check_blocks(list(fake.chat.homes["U1ANA"]), "home")
    assert "<@U" not in home.partition("You follow")[2].partition("and 3 more")[0]
    assert "Quill" in home
    assert more(fake, "followed").count("Quill") == MOST_FOLLOWED + 3
    assert "Quill" not in look(fake, "U2BEN")


def test_a_search_is_words_or_a_question(fake):
    """As in a message to the bot."""
    assert "The dam will hold" in search(fake, "dam hold")
    assert "Ada Rook" in search(fake, "what did Rook say?")
    assert "No statement that you may see" in search(fake, "nonsense & <tags>")


def test_slack_asking_to_wait_and_a_refusal_are_borne(fake):
    """The tab is there in the end, or nothing is."""
    fake.chat.failures = [RateLimited(3)]
    assert DAM in look(fake)
    assert fake.engine.slept == [3]
    fake.chat.failures = [SlackRefused("not_enabled", permanent=True)]
    assert look(fake, "U2BEN") == "None"
    fake.chat.failures = [SlackRefused("expired_trigger_id", permanent=True)]
    before = len(fake.chat.view_history)
    fake.engine.begin(
        HOME_SEARCH_FLOW, "s", {"team": "T1", "user": "U1ANA", "trigger": "1.1", "words": "dam"}
    )
    assert len(fake.chat.view_history) == before
