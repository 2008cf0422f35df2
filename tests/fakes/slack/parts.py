"""The parts of one fake, put together; what tests do with them is in the classes built on this one."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Collection, Mapping
from typing import Any

from tests.fakes.slack.api import WebApi
from tests.fakes.slack.changes import Changes
from tests.fakes.slack.clock import Clock, Ids
from tests.fakes.slack.events import Event
from tests.fakes.slack.faults import Faults
from tests.fakes.slack.hub import Delivery, Hub
from tests.fakes.slack.model import App, Json
from tests.fakes.slack.response_urls import ResponseUrls
from tests.fakes.slack.server import Handler, SlackServer
from tests.fakes.slack.state import Workspace
from tests.fakes.slack.tickets import Tickets

# All that the project might ask for; a test narrows them, or gives the manifest.
ALL_SCOPES = frozenset(
    f"{kind}:{right}" for kind in ("channels", "groups", "im", "mpim") for right in ("history", "read")
) | {
    "app_mentions:read", "channels:join", "chat:write", "commands", "files:write", "im:write", "links:read",
    "links:write", "mpim:write", "reactions:read", "reactions:write", "team:read", "users:read",
}  # fmt: skip

_STOP_SECONDS = 0.01  # how long the server may take to see that it should stop; each test waits for it


class Parts:
    """State, Web API, Socket Mode and HTTP server of one workspace, with one lock around all."""

    def __init__(
        self,
        *,
        scopes: Collection[str] = ALL_SCOPES,
        manifest: Mapping[str, Any] | None = None,
        clock: Callable[[], float] = time.time,
        port: int = 0,
        name: str = "",
    ) -> None:
        """`name` tells this workspace's ids and tokens from those of others beside it."""
        self.changed = Changes()
        ids = Ids(name)
        self.app = _app(ids, frozenset(scopes), manifest, name)
        self.tickets = Tickets(clock)
        self.hub = Hub(self.changed, self.app.app_id)
        self.workspace = Workspace(self.app, ids.new("T"), Clock(clock), ids, self._publish)
        self.workspace.add_user("nutgraf", is_bot=True, id=self.app.bot_user)
        self.faults = Faults(time.monotonic)
        self.api = WebApi(self.workspace, self.tickets, self.faults, self.changed)
        self.server = SlackServer(("127.0.0.1", port), Handler)
        self.server.api, self.server.hub, self.server.workspace = self.api, self.hub, self.workspace
        self.server.responses = ResponseUrls(self.workspace, self.tickets, self.changed)
        self._serving = threading.Thread(
            target=self.server.serve_forever, args=(_STOP_SECONDS,), name="fake-slack-http", daemon=True
        )

    def start(self) -> None:
        """Begin to listen."""
        self.hub.start()
        self._serving.start()

    def stop(self) -> None:
        """Close every connection and the port."""
        self.hub.stop()
        self.server.shutdown()
        self.server.server_close()
        self._serving.join(timeout=5)

    def _publish(self, event: Event) -> None:
        """Wrap an event as the Events API does and send it on its way."""
        event_id = self.workspace.ids.new("Ev")
        self.hub.submit(Delivery("events_api", self._event_payload(event, event_id)))

    def _event_payload(self, event: Event, event_id: str) -> Json:
        team, app = self.workspace.team, self.app
        authorization: Json = {
            "enterprise_id": None,
            "team_id": team,
            "user_id": app.bot_user,
            "is_bot": True,
            "is_enterprise_install": False,
        }
        channel = self.workspace.channels.get(event.channel or "")
        return {
            "token": "verification-token",
            "team_id": team,
            "context_team_id": team,
            "context_enterprise_id": None,
            "api_app_id": app.app_id,
            "event": event.body,
            "type": "event_callback",
            "event_id": event_id,
            "event_time": int(self.workspace.clock.now()),
            "authorizations": [authorization],
            "is_ext_shared_channel": channel is not None and channel.is_shared,
            "event_context": f"4-{event_id}",
        }


def _app(ids: Ids, scopes: frozenset[str], manifest: Mapping[str, Any] | None, name: str) -> App:
    declared: dict[str, Any] = {"scopes": scopes}
    if manifest is not None:
        declared = _declared(manifest)
    bot_token, app_token = f"xoxb-fake-bot-token{name}", "xapp-1-fake-app-token"
    return App(ids.new("A"), ids.new("B"), ids.new("U"), bot_token, app_token, **declared)


def _declared(manifest: Mapping[str, Any]) -> dict[str, Any]:
    """What a manifest grants, subscribes to and declares."""
    features, settings = manifest.get("features", {}), manifest.get("settings", {})
    return {
        "scopes": frozenset(manifest.get("oauth_config", {}).get("scopes", {}).get("bot", ())),
        "events": frozenset(settings.get("event_subscriptions", {}).get("bot_events", ())),
        "commands": frozenset(each["command"] for each in features.get("slash_commands", ())),
        "shortcuts": frozenset(each["callback_id"] for each in features.get("shortcuts", ())),
        "home_tab": bool(features.get("app_home", {}).get("home_tab_enabled")),
        "unfurl_domains": tuple(features.get("unfurl_domains", ())),
    }
