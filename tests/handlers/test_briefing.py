"""Brief this, and Brief a link: answered in a modal that says how far it is."""

import pytest

from handlers.domain.channels import ChannelSetting
from handlers.domain.errors import NotFound, SlackRefused
from handlers.flows.brief.actions import Press
from handlers.flows.brief.modals import SHOW_FLOW, STATEMENTS, Modals
from handlers.flows.links.briefing import (
    BRIEF_FLOW,
    Briefing,
    BriefingDesk,
    BriefingUnderWay,
    await_flow,
    briefing_of_message,
)
from handlers.flows.links.by_hand import ASK_FLOW, Request
from handlers.flows.links.share import SHARE_FLOW, Share
from handlers.render.slack_briefing import given_in
from tests.fakes.desk import FakeDesk, brief_of
from tests.fakes.engine import Died

ONE, TWO = "https://courier.example/dam", "https://courier.example/bridge"


@pytest.fixture
def fake(tmp_path):
    return FakeDesk(tmp_path)


def brief(fake, *links, share="", trigger="1.1", view_id="", **more):
    press = Press(
        "T1", "U22", trigger, "", channel=share, response_url="https://hooks.example/1" if share else ""
    )
    press = Press(**{**press.to_json(), "view_id": view_id})
    shared = Share("T1", share, "5.5", "5.5", "U1", links) if share else None
    wanted = Briefing(press, links, share=shared, **more)
    fake.engine.begin(BRIEF_FLOW, wanted.flow_id, wanted.to_json())


def shown(fake):
    return str(fake.chat.view_history[-1].blocks)


def test_a_modal_says_that_it_loads_what_it_fetches_and_shows_the_brief(fake):
    """Step by step, in one modal."""
    brief(fake, ONE)
    history = [str(view.blocks) for view in fake.chat.view_history]
    assert "Loading" in history[0]
    assert "Fetching courier.example…" in history[1]
    assert "The dam will hold" in history[2]
    assert list(fake.chat.views) == ["V1"]


def test_where_the_bot_is_not_it_is_for_the_asker_alone_and_offers_to_be_invited(fake):
    """Nothing is posted, and nobody else finds it."""
    brief(fake, ONE, share="C9")
    assert "/invite @Nutgraf" in shown(fake)
    assert "The dam will hold" in shown(fake)
    assert fake.chat.posts == []
    filed = fake.store.load("brief:T1:1.1/0").filing
    assert (filed.audience, filed.user) == ("private", "U22")


def test_where_the_bot_is_the_thread_has_it_too(fake):
    """As if somebody had asked for it there; the message is marked."""
    brief(fake, ONE, share="C1")
    assert [(post.channel, post.thread) for post in fake.chat.posts] == [("C1", "5.5")]
    assert "also in the message’s thread" in shown(fake)
    assert "The dam will hold" in shown(fake)
    assert len(fake.reading.reads) == 1


def test_links_of_one_story_are_one_brief_in_the_modal_too(fake):
    """As in the thread."""
    told = (
        "The dam above Hollin Reach will hold through the night, the county engineer Ada Rook said on Monday. "
        "Water stood two metres below the crest after three days of rain, she said, and the spillway had been opened."
    )
    for url, more in ((ONE, ""), (TWO, " Nobody was told to leave.")):
        fake.reading.pages[url] = brief_of(url, told + more)
    brief(fake, ONE, TWO, share="C1")
    assert len(fake.chat.posts) == 1
    assert "'Evidence'" in shown(fake)


def test_a_channel_that_is_off_is_left_alone(fake):
    """The asker has it all the same."""
    fake.channels.set_channel(ChannelSetting("T1", "C1", mode="off"))
    brief(fake, ONE, share="C1")
    assert fake.chat.posts == []
    assert "do not ask for a brief" in shown(fake)
    assert "The dam will hold" in shown(fake)


def test_several_links_are_a_list_whose_briefs_open_on_top(fake):
    """Each with a button; a problem with its sentence."""
    fake.reading.pages[TWO] = NotFound(TWO)
    brief(fake, ONE, TWO)
    assert "'Show'" in shown(fake)
    assert "no page at that link" in shown(fake)
    press = Press("T1", "U22", "2.2", "brief:T1:1.1/0", part=STATEMENTS, view_id="V1")
    fake.engine.begin(SHOW_FLOW, press.flow_id, press.to_json())
    assert list(fake.chat.views) == ["V1", "V2"]
    assert "The dam will hold" in shown(fake)


def test_a_chosen_channel_gets_the_brief_when_the_bot_is_there(fake):
    """Else the asker alone has it, and is told why."""
    brief(fake, ONE, post_to="C1", view_id="V7")
    assert [(post.channel, post.thread) for post in fake.chat.posts] == [("C1", None)]
    brief(fake, TWO, post_to="C9", view_id="V7", trigger="2.2")
    assert len(fake.chat.posts) == 1
    assert "Not posted" in shown(fake)


def test_a_post_that_slack_refuses_is_told_in_the_modal(fake):
    """With what to do about it."""

    def refuse(channel, message, **more):
        raise SlackRefused("is_archived", permanent=True)

    fake.chat.post = refuse
    brief(fake, ONE, post_to="C1", view_id="V7")
    assert "archived" in shown(fake)


def test_pasted_text_is_read_as_it_is(fake):
    """No page is fetched for it."""
    brief(fake, text="The bridge is shut, the engineer said.", view_id="V7")
    assert fake.reading.reads == ["The bridge is shut, the engineer said."]
    assert "'Evidence'" in shown(fake)


def test_a_message_without_links_says_so(fake):
    """In the modal."""
    brief(fake)
    assert "no link" in shown(fake)


def test_a_shortcut_that_came_too_late_is_answered_in_a_direct_message(fake):
    """A global one has no other way."""
    fake.chat.failures = [SlackRefused("expired_trigger_id", permanent=True)]
    brief(fake, ONE)
    assert "try again" in fake.chat.posts[0].message.text
    assert fake.chat.posts[0].channel == "DU22"


def test_that_direct_message_is_written_once(fake):
    """Its answer may be lost."""
    fake.chat.open_view = refuse_late
    fake.chat.lose_answers = 1
    brief(fake, ONE)
    assert len(fake.chat.posts) == 1


def refuse_late(trigger, view):
    raise SlackRefused("expired_trigger_id", permanent=True)


def test_another_apps_post_may_be_briefed_when_a_person_asks():
    """Links of bots are left alone only where nobody asks."""
    message = {"ts": "5.5", "bot_id": "B1", "subtype": "bot_message", "text": f"<{ONE}>"}
    body = {"team": {"id": "T1"}, "user": {"id": "U22"}, "trigger_id": "1.1", "channel": {"id": "C1"}}
    wanted = briefing_of_message({**body, "message": message})
    assert wanted.links == (ONE,)
    assert wanted.share.user == "U22"


@pytest.mark.parametrize("number", range(6))
def test_dying_on_the_way_posts_once(fake, number):
    """The flow is taken up behind its last finished act."""
    fake.engine.die_after = number
    with pytest.raises(Died):
        brief(fake, ONE, post_to="C1", view_id="V7")
    fake.engine.die_after = -1
    fake.engine.resume()
    assert len(fake.chat.posts) == 1
    assert "The dam will hold" in shown(fake)


def test_the_form_wants_a_link_or_a_text():
    """And not too many links."""
    typed = {"links": {"links": {"value": f"{ONE} and <{TWO}|this>"}}}
    assert given_in(typed).links == (ONE, TWO)
    assert given_in(typed).problem == ""
    assert "Give a link" in given_in({}).problem
    many = " ".join(f"https://courier.example/{number}" for number in range(5))
    assert "At most" in given_in({"links": {"links": {"value": many}}}).problem


def test_slack_not_saying_where_it_may_go_is_told(fake):
    """Nothing is read and nothing filed."""

    def refuse(user):
        raise SlackRefused("missing_scope", permanent=True)

    fake.chat.open_direct = refuse
    brief(fake, ONE)
    assert "did not tell me where" in shown(fake)
    assert fake.reading.reads == []


class SlowSteps:
    """A flow whose work is over at the third look."""

    flow_id = "brief:T1:1.1"

    def __init__(self):
        self.looks = [["flow"], ["flow"], []]

    def run(self, name, act, *arguments):
        return act(*arguments)

    def unfinished(self, flow_ids, within):
        return self.looks.pop(0)


def test_work_that_takes_long_shows_again_and_again_where_it_is(fake):
    """Until it is over."""
    wanted = Briefing(Press("T1", "U22", "1.1", "", view_id="V7"), (ONE, TWO))
    desk = BriefingDesk(Modals(fake.desk, fake.directory), fake.channels)
    await_flow(BriefingUnderWay(SlowSteps(), desk, wanted, "V7"), "flow", 1)
    assert len(fake.chat.view_history) == 3
    assert "Fetching courier.example… (2 of 2)" in shown(fake)


def test_a_refused_brief_is_posted_when_somebody_asks_for_it_in_the_channel_again(fake):
    """By `/brief here` as well: nobody is sent to a brief that is nowhere."""
    fake.chat.failures = [SlackRefused("restricted_action", permanent=True)]
    shared = Share("T1", "C1", "5.5", "5.5", "U1", (ONE,))
    fake.engine.begin(SHARE_FLOW, shared.flow_id, shared.to_json())
    request = Request("T1", "C1", "U2", "3.3", "https://hooks.example/3", (ONE,), "channel")
    fake.engine.begin(ASK_FLOW, request.flow_id, request.to_json())
    assert [(post.channel, post.thread) for post in fake.chat.posts] == [("C1", None)]
    assert fake.chat.responses == []


def test_a_thread_that_refuses_the_brief_is_not_said_to_have_it(fake):
    """The modal shows the brief all the same."""

    def refuse(channel, message, **more):
        raise SlackRefused("restricted_action", permanent=True)

    fake.chat.post = refuse
    brief(fake, ONE, share="C1")
    assert "ask an admin" in shown(fake)
    assert "also in the message’s thread" not in shown(fake)
    assert "The dam will hold" in shown(fake)
