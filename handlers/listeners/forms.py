"""Forms that are sent from modals. What is wrong with one is said beside its field."""

from __future__ import annotations

from dataclasses import asdict

from slack_bolt import Ack

from handlers.domain.message import View
from handlers.flows.brief.actions import press_from
from handlers.flows.brief.feedback import REASON_FLOW
from handlers.flows.brief.fixing import FIX_FLOW
from handlers.flows.brief.removing import REMOVE_FLOW
from handlers.flows.links.intake import Payload
from handlers.ports import Engine
from handlers.render.slack_feedback import NO_REASON, WORDS, reason_in
from handlers.render.slack_sources import NAME, wanted_in
from handlers.render.slack_views import loading_view, notice_view


class Forms:
    """Reactions to forms."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    def on_reason(self, ack: Ack, body: Payload) -> None:
        """Why a brief was not useful"""
        press, reason = press_from(body), reason_in(body["view"]["state"]["values"])
        if not reason:
            ack(response_action="errors", errors={WORDS: NO_REASON})
            return
        self.engine.begin(REASON_FLOW, press.flow_id, {"press": press.to_json(), "reason": reason})
        turn_into(ack, notice_view("Thank you: your reason is noted."))

    def on_source(self, ack: Ack, body: Payload) -> None:
        """The right source of a statement"""
        press, wanted = press_from(body), wanted_in(body["view"]["state"]["values"])
        if wanted.problem:
            ack(response_action="errors", errors={NAME: wanted.problem})
            return
        argument = {"press": press.to_json(), "wanted": asdict(wanted)}
        self.engine.begin(FIX_FLOW, press.flow_id, argument)
        turn_into(ack, loading_view("Correcting the source…"))

    def on_removal(self, ack: Ack, body: Payload) -> None:
        """Remove a brief"""
        press = press_from(body)
        self.engine.begin(REMOVE_FLOW, press.flow_id, press.to_json())
        turn_into(ack, loading_view("Removing…"))


def turn_into(ack: Ack, view: View) -> None:
    """Let the form become `view`."""
    ack(response_action="update", view=view.to_json())
