"""The processes: the bot, and a worker."""

from __future__ import annotations

import os
import secrets
import socket
from collections.abc import Callable, Mapping
from datetime import datetime

from apscheduler.schedulers.background import BackgroundScheduler

from bot.compose.archive import open_database
from bot.compose.desk import make_works
from bot.compose.flows import over
from bot.compose.listeners import make_listeners
from bot.compose.slack import make_slack
from bot.engine.durable import READERS, DbosEngine, Role
from bot.engine.heartbeats import Roll, Watch
from bot.engine.history import EngineHistory
from bot.engine.running import unfinished
from bot.keeping import Keeping
from bot.metrics import Metrics
from bot.readers.pool import PoolReading
from bot.schedule import start_clocks
from bot.settings import Settings
from bot.slack.directory import SlackDirectory
from bot.store.removal import Removal
from handlers.flows.links.readings import READ_FLOW, Readings, read_link
from handlers.ports import LinkReader


class Bot:
    """The running bot: engine, clock and Slack's way in, over a reading that outlives it."""

    def __init__(self, settings: Settings, reading: LinkReader, now: Callable[[], datetime]) -> None:
        slack = make_slack(settings)
        directory = SlackDirectory(slack.chats, now)
        database = open_database(settings)
        removal, history = Removal(database), EngineHistory(settings.engine_url)
        self.metrics = Metrics()
        self.works = make_works(
            settings, database, slack.chats, reading, now, directory=directory, watch=self.metrics.watch
        )
        self.metrics.count_waiting(unfinished)
        self.keeping = Keeping(removal, history, now, settings.nutgraf_keep_days)
        self.front = slack.front(make_listeners(self.works, unfurls=settings.nutgraf_unfurls))
        self.checks = {
            "slack": self.front.is_open,
            "archive": database.is_writable,
            **engine_checks(settings, self.works.engine),
        }
        self.scheduler: BackgroundScheduler | None = None

    def start(self) -> None:
        """Take up what was left unfinished, then open the doors."""
        self.works.engine.launch()
        clocks = self.works.clocks
        self.scheduler = start_clocks(
            (
                clocks.digests,
                clocks.personal,
                clocks.rechecks,
                clocks.notices,
                self.keeping,
                self.works.engine.recovery,
            )
        )
        self.front.open()

    def close(self) -> None:
        """Close the doors first; what is running ends or stays resumable."""
        self.front.close()
        if self.scheduler:
            self.scheduler.shutdown(wait=False)
        self.works.engine.close()


def engine_checks(settings: Settings, engine: DbosEngine) -> Mapping[str, Callable[[], bool]]:
    """Whether work can be recorded, and where reading is left to workers, whether there are any."""
    if not settings.has_workers:
        return {"engine": engine.file.is_writable}
    roll = Roll(settings.engine_url, engine.role.executor)
    return {"engine": roll.is_reachable, "workers": roll.has_readers}


class Worker:
    """A process that reads for the desk, and takes over from workers that died."""

    def __init__(self, settings: Settings, reading: PoolReading) -> None:
        name = f"{socket.gethostname()}:{os.getpid()}:{secrets.token_hex(4)}"
        self.metrics = Metrics()
        self.engine = DbosEngine(
            settings.engine_url,
            {READ_FLOW: over(read_link, Readings(reading))},
            Role(application=READERS, executor=name),
            watch=self.metrics.watch,
        )
        self.roll = Roll(settings.engine_url, name)
        self.checks = {"engine": self.roll.is_reachable, "model": reading.is_ready}
        self.watch = Watch(self.roll, self.engine.recovery, reading.is_ready)

    def start(self) -> None:
        """Be known to be alive, then take work; that it can read is said once a process has its model."""
        self.roll.sign(reads=False)
        self.engine.launch()
        self.watch.start()

    def close(self) -> None:
        """Let what is being read end, at most a few seconds; others take over the rest."""
        self.watch.close()
        self.engine.close()
        self.roll.close()
