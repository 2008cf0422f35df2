"""Buttons: beneath briefs and in modals."""

from __future__ import annotations

from slack_bolt import Ack

from handlers.intake import Payload
from handlers.modals import MODAL_FLOW, STATEMENTS
from handlers.ports import Engine
from handlers.presses import press_from


class Presses:
    """Reactions to buttons. Each is recorded and acknowledged; flows open the modals."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    def on_statements(self, ack: Ack, body: Payload) -> None:
        """All statements"""
        self.show(ack, body, STATEMENTS)

    def on_turn(self, ack: Ack, body: Payload) -> None:
        """Next and Back in a modal"""
        self.show(ack, body, press_from(body).part)

    def show(self, ack: Ack, body: Payload, part: str) -> None:
        """Begin to show a part of a brief."""
        press = press_from(body).for_part(part)
        self.engine.begin(MODAL_FLOW, press.flow_id, press.to_json())
        ack()
