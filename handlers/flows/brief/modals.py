"""Flow: a part of a brief is shown in a modal, and its pages are turned.

The modal opens at once and says that it loads, since Slack lets it open for three seconds only; what it shows comes
after the archive and, where the press itself does not prove it, Slack have been asked whether the presser may see it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from handlers.domain.errors import SlackRefused
from handlers.domain.message import View
from handlers.domain.sentences import BRIEF_GONE, REMOVAL_REFUSED, modal_sentence
from handlers.domain.viewers import Directory, may_see, viewer
from handlers.flows.brief.actions import Press
from handlers.flows.desk import Desk
from handlers.flows.retry import retry
from handlers.ports import FiledBrief, Filing, Json, Place, Steps
from handlers.render.slack_buttons import removal_row
from handlers.render.slack_copy import markdown_view
from handlers.render.slack_evidence import evidence_view
from handlers.render.slack_notices import notice_message
from handlers.render.slack_sources import sources_view
from handlers.render.slack_views import loading_view, notice_view, removal_view, statements_view

MODAL_FLOW, SHOW_FLOW = "modal", "show_brief"
STATEMENTS, EVIDENCE, SOURCES, MARKDOWN, REMOVAL = "statements", "evidence", "sources", "markdown", "removal"

PAGED: Mapping[str, Callable[[FiledBrief, int, str], View]] = {
    STATEMENTS: lambda filed, page, about: statements_view(filed.brief, page, about, filed.correctors),
    EVIDENCE: lambda filed, page, about: evidence_view(filed.brief, page, about),
    SOURCES: lambda filed, page, about: sources_view(filed.brief, filed.corrections, page, about),
    MARKDOWN: lambda filed, page, about: markdown_view(filed.brief, page, about),
}


class Modals:
    """What is done around modals, one act a method."""

    def __init__(self, desk: Desk, directory: Directory) -> None:
        self.desk = desk
        self.archive = desk.archive
        self.chats = desk.chats
        self.directory = directory

    def open(self, team: str, trigger: str, view: View) -> Json:
        """A modal over what was pressed."""
        return {"view": self.chats.of(team).open_view(trigger, view)}

    def push(self, team: str, trigger: str) -> Json:
        """A modal on top of the one in which was pressed."""
        return {"view": self.chats.of(team).push_view(trigger, loading_view())}

    def fill(self, argument: Json, view_id: str) -> Json:
        """Show what was asked for, or why it is not shown."""
        press = Press.from_json(argument)
        filed = self.seen(press)
        view = self.view_of(filed, press) if filed else notice_view(BRIEF_GONE)
        self.chats.of(press.team).update_view(view_id, view)
        return {}

    def view_of(self, filed: FiledBrief, press: Press) -> View:
        """The part that was pressed, at its page."""
        if press.part in PAGED:
            view = PAGED[press.part](filed, press.page, press.about)
            offers = press.part in (STATEMENTS, EVIDENCE) and self.offers_removal(filed.filing, press.user)
            return replace(view, blocks=(*view.blocks, removal_row())) if offers else view
        if self.may_remove(filed.filing, press.user):
            return removal_view(press.about)
        return notice_view(REMOVAL_REFUSED)

    def may_remove(self, filing: Filing, user: str) -> bool:
        """Who shared the link, and the workspace's admins. Raises DeliveryError."""
        if filing.user == user:
            return True
        person = self.directory.person(filing.team, user)
        return person.is_admin and person.team == filing.team

    def offers_removal(self, filing: Filing, user: str) -> bool:
        """Whether to show the way to removing a brief: not where Slack does not say who asks, or the brief is nobody else's."""
        try:
            return filing.audience != "private" and self.may_remove(filing, user)
        except SlackRefused:
            return False

    def write(self, press: Press, key: str, sentence: str) -> Json:
        """One sentence in a direct message, where Slack gives no other way."""
        place = Place(press.team, self.chats.of(press.team).open_direct(press.user))
        return self.desk.outbox.post(key, place, notice_message(sentence))

    def seen(self, press: Press) -> FiledBrief | None:
        """The brief that was pressed, when it is there and its presser may see it. Raises DeliveryError."""
        filed = self.archive.load(press.brief_id)
        if filed is None or filed.filing.team != press.team:
            return None
        filing = filed.filing
        if press.channel == filing.channel and filing.audience != "private":
            return filed
        return filed if may_see(viewer(self.directory, press.team, press.user), filing) else None


def show_part(modals: Modals, steps: Steps, argument: Json) -> Json:
    """Open a modal, unless the press was in one, and fill it."""
    press = Press.from_json(argument)
    view_id = press.view_id or opened(steps, modals, press, loading_view())
    return retry(steps, "fill", modals.fill, argument, view_id) if view_id else {}


def show_on_top(modals: Modals, steps: Steps, argument: Json) -> Json:
    """Show a part of a brief on top of the list that it was chosen from; closing it leads back."""
    press = Press.from_json(argument)
    pushed = retry(steps, "push", modals.push, press.team, press.trigger)
    view_id = pushed.get("view") or press.view_id  # where Slack puts nothing on top, the list gives way
    return retry(steps, "fill", modals.fill, argument, view_id)


def opened(steps: Steps, modals: Modals, press: Press, view: View) -> str:
    """The id of a modal with `view`; "" where Slack opens none, which the presser is told."""
    outcome = retry(steps, "open", modals.open, press.team, press.trigger, view)
    if "refused" not in outcome:
        return str(outcome["view"])
    sentence = modal_sentence(outcome["refused"])
    if press.response_url:
        retry(steps, "tell", modals.desk.say_to, press.response_url, sentence)
    else:
        retry(steps, "write", modals.write, press, f"{steps.flow_id}/unopened", sentence)
    return ""
