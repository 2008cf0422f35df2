"""When a digest is due."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import available_timezones

from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.domain.due import WEEKDAYS, DigestSetting, due_digest, due_digests, moment_of, next_moment
from tests.examples import examples

GRACE = timedelta(hours=12)


def setting(at: str = "08:00", zone: str = "UTC", **more) -> DigestSetting:
    return DigestSetting("T1", "C1", time.fromisoformat(at), zone, **more)


def test_nothing_is_due_before_the_time():
    """A minute early is early."""
    assert due_digest(setting(), datetime(2026, 3, 2, 7, 59, tzinfo=UTC), timedelta(minutes=5)) is None


def test_it_is_due_at_its_time_and_within_the_grace():
    """A process that was down at eight makes up for it at ten, closed at eight."""
    due = due_digest(setting(), datetime(2026, 3, 2, 10, 0, tzinfo=UTC), GRACE)
    assert (due.day, due.moment) == (date(2026, 3, 2), datetime(2026, 3, 2, 8, 0, tzinfo=UTC))


def test_after_the_grace_the_day_is_left_to_the_next_digest():
    """Thirteen hours late is too late."""
    assert due_digest(setting(), datetime(2026, 3, 2, 20, 0, tzinfo=UTC), GRACE) is None


def test_the_zone_of_the_channel_counts():
    """Eight in Tokyo is eleven at night in Greenwich, and the day is Tokyo's."""
    due = due_digest(setting(zone="Asia/Tokyo"), datetime(2026, 3, 1, 23, 0, tzinfo=UTC), GRACE)
    assert due.day == date(2026, 3, 2)


def test_days_that_are_not_chosen_have_no_digest():
    """Weekdays only: Sunday is quiet, and Saturday's is not made up for."""
    sunday = datetime(2026, 3, 1, 8, 30, tzinfo=UTC)
    assert due_digest(setting(days=WEEKDAYS), sunday, GRACE) is None


def test_a_channel_that_turned_it_off_has_none():
    """Off is off."""
    now = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
    assert due_digests([setting(on=False)], now, GRACE) == ()


def test_a_time_set_in_the_past_is_not_made_up_for():
    """Setting 07:30 at ten o'clock must not post at ten."""
    now = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
    assert due_digest(setting("07:30", since=now), now + timedelta(minutes=1), GRACE) is None


def test_an_hour_that_spring_skips_comes_after_the_jump():
    """02:30 in Berlin does not exist on 29 March 2026; the digest comes at 03:30 summer time."""
    moment = moment_of(setting("02:30", "Europe/Berlin"), date(2026, 3, 29))
    assert moment == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)


def test_an_hour_that_autumn_repeats_counts_once():
    """02:30 in Berlin comes twice on 25 October 2026; the first counts."""
    moment = moment_of(setting("02:30", "Europe/Berlin"), date(2026, 10, 25))
    assert moment == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_the_next_moment_skips_days_that_are_not_chosen():
    """On Friday after the digest the next is on Monday."""
    friday = datetime(2026, 3, 6, 9, 0, tzinfo=UTC)
    assert next_moment(setting(days=WEEKDAYS), friday) == datetime(2026, 3, 9, 8, 0, tzinfo=UTC)


@settings(max_examples=examples(1.5))
@given(
    zone=st.sampled_from(sorted(available_timezones())),
    at=st.times(),
    start=st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 1)),
    gaps=st.lists(st.integers(1, 20 * 60), min_size=5, max_size=60),
)
def test_every_day_has_exactly_one_digest_whenever_one_looks(zone, at, start, gaps):
    """Looking at random moments never finds a day's digest with two moments, nor two days in one."""
    mine = DigestSetting("T1", "C1", at.replace(second=0, microsecond=0), zone)
    now, found = start.replace(tzinfo=UTC), {}
    for gap in gaps:
        now += timedelta(minutes=gap)
        due = due_digest(mine, now, GRACE)
        if due:
            assert found.setdefault(due.flow_id, due.moment) == due.moment
            assert due.moment <= now < due.moment + GRACE
    assert len(set(found.values())) == len(found)
