"""Briefed pages are looked at again: what changed is told in the thread, once, whatever dies."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.schedule import RecheckClock
from handlers.domain.errors import Disallowed, NotFound, Refused, SlackRefused, SlackUnreachable, Unreachable
from handlers.flows.links.by_hand import ASK_FLOW, Request
from handlers.flows.links.share import SHARE_FLOW, Share
from handlers.ports import Version
from summarizer.errors import NotAnArticle
from summarizer.model import Note
from tests.examples import moments
from tests.fakes.desk import FakeDesk, brief_of
from tests.fakes.engine import Died

URL = "https://courier.example/dam"
BEFORE = "Fourteen people are missing below the dam, the engineer said."
AFTER = "Eleven people are missing below the dam, the engineer said."
HOURS = (1.0, 6.0, 24.0)


@pytest.fixture
def fake(tmp_path):
    desk = FakeDesk(tmp_path)
    desk.reading.pages[URL] = page(BEFORE)
    return desk


def page(said, **more):
    """A brief of one sentence, all of which a bullet tells."""
    brief = brief_of(URL, said)
    bullet = replace(brief.bullets[0], text=said, line=said, evidence=(replace_span(brief, len(said)),))
    return replace(brief, articles=(replace(brief.article, **more),), bullets=(bullet,))


def replace_span(brief, end):
    proof = brief.bullets[0].evidence[0]
    return replace(proof, span=replace(proof.span, end=end))


def share(fake, ts="1.5", thread=None):
    shared = Share("T1", "C1", ts, thread or ts, "U1", (URL,))
    fake.engine.begin(SHARE_FLOW, shared.flow_id, shared.to_json())
    return f"{shared.flow_id}/0"


def ask(fake, audience):
    request = Request("T1", "C1", "U1", "9.9", "https://hooks.example/1", (URL,), audience)
    fake.engine.begin(ASK_FLOW, request.flow_id, request.to_json())


def look(fake, *, hours=0.0, of=HOURS):
    """The clock looks, so many hours later."""
    fake.now += timedelta(hours=hours)
    RecheckClock(fake.versions, fake.engine, lambda: fake.now, of).tick()


def notices(fake):
    return [post for post in fake.chat.posts if post.key.startswith("recheck:")]


def words(post):
    """What is read of a message: the signs that mark what changed are left out."""
    return str(post.message.blocks).replace("~", "").replace("*", "")


def test_a_figure_that_changed_is_told_in_the_thread(fake):
    """Before and after, the brief's own message renewed, the archive on the new page."""
    brief_id = share(fake)
    fake.reading.pages[URL] = page(AFTER)
    look(fake, hours=1)
    (notice,) = notices(fake)
    assert (notice.channel, notice.thread) == ("C1", "1.5")
    assert words(notice).index("Fourteen people") < words(notice).index("Eleven people")
    assert "~Fourteen~ people" in str(notice.message.blocks)
    assert "*Eleven* people" in str(notice.message.blocks)
    (brief,) = [post for post in fake.chat.posts if post.key == brief_id]
    assert AFTER in words(brief)
    assert fake.store.load(brief_id).brief == page(AFTER)
    assert fake.versions.earlier(brief_id) == (page(BEFORE),)


def test_a_change_is_told_once(fake):
    """The next look compares with the newest reading."""
    share(fake)
    fake.reading.pages[URL] = page(AFTER)
    for hours in (1, 5, 18):
        look(fake, hours=hours)
    assert len(notices(fake)) == 1


def test_looks_come_when_they_are_due_and_no_sooner(fake):
    """After 1, 6 and 24 hours; the clock looks each minute."""
    share(fake)
    seen = []
    for _ in range(27 * 4):
        look(fake, hours=0.25)
        seen.append(len(fake.reading.reads) - 1)
    assert [seen.index(count) / 4 + 0.25 for count in (1, 2, 3)] == [1, 6, 24]
    assert seen[-1] == 3


def test_looks_missed_while_down_are_made_up_for_by_one(fake):
    """Seven hours later one look, not two; two days later none."""
    share(fake)
    look(fake, hours=7)
    assert len(fake.reading.reads) == 2
    look(fake, hours=48)
    assert len(fake.reading.reads) == 2


def test_no_hours_no_looks(fake):
    """Switched off."""
    share(fake)
    look(fake, hours=2, of=())
    assert len(fake.reading.reads) == 1


@pytest.mark.parametrize(("audience", "looks"), [("channel", 1), ("asker", 0), ("private", 0)])
def test_only_what_a_channel_was_shown_is_looked_at_again(fake, audience, looks):
    """What one person asked for is nobody's thread."""
    ask(fake, audience)
    look(fake, hours=1)
    assert len(fake.reading.reads) == 1 + looks


def test_a_brief_posted_by_hand_has_its_own_thread(fake):
    """/brief URL here: the notice stands below the brief."""
    ask(fake, "channel")
    fake.reading.pages[URL] = page(AFTER)
    look(fake, hours=1)
    assert notices(fake)[0].thread == fake.chat.posts[0].ts


def test_a_link_shared_in_a_thread_is_answered_there(fake):
    """Not below the reply that shared it."""
    share(fake, ts="2.5", thread="1.5")
    fake.reading.pages[URL] = page(AFTER)
    look(fake, hours=1)
    assert notices(fake)[0].thread == "1.5"


def test_a_typing_error_put_right_changes_the_brief_in_silence(fake):
    """The message tells the new words, nobody is called."""
    brief_id = share(fake)
    fake.reading.pages[URL] = page(BEFORE.replace("below", "just below"))
    look(fake, hours=1)
    assert notices(fake) == []
    assert "just below" in words(next(post for post in fake.chat.posts if post.key == brief_id))


def test_a_correction_note_is_told(fake):
    """In the newsroom's own words."""
    share(fake)
    fake.reading.pages[URL] = page(BEFORE, notes=(Note("correction", "The dam’s name was wrong."),))
    look(fake, hours=1)
    assert "The dam’s name was wrong." in words(notices(fake)[0])


def test_a_page_that_is_not_modified_is_not_read(fake):
    """The site is asked with what it said last time."""
    fake.reading.version = Version('"one"', None)
    share(fake)
    fake.reading.pages[URL] = page(AFTER)
    look(fake, hours=1)
    assert len(fake.reading.reads) == 1
    fake.reading.version = Version('"two"', None)
    look(fake, hours=5)
    assert len(notices(fake)) == 1
    look(fake, hours=18)
    assert len(fake.reading.reads) == 2


def test_a_new_name_for_the_same_page_is_kept(fake):
    """A site that renames its page without changing it is asked with the new name from then on."""
    brief_id = share(fake)
    fake.reading.version = Version('"two"', None)
    look(fake, hours=1)
    assert fake.versions.version_of(brief_id) == Version('"two"', None)
    assert fake.versions.earlier(brief_id) == ()


def test_a_page_that_is_gone_is_told_once_and_left_alone(fake):
    """The brief stays as it was read."""
    brief_id = share(fake)
    fake.reading.pages[URL] = NotFound(URL)
    for hours in (1, 5, 18):
        look(fake, hours=hours)
    assert len(notices(fake)) == 1
    assert "This page is gone" in words(notices(fake)[0])
    assert fake.store.load(brief_id).brief == page(BEFORE)
    assert len(fake.reading.reads) == 2


@pytest.mark.parametrize(
    "trouble",
    [Refused(URL, 403), Unreachable(URL), Disallowed(URL), NotAnArticle(URL), ValueError("unforeseen")],
)
def test_what_cannot_be_read_again_is_nobodys_news(fake, trouble):
    """A wall, a site that is down or forbids it, an address that leads to a front page now."""
    share(fake)
    fake.reading.pages[URL] = trouble
    look(fake, hours=1)
    assert notices(fake) == []


def test_an_address_that_leads_to_another_article_changes_nothing(fake):
    """A page taken down may lead to something else."""
    brief_id = share(fake)
    other = "https://courier.example/cats"
    fake.reading.pages[URL] = page(AFTER, url=other, canonical_url=other)
    look(fake, hours=1)
    assert notices(fake) == []
    assert fake.store.load(brief_id).brief == page(BEFORE)


def test_the_digest_tells_the_newest_reading(fake):
    """What was corrected in time is told right."""
    share(fake)
    fake.reading.pages[URL] = page(AFTER)
    look(fake, hours=1)
    (message,) = fake.digests.preview("T1", "C1")
    assert AFTER in str(message.blocks)
    assert BEFORE not in str(message.blocks)


@pytest.mark.parametrize("moment", moments(6))
@pytest.mark.parametrize("when", ["die_before", "die_after"])
@pytest.mark.parametrize("now", [page(AFTER), NotFound(URL)], ids=["changed", "gone"])
def test_dying_at_any_moment_leaves_one_notice(fake, moment, when, now):
    """And one kept version."""
    brief_id = share(fake)
    fake.reading.pages[URL] = now
    setattr(fake.engine, when, fake.engine.acts + moment)
    try:
        look(fake, hours=1)
    except Died:
        fake.engine.resume()
    look(fake)
    assert len(notices(fake)) == 1
    assert len(fake.versions.earlier(brief_id)) == (0 if isinstance(now, NotFound) else 1)


def test_a_lost_answer_posts_no_second_notice(fake):
    """Slack has it, we did not hear so."""
    share(fake)
    fake.reading.pages[URL] = page(AFTER)
    fake.chat.lose_answers = 1
    look(fake, hours=1)
    assert len(notices(fake)) == 1


@pytest.mark.parametrize("failure", [SlackRefused("message_not_found", permanent=True), SlackUnreachable()])
def test_a_brief_whose_message_cannot_be_renewed_still_gets_its_notice(fake, failure):
    """Somebody deleted it, or Slack was away."""
    share(fake)
    fake.reading.pages[URL] = page(AFTER)
    fake.chat.failures = [failure]
    look(fake, hours=1)
    assert len(notices(fake)) == 1


def test_who_shares_a_changed_page_again_reads_what_is_new(fake):
    """Behind the line that leads to the brief; the thread, and the brief itself, tell it too."""
    share(fake)
    fake.now += timedelta(hours=2)
    fake.reading.pages[URL] = page(AFTER)
    share(fake, "2.5")
    (pointer,) = [post for post in fake.chat.posts if post.thread == "2.5"]
    said = words(pointer)
    assert said.index("Already briefed") < said.index("Fourteen people") < said.index("Eleven people")
    assert AFTER in words(fake.chat.posts[0])
    assert [post.thread for post in fake.chat.posts if "Changed:" in words(post)] == ["1.5"]


def test_what_is_new_is_everything_since_the_brief(fake):
    """Also what a look by the clock has found; a page as it was is a line and no more."""
    share(fake)
    share(fake, "2.5")
    fake.reading.pages[URL] = page(AFTER)
    look(fake, hours=1)
    share(fake, "3.5")
    unchanged, changed = (words(post) for post in fake.chat.posts if post.thread in ("2.5", "3.5"))
    assert "Changed since" not in unchanged
    assert "Eleven people" in changed
    assert len(fake.reading.reads) == 2  # a page that was just read is not asked for again


def test_a_page_that_takes_long_holds_up_no_pointer(fake):
    """The thread tells what it brings."""
    share(fake)
    fake.now += timedelta(hours=2)
    fake.reading.pages[URL], fake.engine.slow = page(AFTER), True
    share(fake, "2.5")
    (pointer,) = [post for post in fake.chat.posts if post.thread == "2.5"]
    assert "Changed since" not in words(pointer)


def test_who_asks_for_a_known_article_is_shown_the_page_as_it_is(fake):
    """Read again first, where the last reading is old."""
    share(fake)
    fake.now += timedelta(hours=2)
    fake.reading.pages[URL] = page(AFTER)
    ask(fake, "asker")
    assert AFTER in str(fake.chat.responses[0].blocks)


@pytest.mark.parametrize("when", ["die_before", "die_after"])
@pytest.mark.parametrize("act", moments(16))
def test_dying_while_a_page_is_shared_again_tells_its_news_once(fake, when, act):
    """One pointer, one notice in the thread."""
    share(fake)
    fake.now += timedelta(hours=2)
    fake.reading.pages[URL] = page(AFTER)
    setattr(fake.engine, when, fake.engine.acts + act)
    try:
        share(fake, "2.5")
    except Died:
        fake.engine.resume()
    assert [post.thread for post in fake.chat.posts[1:]] == ["1.5", "2.5"]
    assert "Eleven people" in words(fake.chat.posts[2])
