"""Shortcuts: "Brief this" on a message, "Brief a link" anywhere."""

from __future__ import annotations

from dataclasses import replace

from slack_bolt import Ack

from handlers.flows.brief.actions import press_from
from handlers.flows.brief.modals import SHOW_FLOW, STATEMENTS
from handlers.flows.links.briefing import BRIEF_FLOW, LINK_FORM_FLOW, Briefing, briefing_of_message
from handlers.flows.links.intake import Payload
from handlers.listeners.forms import turn_into
from handlers.ports import Engine
from handlers.render.slack_briefing import LINKS, given_in
from handlers.render.slack_views import loading_view

BRIEF_THIS, BRIEF_A_LINK = "brief_this", "brief_a_link"


class Shortcuts:
    """Reactions to shortcuts, and to the form of one."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    def on_message(self, ack: Ack, body: Payload) -> None:
        """Brief this"""
        briefing = briefing_of_message(body)
        self.engine.begin(BRIEF_FLOW, briefing.flow_id, briefing.to_json())
        ack()

    def on_global(self, ack: Ack, body: Payload) -> None:
        """Brief a link"""
        press = press_from(body)
        self.engine.begin(LINK_FORM_FLOW, press.flow_id, press.to_json())
        ack()

    def on_form(self, ack: Ack, body: Payload) -> None:
        """What "Brief a link" was sent with"""
        given = given_in(body["view"]["state"]["values"])
        if given.problem:
            ack(response_action="errors", errors={LINKS: given.problem})
            return
        briefing = Briefing(press_from(body), given.links, given.text, post_to=given.channel)
        self.engine.begin(BRIEF_FLOW, briefing.flow_id, briefing.to_json())
        turn_into(ack, loading_view())

    def on_show(self, ack: Ack, body: Payload) -> None:
        """One brief of several"""
        press = press_from(body)
        shown = replace(press, brief_id=press.value, part=STATEMENTS, value="")
        self.engine.begin(SHOW_FLOW, shown.flow_id, shown.to_json())
        ack()
