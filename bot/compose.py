"""The composition root: the only place that knows which part fulfils which port."""

from __future__ import annotations

import os
import secrets
import socket
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar

from apscheduler.schedulers.background import BackgroundScheduler
from pydantic import SecretStr

from bot.chat import OneWorkspace, web_client
from bot.database import DatabaseFile
from bot.directory import SlackDirectory
from bot.engine import READERS, DbosEngine, Flow, Observer, Role, unwatched
from bot.engine_history import EngineHistory
from bot.fetching import make_fetcher
from bot.front import Front
from bot.http_front import HttpKeys, make_app, make_flow, make_site
from bot.keeping import Keeping
from bot.metrics import Metrics
from bot.reading import PoolReading
from bot.roll import Roll, Watch
from bot.schedule import DigestClock, NoticeClock, PersonalClock, RecheckClock, start_clocks
from bot.settings import Settings
from bot.slack_check import wanted_scopes
from bot.socket_mode import SocketFront
from bot.store import Store
from bot.store_channels import ChannelStore
from bot.store_corrections import Corrections
from bot.store_decisions import Decisions
from bot.store_feedback import Feedback
from bot.store_follows import FollowStore
from bot.store_home import SeenBriefs
from bot.store_lookups import StoredLookups
from bot.store_personal import PersonalStore
from bot.store_removal import Removal
from bot.store_versions import Versions
from bot.web_server import WebServer
from bot.workspaces import Workspaces
from handlers.briefing import BRIEF_FLOW, LINK_FORM_FLOW, BriefingDesk, brief_in_modal, open_link_form
from handlers.by_hand import ASK_FLOW, brief_links_by_hand
from handlers.channel_settings import OPEN_FLOW, SAVE_FLOW, ChannelDesk, open_settings, save_settings
from handlers.channels import Channels
from handlers.desk import Desk
from handlers.digest_settings import DIGEST_TIME_FLOW, DigestTimes, set_digest_time
from handlers.digests import BY_HAND_FLOW, DAILY_FLOW, DigestDesk, post_daily_digest, post_digest_by_hand
from handlers.feedback import (
    ASK_WHY_FLOW,
    FEEDBACK_FLOW,
    REASON_FLOW,
    TAKE_BACK_FLOW,
    FeedbackDesk,
    ask_why,
    take_feedback,
    take_feedback_back,
    take_reason,
)
from handlers.fixing import CHOOSE_FLOW, FIX_FLOW, UNFIX_FLOW, Fixing, choose_source, fix_source, unfix_source
from handlers.following import (
    NOTICE_FLOW,
    UNFOLLOW_FLOW,
    Following,
    post_notice,
    unfollow_by_press,
    watch_brief,
)
from handlers.home import HOME_FLOW, HOME_SEARCH_FLOW, HomeDesk, Seen, search_from_home, show_home
from handlers.leaving import LEAVE_FLOW, Leaving, leave_workspace
from handlers.listeners import Listeners
from handlers.listeners.asking import Asking
from handlers.listeners.channels import ChannelRooms
from handlers.listeners.commands import Commands
from handlers.listeners.forms import Forms
from handlers.listeners.home import HomeTab
from handlers.listeners.lifecycle import Lifecycle
from handlers.listeners.messages import Messages
from handlers.listeners.presses import Presses
from handlers.listeners.shortcuts import Shortcuts
from handlers.listeners.steering import StoryMenus
from handlers.listeners.unfurls import Unfurls
from handlers.looking import HELP_FLOW, LOOK_FLOW, Looking, look_up, show_help
from handlers.lookups import Lookups
from handlers.modals import MODAL_FLOW, SHOW_FLOW, Modals, show_on_top, show_part
from handlers.news import NEWS_FLOW
from handlers.pasting import PASTE_FLOW, brief_pasted_text
from handlers.personal_digests import (
    PERSONAL_FLOW,
    PERSONAL_SETTING_FLOW,
    PersonalDesk,
    post_personal_digest,
    set_personal_digest,
)
from handlers.ports import Chats, Json, Read, Reading, Steps, Version
from handlers.readings import READ_FLOW, WATCH_FLOW, Readings, read_link
from handlers.rechecks import RECHECK_FLOW, RecheckDesk, news_of_page, recheck_page
from handlers.removing import REMOVE_FLOW, Removing, remove_brief
from handlers.rereading import REREAD_FLOW, Rereading, reread_page
from handlers.share import SHARE_FLOW, brief_shared_links
from handlers.steering import (
    FORM_FLOW,
    STEER_FLOW,
    UNDO_FLOW,
    Steering,
    show_story_form,
    steer_story,
    undo_decision,
)
from handlers.unfurling import UNFURL_FLOW, UnfurlDesk, unfurl_links
from handlers.viewers import Directory
from handlers.welcome import WELCOME_FLOW, WelcomeDesk, welcome
from handlers.wishes import WISH_FLOW, Wishes, fulfil_wish
from summarizer.model import Article, Brief

A = TypeVar("A")

PATIENT = frozenset(
    {SHARE_FLOW, ASK_FLOW, DAILY_FLOW, BY_HAND_FLOW, RECHECK_FLOW, PERSONAL_FLOW, NOTICE_FLOW, PASTE_FLOW}
)
"""Flows that may wait while many others of their channel are under way; a modal may not."""


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
    following: Following


@dataclass(frozen=True, slots=True)
class Acts:
    """What the flows are made of."""

    desk: Desk
    digests: DigestDesk
    directory: Directory
    rechecks: RecheckDesk
    channels: Channels
    feedback: Feedback
    steering: Steering
    lookups: Lookups
    corrections: Corrections
    personal: PersonalDesk
    seen: Seen
    leaving: Leaving
    following: Following


def open_database(settings: Settings) -> DatabaseFile:
    """nutgraf.db, up to date."""
    database = DatabaseFile(settings.database)
    database.migrate()
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
    channels = ChannelStore(database)
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
    return Works(engine, desk, digests, clocks, channels, following)


def role_of_desk(settings: Settings) -> Role:
    """The desk in the engine: on PostgreSQL it leaves reading to `python -m bot work`."""
    return Role(patient=PATIENT, elsewhere=frozenset({READ_FLOW} if settings.has_workers else ()))


def make_listeners(works: Works, *, unfurls: bool) -> Listeners:
    """The app's reactions over the desk."""
    asking = Asking(works.engine, works.channels)
    return Listeners(
        messages=Messages(works.engine, works.channels, asking),
        asking=asking,
        commands=Commands(works.engine, works.desk, works.digests, works.following),
        lifecycle=Lifecycle(works.engine),
        presses=Presses(works.engine),
        forms=Forms(works.engine),
        shortcuts=Shortcuts(works.engine),
        stories=StoryMenus(works.engine),
        channels=ChannelRooms(works.engine),
        home=HomeTab(works.engine),
        unfurls=Unfurls(works.engine) if unfurls else None,
    )


def flows_over(acts: Acts) -> Mapping[str, Flow]:
    """Every flow under the name it is kept by; a name in use never changes its meaning."""
    looking = Looking(acts.desk, acts.lookups, acts.directory)
    rooms = ChannelDesk(acts.desk, acts.channels, acts.directory)
    home = HomeDesk(rooms, acts.seen, acts.lookups, acts.following.follows)
    return {
        SHARE_FLOW: over(brief_shared_links, acts.desk),
        WISH_FLOW: over(fulfil_wish, Wishes(acts.channels, acts.desk.chats)),
        WELCOME_FLOW: over(welcome, WelcomeDesk(rooms)),
        HOME_FLOW: over(show_home, home),
        HOME_SEARCH_FLOW: over(search_from_home, home),
        OPEN_FLOW: over(open_settings, rooms),
        SAVE_FLOW: over(save_settings, rooms),
        PASTE_FLOW: over(brief_pasted_text, acts.desk),
        READ_FLOW: over(read_link, Readings(acts.desk.reading)),
        ASK_FLOW: over(brief_links_by_hand, acts.desk),
        DAILY_FLOW: over(post_daily_digest, acts.digests),
        BY_HAND_FLOW: over(post_digest_by_hand, acts.digests),
        **dialog_flows(acts),
        LOOK_FLOW: over(look_up, looking),
        HELP_FLOW: over(show_help, looking),
        DIGEST_TIME_FLOW: over(set_digest_time, DigestTimes(acts.desk, acts.directory)),
        RECHECK_FLOW: over(recheck_page, acts.rechecks),
        NEWS_FLOW: over(news_of_page, acts.rechecks),
        PERSONAL_FLOW: over(post_personal_digest, acts.personal),
        PERSONAL_SETTING_FLOW: over(set_personal_digest, acts.personal),
        WATCH_FLOW: over(watch_brief, acts.following),
        NOTICE_FLOW: over(post_notice, acts.following),
        UNFOLLOW_FLOW: over(unfollow_by_press, acts.following),
        FORM_FLOW: over(show_story_form, acts.steering),
        STEER_FLOW: over(steer_story, acts.steering),
        UNDO_FLOW: over(undo_decision, acts.steering),
        UNFURL_FLOW: over(unfurl_links, UnfurlDesk(acts.desk, acts.channels)),
        LEAVE_FLOW: over(leave_workspace, acts.leaving),
    }


def dialog_flows(acts: Acts) -> Mapping[str, Flow]:
    """The flows behind buttons, modals and forms."""
    modals = Modals(acts.desk, acts.directory)
    feedback = FeedbackDesk(modals, acts.feedback)
    fixing = Fixing(modals, acts.corrections)
    briefing = BriefingDesk(modals, acts.channels)
    return {
        BRIEF_FLOW: over(brief_in_modal, briefing),
        LINK_FORM_FLOW: over(open_link_form, modals),
        SHOW_FLOW: over(show_on_top, modals),
        REREAD_FLOW: over(reread_page, Rereading(modals, acts.rechecks)),
        CHOOSE_FLOW: over(choose_source, fixing),
        FIX_FLOW: over(fix_source, fixing),
        UNFIX_FLOW: over(unfix_source, fixing),
        MODAL_FLOW: over(show_part, modals),
        REMOVE_FLOW: over(remove_brief, Removing(modals)),
        FEEDBACK_FLOW: over(take_feedback, feedback),
        TAKE_BACK_FLOW: over(take_feedback_back, feedback),
        ASK_WHY_FLOW: over(ask_why, feedback),
        REASON_FLOW: over(take_reason, feedback),
    }


def over(flow: Callable[[Steps, A, Json], Json], acts: A) -> Flow:
    """`flow` with the acts it is made of."""

    def bound(steps: Steps, argument: Json) -> Json:
        return flow(steps, acts, argument)

    return bound


@dataclass(frozen=True, slots=True)
class Slack:
    """Slack as the bot meets it: how it is spoken to, and the door that its requests come through."""

    chats: OneWorkspace | Workspaces
    front: Callable[[Listeners], Front]


def make_slack(settings: Settings) -> Slack:
    """One workspace by its tokens through a socket, or all that installed the app over HTTP."""
    return over_http(settings) if settings.nutgraf_http else over_socket(settings)


def over_socket(settings: Settings) -> Slack:
    """Socket Mode."""
    client = web_client(secret(settings.slack_bot_token), settings.slack_api_url)
    app_token = secret(settings.slack_app_token)
    return Slack(OneWorkspace(client), lambda listeners: SocketFront(client, app_token, listeners))


def over_http(settings: Settings) -> Slack:
    """HTTP mode."""
    keys = HttpKeys(
        signing_secret=secret(settings.slack_signing_secret),
        client_id=settings.slack_client_id or "",
        client_secret=secret(settings.slack_client_secret),
        public_url=settings.nutgraf_public_url,
    )
    workspaces = Workspaces(
        settings.installations, keys.client_id, keys.client_secret, settings.slack_api_url
    )

    def front(listeners: Listeners) -> WebServer:
        app = make_app(workspaces, keys, listeners)
        site = make_site(app, make_flow(workspaces, keys, wanted_scopes(settings)))
        return WebServer(site, *settings.http_address)

    return Slack(workspaces, front)


class Bot:
    """The running bot: engine, clock and Slack's way in, over a reading that outlives it."""

    def __init__(self, settings: Settings, reading: Reading, now: Callable[[], datetime]) -> None:
        slack = make_slack(settings)
        directory = SlackDirectory(slack.chats, now)
        database = open_database(settings)
        removal, history = Removal(database), EngineHistory(settings.engine_url)
        self.metrics = Metrics()
        self.works = make_works(
            settings, database, slack.chats, reading, now, directory=directory, watch=self.metrics.watch
        )
        self.metrics.count_waiting(self.works.engine.unfinished)
        self.keeping = Keeping(removal, history, now, settings.nutgraf_keep_days)
        self.front = slack.front(make_listeners(self.works, unfurls=settings.nutgraf_unfurls))
        self.checks = {
            "slack": self.front.is_open,
            "archive": database.is_writable,
            "engine": self.works.engine.file.is_writable,
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
                self.works.engine,
            )
        )
        self.front.open()

    def close(self) -> None:
        """Close the doors first; what is running ends or stays resumable."""
        self.front.close()
        if self.scheduler:
            self.scheduler.shutdown(wait=False)
        self.works.engine.close()


class Worker:
    """A process that reads for the desk, and takes over from workers that died."""

    def __init__(self, settings: Settings, reading: Reading) -> None:
        name = f"{socket.gethostname()}:{os.getpid()}:{secrets.token_hex(4)}"
        self.engine = DbosEngine(
            settings.engine_url,
            {READ_FLOW: over(read_link, Readings(reading))},
            Role(application=READERS, executor=name),
        )
        self.roll = Roll(settings.engine_url, name)
        self.watch = Watch(self.roll, self.engine)

    def start(self) -> None:
        """Be known to be alive, then take work."""
        self.roll.sign()
        self.engine.launch()
        self.watch.start()

    def close(self) -> None:
        """Let what is being read end, at most a few seconds; others take over the rest."""
        self.watch.close()
        self.engine.close()
        self.roll.close()


def secret(value: SecretStr | None) -> str:
    """A token's characters."""
    return value.get_secret_value() if value else ""


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
