"""The desk without Slack's intake: engine, acts and clocks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.compose.flows import PATIENT, Acts, flows_over
from bot.database import DatabaseFile
from bot.engine.durable import DbosEngine, Observer, Role, unwatched
from bot.fetch.from_settings import make_fetcher
from bot.readers.pool import PoolReading
from bot.schedule import DigestClock, NoticeClock, PersonalClock, RecheckClock
from bot.settings import Settings
from bot.store.archive import Store
from bot.store.channels import ChannelStore
from bot.store.corrections import Corrections
from bot.store.decisions import Decisions
from bot.store.edits import LinkEdits
from bot.store.feedback import Feedback
from bot.store.follows import FollowStore
from bot.store.home import SeenBriefs
from bot.store.lookups import StoredLookups
from bot.store.personal import PersonalStore
from bot.store.removal import Removal
from bot.store.versions import Versions
from handlers.domain.channels import Channels
from handlers.domain.edits import Edits
from handlers.domain.errors import NoArchive
from handlers.domain.viewers import Directory
from handlers.flows.archive.following import (
    Following,
)
from handlers.flows.channel.leaving import Leaving
from handlers.flows.desk import Desk
from handlers.flows.digest.digests import DigestDesk
from handlers.flows.digest.personal_digests import (
    PersonalDesk,
)
from handlers.flows.digest.steering import (
    Steering,
)
from handlers.flows.links.readings import READ_FLOW
from handlers.flows.links.rechecks import RecheckDesk
from handlers.ports import Chats, Read, Reading, Version
from summarizer.model import Article, Brief


@dataclass(frozen=True, slots=True)
class Clocks:
    """What looks every minute for what is due."""

    digests: DigestClock
    personal: PersonalClock
    rechecks: RecheckClock
    notices: NoticeClock


@dataclass(frozen=True, slots=True)
class Works:
    """The desk without Slack's intake: engine, acts and clock, wired."""

    engine: DbosEngine
    desk: Desk
    digests: DigestDesk
    clocks: Clocks
    channels: Channels
    edits: Edits
    following: Following


def open_database(settings: Settings) -> DatabaseFile:
    """nutgraf.db, made where there is none: for what files in it. What only looks calls `find_database`."""
    database = DatabaseFile(settings.database)
    database.migrate()
    return database


def find_database(settings: Settings, *, as_it_is: bool = False) -> DatabaseFile:
    """nutgraf.db, brought up to date unless it is wanted `as_it_is`. Raises NoArchive; nothing is made."""
    database = DatabaseFile(settings.database)
    if not database.is_there():
        raise NoArchive(str(settings.nutgraf_data_dir.absolute()))
    if not as_it_is and not database.is_up_to_date():
        database.bring_up_to_date()
    return database


def make_store(settings: Settings, database: DatabaseFile) -> Store:
    """The archive over an up-to-date nutgraf.db."""
    return Store(
        database,
        default_at=settings.nutgraf_digest_time,
        default_zone=settings.nutgraf_timezone,
    )


def make_reading(settings: Settings) -> PoolReading:
    """Fetching and the reading processes."""
    return PoolReading(make_fetcher(settings), settings.nutgraf_model, settings.nutgraf_readers)


def make_works(  # noqa: PLR0913  # the world, part by part
    settings: Settings,
    database: DatabaseFile,
    chats: Chats,
    reading: Reading,
    now: Callable[[], datetime],
    *,
    directory: Directory,
    watch: Observer = unwatched,
) -> Works:
    """The desk's acts, the flows over them, and the clocks."""
    archive, versions, decisions = make_store(settings, database), Versions(database), Decisions(database)
    channels, edits = ChannelStore(database), LinkEdits(database)
    desk = Desk(archive, chats, reading, now)
    digests = DigestDesk(desk, decisions)
    rechecks, steering = RecheckDesk(desk, versions), Steering(digests, decisions, directory)
    personal, follows = PersonalStore(database), FollowStore(database)
    following = Following(desk, follows, directory)
    acts = Acts(
        desk=desk,
        digests=digests,
        directory=directory,
        rechecks=rechecks,
        channels=channels,
        edits=edits,
        feedback=Feedback(database),
        steering=steering,
        lookups=StoredLookups(database),
        corrections=Corrections(database),
        personal=PersonalDesk(digests, personal, directory),
        seen=SeenBriefs(database),
        leaving=Leaving(chats, Removal(database) if settings.nutgraf_on_uninstall == "purge" else None),
        following=following,
    )
    engine = DbosEngine(settings.engine_url, flows_over(acts), role_of_desk(settings), watch)
    grace = timedelta(hours=settings.nutgraf_digest_grace)
    clocks = Clocks(
        DigestClock(archive, engine, now, grace),
        PersonalClock(personal, engine, now, grace),
        RecheckClock(versions, engine, now, settings.recheck_hours),
        NoticeClock(follows, engine, now),
    )
    return Works(engine, desk, digests, clocks, channels, edits, following)


def role_of_desk(settings: Settings) -> Role:
    """The desk in the engine: on PostgreSQL it leaves reading to `python -m bot work`."""
    return Role(patient=PATIENT, elsewhere=frozenset({READ_FLOW} if settings.has_workers else ()))


class NoReading:
    """For acts that read nothing."""

    def read(self, url: str) -> Read:
        raise LookupError(url)

    def read_text(self, text: str) -> Read:
        raise LookupError(text)

    def phase(self, url: str) -> str:  # noqa: ARG002
        return ""

    def read_together(self, articles: Sequence[Article]) -> Brief:
        raise LookupError(articles[0].url)

    def read_again(self, url: str, version: Version) -> Read | None:  # noqa: ARG002
        raise LookupError(url)
