"""One digest a channel and day, through restarts, a wrong clock and changed settings."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.schedule import DigestClock, look_of
from handlers.domain.due import EVERY_DAY, WEEKDAYS, DigestSetting, moment_of
from handlers.domain.errors import DiskFull
from handlers.ports import Filing
from summarizer.model import Brief
from tests.examples import examples
from tests.fakes.desk import FakeDesk, brief_of
from tests.fakes.engine import Died
from tests.handlers.zones import turns

GRACE = timedelta(hours=12)
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
ZONES = sorted({turn.zone for turn in turns()})
DAY_SETS = (EVERY_DAY, WEEKDAYS, frozenset({0, 3}), frozenset({6}))


class Newsroom:
    """A desk with one channel, whose clock, process and settings anything may happen to."""

    def __init__(self, folder: Path, start: datetime) -> None:
        self.fake = FakeDesk(folder)
        self.fake.now = start
        self.clock = DigestClock(self.fake.store, self.fake.engine, lambda: self.fake.now, GRACE)
        self.filed: dict[str, datetime] = {}

    def look(self) -> None:
        """What APScheduler does each minute. A process that dies is started again and looks at once."""
        try:
            self.clock.tick()
        except Died:
            self.fake.engine.die_before = self.fake.engine.die_after = -1
            self.fake.engine.resume()
            self.clock.tick()

    def wait(self, minutes: int, pace: int = 45) -> None:
        """Time goes by and the clock looks now and then."""
        for _ in range(0, minutes, pace):
            self.fake.now += pace * MINUTE
            self.look()

    def sleep(self, minutes: int) -> None:
        """Time goes by while nobody runs; then the process starts and looks."""
        self.fake.now += minutes * MINUTE
        self.look()

    def file(self) -> None:
        """A link is shared and briefed."""
        url = f"https://courier.example/{len(self.filed)}"
        self.filed[url] = self.fake.now
        filing = Filing(f"b{len(self.filed)}", "T1", "C1", "U1", "1.0", "channel", self.fake.now)
        self.fake.store.file(filing, brief_of_its_own(url, len(self.filed)), [url])

    def die_soon(self, acts: int, *, after: bool) -> None:
        """The process dies before or in one of its next acts."""
        at = self.fake.engine.acts + acts
        if after:
            self.fake.engine.die_after = at
        else:
            self.fake.engine.die_before = at

    def set(self, at: time, zone: str, days: frozenset[int], *, on: bool = True) -> None:
        setting = self.fake.store.digest_setting("T1", "C1")
        self.fake.store.set_digest(replace(setting, at=at, zone=zone, days=days, on=on, since=self.fake.now))

    @property
    def setting(self) -> DigestSetting:
        return self.fake.store.digest_setting("T1", "C1")

    def parents(self) -> Counter[date]:
        """How many digests of each day were posted."""
        keys = (
            post.key for post in self.fake.chat.posts if post.key.startswith("digest") and not post.thread
        )
        return Counter(date.fromisoformat(key.split("/")[0].rpartition(":")[2]) for key in keys)

    def tellings(self) -> Counter[str]:
        """How many digests told each link."""
        posts = [str(post.message.blocks) for post in self.fake.chat.posts]
        return Counter(
            {url: sum(f"{url}|" in post or f"{url}#" in post for post in posts) for url in self.filed}
        )


def brief_of_its_own(url: str, number: int) -> Brief:
    """A brief that shares no word with another, so that no other is looked at for whether they are one story."""
    word = f"{number:04}".translate(str.maketrans("0123456789", "abcdefghij"))
    brief = brief_of(url, f"North{word} south{word}.")
    return replace(brief, articles=(replace(brief.article, title=f"East{word}"),))


minutes = st.integers(1, 40 * 60)
times = st.times().map(lambda at: at.replace(second=0, microsecond=0))
happenings = st.lists(
    st.one_of(
        st.tuples(st.just("wait"), minutes),
        st.tuples(st.just("sleep"), minutes),
        st.tuples(st.just("file")),
        st.tuples(st.just("die"), st.integers(0, 4), st.booleans()),
        st.tuples(st.just("jump"), st.integers(-30 * 60, 30 * 60)),
        st.tuples(st.just("set"), times, st.sampled_from(ZONES), st.sampled_from(DAY_SETS), st.booleans()),
    ),
    min_size=3,
    max_size=12,
)


def happen(room: Newsroom, what: tuple) -> None:
    match what:
        case ["wait", count]:
            room.wait(count)
        case ["sleep", count]:
            room.sleep(count)
        case ["file"]:
            room.file()
        case ["die", acts, after]:
            room.die_soon(acts, after=after)
        case ["jump", count]:
            room.fake.now += count * MINUTE
        case ["set", at, zone, days, on]:
            room.set(at, zone, days, on=on)


def assert_one_digest_whatever_happens(start: datetime, happened: list[tuple]) -> None:
    """Never two digests of a day, never a link in two; and in calm weather nothing remains untold."""
    with TemporaryDirectory() as folder:
        room = Newsroom(Path(folder), start.replace(tzinfo=UTC))
        for what in happened:
            happen(room, what)
        room.set(time(8), "Europe/Berlin", EVERY_DAY)
        room.fake.now = max([room.fake.now, *room.filed.values()])
        latest = max(room.parents(), default=date.min)
        room.wait(3 * 24 * 60)
        assert set(room.parents().values()) <= {1}
        assert set(room.tellings().values()) <= {0, 1}
        if latest < start.date():  # a clock that ran ahead may have used up the days to come
            kept = [url for url, at in room.filed.items() if at > room.fake.now - timedelta(days=6)]
            assert all(room.tellings()[url] == 1 for url in kept)


@settings(max_examples=examples(0.12), deadline=None)
@given(st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 1)), happenings)
def test_a_day_has_one_digest_whatever_happens(start, happened):
    """Restarts, a clock that jumps both ways, other times, zones and days."""
    assert_one_digest_whatever_happens(start, happened)


@pytest.mark.slow
@settings(max_examples=80, deadline=None)
@given(st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 1)), happenings)
def test_a_day_has_one_digest_whatever_happens_and_it_happens_often(start, happened):
    """The same, many times."""
    assert_one_digest_whatever_happens(start, happened)


def assert_each_day_of_a_week_has_its_digest(turn, chance: random.Random, folder: Path) -> None:
    """Eight days around a turn of the clock with links every day: each chosen day in reach has exactly one digest."""
    low = min(turn.local_before(), turn.local_after())
    at = (low + chance.choice([-1, 0, 15, 30, 59, 8 * 60]) * MINUTE).time()
    room = Newsroom(folder, turn.moment - 4 * DAY)
    room.set(at, turn.zone, chance.choice(DAY_SETS))
    began, awake = room.fake.now, []
    while room.fake.now < began + 8 * DAY:
        if chance.random() < 0.2:
            room.die_soon(chance.randint(0, 3), after=chance.random() < 0.5)
        room.file()
        room.fake.now += chance.choice([20, 45, 90, 60, 240, 700]) * MINUTE
        room.look()
        awake.append(room.fake.now)
    first = began.astimezone(ZoneInfo(turn.zone)).date()
    days = (first + n * DAY for n in range(-1, 10))
    wanted = {
        day: 1
        for day in days
        if day.weekday() in room.setting.days and is_seen(moment_of(room.setting, day), began, awake)
    }
    assert room.parents() == wanted
    assert set(room.tellings().values()) <= {0, 1}


def is_seen(moment: datetime, began: datetime, awake: list[datetime]) -> bool:
    """Whether the clock looked within the grace after the moment."""
    return moment >= began and any(moment <= look < moment + GRACE for look in awake)


@pytest.mark.parametrize("seed", [0, pytest.param(1, marks=pytest.mark.slow)])
def test_every_day_around_a_turn_has_its_digest(seed, tmp_path):
    """Two of the zones, one of them in the fast suite; a sixth of all below."""
    chance = random.Random(seed)  # noqa: S311  no secret
    assert_each_day_of_a_week_has_its_digest(chance.choice(turns()), chance, tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("turn", turns()[::6], ids=str)
def test_every_day_around_a_sixth_of_the_turns_has_its_digest(turn, tmp_path):
    """With a process that comes, goes and dies. When a digest is due around the other turns: test_due_zones.py."""
    assert_each_day_of_a_week_has_its_digest(turn, random.Random(str(turn)), tmp_path)  # noqa: S311  no secret


def test_a_setting_made_while_the_clock_was_wrong_does_not_silence_the_channel(tmp_path):
    """Set in 2031 by a clock that is put right afterwards: the digest comes tomorrow, not in years."""
    room = Newsroom(tmp_path, datetime(2031, 5, 5, 9, 0, tzinfo=UTC))
    room.set(time(8), "UTC", EVERY_DAY)
    room.fake.now = datetime(2026, 5, 5, 9, 0, tzinfo=UTC)
    room.file()
    room.wait(24 * 60)
    assert room.parents() == {date(2026, 5, 6): 1}


class Minute:
    """A clock whose look fails."""

    def __init__(self, error):
        self.error = error

    def tick(self):
        raise self.error


def test_a_full_disk_is_no_traceback_a_minute():
    """The archive says so by itself, once; what nobody foresaw is the scheduler's to log."""
    look_of(Minute(DiskFull()))()
    with pytest.raises(ZeroDivisionError):
        look_of(Minute(ZeroDivisionError()))()
