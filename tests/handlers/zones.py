"""Every zone's turns of the clock in 2026 and 2027, found by looking."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

FIRST, LAST = datetime(2026, 1, 1, tzinfo=UTC), datetime(2028, 1, 1, tzinfo=UTC)
STRIDE = timedelta(days=5)  # shorter than any summer time, Morocco's pause for Ramadan included
MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Turn:
    """A zone's clock is put from one offset to another at a moment (UTC)."""

    zone: str
    moment: datetime
    before: timedelta
    after: timedelta

    @property
    def skipped(self) -> timedelta:
        """How much the clock jumps ahead; negative when it is put back."""
        return self.after - self.before

    def local_before(self) -> datetime:
        """What the clock shows when it turns."""
        return (self.moment + self.before).replace(tzinfo=None)

    def local_after(self) -> datetime:
        """What it shows right after."""
        return (self.moment + self.after).replace(tzinfo=None)


@cache
def turns() -> tuple[Turn, ...]:
    """All turns of all zones; of zones that turn alike the first by name stands for all."""
    found: dict[tuple[object, ...], tuple[Turn, ...]] = {}
    for zone in sorted(available_timezones()):
        here = tuple(turns_of(zone))
        alike = tuple((turn.moment, turn.before, turn.after) for turn in here)
        found.setdefault(alike, here)
    return tuple(turn for here in found.values() for turn in here)


def turns_of(name: str) -> Iterator[Turn]:
    """The turns of one zone."""
    zone, moment = ZoneInfo(name), FIRST
    while moment < LAST:
        after = moment + STRIDE
        if offset(zone, moment) != offset(zone, after):
            turn = first_after(zone, moment, after)
            yield Turn(name, turn, offset(zone, turn - MINUTE), offset(zone, turn))
        moment = after


def first_after(zone: ZoneInfo, low: datetime, high: datetime) -> datetime:
    """The first minute between the two that has the later one's offset."""
    later = offset(zone, high)
    while high - low > MINUTE:
        middle = low + ((high - low) // 2 // MINUTE) * MINUTE
        low, high = (low, middle) if offset(zone, middle) == later else (middle, high)
    return high


def offset(zone: ZoneInfo, moment: datetime) -> timedelta:
    found = moment.astimezone(zone).utcoffset()
    assert found is not None
    return found
