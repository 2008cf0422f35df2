"""What people write in channels."""

from __future__ import annotations

from handlers.intake import Payload, share_from_message
from handlers.ports import Engine
from handlers.share import SHARE_FLOW


class Messages:
    """Reactions to messages."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    def on_message(self, event: Payload, body: Payload) -> None:
        """Links that people share, also those that an edit adds."""
        share = share_from_message(event, body["team_id"])
        if share:
            self.engine.begin(SHARE_FLOW, share.flow_id, share.to_json())
