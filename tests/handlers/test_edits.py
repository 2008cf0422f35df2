"""Links that are edited away, brought back, or deleted with their message."""

import pytest

from bot.store.edits import LinkEdits
from handlers.domain.edits import LinkEdit
from handlers.domain.errors import SlackRefused
from handlers.flows.links.intake import edit_from_message
from handlers.flows.links.share import LATE, SHARE_FLOW, Share
from handlers.links import key_of
from tests.fakes.archive import fresh_archive
from tests.fakes.desk import FakeDesk, brief_of

ONE, TWO = "https://courier.example/dam", "https://standard.example/orchard"
VERDICT = "A jury in Sorrel Bay found the former harbour master Piet Lund guilty of taking bribes."
TS = "1000.5"


def message(text, **more):
    return {"type": "message", "user": "U0ANA", "text": text, "ts": TS, **more}


def changed(before, after, moment="1010.5", **more):
    news = {"message": message(after, **more), "previous_message": message(before)}
    return {"subtype": "message_changed", "channel": "C1", "ts": moment, "event_ts": moment, **news}


def keys(*urls):
    return frozenset(map(key_of, urls))


def test_an_edit_takes_one_link_and_adds_another():
    """Whatever their spelling."""
    found = edit_from_message(changed(f"<{ONE}>", f"<{TWO}?utm_source=mail>"), "T1")
    assert found == LinkEdit("T1", "C1", TS, "1010.5", taken=keys(ONE), added=keys(TWO))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"<{ONE}>", f"<{ONE}>"),
        (f"<{ONE}>", f"look: <{ONE}|the dam>"),
        (f"<{ONE}>", f"<{ONE}?utm_source=mail>"),
        ("no link", "still none"),
    ],
)
def test_an_unfurl_and_an_edit_of_the_words_change_no_link(before, after):
    """Slack tells of an unfurl as of an edit that keeps the text."""
    assert edit_from_message(changed(before, after), "T1") is None


def test_a_deleted_message_takes_its_links_with_it():
    """Also one whose place in a thread Slack keeps, as a tombstone."""
    gone = {"subtype": "message_deleted", "channel": "C1", "ts": "1010.5", "deleted_ts": TS}
    found = edit_from_message({**gone, "previous_message": message(f"<{ONE}>")}, "T1")
    assert found.taken == keys(ONE)
    tombstone = changed(f"<{ONE}>", "This message was deleted.", subtype="tombstone")
    assert edit_from_message(tombstone, "T1").taken == keys(ONE)


@pytest.fixture
def edits(tmp_path):
    return LinkEdits(fresh_archive(tmp_path / "nutgraf.db"))


def edit(moment, taken=(), added=()):
    return LinkEdit("T1", "C1", TS, moment, taken=keys(*taken), added=keys(*added))


def test_the_last_edit_counts_in_whatever_order_they_are_told(edits):
    """Slack promises no order."""
    edits.note(edit("1030.5", added=[ONE]))
    edits.note(edit("1020.5", taken=[ONE]))
    assert edits.taken("T1", "C1", TS) == frozenset()
    edits.note(edit("1040.5", taken=[ONE]))
    assert edits.taken("T1", "C1", TS) == keys(ONE)


def test_a_link_that_comes_back_is_told_apart_from_a_new_one(edits):
    """However often the edit is told."""
    edits.note(edit("1020.5", taken=[ONE]))
    assert [edits.note(edit("1030.5", added=[ONE])) for _ in range(2)] == [True, True]
    assert edits.note(edit("1040.5", added=[TWO])) is False
    assert edits.taken("T1", "C1", TS) == frozenset()


def test_edits_are_forgotten_after_two_weeks(edits):
    """No flow of their message is left that could ask."""
    edits.note(edit("1800000000.000500", taken=[ONE]))
    edits.note(edit(f"{1800000000 + 15 * 24 * 3600}.000500", taken=[TWO]))
    assert edits.taken("T1", "C1", TS) == keys(TWO)


@pytest.fixture
def fake(tmp_path):
    made = FakeDesk(tmp_path)
    made.reading.pages[TWO] = brief_of(TWO, VERDICT)
    return made


def begin(fake, *links, again=""):
    shared = Share("T1", "C1", TS, TS, "U0ANA", links, again)
    fake.engine.begin(SHARE_FLOW, shared.flow_id, shared.to_json())


def test_what_is_edited_away_is_not_told_and_what_stays_is(fake):
    """No message, no article of the channel's, a tick for the other link."""
    fake.edits.note(edit("1010.5", taken=[ONE]))
    begin(fake, ONE, TWO)
    (brief,) = fake.chat.posts
    assert TWO in str(brief.message.blocks)
    assert fake.chat.marks["C1", TS] == {"white_check_mark"}
    assert fake.store.find("T1", "C1", [key_of(ONE)]) is None


def test_where_nothing_is_left_no_mark_stays(fake):
    """Neither done nor failed."""
    fake.edits.note(edit("1010.5", taken=[ONE]))
    begin(fake, ONE)
    assert fake.chat.posts == []
    assert fake.chat.marks["C1", TS] == set()


def test_a_link_that_an_edit_brings_back_is_briefed(fake):
    """Under an id of its own: the first attempt has ended."""
    fake.edits.note(edit("1010.5", taken=[ONE]))
    begin(fake, ONE)
    fake.edits.note(edit("1020.5", added=[ONE]))
    begin(fake, ONE, again="1020.5")
    begin(fake, ONE, again="1020.5")
    assert len(fake.chat.posts) == 1
    assert fake.chat.marks["C1", TS] == {"white_check_mark"}


def test_a_link_that_is_edited_away_while_slack_makes_its_brief_wait_is_not_told(fake):
    """Nor is it kept for the channel's digest."""
    refuse_once = fake.chat.post

    def slow(channel, posted, **more):
        fake.chat.post = refuse_once
        fake.edits.note(edit("1010.5", taken=[ONE]))
        raise SlackRefused("token_revoked", permanent=False)

    fake.chat.post = slow
    begin(fake, ONE)
    assert fake.chat.posts == []
    assert fake.store.undigested("T1", "C1", fake.now) == ()
    assert fake.chat.marks["C1", TS] == set()


def late_reading(fake):
    """A page that takes so long that the bot may have been down meanwhile."""
    read = fake.reading.read

    def slowly(url):
        fake.now += 2 * LATE
        return read(url)

    fake.reading.read = slowly


@pytest.mark.parametrize(("text", "posts"), [(f"<{ONE}>", 1), ("never mind", 0), (None, 0)])
def test_of_a_message_that_was_read_for_long_slack_is_asked(fake, text, posts):
    """What happened while the bot was down may not have been told."""
    late_reading(fake)
    if text is not None:
        fake.chat.said["C1", TS] = message(text)
    begin(fake, ONE)
    assert len(fake.chat.posts) == posts


def test_where_slack_does_not_let_us_look_the_brief_is_posted(fake):
    """Better one too many than one too few."""
    late_reading(fake)
    fake.chat.failures = [SlackRefused("missing_scope", permanent=True)]
    begin(fake, ONE)
    assert len(fake.chat.posts) == 1
