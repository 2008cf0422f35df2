"""The weekly report: who was quoted, behind the first digest of the next week, where a channel wants it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.schedule import DigestClock
from handlers.commands.channel_form import ChannelForm, difference, read_form
from handlers.commands.digest import parse_digest
from handlers.domain.due import DigestSetting, report_week
from handlers.domain.errors import SlackRefused
from handlers.domain.report import QuotedReport, Voice
from handlers.flows.digest.digest_settings import apply_digest_command
from handlers.flows.links.share import SHARE_FLOW, Share
from handlers.render.report_words import NAMED_WORDS
from handlers.render.slack_report import MOST_VOICES, report_message
from handlers.render.slack_settings import settings_view
from tests.fakes.desk import FakeDesk
from tests.fakes.engine import Died
from tests.handlers.render import generated
from tests.handlers.render.slack_rules import assert_slack_takes
from tests.handlers.sent_form import sent

DAM, WEIR = "https://courier.example/dam", "https://standard.example/weir"
WEDNESDAY = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)
MONDAY = datetime(2026, 3, 9, 8, 0, tzinfo=UTC)
FIRST, LAST = date(2026, 3, 2), date(2026, 3, 8)


@pytest.fixture
def fake(tmp_path):
    """A desk whose channel wants the report; one link was shared on Wednesday."""
    made = FakeDesk(tmp_path)
    made.now = WEDNESDAY
    command(made, "report on")
    share(made, DAM)
    return made


def share(fake, url, channel="C1"):
    shared = Share("T1", channel, url[-9:], url[-9:], "U1", (url,))
    fake.engine.begin(SHARE_FLOW, shared.flow_id, shared.to_json())


def command(fake, text, channel="C1"):
    return apply_digest_command(fake.store, "T1", channel, parse_digest(text), fake.now)


def mornings(fake, until=MONDAY):
    """The clock looks at eight of each day up to `until`, and a minute later."""
    while fake.now.date() < until.date():
        fake.now = (fake.now + timedelta(days=1)).replace(hour=8, minute=0)
        for minute in range(2):
            fake.now = fake.now.replace(minute=minute)
            DigestClock(fake.store, fake.engine, lambda: fake.now, timedelta(hours=12)).tick()


def reports(fake):
    return [post for post in fake.chat.posts if post.message.text.startswith("Who was quoted")]


def test_a_channel_that_chose_it_is_told_once_a_week_who_was_quoted(fake):
    """On Monday at the digest's time, also where no digest was due; with name, role, outlets and who is new."""
    mornings(fake)
    (report,) = reports(fake)
    assert (report.channel, report.thread) == ("C1", None)
    assert report.message.text == "Who was quoted from 2 March 2026 to 8 March 2026: 1 statement in 1 article"
    shown = str(report.message.blocks)
    assert "• *Ada Rook*, engineer: 1 · The Courier" in shown
    assert "1 with name and role (100 %)" in shown
    assert "nobody can be called new" in shown
    mornings(fake, MONDAY + timedelta(days=6))
    assert len(reports(fake)) == 1


def test_it_is_off_until_somebody_turns_it_on(fake):
    """The digest comes all the same."""
    command(fake, "report off")
    mornings(fake)
    assert reports(fake) == []
    assert [post.key for post in fake.chat.posts if post.key.startswith("digest")]


def test_it_stands_behind_the_digest_and_tells_of_its_own_channel_alone(fake):
    """What another channel shared is not in it."""
    share(fake, WEIR, "C2")
    fake.now = datetime(2026, 3, 8, 12, 0, tzinfo=UTC)
    share(fake, "https://courier.example/sluice")
    mornings(fake)
    (report,) = reports(fake)
    *_, digest, last = [post for post in fake.chat.posts if post.channel == "C1" and not post.thread]
    assert (last, digest.key) == (report, "digest:T1:C1:2026-03-09/0")
    assert report.message.text.endswith("in 2 articles")


def test_a_week_without_an_article_has_no_report(fake):
    """Nor has a channel whose digest is off."""
    mornings(fake, MONDAY + timedelta(days=7))
    assert len(reports(fake)) == 1
    command(fake, "off")
    share(fake, WEIR)
    mornings(fake, MONDAY + timedelta(days=14))
    assert len(reports(fake)) == 1


@pytest.mark.parametrize("number", range(3))
@pytest.mark.parametrize("when", ["die_before", "die_after"])
def test_wherever_we_die_the_report_stands_once(fake, when, number):
    """The week is settled by a step, the message looked for before it is posted again."""
    mornings(fake, MONDAY - timedelta(days=1))
    setattr(fake.engine, when, fake.engine.acts + number)
    with pytest.raises(Died):
        mornings(fake)
    fake.engine.resume()
    assert len(reports(fake)) == 1


def test_a_report_that_slack_refuses_is_left(fake):
    """The next week has its own."""
    mornings(fake, MONDAY - timedelta(days=1))
    fake.chat.failures = [SlackRefused("restricted_action", permanent=True)]
    mornings(fake)
    assert reports(fake) == []
    share(fake, WEIR)
    mornings(fake, MONDAY + timedelta(days=7))
    assert len(reports(fake)) == 1


@pytest.mark.parametrize(
    ("days", "day", "last"),
    [
        ({0, 1, 2, 3, 4}, date(2026, 3, 9), date(2026, 3, 8)),
        ({0, 1, 2, 3, 4}, date(2026, 3, 10), None),
        ({2, 4}, date(2026, 3, 11), date(2026, 3, 10)),
        ({6}, date(2026, 3, 8), date(2026, 3, 7)),
    ],
)
def test_it_comes_with_the_first_digest_of_a_week(days, day, last):
    """And covers the seven days up to the day before."""
    setting = DigestSetting("T1", "C1", MONDAY.time(), "UTC", frozenset(days), weekly=True)
    assert report_week(setting, day) == last


def test_the_form_has_it_and_the_channel_is_told_of_a_change(fake):
    """It is ticked as it stands."""
    form = ChannelForm(fake.channels.channel_setting("T1", "C2"), fake.store.digest_setting("T1", "C2"))
    (digest,) = [
        one["element"]
        for one in settings_view(form, fake.now, "{}").blocks
        if one.get("block_id") == "digest"
    ]
    assert "who was quoted" in str(digest["options"])
    assert "weekly" not in str(digest["initial_options"])
    after = read_form(sent(digest=("posted", "weekly"), at="08:00", zone="UTC", mode="every")).applied_to(
        form, fake.now
    )
    assert (after.digest.weekly, difference(form, after)) == (True, ("weekly report: on",))
    assert "who was quoted in the week before" in command(fake, "report on")


voices = st.builds(
    Voice, generated.texts, generated.texts | st.none(), st.integers(1), st.lists(generated.texts).map(tuple)
)
reported = st.builds(
    QuotedReport,
    st.just(FIRST),
    st.just(LAST),
    st.integers(1),
    st.lists(voices, max_size=40).map(tuple),
    st.dictionaries(st.sampled_from(list(NAMED_WORDS)), st.integers(1), min_size=1),
    st.lists(voices, max_size=40).map(tuple) | st.none(),
)


@generated.whole
@given(reported)
def test_slack_takes_any_report(report):
    """However many and long the names; what is not shown is counted."""
    message = report_message(report, key="k" * 250)
    assert_slack_takes(message)
    left = len(report.voices) - MOST_VOICES
    assert left <= 0 or f"and {left} more source" in str(message.blocks)
