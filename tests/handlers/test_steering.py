"""People merge and split a digest's stories: the digest is told anew, their word stands, and can be taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest

from bot.schedule import DigestClock
from handlers.domain.errors import SlackRefused
from handlers.domain.viewers import Member
from handlers.flows.digest.steering import FORM_FLOW, STEER_FLOW, UNDO_FLOW, Steer
from handlers.flows.digest.story_actions import story_press
from handlers.flows.digest.story_statements import STORY_FLOW
from handlers.flows.links.share import SHARE_FLOW, Share
from handlers.render.slack_steering import MERGE, SPLIT, short_id
from summarizer.model import Credit
from tests.fakes.desk import FakeDesk, brief_of
from tests.fakes.engine import Died
from tests.summarizer.stories.test_book import EVENTS


def url(name):
    return f"https://courier.example/{name}"


ARTICLES = {
    url(f"{event}-{at}"): EVENTS[event][at]
    for event, many in (("quake", 3), ("trial", 2))
    for at in range(many)
}


@pytest.fixture
def fake(tmp_path, stage):
    return FakeDesk(tmp_path, stage)


@pytest.fixture(scope="module")
def stage(tmp_path_factory):
    """A channel whose digest tells two stories, of three and of two articles. Each test has a copy."""
    desk = FakeDesk(tmp_path_factory.mktemp("stage"))
    for number, (address, text) in enumerate(ARTICLES.items()):
        desk.reading.pages[address] = brief_of(address, text)
        share(desk, address, f"{number}.5")
    desk.now += timedelta(hours=23)
    tell(desk)
    return desk


def share(desk, address, ts):
    shared = Share("T1", "C1", ts, ts, "U01", (address,))
    desk.engine.begin(SHARE_FLOW, shared.flow_id, shared.to_json())


def tell(desk):
    DigestClock(desk.store, desk.engine, lambda: desk.now, timedelta(hours=12)).tick()


def digest_of(desk):
    (digest,) = (
        post.key.rpartition("/")[0] for post in desk.chat.posts if post.key.endswith(":2026-03-03/0")
    )
    return digest


def steer(desk, act, story, *chosen, user="U01", form="V1", **more):
    wish = Steer("T1", user, more.get("digest") or digest_of(desk), act, short_id(url(story)), form=form)
    wish = {**wish.to_json(), "chosen": [short_id(url(one)) for one in chosen]}
    desk.engine.begin(STEER_FLOW, f"steer:T1:{form}", {**wish, **more})


def headlines(desk, ending="/0"):
    """The stories of the digest as its message stands now: their headlines."""
    (post,) = [one for one in desk.chat.posts if one.key == digest_of(desk) + ending]
    texts = [block["text"]["text"] for block in post.message.blocks if "accessory" in block]
    return sorted(text.partition("|")[2].partition(">")[0].removeprefix("Story at ") for text in texts)


def confirmations(desk):
    return [post for post in desk.chat.posts if post.key.startswith("steer:")]


def test_a_digest_has_a_menu_beside_each_story(fake):
    """Two stories, two menus."""
    assert len(headlines(fake)) == 2


def test_an_article_is_split_off(fake):
    """Three stories now; who did it stands in the thread."""
    steer(fake, SPLIT, "quake-0", "quake-2")
    assert url("quake-2") in headlines(fake)
    assert len(headlines(fake)) == 3
    (said,) = confirmations(fake)
    assert said.thread == next(post.ts for post in fake.chat.posts if post.key == digest_of(fake) + "/0")
    assert "<@U01> split" in str(said.message.blocks)


def test_two_stories_are_made_one(fake):
    """One story with all five articles."""
    steer(fake, MERGE, "quake-0", "trial-0")
    assert len(headlines(fake)) == 1
    (post,) = [one for one in fake.chat.posts if one.key == digest_of(fake) + "/0"]
    assert all(address in str(post.message.blocks) for address in ARTICLES)


def test_the_word_stands_in_later_digests_and_for_later_articles(fake):
    """The next day's article of the one event comes to the joined story."""
    steer(fake, MERGE, "quake-0", "trial-0")
    later = {"quake-9": EVENTS["quake"][0] + " Rain fell.", "trial-9": EVENTS["trial"][2]}
    for number, (name, text) in enumerate(later.items()):
        fake.reading.pages[url(name)] = brief_of(url(name), text)
        share(fake, url(name), f"9{number}.5")
    fake.now += timedelta(days=1)
    tell(fake)
    told = [post for post in fake.chat.posts if post.key.endswith(":2026-03-04/0")]
    assert len([block for block in told[0].message.blocks if "accessory" in block]) == 1


def test_a_decision_can_be_taken_back(fake):
    """The digest tells two stories again, and the confirmation says who undid it."""
    before = headlines(fake)
    steer(fake, MERGE, "quake-0", "trial-0")
    fake.engine.begin(UNDO_FLOW, "undo:1", {"team": "T1", "user": "U02", "decision": "steer:T1:V1"})
    assert headlines(fake) == before
    (said,) = confirmations(fake)
    assert "Undone by <@U02>" in str(said.message.blocks)
    assert "story_undo" not in str(said.message.blocks)


def test_the_later_of_two_decisions_holds(fake):
    """Joined, then one article split off again."""
    steer(fake, MERGE, "quake-0", "trial-0")
    steer(fake, SPLIT, "quake-0", "trial-0", "trial-1", form="V2")
    assert len(headlines(fake)) == 2


@pytest.mark.parametrize("moment", range(5))
@pytest.mark.parametrize("when", ["die_before", "die_after"])
@pytest.mark.parametrize(
    "act", [partial(steer, act=SPLIT), partial(steer, act=MERGE)], ids=["split", "merge"]
)
def test_dying_at_any_moment_decides_once(fake, moment, when, act):
    """One decision, one confirmation, the digest told anew."""
    chosen = "quake-2" if act.keywords["act"] == SPLIT else "trial-0"
    setattr(fake.engine, when, fake.engine.acts + moment)
    try:
        steer(fake, act.keywords["act"], "quake-0", chosen)
    except Died:
        fake.engine.resume()
    assert len(confirmations(fake)) == 1
    assert len(headlines(fake)) == (3 if chosen == "quake-2" else 1)


@pytest.mark.parametrize("moment", range(4))
def test_dying_while_a_decision_is_undone_undoes_it_once(fake, moment):
    """The digest is as it was."""
    before = headlines(fake)
    steer(fake, MERGE, "quake-0", "trial-0")
    fake.engine.die_after = fake.engine.acts + moment
    try:
        fake.engine.begin(UNDO_FLOW, "undo:1", {"team": "T1", "user": "U02", "decision": "steer:T1:V1"})
    except Died:
        fake.engine.resume()
    assert headlines(fake) == before


def guest(fake):
    fake.directory.people["U9"] = Member("T1", "UTC", is_guest=True)


def test_who_cannot_see_the_digest_decides_nothing(fake):
    """A guest of another channel, another workspace."""
    guest(fake)
    before = headlines(fake)
    steer(fake, MERGE, "quake-0", "trial-0", user="U9")
    steer(fake, MERGE, "quake-0", "trial-0", form="V2", team="T2")
    assert headlines(fake) == before
    assert confirmations(fake) == []


def test_who_cannot_see_the_digest_undoes_nothing(fake):
    """The decision stands."""
    guest(fake)
    steer(fake, MERGE, "quake-0", "trial-0")
    fake.engine.begin(UNDO_FLOW, "undo:1", {"team": "T1", "user": "U9", "decision": "steer:T1:V1"})
    assert len(headlines(fake)) == 1


@pytest.mark.parametrize(
    ("act", "story", "chosen"),
    [
        (SPLIT, "quake-0", ()),
        (SPLIT, "quake-0", ("quake-0", "quake-1", "quake-2")),
        (SPLIT, "nothing", ("quake-0",)),
        (MERGE, "quake-0", ("quake-1",)),
        (MERGE, "quake-0", ("nothing",)),
    ],
)
def test_what_makes_no_sense_changes_nothing(fake, act, story, chosen):
    """All articles split off, a story made one with itself, things that are not there."""
    before = headlines(fake)
    steer(fake, act, story, *chosen)
    assert headlines(fake) == before
    assert confirmations(fake) == []


def form(fake, act, story, **more):
    wish = Steer(
        "T1", "U01", digest_of(fake), act, short_id(url(story)), trigger="t", response_url="https://h.example"
    )
    fake.engine.begin(FORM_FLOW, f"form:{act}:{story}", {**wish.to_json(), **more})


def test_the_form_that_splits_offers_the_storys_articles(fake):
    """By outlet and headline, in order of arrival."""
    form(fake, SPLIT, "quake-0")
    options = fake.chat.view_history[-1].blocks[1]["element"]["options"]
    assert [option["text"]["text"] for option in options] == [
        f"The Courier: Story at {url(f'quake-{at}')}" for at in range(3)
    ]


def test_the_form_that_merges_offers_the_other_stories(fake):
    """Not the story itself."""
    form(fake, MERGE, "quake-0")
    options = fake.chat.view_history[-1].blocks[1]["element"]["options"]
    assert [option["text"]["text"] for option in options] == [f"Story at {url('trial-0')}"]


def test_the_form_that_merges_offers_stories_of_the_days_before(fake):
    """A running story that nothing of today was found to be of."""
    fake.reading.pages[url("twin-0")] = brief_of(url("twin-0"), EVENTS["twin"][0])
    share(fake, url("twin-0"), "99.5")
    fake.now += timedelta(days=1)
    tell(fake)
    digest = digest_of(fake).replace("03-03", "03-04")
    form(fake, MERGE, "twin-0", digest=digest)
    options = fake.chat.view_history[-1].blocks[1]["element"]["options"]
    assert len(options) == 2
    steer(fake, MERGE, "twin-0", "quake-0", digest=digest)
    told = [post for post in fake.chat.posts if post.key == f"{digest}/0"]
    assert "goes on from 3 earlier articles" in str(told[0].message.blocks)


def test_a_form_that_slack_does_not_open_is_explained(fake):
    """To the one who pressed."""
    fake.chat.failures = [SlackRefused("expired_trigger_id", permanent=True)]
    form(fake, SPLIT, "quake-0")
    assert "too long" in fake.chat.responses[0].text


def test_a_form_for_who_cannot_see_the_digest_shows_nothing_of_it(fake):
    """Not even a headline."""
    guest(fake)
    form(fake, SPLIT, "quake-0", user="U9")
    assert "no longer in a digest that you can see" in str(fake.chat.view_history[-1])
    assert "quake" not in str(fake.chat.view_history[-1])


def test_a_digest_that_needs_fewer_messages_says_so_where_the_others_stand(fake):
    """Nothing is left that would tell a story twice."""
    told = fake.decisions.digest(digest_of(fake)).told
    assert "see the messages above" in fake.digests.message(told, digest_of(fake), 5).text


def test_a_preview_has_no_menus(fake):
    """It is nobody's digest yet."""
    share(fake, url("quake-0"), "77.5")
    fake.reading.pages[url("x")] = brief_of(url("x"), EVENTS["twin"][1])
    share(fake, url("x"), "78.5")
    (message,) = fake.digests.preview("T1", "C1")
    assert "accessory" not in str(message.blocks)


def test_who_decides_in_a_channel_that_refuses_posts_is_told_so(fake):
    """Nothing in the digest's thread can say who decided what."""

    def refuse(channel, message, **more):
        raise SlackRefused("restricted_action", permanent=True)

    fake.chat.post = refuse
    steer(fake, SPLIT, "quake-0", "quake-2")
    ((channel, user, message),) = fake.chat.shown_to_one
    assert (channel, user) == ("C1", "U01")
    assert "ask an admin" in message.text


NAMES = [
    f"{first} {last}"
    for first, many in (
        ("Ann", "Abel Burke Crane Dorn Ekman Frost Gale Hurst Ivens"),
        ("Tom", "Jung Kerr Lund Moss Nagy"),
    )
    for last in many.split()
]


@pytest.fixture
def talked(tmp_path):
    """A digest of one story of two pages in which fourteen people speak, two of them twice."""
    desk = FakeDesk(tmp_path)
    for number, names in enumerate((NAMES, NAMES[:2])):
        address = url(f"quake-{number}")
        brief = brief_of(address, EVENTS["quake"][number])
        bullets = tuple(
            replace(
                brief.bullets[0], source=Credit(name), text=f"the {name} bridge {number} is gone", line=""
            )
            for name in names
        )
        desk.reading.pages[address] = replace(brief, bullets=bullets)
        share(desk, address, f"{number}.5")
    desk.now += timedelta(hours=23)
    tell(desk)
    return desk


def story_button(desk):
    """The button below the digest's first story, if it has one."""
    (message,) = [post.message for post in desk.chat.posts if post.key == digest_of(desk) + "/0"]
    rows = [block for block in message.blocks if block["type"] == "actions"]
    return rows[0]["elements"][0] if rows else None


def read_story(desk, body, user="U01"):
    """What the modal of the story shows after a press."""
    mark = {"block_id": digest_of(desk) + "/0"}
    place = {"team": {"id": "T1"}, "user": {"id": user}, "message": {"blocks": [mark]}}
    press = story_press({**place, "trigger_id": f"t{len(desk.chat.view_history)}", **body})
    desk.engine.begin(STORY_FLOW, f"story:T1:{press.trigger}", press.to_json())
    return desk.chat.view_history[-1]


def test_what_a_story_does_not_tell_is_a_press_away(talked):
    """The button counts it, and leads to every statement of all the story's pages, a page at a time."""
    button = story_button(talked)
    assert button["text"]["text"] == "12 more statements"
    first = read_story(talked, {"actions": [button]})
    assert "1–15 of 16" in str(first)
    modal = {"id": "V9", "private_metadata": first.about}
    second = read_story(talked, {"actions": [{"value": "1"}], "view": modal})
    whole = f"{first}{second}"
    assert all(f"the {name} bridge 0 is gone" in whole for name in NAMES)
    assert all(f"the {name} bridge 1 is gone" in whole for name in NAMES[:2])


def test_a_surname_that_two_people_of_the_story_have_joins_neither_in_its_statements(tmp_path):
    """Only one of them speaks under a full name; whose the remark under the surname is, nobody knows."""
    desk = FakeDesk(tmp_path)
    told = (("Ann Lind", *NAMES[:8]), ("Lind",))
    for number, names in enumerate(told):
        address = url(f"quake-{number}")
        brief = brief_of(address, f"{EVENTS['quake'][number]} Ann Lind and Tom Lind came at noon.")
        bullets = tuple(
            replace(brief.bullets[0], source=Credit(name), text=f"“The {name} bridge is gone”", line="")
            for name in names
        )
        desk.reading.pages[address] = replace(brief, bullets=bullets)
        share(desk, address, f"{number}.5")
    desk.now += timedelta(hours=23)
    tell(desk)
    shown = str(read_story(desk, {"actions": [story_button(desk)]}))
    assert "The Ann Lind bridge is gone" in shown
    assert "*Lind*" in shown


def test_a_story_that_tells_all_has_no_button(fake):
    """There is nothing to lead to."""
    assert story_button(fake) is None


def test_nobody_reads_the_statements_of_a_digest_they_may_not_see(talked):
    """As with the menu beside the story."""
    guest(talked)
    shown = read_story(talked, {"actions": [story_button(talked)]}, user="U9")
    assert "no longer in a digest that you can see" in str(shown)


def test_a_modal_of_a_story_that_slack_does_not_open_is_explained(talked):
    """To the one who pressed."""
    talked.chat.failures = [SlackRefused("expired_trigger_id", permanent=True)]
    body = {"actions": [story_button(talked)], "response_url": "https://hooks.example/1"}
    mark = {"block_id": digest_of(talked) + "/0"}
    place = {"team": {"id": "T1"}, "user": {"id": "U01"}, "message": {"blocks": [mark]}, "trigger_id": "t"}
    talked.engine.begin(STORY_FLOW, "story:T1:t", story_press({**place, **body}).to_json())
    assert "too long" in talked.chat.responses[0].text
