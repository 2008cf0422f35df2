"""Answers to look-ups, and who may read them."""

from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.domain.errors import SlackRefused
from handlers.domain.lookups import Fewer, FoundFigure, FoundQuotation, FoundStatement, Kind, Look, Origin
from handlers.domain.quotations import Checked, Piece
from handlers.flows.archive.looking import LOOK_FLOW, Question
from handlers.flows.links.share import SHARE_FLOW, Share
from handlers.render.slack_found import LOOK_MORE, found_message, look_of
from summarizer.model import Bullet, Credit, Evidence, Figure, KeyFigure, Span
from tests.fakes.desk import MORNING, FakeDesk
from tests.fakes.engine import Died
from tests.handlers.render.slack_rules import assert_slack_takes

URL = "https://courier.example/dam"


@pytest.fixture
def fake(tmp_path):
    made = FakeDesk(tmp_path)
    shared = Share("T1", "C1", "10.5", "10.5", "U0ANA", (URL,))
    made.engine.begin(SHARE_FLOW, shared.flow_id, shared.to_json())
    return made


def ask(fake, to="asker", channel="C1", user="U2", kind="search", words="dam", asked="1", **more):
    question = Question("T1", channel, user, asked, kind, words, to, response_url="https://r.example", **more)
    fake.engine.begin(LOOK_FLOW, question.flow_id, question.to_json())


def test_the_asker_alone_reads_what_they_may_see(fake):
    """From every channel of theirs."""
    ask(fake, channel="C9")
    assert "Ada Rook" in fake.chat.responses[-1].text


def test_an_answer_to_a_channel_holds_what_that_channel_was_shown_and_no_more(fake):
    """Guests and people of other workspaces read along."""
    ask(fake, to="channel", channel="C2", asked="1")
    ask(fake, to="channel", channel="C1", asked="2")
    elsewhere, here = (post.message.text for post in fake.chat.posts[-2:])
    assert "No statement that you may see" in elsewhere
    assert "Ada Rook" in here


def test_somebody_who_is_not_in_a_private_channel_learns_nothing_of_it(fake):
    """Not that there is anything either."""
    shared = Share("T1", "G1", "11.5", "11.5", "U0ANA", ("https://secret.example/1",))
    fake.engine.begin(SHARE_FLOW, shared.flow_id, shared.to_json())
    fake.directory.public = {"C1"}
    ask(fake, kind="latest", words="", asked="1")
    assert "secret.example" not in str(fake.chat.responses[-1])
    fake.directory.members = {"G1": {"U2"}}
    ask(fake, kind="latest", words="", asked="2")
    assert "secret.example" in str(fake.chat.responses[-1])


def test_a_channel_that_takes_no_post_is_told_to_the_asker(fake):
    """Where the bot is not a member."""
    fake.chat.failures = [SlackRefused("not_in_channel", permanent=True)]
    ask(fake, to="channel")
    assert "/invite" in fake.chat.responses[-1].text


@pytest.mark.parametrize("moment", range(4))
@pytest.mark.parametrize("when", ["die_before", "die_after"])
def test_dying_at_any_moment_answers_a_channel_once(fake, moment, when):
    """Found again in Slack, not posted again."""
    before = len(fake.chat.posts)
    setattr(fake.engine, when, fake.engine.acts + moment)
    try:
        ask(fake, to="channel")
    except Died:
        fake.engine.resume()
    assert len(fake.chat.posts) == before + 1


ORIGIN = Origin(URL, "Dam will hold", "The Courier", MORNING, "C1", MORNING)
HOSTILE = st.text(max_size=400) | st.sampled_from(
    ["<!channel>", "<@U1>", "*_~`", "<https://x|y>", "&amp;" * 50, "W" * 10_000]
)


def evidence(url=URL):
    return (Evidence(url, Span(0, 5)),)


def found(words, name):
    """One of each kind, with words from an article and a name from it."""
    origin = Origin(URL, words or None, name or None, None, "C1", MORNING)
    credit = Credit(name or "x", words)
    yield FoundStatement(Bullet(credit, words, "indirect", words, evidence()), origin)
    yield FoundFigure(
        KeyFigure(Figure(Span(0, 5), words or "5", concept=words, source=name), evidence()), origin
    )
    pieces = (Piece("same", words), Piece("missing", name), Piece("added", words))
    yield FoundQuotation(Checked("altered", 0, 5, pieces, 0.8, is_quoted=False), credit, origin)
    yield origin


@pytest.mark.parametrize("kind", get_args(Kind))
def test_each_kind_of_look_up_is_answered(fake, kind):
    """Also where nothing is found."""
    for words in ("dam", "nothing of the kind"):
        ask(fake, kind=kind, words=words, asked=words)
    assert [bool(answer.text) for answer in fake.chat.responses] == [True, True]


@given(HOSTILE, HOSTILE, st.sampled_from(get_args(Kind)))
def test_slack_takes_every_answer_and_nothing_in_it_pings_or_formats(words, name, kind):
    """Whatever an article, or the asker, wrote."""
    for one in found(words, name):
        assert_slack_takes(found_message(Look(kind, words), [one] * 11))


def test_more_is_a_press_away_and_knows_its_page():
    """The button carries what was looked for."""
    bullet = Bullet(Credit("Ada Rook"), "said", "indirect", "the dam will hold", evidence())
    message = found_message(Look("search", "dam “will hold”", 2), [FoundStatement(bullet, ORIGIN)] * 11)
    (button,) = message.blocks[-1]["elements"]
    assert button["action_id"] == LOOK_MORE
    assert look_of(button["value"]) == Look("search", "dam “will hold”", 3)
    assert len(found_message(Look("search", "dam"), [FoundStatement(bullet, ORIGIN)] * 10).blocks) == 2


def test_a_mention_whose_answer_slack_refuses_is_told_to_its_asker(fake):
    """Not silence: one line for their eyes, with what to do."""
    fake.chat.failures = [SlackRefused("restricted_action", permanent=True)]
    question = Question("T1", "C1", "U2", "20.5", "search", "dam", "channel", thread="20.5")
    fake.engine.begin(LOOK_FLOW, question.flow_id, question.to_json())
    ((channel, user, message),) = fake.chat.shown_to_one
    assert (channel, user) == ("C1", "U2")
    assert "ask an admin" in message.text


def test_what_is_found_stands_under_its_storys_headline():
    """Once for several lines; where two outlets tell the story, each line names its own."""
    bullet = Bullet(Credit("Ada Rook"), "said", "indirect", "the dam will hold", evidence())
    other = replace(ORIGIN, url="https://standard.example/dam", outlet="The Standard", title="Dam holds")
    lines = [FoundStatement(bullet, one) for one in (ORIGIN, other, ORIGIN)]
    apart = found_message(Look("search", "dam"), lines).blocks
    assert [block["text"]["text"].count("• *Ada Rook*") for block in apart] == [0, 2, 1]
    story = {ORIGIN.url: "one", other.url: "one"}
    _, together = found_message(Look("search", "dam"), lines, stories=story).blocks
    assert together["text"]["text"].count("• *Ada Rook*") == 3
    assert together["text"]["text"].count("The Standard") == 1


def test_a_search_without_a_hit_says_what_fewer_words_find():
    """With the number of articles."""
    fewer = (Fewer("dam hold", 2), Fewer("spillway", 1))
    message = found_message(Look("search", "dam hold spillway"), (), fewer=fewer)
    assert "Fewer words find more: *dam hold* in 2 articles; *spillway* in 1 article." in message.text
