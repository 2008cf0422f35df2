"""Every flow under its name, over the acts that it is made of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from bot.engine.durable import Flow
from bot.store.corrections import CorrectionStore
from bot.store.feedback import FeedbackStore
from handlers.domain.channels import Channels
from handlers.domain.edits import Edits
from handlers.domain.lookups import Lookups
from handlers.domain.viewers import Directory
from handlers.flows.archive.following import (
    NOTICE_FLOW,
    UNFOLLOW_FLOW,
    Following,
    post_notice,
    unfollow_by_press,
    watch_brief,
)
from handlers.flows.archive.home import (
    HOME_FLOW,
    HOME_MORE_FLOW,
    HOME_SEARCH_FLOW,
    HomeDesk,
    Seen,
    more_of_home,
    search_from_home,
    show_home,
)
from handlers.flows.archive.looking import LOOK_FLOW, Looking, look_up
from handlers.flows.archive.talking import (
    FOLLOW_FLOW,
    GREET_FLOW,
    HELP_FLOW,
    TALK_FLOW,
    Talking,
    follow_by_message,
    greet,
    show_help,
    talk,
)
from handlers.flows.brief.feedback import (
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
from handlers.flows.brief.fixing import (
    CHOOSE_FLOW,
    FIX_FLOW,
    UNFIX_FLOW,
    Fixing,
    choose_source,
    fix_source,
    unfix_source,
)
from handlers.flows.brief.modals import MODAL_FLOW, SHOW_FLOW, Modals, show_on_top, show_part
from handlers.flows.brief.removing import REMOVE_FLOW, Removing, remove_brief
from handlers.flows.channel.channel_settings import (
    OPEN_FLOW,
    SAVE_FLOW,
    ChannelDesk,
    open_settings,
    save_settings,
)
from handlers.flows.channel.leaving import LEAVE_FLOW, Leaving, leave_workspace
from handlers.flows.channel.welcome import WELCOME_FLOW, WelcomeDesk, welcome
from handlers.flows.desk import Desk
from handlers.flows.digest.digest_settings import DIGEST_TIME_FLOW, DigestTimes, set_digest_time
from handlers.flows.digest.digests import (
    BY_HAND_FLOW,
    DAILY_FLOW,
    Daily,
    DigestDesk,
    post_daily_digest,
    post_digest_by_hand,
)
from handlers.flows.digest.personal_digests import (
    PERSONAL_FLOW,
    PERSONAL_SETTING_FLOW,
    PersonalDesk,
    post_personal_digest,
    set_personal_digest,
)
from handlers.flows.digest.previewing import PREVIEW_FLOW, preview_digest
from handlers.flows.digest.steering import (
    FORM_FLOW,
    STEER_FLOW,
    UNDO_FLOW,
    Steering,
    show_story_form,
    steer_story,
    undo_decision,
)
from handlers.flows.digest.story_statements import STORY_FLOW, show_story_statements
from handlers.flows.digest.weekly import WeeklyDesk
from handlers.flows.links.apps import GATHER_FLOW, STOP_FLOW, Stopping, gather_links, stop_app
from handlers.flows.links.briefing import (
    BRIEF_FLOW,
    LINK_FORM_FLOW,
    BriefingDesk,
    brief_in_modal,
    open_link_form,
)
from handlers.flows.links.by_hand import ASK_FLOW, brief_links_by_hand
from handlers.flows.links.news import NEWS_FLOW
from handlers.flows.links.pasting import PASTE_FLOW, brief_pasted_text
from handlers.flows.links.readings import READ_FLOW, WATCH_FLOW, Readings, read_link
from handlers.flows.links.rechecks import RECHECK_FLOW, RecheckDesk, news_of_page, recheck_page
from handlers.flows.links.rereading import REREAD_FLOW, Rereading, reread_page
from handlers.flows.links.share import SHARE_FLOW, Sharing, brief_shared_links
from handlers.flows.links.unfurling import UNFURL_FLOW, UnfurlDesk, unfurl_links
from handlers.flows.links.wishes import WISH_FLOW, Wishes, fulfil_wish
from handlers.ports import Json, Steps

A = TypeVar("A")


PATIENT = frozenset(
    {
        SHARE_FLOW,
        GATHER_FLOW,
        ASK_FLOW,
        DAILY_FLOW,
        BY_HAND_FLOW,
        RECHECK_FLOW,
        PERSONAL_FLOW,
        NOTICE_FLOW,
        PASTE_FLOW,
    }
)
"""Flows that may wait while many others of their channel are under way; a modal may not."""


@dataclass(frozen=True, slots=True)
class Acts:
    """What the flows are made of."""

    desk: Desk
    digests: DigestDesk
    weekly: WeeklyDesk
    directory: Directory
    rechecks: RecheckDesk
    channels: Channels
    edits: Edits
    feedback: FeedbackStore
    steering: Steering
    lookups: Lookups
    corrections: CorrectionStore
    personal: PersonalDesk
    seen: Seen
    leaving: Leaving
    following: Following


def flows_over(acts: Acts) -> Mapping[str, Flow]:
    """Every flow under the name it is kept by; a name in use never changes its meaning."""
    looking = Looking(acts.desk, acts.lookups, acts.directory)
    talking = Talking(acts.following)
    rooms = ChannelDesk(acts.desk, acts.channels, acts.directory)
    home = HomeDesk(rooms, acts.seen, acts.lookups, acts.following.follows)
    return {
        SHARE_FLOW: over(brief_shared_links, Sharing(acts.desk, acts.edits)),
        WISH_FLOW: over(fulfil_wish, Wishes(acts.channels, acts.desk)),
        GATHER_FLOW: over(gather_links, acts.desk),
        STOP_FLOW: over(stop_app, Stopping(acts.desk, acts.channels)),
        WELCOME_FLOW: over(welcome, WelcomeDesk(rooms)),
        HOME_FLOW: over(show_home, home),
        HOME_SEARCH_FLOW: over(search_from_home, home),
        HOME_MORE_FLOW: over(more_of_home, home),
        OPEN_FLOW: over(open_settings, rooms),
        SAVE_FLOW: over(save_settings, rooms),
        PASTE_FLOW: over(brief_pasted_text, acts.desk),
        READ_FLOW: over(read_link, Readings(acts.desk.reading)),
        ASK_FLOW: over(brief_links_by_hand, acts.desk),
        DAILY_FLOW: over(post_daily_digest, Daily(acts.digests, acts.weekly)),
        BY_HAND_FLOW: over(post_digest_by_hand, acts.digests),
        PREVIEW_FLOW: over(preview_digest, acts.digests),
        **dialog_flows(acts),
        LOOK_FLOW: over(look_up, looking),
        HELP_FLOW: over(show_help, talking),
        TALK_FLOW: over(talk, talking),
        FOLLOW_FLOW: over(follow_by_message, talking),
        GREET_FLOW: over(greet, talking),
        DIGEST_TIME_FLOW: over(set_digest_time, DigestTimes(acts.desk, acts.directory)),
        RECHECK_FLOW: over(recheck_page, acts.rechecks),
        NEWS_FLOW: over(news_of_page, acts.rechecks),
        PERSONAL_FLOW: over(post_personal_digest, acts.personal),
        PERSONAL_SETTING_FLOW: over(set_personal_digest, acts.personal),
        WATCH_FLOW: over(watch_brief, acts.following),
        NOTICE_FLOW: over(post_notice, acts.following),
        UNFOLLOW_FLOW: over(unfollow_by_press, acts.following),
        FORM_FLOW: over(show_story_form, acts.steering),
        STORY_FLOW: over(show_story_statements, acts.steering),
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


def over(flow: Callable[[A, Steps, Json], Json], acts: A) -> Flow:
    """`flow` with the acts it is made of."""
    return partial(flow, acts)
