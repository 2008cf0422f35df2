"""Who finds what: every reader on every surface, of every kind of conversation.

Each row says what one person is shown by one surface, of six briefs made in six places. Whoever may see a brief must find it
there: a surface that shows nothing to anybody keeps no secret. Surfaces are driven through their flows, over the real archive.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import get_args

import pytest

from bot.schedule import DigestClock, NoticeClock, PersonalClock
from handlers.commands.brief import Follow
from handlers.domain.corrected import marks_of
from handlers.domain.lookups import Kind
from handlers.domain.sentences import BRIEF_GONE
from handlers.domain.viewers import Member
from handlers.flows.archive.following import BUNDLE
from handlers.flows.archive.home import HOME_FLOW, HOME_MORE_FLOW, HOME_SEARCH_FLOW
from handlers.flows.archive.looking import LOOK_FLOW, Question
from handlers.flows.brief.actions import Press
from handlers.flows.brief.feedback import FEEDBACK_FLOW
from handlers.flows.brief.fixing import CHOOSE_FLOW
from handlers.flows.brief.modals import (
    EVIDENCE,
    MARKDOWN,
    MODAL_FLOW,
    REMOVAL,
    SHOW_FLOW,
    SOURCES,
    STATEMENTS,
)
from handlers.flows.channel.channel_settings import OPEN_FLOW, Opening
from handlers.flows.digest.personal_digests import PERSONAL_SETTING_FLOW, PersonalWish
from handlers.flows.links.by_hand import ASK_FLOW, Request
from handlers.flows.links.rereading import REREAD_FLOW
from handlers.flows.links.share import SHARE_FLOW, Share
from handlers.flows.links.unfurling import UNFURL_FLOW, SharedLinks
from handlers.render.slack_home import LATEST, TODAY
from summarizer.model import Evidence, Figure, KeyFigure, Span
from tests.fakes.desk import FakeDesk, brief_of

pytestmark = pytest.mark.slow  # a copy of a newsroom for each of the rows

ANA, BEN, CAT, DAN, EVE = "U1ANA", "U2BEN", "U3CAT", "U4DAN", "U5EVE"
SHARER, THEIR_SHARER = "U8OLA", "U9TOR"

PUBLIC, PRIVATE, SHARED, THEIRS = "C1", "G1", "C2", "C7"
ANAS = f"D{ANA}"

# Where each of the briefs was made, by a word of its page: workspace, channel, who asked.
MADE = {
    "alder": ("T1", PUBLIC, SHARER),
    "birch": ("T1", PRIVATE, SHARER),
    "cedar": ("T1", ANAS, ANA),
    "damson": ("T1", PUBLIC, ANA),  # asked for with `private`
    "elder": ("T1", SHARED, SHARER),
    "spruce": ("T2", THEIRS, THEIR_SHARER),
}
SAID = {
    "alder": "The alder mill burnt down tonight, the owner said.",
    "birch": "A birch ferry sank off the coast tonight, divers said.",
    "cedar": "Prices of cedar wine doubled at the auction tonight, traders said.",
    "damson": "The damson court set free two poachers and their dog tonight, a clerk said.",
    "elder": "Drivers of the elder tram go on strike tonight, their union said.",
    "spruce": "A spruce fell on the roof of the palace tonight, guards said.",
}
OWN = {"cedar", "damson"}  # what one person alone may see

# A member of everything, a colleague, a guest of the public channel, another workspace's person in the shared one, and a
# person of that workspace who looks there.
READERS = {
    ANA: ("T1", {"alder", "birch", "cedar", "damson", "elder"}),
    BEN: ("T1", {"alder", "elder"}),
    CAT: ("T1", {"alder"}),
    DAN: ("T1", {"elder"}),
    EVE: ("T2", {"spruce"}),
}


def url(word: str) -> str:
    return f"https://courier.example/{word}"


def page(word: str):
    """A brief whose one statement and one figure name the word."""
    brief, said = brief_of(url(word), SAID[word]), SAID[word].partition(",")[0]
    proof = (Evidence(url(word), Span(0, len(said))),)
    bullet = replace(brief.bullets[0], text=said, line=said, evidence=proof)
    figure = Figure(Span(0, 2), "40", value=Decimal(40), unit="people", concept=f"people near the {word}")
    article = replace(brief.article, title=f"News of the {word}")
    return replace(brief, articles=(article,), bullets=(bullet,), figures=(KeyFigure(figure, proof),))


def briefs() -> dict[str, str]:
    """The ids of the briefs by their words."""
    return {word: brief_id(word) for word in MADE}


def brief_id(word: str) -> str:
    team, channel, _ = MADE[word]
    made = request(word) if word == "damson" else shared(word)
    assert (made.team, made.channel) == (team, channel)
    return f"{made.flow_id}/0"


def shared(word: str) -> Share:
    team, channel, user = MADE[word]
    ts = f"{list(MADE).index(word) + 1}.5"
    return Share(team, channel, ts, ts, user, (url(word),))


def request(word: str) -> Request:
    team, channel, user = MADE[word]
    return Request(team, channel, user, "1.1", "https://hooks.example/1", (url(word),), "private")


@pytest.fixture
def fake(tmp_path, stage):
    """A copy of the stage for each test."""
    return FakeDesk(tmp_path, stage)


@pytest.fixture(scope="module")
def stage(tmp_path_factory):
    """The six briefs; everybody follows what all of them hold, and wants a digest of their own."""
    desk = FakeDesk(tmp_path_factory.mktemp("stage"))
    desk.directory.members = {PUBLIC: {ANA, CAT}, PRIVATE: {ANA}, SHARED: {ANA, DAN}, THEIRS: {EVE}}
    desk.directory.people = {
        CAT: Member("T1", "UTC", is_guest=True),
        DAN: Member("T2", "UTC"),
        EVE: Member("T2", "UTC"),
    }
    for user, (team, _) in READERS.items():
        desk.following.answer(team, user, Follow("follow", "tonight"))
        wish = PersonalWish(team, user, "https://hooks.example/1", "at", at="08:00", zone="UTC")
        desk.engine.begin(PERSONAL_SETTING_FLOW, f"wish:{user}", wish.to_json())
    for word in MADE:
        desk.reading.pages[url(word)] = page(word)
        flow, asked = (ASK_FLOW, request(word)) if word == "damson" else (SHARE_FLOW, shared(word))
        desk.engine.begin(flow, asked.flow_id, asked.to_json())
    desk.chat.responses.clear()
    desk.chat.posts.clear()
    return desk


def words_in(shown: object) -> set[str]:
    """Which briefs something tells of."""
    return {word for word in MADE if word in str(shown).casefold()}


# --- what a person is shown ---


def asked(kind: str, to: str = "asker") -> Callable:
    """/brief or a question, by each word that may be looked for."""

    def look(fake, team, user):
        what = {"search": "tonight", "who": "Rook", "figures": "people", "latest": ""}
        many = [what[kind]] if kind in what else [said.partition(",")[0] for said in SAID.values()]
        for number, words in enumerate(many):
            channel = f"D{user}" if to == "channel" else PUBLIC
            one = Question(team, channel, user, f"{kind}{number}", kind, words, to)
            fake.engine.begin(LOOK_FLOW, one.flow_id, one.to_json())
        shown = str(fake.chat.responses if to == "asker" else fake.chat.posts)
        return {word for word in MADE if url(word) in shown}  # the words that were asked for are repeated

    return look


def home(fake, team, user):
    fake.engine.begin(HOME_FLOW, "home", {"team": team, "user": user})
    return words_in(fake.chat.homes[user])


def home_search(fake, team, user):
    argument = {"team": team, "user": user, "trigger": "1.1", "words": "tonight"}
    fake.engine.begin(HOME_SEARCH_FLOW, "home search", argument)
    return words_in(fake.chat.view_history[-1])


def home_more(part: str) -> Callable:
    """All of one part of the tab, in a modal."""

    def more(fake, team, user):
        argument = {"team": team, "user": user, "trigger": "1.1", "part": part}
        fake.engine.begin(HOME_MORE_FLOW, f"home more {part}", argument)
        return words_in(fake.chat.view_history[-1])

    return more


def own_digest(fake, team, user):  # the clock looks for everybody
    fake.now = fake.now.replace(hour=8) + timedelta(days=1)
    PersonalClock(fake.personal, fake.engine, lambda: fake.now, timedelta(hours=12)).tick()
    return words_in([post.message for post in fake.chat.posts if post.channel == f"D{user}"])


def following(fake, team, user):
    fake.now += BUNDLE
    NoticeClock(fake.follows, fake.engine, lambda: fake.now).tick()
    return words_in([post.message for post in fake.chat.posts if post.channel == f"D{user}"])


def pressed(flow: str, part: str = "", *, view: str = "", line: bool = False) -> Callable:
    """A button of each brief, pressed where it proves nothing: what is shown or done without a refusal."""

    def press(fake, team, user):
        done = set()
        for number, (word, known) in enumerate(briefs().items()):
            value = marks_of(page(word))[0] if line else ""
            one = Press(team, user, f"{number}.1", known, part, value, view_id=view)
            if not view:
                one = replace(one, response_url="https://hooks.example/1")
            before = len(fake.chat.view_history), len(fake.chat.responses)
            fake.engine.begin(flow, one.flow_id, one.to_json())
            shown = [*fake.chat.view_history[before[0] :], *fake.chat.responses[before[1] :]]
            if shown and BRIEF_GONE not in str(shown[-1]):
                done.add(word)
        return done

    return press


SURFACES = {
    **{f"/brief {kind}": asked(kind) for kind in get_args(Kind)},
    "a question in a direct message": asked("search", to="channel"),
    "Home tab": home,
    "Home search": home_search,
    **{f"{part} of Home": home_more(part) for part in (TODAY, LATEST)},
    "own digest": own_digest,
    "following": following,
    **{
        f"{part} in a modal": pressed(MODAL_FLOW, part, view="V1")
        for part in (STATEMENTS, EVIDENCE, SOURCES, MARKDOWN)
    },
    "a brief shown on top": pressed(SHOW_FLOW, STATEMENTS, view="V1"),
    "Remove in a modal": pressed(MODAL_FLOW, REMOVAL, view="V1"),
    "Fix a source": pressed(CHOOSE_FLOW, SOURCES, view="V1", line=True),
    "Not useful": pressed(FEEDBACK_FLOW),
    "re-read the page": pressed(REREAD_FLOW),
}
LEFT_OUT = {
    "following": OWN,
    "own digest": {"damson"},
}  # of one's own: what one asked for oneself, or in private


@pytest.mark.parametrize("surface", SURFACES)
@pytest.mark.parametrize("user", READERS)
def test_a_person_finds_what_was_made_where_they_are_and_no_more(fake, surface, user):
    """A private channel's is its members', a direct message's its person's, a workspace's its own."""
    team, sees = READERS[user]
    assert SURFACES[surface](fake, team, user) == sees - LEFT_OUT.get(surface, set())


@pytest.mark.parametrize("user", READERS)
def test_what_fewer_words_find_is_counted_in_what_one_may_see(fake, user):
    """A number tells of nothing else either."""
    team, sees = READERS[user]
    one = Question(team, PUBLIC, user, "1.2", "search", "tonight zeppelin", "asker")
    fake.engine.begin(LOOK_FLOW, one.flow_id, one.to_json())
    assert f"*tonight* in {len(sees)} article" in str(fake.chat.responses[-1])


# --- what a channel is shown: everybody in it reads along ---


def pointer(fake, team, channel):
    """Each link again: what is answered with a line that leads to a brief."""
    for number, word in enumerate(MADE):
        again = Share(team, channel, f"9.{number}", f"9.{number}", BEN, (url(word),))
        fake.engine.begin(SHARE_FLOW, again.flow_id, again.to_json())
    return words_in([post.message for post in fake.chat.posts if "Already briefed" in post.message.text])


def preview(fake, team, channel):
    shared = SharedLinks(team, channel, "9.9", tuple(map(url, MADE)))
    fake.engine.begin(UNFURL_FLOW, shared.flow_id, shared.to_json())
    return words_in(fake.chat.unfurled)


def channel_digest(fake, team, channel):
    return words_in(fake.digests.preview(team, channel))


def daily_digest(fake, team, channel):  # the clock looks for every channel
    fake.now = fake.now.replace(hour=8) + timedelta(days=1)
    DigestClock(fake.store, fake.engine, lambda: fake.now, timedelta(hours=12)).tick()
    return words_in([post.message for post in fake.chat.posts if post.channel == channel])


def answer_here(fake, team, channel):
    """A member of everything asks; the channel is answered."""
    one = Question(team, channel, ANA, "1.1", "search", "tonight", "channel")
    fake.engine.begin(LOOK_FLOW, one.flow_id, one.to_json())
    return words_in(fake.chat.posts[-1].message)


CHANNELS = {("T1", PUBLIC): {"alder"}, ("T1", PRIVATE): {"birch"}, ("T1", SHARED): {"elder"}}
CHANNELS[("T2", THEIRS)] = {"spruce"}
TO_CHANNELS = {
    "pointer": pointer,
    "preview below a link": preview,
    "/digest preview": channel_digest,
    "daily digest": daily_digest,
    "an answer to a channel": answer_here,
}


@pytest.mark.parametrize("surface", TO_CHANNELS)
@pytest.mark.parametrize("place", CHANNELS, ids=" ".join)
def test_a_channel_is_told_of_its_own_briefs_alone(fake, surface, place):
    """Neither of another channel's, whoever asks, nor of what one person had briefed there in private."""
    assert TO_CHANNELS[surface](fake, *place) == CHANNELS[place]


@pytest.mark.parametrize(("user", "sees"), [(ANA, True), (BEN, False), (CAT, False), (DAN, False)])
def test_a_private_channels_settings_are_its_members(fake, user, sees):
    """Others read that they are not."""
    opening = Opening("T1", user, PRIVATE, "1.1")
    fake.engine.begin(OPEN_FLOW, opening.flow_id, opening.to_json())
    assert ("Only members" not in str(fake.chat.view_history[-1])) is sees


@pytest.mark.parametrize(
    ("person", "sees"),
    [
        (Member("T1", "UTC", is_admin=True), True),
        (Member("T1", "UTC"), False),
        (Member("T2", "UTC", is_admin=True), False),
    ],
)
def test_the_workspaces_settings_are_its_own_admins(fake, person, sees):
    """Not those of another workspace's admin in a shared channel."""
    fake.directory.people[ANA] = person
    opening = Opening("T1", ANA, SHARED, "1.1")
    fake.engine.begin(OPEN_FLOW, opening.flow_id, opening.to_json())
    assert ("whole workspace" in str(fake.chat.view_history[-1]).casefold()) is sees
