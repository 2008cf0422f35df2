"""When a digest is due around every turn of every zone's clock in 2026 and 2027."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import pytest

from handlers.domain.due import EVERY_DAY, WEEKDAYS, DigestSetting, due_digest, moment_of, next_moment
from tests.handlers.zones import Turn, turns

QUARTER = timedelta(minutes=15)  # every turn of these years stands on a quarter of an hour
QUARTERS = [(datetime.min + n * QUARTER).time() for n in range(96)]
DAY = timedelta(days=1)
GRACE = timedelta(hours=12)
A_FEW = ("Europe/Berlin", "America/Havana", "Antarctica/Troll", "Australia/Lord_Howe", "Africa/Cairo")


def setting(zone: str, at: time, **more: object) -> DigestSetting:
    return DigestSetting("T1", "C1", at, zone, **more)


@cache
def clock_of(turn: Turn) -> dict[datetime, datetime]:
    """What the clock on the wall shows in the days around a turn, with the first moment at which it does."""
    zone, shown = ZoneInfo(turn.zone), {}
    for quarter in range(-3 * 96, 3 * 96):
        moment = turn.moment + quarter * QUARTER
        shown.setdefault(moment.astimezone(zone).replace(tzinfo=None), moment)
    return shown


def days_around(turn: Turn) -> list[date]:
    first = turn.local_before().date() - DAY
    return [first + n * DAY for n in range(3)]


def test_every_zone_that_turns_its_clock_is_tried():
    """Jumps of half an hour to two hours, ahead and back, at midnight too."""
    assert len(turns()) > 100
    assert {abs(turn.skipped) for turn in turns()} >= {
        timedelta(minutes=30),
        timedelta(hours=1),
        timedelta(hours=2),
    }
    assert time(0) in {turn.local_before().time() for turn in turns()}


def test_the_moment_is_the_first_at_which_the_clock_shows_the_time():
    """Exhaustive: each quarter of an hour of the days around each turn; a skipped time comes as much later."""
    for turn in turns():
        shown = clock_of(turn)
        for day in days_around(turn):
            for at in QUARTERS:
                wanted = datetime.combine(day, at)
                first = shown.get(wanted) or shown[wanted + turn.skipped]
                assert moment_of(setting(turn.zone, at), day) == first


def test_the_moments_of_two_days_are_never_the_same():
    """Nor out of order, whatever the clock does between them."""
    for turn in turns():
        for at in QUARTERS:
            moments = [moment_of(setting(turn.zone, at), day) for day in days_around(turn)]
            assert moments == sorted(set(moments))


def times_at_risk(turn: Turn) -> list[time]:
    """Digest times in the hours that the turn skips or repeats, at their edges, at midnight and far away."""
    low, high = sorted((turn.local_before(), turn.local_after()))
    inside = low + (high - low) // 2
    edges = [low - QUARTER, low, inside, high - QUARTER, high, high + QUARTER]
    return [*dict.fromkeys([*(edge.time() for edge in edges), time(0), time(8), time(23, 59)])]


def found_by_looking(
    mine: DigestSetting, start: datetime, looks: int, pace: timedelta
) -> dict[str, datetime]:
    """The ids of all digests found by looking again and again, each with the moment at which it was due."""
    found: dict[str, datetime] = {}
    for look in range(looks):
        due = due_digest(mine, start + look * pace, GRACE)
        if due:
            assert found.setdefault(due.flow_id, due.moment) == due.moment
    return found


def assert_one_digest_a_day(turn: Turn, pace: timedelta) -> None:
    """Looking through five days around the turn finds each chosen day's digest once, and no other."""
    start, looks = turn.moment - 2 * DAY, int(5 * DAY / pace)
    end = start + (looks - 1) * pace
    for at in times_at_risk(turn):
        for days in (EVERY_DAY, WEEKDAYS, frozenset({turn.local_before().weekday()})):
            mine = setting(turn.zone, at, days=days)
            around = (turn.local_before().date() + n * DAY for n in range(-4, 6))
            wanted = {day: moment_of(mine, day) for day in around if day.weekday() in days}
            expected = {
                f"digest:T1:C1:{day}": moment
                for day, moment in wanted.items()
                if moment <= end and moment + GRACE > start
            }
            assert found_by_looking(mine, start, looks, pace) == expected


@pytest.mark.parametrize("turn", [turn for turn in turns() if turn.zone in A_FEW][::2], ids=str)
def test_each_chosen_day_has_one_digest_around_a_turn(turn):
    """A few zones, looked at every forty minutes."""
    assert_one_digest_a_day(turn, timedelta(minutes=40))


@pytest.mark.slow
@pytest.mark.parametrize("turn", turns(), ids=str)
def test_each_chosen_day_has_one_digest_around_every_turn(turn):
    """All zones, looked at every fourteen minutes, so that looks stand on other minutes than turns do."""
    assert_one_digest_a_day(turn, timedelta(minutes=14))


def test_the_next_moment_is_the_one_that_comes():
    """What `status` promises is when the digest is due, on the day of each turn too."""
    for turn in turns():
        for at in times_at_risk(turn):
            mine, now = setting(turn.zone, at), turn.moment - DAY
            for _ in range(3):
                promised = next_moment(mine, now)
                assert promised is not None
                assert now < promised <= now + DAY + abs(turn.skipped)
                due = due_digest(mine, promised, GRACE)
                assert due is not None
                assert due.moment == promised
                now = promised


def test_a_grace_of_a_whole_day_reaches_back_over_a_short_day():
    """Berlin, 29 March 2026 has 23 hours: half past eleven of the evening before is less than a day ago at 00:15."""
    saturday = setting("Europe/Berlin", time(23, 30), days=frozenset({5}))
    now = datetime(2026, 3, 30, 0, 15, tzinfo=ZoneInfo("Europe/Berlin"))
    due = due_digest(saturday, now, timedelta(hours=24))
    assert due is not None
    assert due.day == date(2026, 3, 28)
