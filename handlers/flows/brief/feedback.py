"""Flows: "Not useful", said once a person and brief, with a reason or without, and taken back."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from handlers.domain.sentences import BRIEF_GONE, TAKEN_BACK
from handlers.flows.brief.actions import Press
from handlers.flows.brief.modals import Modals, opened
from handlers.flows.retry import retry
from handlers.ports import Json, Steps
from handlers.render.slack_feedback import reason_view, thanks_message
from handlers.render.slack_notices import notice_message

FEEDBACK_FLOW, TAKE_BACK_FLOW = "feedback", "take_back_feedback"
ASK_WHY_FLOW, REASON_FLOW = "ask_why", "reason"


class Feedback(Protocol):
    """What people thought of briefs. Each method is one unit of work and may be done again."""

    def keep(self, brief_id: str, user: str, at: datetime) -> bool:
        """Note that `user` found the brief not useful; whether that is news."""
        ...

    def explain(self, brief_id: str, user: str, reason: str, at: datetime) -> None:
        """Note why; the newest reason stands."""
        ...

    def take_back(self, brief_id: str, user: str) -> None: ...


class FeedbackDesk:
    """The single acts."""

    def __init__(self, modals: Modals, feedback: Feedback) -> None:
        self.modals = modals
        self.feedback = feedback
        self.now = modals.desk.now

    def keep(self, argument: Json) -> Json:
        """Whether it is news; {} when the presser may not see the brief."""
        press = Press.from_json(argument)
        if self.modals.seen(press) is None:
            return {}
        return {"new": self.feedback.keep(press.brief_id, press.user, self.now())}

    def thank(self, press: Press, kept: Json) -> Json:
        """For the presser alone."""
        message = thanks_message(press.brief_id, is_new=kept["new"]) if kept else notice_message(BRIEF_GONE)
        self.modals.chats.respond(press.response_url, message)
        return {}

    def take_back(self, press: Press) -> Json:
        """It was not meant."""
        self.feedback.take_back(press.brief_id, press.user)
        return {}

    def confirm(self, press: Press) -> Json:
        """In the place of the thanks."""
        self.modals.chats.respond(press.response_url, notice_message(TAKEN_BACK), replace=True)
        return {}

    def explain(self, argument: Json, reason: str) -> Json:
        """Keep the reason of somebody who may see the brief."""
        press = Press.from_json(argument)
        if self.modals.seen(press):
            self.feedback.explain(press.brief_id, press.user, reason, self.now())
        return {}


def take_feedback(desk: FeedbackDesk, steps: Steps, argument: Json) -> Json:
    """Keep it, and thank."""
    press = Press.from_json(argument)
    kept = retry(steps, "keep", desk.keep, argument)
    if "refused" in kept:  # Slack does not say who the presser is
        kept = {}
    retry(steps, "thank", desk.thank, press, kept)
    return kept


def take_feedback_back(desk: FeedbackDesk, steps: Steps, argument: Json) -> Json:
    """Forget it, and say so."""
    press = Press.from_json(argument)
    steps.run("take back", desk.take_back, press)
    return retry(steps, "confirm", desk.confirm, press)


def ask_why(desk: FeedbackDesk, steps: Steps, argument: Json) -> Json:
    """Open the form for a reason."""
    press = Press.from_json(argument)
    return {"view": opened(steps, desk.modals, press, reason_view(press.about))}


def take_reason(desk: FeedbackDesk, steps: Steps, argument: Json) -> Json:
    """Keep the reason that was sent."""
    return retry(steps, "explain", desk.explain, argument["press"], argument["reason"])
