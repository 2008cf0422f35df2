"""Digests: once, complete, and silent when there is nothing to say."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from decimal import Decimal

import pytest

from bot.schedule import DigestClock
from handlers.commands.digest import parse_digest
from handlers.domain.errors import SlackRefused
from handlers.flows.digest.digest_settings import apply_digest_command
from handlers.flows.digest.digests import BY_HAND_FLOW
from handlers.flows.digest.previewing import PREVIEW_FLOW, answers
from handlers.flows.digest.typed import Typed
from handlers.flows.links.by_hand import ASK_FLOW, Request
from handlers.flows.links.share import SHARE_FLOW, Share
from handlers.render.slack import notice_message
from summarizer.model import Evidence, Figure, KeyFigure, Span
from tests.examples import moments
from tests.fakes.desk import FakeDesk, brief_of
from tests.fakes.engine import Died
from tests.summarizer.stories.test_book import EVENTS

ONE, TWO = "https://courier.example/dam", "https://standard.example/cats-win-prize"


@pytest.fixture
def fake(tmp_path):
    return FakeDesk(tmp_path)


def share(fake, url, ts, channel="C1"):
    shared = Share("T1", channel, ts, ts, "U1", (url,))
    fake.engine.begin(SHARE_FLOW, shared.flow_id, shared.to_json())


def clock(fake):
    return DigestClock(fake.store, fake.engine, lambda: fake.now, timedelta(hours=12))


def digests(fake):
    return [post for post in fake.chat.posts if post.key.startswith("digest")]


def test_yesterdays_links_are_told_at_eight(fake):
    """One post, however often the clock looks."""
    share(fake, ONE, "1.5")
    for minute in range(5):
        fake.now = datetime(2026, 3, 3, 8, minute, tzinfo=UTC)
        clock(fake).tick()
    assert [(post.channel, post.thread) for post in digests(fake)] == [("C1", None)]


def test_nothing_is_posted_before_the_time_or_without_links(fake):
    """No links: no post."""
    clock(fake).tick()
    share(fake, ONE, "1.5")
    fake.now = datetime(2026, 3, 3, 7, 59, tzinfo=UTC)
    clock(fake).tick()
    assert digests(fake) == []


def test_a_digest_missed_while_down_comes_late_within_the_grace(fake):
    """At eleven instead of eight, without what was shared after eight."""
    share(fake, ONE, "1.5")
    fake.now = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)
    share(fake, TWO, "2.5")
    fake.now = datetime(2026, 3, 3, 11, 0, tzinfo=UTC)
    clock(fake).tick()
    assert ONE in str(digests(fake)[0].message.blocks)
    assert TWO not in str(digests(fake)[0].message.blocks)


def test_a_day_missed_altogether_is_told_by_the_next_digest(fake):
    """Nothing shared is lost, nothing is said twice."""
    share(fake, ONE, "1.5")
    for day in (4, 5):
        fake.now = datetime(2026, 3, day, 8, 0, tzinfo=UTC)
        clock(fake).tick()
    assert len(digests(fake)) == 1


def test_every_channel_has_its_own(fake):
    """Nothing of one in the other."""
    share(fake, ONE, "1.5")
    share(fake, TWO, "2.5", channel="C2")
    fake.now = datetime(2026, 3, 3, 8, 0, tzinfo=UTC)
    clock(fake).tick()
    assert {post.channel: (ONE in str(post.message.blocks)) for post in digests(fake)} == {
        "C1": True,
        "C2": False,
    }


@pytest.mark.parametrize("moment", moments(12))
@pytest.mark.parametrize("when", ["die_before", "die_after"])
def test_dying_at_any_moment_leaves_one_digest(fake, moment, when):
    """After the restart the clock looks again as well."""
    share(fake, ONE, "1.5")
    fake.now = datetime(2026, 3, 3, 8, 0, tzinfo=UTC)
    setattr(fake.engine, when, fake.engine.acts + moment)
    try:
        clock(fake).tick()
    except Died:
        fake.engine.resume()
    clock(fake).tick()
    assert len(digests(fake)) == 1


def by_hand(fake, trigger="9.9"):
    typed = Typed("T1", "C1", "U1", "now", "https://hooks.example/1", fake.now)
    fake.engine.begin(BY_HAND_FLOW, f"digest-now:T1:C1:{trigger}", typed.to_json())


def test_a_digest_by_hand_leaves_the_daily_one_complete(fake):
    """Looking early takes nothing from the morning."""
    share(fake, ONE, "1.5")
    by_hand(fake)
    fake.now = datetime(2026, 3, 3, 8, 0, tzinfo=UTC)
    clock(fake).tick()
    assert [ONE in str(post.message.blocks) for post in digests(fake)] == [True, True]


def test_a_digest_by_hand_of_nothing_is_told_to_the_one_who_asked(fake):
    """And nothing is posted."""
    by_hand(fake)
    assert digests(fake) == []
    assert "There is nothing to post" in fake.chat.responses[0].text


def test_what_was_asked_for_privately_stays_out(fake):
    """The channel does not learn who asked what."""
    request = Request("T1", "C1", "U1", "1.1", "https://hooks.example/1", (ONE,), "private")
    fake.engine.begin(ASK_FLOW, request.flow_id, request.to_json())
    by_hand(fake)
    assert digests(fake) == []


def preview(fake):
    """What somebody who asks for a preview is answered."""
    typed = Typed("T1", "C1", "U1", "preview", "https://hooks.example/1", fake.now)
    fake.engine.begin(PREVIEW_FLOW, "digest-preview:T1:C1:9.9", typed.to_json())
    return [str(message.blocks) for message in fake.chat.responses]


def share_long(fake, count):
    """So many briefs of one long story each."""
    for number in range(count):
        url = f"https://courier.example/{number}"
        town = f"Town{'abcdefghijklmnopqrstuvwxyz'[number]}"
        brief = brief_of(url, f"The harbour of {town} froze over on Monday, {town} mayor Pell{town} said.")
        article = replace(brief.article, title=f"Harbour of {town} freezes over")
        long = replace(brief.bullets[0], text=f"{town} is cold. " * 170, line="")
        fake.reading.pages[url] = replace(brief, articles=(article,), bullets=(long,))
        share(fake, url, f"{number}.5")


@pytest.mark.parametrize(
    ("count", "messages"), [(1, 1), (11, 3), pytest.param(20, 3, marks=pytest.mark.slow)]
)
def test_a_preview_is_the_whole_digest(fake, count, messages):
    """However many messages it takes; nothing of it stands in a thread that there is not."""
    share_long(fake, count)
    told = preview(fake)
    whole = " ".join(told)
    assert len(told) == messages
    assert "in the thread" not in whole
    assert [f"Town{'abcdefghijklmnopqrstuvwxyz'[number]}" in whole for number in range(count)] == [
        True
    ] * count
    assert digests(fake) == []


def test_a_preview_of_more_messages_than_slack_takes_says_how_many_are_left_out():
    """Slack takes five answers to a command."""
    told = answers([notice_message(str(number)) for number in range(7)])
    assert [message.text for message in told[:4]] == ["0", "1", "2", "3"]
    assert [message.text for message in told[4:]] == [
        "3 more messages of this digest can be read only when it is posted."
    ]


def test_a_preview_of_nothing_says_so(fake):
    """In one line."""
    (told,) = preview(fake)
    assert "Nothing for the next digest so far" in told


def toll(fake, number, at):
    """A page of the quake that counts the dead at a moment of its own zone."""
    url = f"https://outlet{number}.example/quake"
    text = f"{number} people are dead, the guard said. {EVENTS['quake'][number % 3]}"
    brief = brief_of(url, text)
    figure = Figure(
        Span(0, 1), str(number), Decimal(number), unit="people", concept="people dead", source="Guard"
    )
    page = replace(brief.article, published=datetime.fromisoformat(at))
    key = KeyFigure(figure, (Evidence(url, Span(0, 1)),))
    fake.reading.pages[url] = replace(brief, articles=(page,), figures=(key,))
    share(fake, url, f"{number}.5")


def test_times_are_those_of_the_channel_and_not_of_each_page(fake):
    """Pages from three zones are told in one; a day without a time stays that day."""
    command(fake, "at 08:00 Europe/Berlin")
    toll(fake, 3, "2026-03-02T03:30:00-05:00")
    toll(fake, 4, "2026-03-02T18:15:00+09:00")
    toll(fake, 5, "2026-03-03T00:00:00+09:00")
    (told,) = preview(fake)
    assert "2 March 2026, 09:30 CET" in told
    assert "2 March 2026, 10:15 CET" in told
    assert "3 March 2026)" in told


def command(fake, text):
    return apply_digest_command(fake.store, "T1", "C1", parse_digest(text), fake.now)


def test_a_channel_sets_its_own_time(fake):
    """And is told when the next one comes."""
    said = command(fake, "at 10:30 weekdays Europe/Berlin")
    assert "10:30 (Europe/Berlin) on weekdays" in said
    assert "Monday 02 March, 10:30" in said
    assert fake.store.digest_setting("T1", "C1").at == time(10, 30)


def test_off_is_off_and_status_says_so(fake):
    """No digest comes."""
    share(fake, ONE, "1.5")
    command(fake, "off")
    fake.now = datetime(2026, 3, 3, 8, 0, tzinfo=UTC)
    clock(fake).tick()
    assert digests(fake) == []
    assert "off" in command(fake, "status")


def test_after_todays_digest_the_next_one_is_tomorrows(fake):
    """Once a day, also when the time is moved."""
    share(fake, ONE, "1.5")
    fake.now = datetime(2026, 3, 3, 8, 0, tzinfo=UTC)
    clock(fake).tick()
    share(fake, TWO, "2.5")
    assert "Wednesday 04 March" in command(fake, "at 09:00")
    fake.now = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)
    clock(fake).tick()
    assert len(digests(fake)) == 1


def test_a_story_that_goes_on_is_told_with_what_is_new(fake):
    """The digest knows what the days before told, and does not count it as today's."""
    share(fake, ONE, "1.5")
    fake.now = datetime(2026, 3, 3, 8, 0, tzinfo=UTC)
    clock(fake).tick()
    fake.now = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)
    share(fake, TWO, "2.5")
    told = fake.digests.look("T1", "C1", fake.now)
    ids = {
        which: [brief_id.rpartition("/")[0] for brief_id in told[which]] for which in ("briefs", "earlier")
    }
    assert len(ids["briefs"]) == len(ids["earlier"]) == 1
    assert ids["briefs"] != ids["earlier"]


@pytest.mark.parametrize(
    ("days", "shared", "again"),
    [("weekdays", "2026-03-05T10:00", "2026-03-06T10:00"), ("mon", "2026-03-03T10:00", "2026-03-12T10:00")],
    ids=["over a weekend", "from week to week"],
)
def test_a_story_goes_on_from_the_last_digest_however_long_ago_that_was(fake, days, shared, again):
    """All that the last digest told is known to the reader, also where it covered a week."""
    command(fake, f"at 09:00 {days}")
    told, asked = [
        (datetime(2026, 3, 6, 9, 0, tzinfo=UTC), datetime(2026, 3, 9, 9, 0, tzinfo=UTC)),
        (datetime(2026, 3, 9, 9, 0, tzinfo=UTC), datetime(2026, 3, 16, 9, 0, tzinfo=UTC)),
    ][days == "mon"]
    fake.now = datetime.fromisoformat(f"{shared}+00:00")
    share(fake, ONE, "1.5")
    fake.now = told
    clock(fake).tick()
    fake.now = datetime.fromisoformat(f"{again}+00:00")
    share(fake, TWO, "2.5")
    found = fake.digests.look("T1", "C1", asked)
    assert (len(found["briefs"]), len(found["earlier"])) == (1, 1)


def parent(fake):
    return str(digests(fake)[-1].message.blocks)


@pytest.mark.parametrize(
    ("days", "told"), [((3, 4), None), ((3, 6), "since Tuesday"), ((3, 9), "since Tuesday")]
)
def test_a_digest_says_since_when_it_covers_when_days_were_skipped(fake, days, told):
    """Tuesday's was the last: Wednesday's needs no word, Friday's and Monday's do."""
    for day in days:
        share(fake, f"https://courier.example/{day}", f"{day}.5")
        fake.now = datetime(2026, 3, day, 8, 0, tzinfo=UTC)
        clock(fake).tick()
        fake.now += timedelta(minutes=5)
    assert ("since" in parent(fake)) == (told is not None)
    assert told is None or told in parent(fake)


def test_a_first_digest_covers_what_was_shared_before_it(fake):
    """The oldest link says since when."""
    share(fake, ONE, "1.5")
    fake.now = datetime(2026, 3, 6, 8, 0, tzinfo=UTC)
    clock(fake).tick()
    assert "since Monday" in parent(fake)


def test_a_channel_may_want_a_line_on_an_empty_day(fake):
    """Once, and only where it was asked for."""
    assert "one line says so" in command(fake, "empty say")
    for minute in range(3):
        fake.now = datetime(2026, 3, 3, 8, minute, tzinfo=UTC)
        clock(fake).tick()
    assert [post.message.text for post in digests(fake)] == [
        "Digest for Tuesday, 3 March 2026: no links were shared."
    ]
    assert "nothing is posted" in command(fake, "empty silent")
    fake.now = datetime(2026, 3, 4, 8, 0, tzinfo=UTC)
    clock(fake).tick()
    assert len(digests(fake)) == 1


def test_a_digest_by_hand_of_nothing_posts_no_line_for_an_empty_day(fake):
    """The line is the morning's."""
    command(fake, "empty say")
    by_hand(fake)
    assert digests(fake) == []


def test_a_digest_that_slack_refuses_is_told_by_the_next_day_s_and_by_status(fake):
    """Its briefs were told to nobody; whoever asks reads why."""
    share(fake, ONE, "1.5")
    fake.chat.failures = [SlackRefused("restricted_action", permanent=True)]
    fake.now = datetime(2026, 3, 3, 8, 0, tzinfo=UTC)
    clock(fake).tick()
    assert digests(fake) == []
    told = command(fake, "status")
    assert "Tuesday 03 March" in told
    assert "ask an admin" in told
    fake.now = datetime(2026, 3, 4, 8, 0, tzinfo=UTC)
    clock(fake).tick()
    assert ONE in str(digests(fake)[0].message.blocks)
    assert "ask an admin" not in command(fake, "status")
