"""Buttons and menus: beneath briefs and in modals."""

from __future__ import annotations

from slack_bolt import Ack

from handlers.flows.archive.following import UNFOLLOW_FLOW
from handlers.flows.brief.actions import press_from
from handlers.flows.brief.feedback import ASK_WHY_FLOW, FEEDBACK_FLOW, TAKE_BACK_FLOW
from handlers.flows.brief.fixing import CHOOSE_FLOW, UNFIX_FLOW
from handlers.flows.brief.modals import EVIDENCE, MARKDOWN, MODAL_FLOW, REMOVAL, SOURCES, STATEMENTS
from handlers.flows.digest.story_actions import about_story, story_press
from handlers.flows.digest.story_statements import STORY_FLOW
from handlers.flows.links.intake import Payload
from handlers.flows.links.rereading import REREAD_FLOW
from handlers.ports import Engine
from handlers.render.slack_buttons import COPY, REMOVE, REREAD

# Flow and part for each choice of the menu behind the buttons.
MENU = {REREAD: (REREAD_FLOW, ""), COPY: (MODAL_FLOW, MARKDOWN), REMOVE: (MODAL_FLOW, REMOVAL)}


class Presses:
    """Reactions to buttons. Each press is recorded and acknowledged; flows do the rest."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    def on_statements(self, ack: Ack, body: Payload) -> None:
        """All statements"""
        self.begin(ack, body, MODAL_FLOW, STATEMENTS)

    def on_evidence(self, ack: Ack, body: Payload) -> None:
        """Evidence"""
        self.begin(ack, body, MODAL_FLOW, EVIDENCE)

    def on_sources(self, ack: Ack, body: Payload) -> None:
        """Fix a source, and the way back to its list"""
        self.begin(ack, body, MODAL_FLOW, SOURCES)

    def on_line(self, ack: Ack, body: Payload) -> None:
        """Fix, beside one statement"""
        self.begin(ack, body, CHOOSE_FLOW, SOURCES)

    def on_undo(self, ack: Ack, body: Payload) -> None:
        """Undo a correction"""
        self.begin(ack, body, UNFIX_FLOW, SOURCES)

    def on_more(self, ack: Ack, body: Payload) -> None:
        """The menu behind the buttons"""
        chosen = body["actions"][0]["selected_option"]["value"]
        self.begin(ack, body, *MENU[chosen])

    def on_remove(self, ack: Ack, body: Payload) -> None:
        """Remove this brief, in a modal"""
        self.begin(ack, body, MODAL_FLOW, REMOVAL)

    def on_turn(self, ack: Ack, body: Payload) -> None:
        """Next and Back in a modal"""
        if about_story(body.get("view") or {}):
            self.on_story(ack, body)
            return
        self.begin(ack, body, MODAL_FLOW, press_from(body).part)

    def on_story(self, ack: Ack, body: Payload) -> None:
        """All statements of a story of a digest"""
        press = story_press(body)
        self.engine.begin(STORY_FLOW, f"story:{press.team}:{press.trigger}", press.to_json())
        ack()

    def on_not_useful(self, ack: Ack, body: Payload) -> None:
        """Not useful"""
        self.begin(ack, body, FEEDBACK_FLOW)

    def on_why(self, ack: Ack, body: Payload) -> None:
        """Say why"""
        self.begin(ack, body, ASK_WHY_FLOW)

    def on_take_back(self, ack: Ack, body: Payload) -> None:
        """Take it back"""
        self.begin(ack, body, TAKE_BACK_FLOW)

    def on_unfollow(self, ack: Ack, body: Payload) -> None:
        """Unfollow, or Undo of a follow"""
        self.begin(ack, body, UNFOLLOW_FLOW)

    def begin(self, ack: Ack, body: Payload, flow: str, part: str = "") -> None:
        """Begin what the press asks for."""
        press = press_from(body).for_part(part)
        self.engine.begin(flow, press.flow_id, press.to_json())
        ack()
