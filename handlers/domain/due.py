"""When a channel's digest is due. Pure: the clock and the settings come in as arguments."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

EVERY_DAY = frozenset(range(7))
WEEKDAYS = frozenset(range(5))
DAYS_BACK = 2  # beside the grace's own: today, and one more for a day that the clock cut short


@dataclass(frozen=True, slots=True)
class DigestSetting:
    """One channel's digest: when (local time of `zone`), on which days (Monday is 0), or not at all."""

    team: str
    channel: str
    at: time
    zone: str
    days: frozenset[int] = EVERY_DAY
    on: bool = True
    since: datetime | None = None  # when it was set: earlier moments are not made up for
    says_empty: bool = False  # one line on a day without links, where otherwise nothing is posted
    weekly: bool = False  # who was quoted in a week, behind the first digest of the next one


@dataclass(frozen=True, slots=True)
class DueDigest:
    """One channel's digest of one day. `moment` (UTC) closes it: what comes later is for the next."""

    setting: DigestSetting
    day: date
    moment: datetime

    @property
    def flow_id(self) -> str:
        return f"digest:{self.setting.team}:{self.setting.channel}:{self.day.isoformat()}"


def report_week(setting: DigestSetting, day: date) -> date | None:
    """The last day of the week whose report comes with the digest of `day`; None where that brings none."""
    is_first = setting.on and setting.weekly and day.weekday() == min(setting.days, default=None)
    return day - timedelta(days=1) if is_first else None


def moment_of(setting: DigestSetting, day: date) -> datetime:
    """The one moment of `day` (UTC) at which the digest is due.

    A time that the clock skips in spring comes as much later as the clock jumps; of a time that the
    clock repeats in autumn the first counts.
    """
    return datetime.combine(day, setting.at, ZoneInfo(setting.zone)).astimezone(UTC)


def due_digest(setting: DigestSetting, now: datetime, grace: timedelta) -> DueDigest | None:
    """The newest digest whose moment has come no longer than `grace` ago."""
    if not setting.on:
        return None
    today = now.astimezone(ZoneInfo(setting.zone)).date()
    for back in range(grace.days + DAYS_BACK):
        day = today - timedelta(days=back)
        moment = moment_of(setting, day)
        if day.weekday() in setting.days and moment <= now < moment + grace and counts(setting, moment, now):
            return DueDigest(setting, day, moment)
    return None


def counts(setting: DigestSetting, moment: datetime, now: datetime) -> bool:
    """Whether the setting held at `moment`. One made in the future was made while the clock was wrong, and holds."""
    return setting.since is None or moment >= setting.since or setting.since > now


def due_digests(settings: Iterable[DigestSetting], now: datetime, grace: timedelta) -> tuple[DueDigest, ...]:
    """Every digest that is due at `now`; telling which were begun already is the engine's part."""
    found = (due_digest(setting, now, grace) for setting in settings)
    return tuple(due for due in found if due)


def next_moment(setting: DigestSetting, now: datetime) -> datetime | None:
    """When the next digest comes (UTC), None when it is off."""
    if not setting.on or not setting.days:
        return None
    today = now.astimezone(ZoneInfo(setting.zone)).date()
    days = (today + timedelta(days=n) for n in range(9))
    return next(m for m in (moment_of(setting, d) for d in days if d.weekday() in setting.days) if m > now)
