"""Links whose domains the app's manifest names."""

from __future__ import annotations

from handlers.flows.links.intake import Payload, team_of
from handlers.flows.links.unfurling import UNFURL_FLOW, links_from_event
from handlers.ports import Engine


class Unfurls:
    """Reactions to links that Slack lets us put previews below."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    def on_link_shared(self, event: Payload, body: Payload) -> None:
        """A message with such links was sent, or is being written."""
        shared = links_from_event(event, team_of(body))
        if shared:
            self.engine.begin(UNFURL_FLOW, shared.flow_id, shared.to_json())
