"""The clock: APScheduler says when to look, `due_digests` what is due, the engine's ids that it is once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Protocol

from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.cron import CronTrigger

from handlers.domain.due import due_digests, report_week
from handlers.domain.errors import ArchiveTrouble
from handlers.flows.archive.following import BUNDLE, NOTICE_FLOW, Follows
from handlers.flows.digest.digests import DAILY_FLOW, daily_argument
from handlers.flows.digest.personal_digests import (
    PERSONAL_FLOW,
    PersonalDigests,
    personal_argument,
    personal_flow_id,
)
from handlers.flows.links.rechecks import RECHECK_FLOW, Versions
from handlers.ports import Archive, Engine

MOST_BEGUN = 20  # looks at pages that one minute begins: 1,200 an hour, of pages that one core reads in about ten minutes


class Clock(Protocol):
    """Something that may be due."""

    def tick(self) -> None:
        """Begin what is due."""
        ...


class DigestClock:
    """Begins every channel's daily digest when it is due."""

    def __init__(
        self, archive: Archive, engine: Engine, now: Callable[[], datetime], grace: timedelta
    ) -> None:
        self.archive = archive
        self.engine = engine
        self.now = now
        self.grace = grace

    def tick(self) -> None:
        """Begin what is due and has something to tell; beginning again changes nothing."""
        for due in due_digests(self.archive.digest_settings(), self.now(), self.grace):
            team, channel = due.setting.team, due.setting.channel
            told = self.archive.last_digest(team, channel) == due.day
            always = due.setting.says_empty or report_week(due.setting, due.day)
            if not told and (always or self.archive.undigested(team, channel, due.moment)):
                self.engine.begin(DAILY_FLOW, due.flow_id, daily_argument(due))


class RecheckClock:
    """Begins to look at briefed pages again, so many `hours` after filing; none: never."""

    def __init__(
        self, versions: Versions, engine: Engine, now: Callable[[], datetime], hours: Sequence[float]
    ) -> None:
        self.versions = versions
        self.engine = engine
        self.now = now
        self.hours = hours

    def tick(self) -> None:
        """Begin what is due, not too many at once: people's links are read first."""
        for due in self.versions.due(self.now(), self.hours, MOST_BEGUN):
            self.engine.begin(RECHECK_FLOW, due.flow_id, due.to_json())


class PersonalClock:
    """Begins everyone's own digest when it is due."""

    def __init__(
        self, personal: PersonalDigests, engine: Engine, now: Callable[[], datetime], grace: timedelta
    ) -> None:
        self.personal = personal
        self.engine = engine
        self.now = now
        self.grace = grace
        self.begun: set[str] = set()  # by this process, so that a minute costs nothing for who was told today

    def tick(self) -> None:
        """Begin what is due; beginning again changes nothing."""
        due = {
            personal_flow_id(one): one
            for one in due_digests(self.personal.settings(), self.now(), self.grace)
        }
        for flow_id in due.keys() - self.begun:
            self.engine.begin(PERSONAL_FLOW, flow_id, personal_argument(due[flow_id]))
        self.begun = set(due)


class NoticeClock:
    """Begins to tell people what came up of what they follow."""

    def __init__(self, follows: Follows, engine: Engine, now: Callable[[], datetime]) -> None:
        self.follows = follows
        self.engine = engine
        self.now = now

    def tick(self) -> None:
        """Begin what has waited long enough for more of it to come."""
        for due in self.follows.due(self.now() - BUNDLE):
            self.engine.begin(NOTICE_FLOW, due.flow_id, due.to_json())


def look_of(clock: Clock) -> Callable[[], None]:
    """One look. A database that cannot be used was told of once, by itself; the next minute looks again."""

    def look() -> None:
        with suppress(ArchiveTrouble):
            clock.tick()

    return look


def start_clocks(clocks: Sequence[Clock]) -> BackgroundScheduler:
    """Let each look now (something may have come due while nobody ran), then at every full minute."""
    scheduler = BackgroundScheduler(timezone="UTC")
    for clock in clocks:
        scheduler.add_job(
            look_of(clock),
            CronTrigger(second=0, timezone="UTC"),
            # by the scheduler's own clock: one that is behind would have it count every minute since, holding its lock
            next_run_time=datetime.now(UTC),
            misfire_grace_time=None,  # the default of one second would skip a late minute in silence
            coalesce=True,
            max_instances=1,
        )
    scheduler.start()
    return scheduler
