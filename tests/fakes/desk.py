"""A whole desk in memory: fake Slack, fake reading, fake engine, real SQLite."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from pathlib import Path

from bot.compose.flows import Acts, flows_over
from bot.store.archive import Store
from bot.store.channels import ChannelStore
from bot.store.corrections import CorrectionStore
from bot.store.decisions import DecisionStore
from bot.store.edits import LinkEdits
from bot.store.feedback import FeedbackStore
from bot.store.follows import FollowStore
from bot.store.home import SeenBriefs
from bot.store.lookups import StoredLookups
from bot.store.personal import PersonalStore
from bot.store.removal import Removal
from bot.store.report import QuotedWeeks
from bot.store.versions import VersionStore
from handlers.flows.archive.following import Following
from handlers.flows.channel.leaving import Leaving
from handlers.flows.desk import Desk
from handlers.flows.digest.digests import DigestDesk
from handlers.flows.digest.personal_digests import PersonalDesk
from handlers.flows.digest.steering import Steering
from handlers.flows.digest.weekly import WeeklyDesk
from handlers.flows.links.rechecks import RecheckDesk
from handlers.ports import Read, Version
from summarizer.model import Article, Brief, Bullet, Credit, Dropped, Evidence, Span
from tests.fakes.archive import fresh_archive
from tests.fakes.chat import FakeChat
from tests.fakes.directory import FakeDirectory
from tests.fakes.engine import FakeEngine

MORNING = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def brief_of(url: str, said: str = "The dam will hold, the engineer said.") -> Brief:
    """A brief with one bullet of an article at `url`."""
    article = Article(url=url, canonical_url=url, text=said, title=f"Story at {url}", outlet="The Courier")
    evidence = (Evidence(url, Span(0, 17)),)
    bullet = Bullet(Credit("Ada Rook", "engineer"), "said", "indirect", said[:17], evidence)
    return Brief((article,), (), (bullet,), (), Dropped())


@dataclass
class FakeReading:
    """Reads what it was given: a brief, or an error to raise."""

    pages: dict[str, Brief | Exception] = field(default_factory=dict)
    reads: list[str] = field(default_factory=list)
    version: Version = field(default_factory=Version)  # of every page

    def read(self, url: str) -> Read:
        self.reads.append(url)
        found = self.pages.get(url) or brief_of(url)
        if isinstance(found, Exception):
            raise found
        return Read(found, self.version)

    def read_text(self, text: str) -> Read:
        return self.read(text)

    def phase(self, url: str) -> str:
        return "fetching"

    def read_together(self, articles: Sequence[Article]) -> Brief:
        """Every article's bullets, one after the other."""
        found = self.pages.get("together")
        if isinstance(found, Exception):
            raise found
        bullets = (bullet for one in articles for bullet in brief_of(one.url, one.text).bullets)
        return Brief(tuple(articles), (), tuple(bullets), (), Dropped())

    def read_again(self, url: str, version: Version) -> Read | None:
        """As a site that knows conditional requests."""
        return None if version == self.version != Version() else self.read(url)


class FakeDesk:
    """Everything wired; `now` may be set. It goes on from where the desk `before` stands, which stays as it is."""

    def __init__(self, folder: Path, before: FakeDesk | None = None) -> None:
        self.now = before.now if before else MORNING
        self.chat = deepcopy(before.chat) if before else FakeChat()
        self.reading = deepcopy(before.reading) if before else FakeReading()
        self.directory = deepcopy(before.directory) if before else FakeDirectory()
        self.database = fresh_archive(folder / "nutgraf.db", before.database if before else None)
        self.store = Store(self.database, default_at=time(8), default_zone="UTC")
        self.desk = Desk(self.store, self.chat, self.reading, lambda: self.now)
        self.decisions = DecisionStore(self.database)
        self.digests = DigestDesk(self.desk, self.decisions)
        self.versions = VersionStore(self.database)
        self.channels = ChannelStore(self.database)
        self.edits = LinkEdits(self.database)
        self.rechecks = RecheckDesk(self.desk, self.versions)
        self.steering = Steering(self.digests, self.decisions, self.directory)
        self.personal = PersonalStore(self.database)
        self.follows = FollowStore(self.database)
        self.following = Following(self.desk, self.follows, self.directory)
        feedback, self.lookups = FeedbackStore(self.database), StoredLookups(self.database)
        acts = Acts(
            desk=self.desk,
            digests=self.digests,
            weekly=WeeklyDesk(self.desk, QuotedWeeks(self.database)),
            directory=self.directory,
            rechecks=self.rechecks,
            channels=self.channels,
            edits=self.edits,
            feedback=feedback,
            steering=self.steering,
            lookups=self.lookups,
            corrections=CorrectionStore(self.database),
            personal=PersonalDesk(self.digests, self.personal, self.directory),
            seen=SeenBriefs(self.database),
            leaving=Leaving(self.chat, Removal(self.database)),
            following=self.following,
        )
        self.engine = FakeEngine(flows_over(acts))
        if before:
            self.engine.go_on_from(before.engine)
