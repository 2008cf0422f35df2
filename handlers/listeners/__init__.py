"""Everything the app reacts to, in one table. Listeners only record the work; flows do it.

Bolt sends a listener's acknowledgement after it returns (process_before_response), so whatever Slack
was told we have is in the engine's database first.
"""

from __future__ import annotations

from dataclasses import dataclass

from slack_bolt import App

from handlers.listeners.asking import Asking
from handlers.listeners.channels import GONE, REOPENED, ChannelRooms
from handlers.listeners.commands import SlashCommands
from handlers.listeners.failing import on_error
from handlers.listeners.forms import Forms
from handlers.listeners.home import HomeTab
from handlers.listeners.lifecycle import Lifecycle
from handlers.listeners.messages import Messages
from handlers.listeners.presses import Presses
from handlers.listeners.shortcuts import BRIEF_A_LINK, BRIEF_THIS, Shortcuts
from handlers.listeners.steering import StoryMenus
from handlers.listeners.unfurls import Unfurls
from handlers.render.slack_briefing import LINK_FORM, SHOW
from handlers.render.slack_buttons import EVIDENCE, MORE, NOT_USEFUL, REMOVE_BUTTON, SOURCES, STATEMENTS
from handlers.render.slack_feedback import REASON_FORM, SAY_WHY, TAKE_BACK
from handlers.render.slack_following import UNFOLLOW
from handlers.render.slack_found import LOOK_MORE
from handlers.render.slack_home import HOME_MORE, HOME_SEARCH, PARTS
from handlers.render.slack_notices import TRY_AGAIN
from handlers.render.slack_pages import BACK, NEXT
from handlers.render.slack_settings import OPEN_SETTINGS, SETTINGS_FORM
from handlers.render.slack_sources import FIX_FORM, FIX_LINE, LIST, UNDO_FIX
from handlers.render.slack_steering import MENU, MERGE, SPLIT, STORY_STATEMENTS, UNDO
from handlers.render.slack_views import REMOVAL_FORM


@dataclass(frozen=True, slots=True)
class Listeners:
    """The app's reactions, a part of Slack each."""

    messages: Messages
    asking: Asking
    commands: SlashCommands
    lifecycle: Lifecycle
    presses: Presses
    forms: Forms
    shortcuts: Shortcuts
    stories: StoryMenus
    channels: ChannelRooms
    home: HomeTab
    unfurls: Unfurls | None = None  # only where the operator's manifest names domains

    def register(self, app: App) -> None:
        """The table: what the manifest subscribes to, and what happens then."""
        app.event("message")(self.messages.on_message)
        app.event("reaction_added")(self.messages.on_reaction)
        app.action(TRY_AGAIN)(self.messages.on_again)
        app.event("app_mention")(self.asking.on_mention)
        app.command("/brief")(self.commands.on_brief)
        app.command("/digest")(self.commands.on_digest)
        app.event("app_uninstalled")(self.lifecycle.on_uninstalled)
        app.event("tokens_revoked")(self.lifecycle.on_revoked)
        app.action(LOOK_MORE)(self.asking.on_more)
        app.action(STATEMENTS)(self.presses.on_statements)
        app.action(EVIDENCE)(self.presses.on_evidence)
        app.action(SOURCES)(self.presses.on_sources)
        app.action(LIST)(self.presses.on_sources)
        app.action(FIX_LINE)(self.presses.on_line)
        app.action(UNDO_FIX)(self.presses.on_undo)
        app.action(NOT_USEFUL)(self.presses.on_not_useful)
        app.action(SAY_WHY)(self.presses.on_why)
        app.action(TAKE_BACK)(self.presses.on_take_back)
        app.action(MORE)(self.presses.on_more)
        app.action(REMOVE_BUTTON)(self.presses.on_remove)
        app.action(UNFOLLOW)(self.presses.on_unfollow)
        app.action(NEXT)(self.presses.on_turn)
        app.action(BACK)(self.presses.on_turn)
        app.message_shortcut(BRIEF_THIS)(self.shortcuts.on_message)
        app.global_shortcut(BRIEF_A_LINK)(self.shortcuts.on_global)
        app.view(LINK_FORM)(self.shortcuts.on_form)
        app.action(SHOW)(self.shortcuts.on_show)
        app.view(REASON_FORM)(self.forms.on_reason)
        app.view(FIX_FORM)(self.forms.on_source)
        app.view(REMOVAL_FORM)(self.forms.on_removal)
        app.action(MENU)(self.stories.on_menu)
        app.action(STORY_STATEMENTS)(self.presses.on_story)
        app.action(UNDO)(self.stories.on_undo)
        app.view(SPLIT)(self.stories.on_form)
        app.view(MERGE)(self.stories.on_form)
        app.event("member_joined_channel")(self.channels.on_joined)
        for event in GONE:
            app.event(event)(self.channels.on_gone)
        for event in REOPENED:
            app.event(event)(self.channels.on_back)
        app.action(OPEN_SETTINGS)(self.channels.on_open)
        app.view(SETTINGS_FORM)(self.channels.on_submit)
        app.event("app_home_opened")(self.home.on_opened)
        app.action(HOME_SEARCH)(self.home.on_search)
        for part in PARTS:
            app.action(f"{HOME_MORE}:{part}")(self.home.on_more)
        if self.unfurls:
            app.event("link_shared")(self.unfurls.on_link_shared)
        app.error(on_error)
