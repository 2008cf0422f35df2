"""Pictures of a digest: one for each running figure, shown once in its thread."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.schedule import DigestClock
from handlers.domain.errors import SlackRefused
from handlers.flows.links.share import SHARE_FLOW, Share
from tests.corpus.day import day_briefs
from tests.fakes.desk import FakeDesk
from tests.fakes.engine import Died

pytestmark = pytest.mark.slow  # pictures are drawn


@pytest.fixture
def fake(tmp_path):
    """A desk to which the five reports of the flood were shared."""
    made = FakeDesk(tmp_path)
    flood = [brief for brief in day_briefs(5) if "flood" in brief.article.url]
    for number, brief in enumerate(flood):
        made.reading.pages[brief.article.url] = brief
        shared = Share("T1", "C1", f"{number}.5", f"{number}.5", "U1", (brief.article.url,))
        made.engine.begin(SHARE_FLOW, shared.flow_id, shared.to_json())
    made.now = datetime(2026, 3, 3, 8, 0, tzinfo=UTC)
    return made


def tick(fake):
    DigestClock(fake.store, fake.engine, lambda: fake.now, timedelta(hours=12)).tick()


def parent(fake):
    return next(post for post in fake.chat.posts if post.key.startswith("digest"))


def test_the_picture_stands_in_the_digests_thread_with_its_words(fake):
    """Who cannot see it reads every value."""
    tick(fake)
    ((place, file, words),) = fake.chat.shown
    assert (place.channel, place.thread) == ("C1", parent(fake).ts)
    assert "Ansa begins to fall" in words  # the newest page of the five
    assert "people evacuated" in words
    assert fake.chat.files[file].alt.startswith(
        "Timeline of people evacuated: about 1,200 (Karrow Valley News"
    )


@pytest.mark.parametrize("moment", range(5))
@pytest.mark.parametrize("when", ["die_before", "die_after"])
def test_dying_at_any_moment_leaves_one_picture(fake, moment, when):
    """An upload that nobody was shown may be left behind, never a second picture."""
    setattr(fake.engine, when, fake.engine.acts + moment)
    try:
        tick(fake)
    except Died:
        fake.engine.resume()
    tick(fake)
    assert len(fake.chat.shown) == 1
    assert len([post for post in fake.chat.posts if post.key.startswith("digest")]) == 1


def test_a_lost_answer_leaves_one_picture(fake):
    """Slack has it, although it could not say so."""
    tick_with_lost_answer(fake)
    assert len(fake.chat.shown) == 1


def tick_with_lost_answer(fake):
    show = fake.digests.show

    def losing(*arguments):
        fake.chat.lose_answers, fake.digests.show = 1, show
        return show(*arguments)

    fake.digests.show = losing
    tick(fake)


def test_a_picture_that_slack_refuses_leaves_the_digest_whole(fake):
    """A workspace that did not grant files yet reads the digest all the same."""

    def refused(*arguments):
        raise SlackRefused("missing_scope", permanent=True)

    fake.digests.upload = refused
    tick(fake)
    assert parent(fake)
    assert fake.chat.shown == []


def test_a_preview_and_an_empty_day_have_none(fake):
    """Nothing is uploaded for one pair of eyes."""
    assert fake.digests.preview("T1", "C1")
    assert fake.chat.files == {}


def test_a_digest_is_compiled_once_for_its_messages_and_pictures(fake):
    """Once when it is settled; a brief that was removed meanwhile would be the reason for another time."""
    tick(fake)
    compiled = fake.digests.compiled.cache_info()
    assert (compiled.misses, compiled.hits >= 2) == (1, True)
    gone = fake.decisions.digest("digest:T1:C1:2026-03-03").told
    fake.store.withdraw(gone.briefs[0])
    fake.digests.messages(gone, "digest:T1:C1:2026-03-03")
    assert fake.digests.compiled.cache_info().misses == 2
