"""The desk without Slack's intake: engine, acts and clocks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.compose.archive import make_store
from bot.compose.flows import PATIENT, Acts, flows_over
from bot.database import DatabaseFile
from bot.engine.durable import DbosEngine, Role
from bot.engine.steps import Observer, unwatched
from bot.schedule import DigestClock, NoticeClock, PersonalClock, RecheckClock
from bot.settings import Settings
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
from handlers.domain.channels import Channels
from handlers.domain.edits import Edits
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
from handlers.flows.digest.weekly import WeeklyDesk
from handlers.flows.links.readings import READ_FLOW
from handlers.flows.links.rechecks import RecheckDesk
from handlers.ports import Chats, LinkReader


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


def make_works(  # noqa: PLR0913  # the world, part by part
    settings: Settings,
    database: DatabaseFile,
    chats: Chats,
    reading: LinkReader,
    now: Callable[[], datetime],
    *,
    directory: Directory,
    watch: Observer = unwatched,
) -> Works:
    """The desk's acts, the flows over them, and the clocks."""
    archive, versions, decisions = (
        make_store(settings, database),
        VersionStore(database),
        DecisionStore(database),
    )
    channels, edits = ChannelStore(database), LinkEdits(database)
    desk = Desk(archive, chats, reading, now)
    digests = DigestDesk(desk, decisions)
    rechecks, steering = RecheckDesk(desk, versions), Steering(digests, decisions, directory)
    personal, follows = PersonalStore(database), FollowStore(database)
    following = Following(desk, follows, directory)
    acts = Acts(
        desk=desk,
        digests=digests,
        weekly=WeeklyDesk(desk, QuotedWeeks(database)),
        directory=directory,
        rechecks=rechecks,
        channels=channels,
        edits=edits,
        feedback=FeedbackStore(database),
        steering=steering,
        lookups=StoredLookups(database),
        corrections=CorrectionStore(database),
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
