"""The menus beside a digest's stories, their forms, and the way back."""

from __future__ import annotations

from slack_bolt import Ack

from handlers.domain.sentences import LEAVE_ONE
from handlers.flows.digest.steering import FORM_FLOW, STEER_FLOW, UNDO_FLOW
from handlers.flows.digest.story_actions import choices_in, steer_of_form, steer_of_menu, undo_of_press
from handlers.flows.links.intake import Payload
from handlers.ports import Engine
from handlers.render.slack_steering import FORM, SPLIT


class StoryMenus:
    """Reactions of people who steer stories. Each is recorded and acknowledged; flows do it."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    def on_menu(self, ack: Ack, body: Payload) -> None:
        """Not one story… and Same story as…"""
        steer = steer_of_menu(body)
        self.engine.begin(FORM_FLOW, f"form:{steer.team}:{steer.trigger}", steer.to_json())
        ack()

    def on_form(self, ack: Ack, body: Payload) -> None:
        """Split off and Make one"""
        steer = steer_of_form(body)
        if steer.act == SPLIT and len(steer.chosen) == len(choices_in(body)):
            ack(response_action="errors", errors={FORM: LEAVE_ONE})
            return
        self.engine.begin(STEER_FLOW, f"steer:{steer.team}:{steer.form}", steer.to_json())
        ack()

    def on_undo(self, ack: Ack, body: Payload) -> None:
        """Undo"""
        undo = undo_of_press(body)
        self.engine.begin(UNDO_FLOW, f"undo:{undo.decision}:{body['trigger_id']}", undo.to_json())
        ack()
