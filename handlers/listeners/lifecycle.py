"""What becomes of the app itself in a workspace."""

from __future__ import annotations

from slack_bolt import BoltContext

from handlers.flows.channel.leaving import LEAVE_FLOW
from handlers.flows.links.intake import Payload
from handlers.ports import Engine


class Lifecycle:
    """Reactions to the app's being thrown out."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    def on_uninstalled(self, body: Payload, context: BoltContext) -> None:
        """The workspace threw the app out."""
        team = context.team_id or body["team_id"]
        self.engine.begin(LEAVE_FLOW, f"leave:{team}:{body['event_id']}", {"team": team})

    def on_revoked(self, event: Payload, body: Payload, context: BoltContext) -> None:
        """Tokens were taken back; those of people are none of ours."""
        if (event.get("tokens") or {}).get("bot"):
            self.on_uninstalled(body, context)
