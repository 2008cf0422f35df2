"""The table of methods and what each call sees."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.fakes.slack.arguments import Arguments
from tests.fakes.slack.model import App, Channel, Json, Refusal
from tests.fakes.slack.state import Workspace
from tests.fakes.slack.tickets import Tickets

# A scope's first word by kind of conversation: channels:history for a public channel, im:history for direct messages.
SCOPE_OF_KIND = {"channel": "channels", "group": "groups", "im": "im", "mpim": "mpim"}


@dataclass(frozen=True, slots=True)
class Call:
    """One call: the workspace, what was asked, and the addresses that answers may name."""

    workspace: Workspace
    tickets: Tickets
    arguments: Arguments
    host: str  # host:port of this server

    @property
    def app(self) -> App:
        """The app that calls."""
        return self.workspace.app

    def need_scope(self, *scopes: str) -> None:
        """Refuse unless one of these scopes was granted."""
        if not self.app.scopes.intersection(scopes):
            provided = ",".join(sorted(self.app.scopes))
            raise Refusal("missing_scope", needed=",".join(scopes), provided=provided)

    def need_scope_for(self, channel: Channel, right: str) -> None:
        """Refuse unless the scope for this kind of conversation was granted: right is history or read."""
        self.need_scope(f"{SCOPE_OF_KIND[channel.kind]}:{right}")

    def channel(self) -> Channel:
        """The channel that the call names, by id."""
        return self.workspace.visible_channel(self.arguments.need("channel", "channel_not_found"))


@dataclass(frozen=True, slots=True)
class Method:
    """One Web API method: who may call it, and whether it reads a JSON body."""

    run: Callable[[Call], Json]
    scopes: tuple[str, ...]
    caller: str  # whose token it takes: bot, app, or any
    reads_json: bool


METHODS: dict[str, Method] = {}


def method(
    name: str, *scopes: str, caller: str = "bot", reads_json: bool = True
) -> Callable[[Callable[[Call], Json]], Callable[[Call], Json]]:
    """Enter a function in the table; `scopes` are alternatives, any one suffices."""

    def enter(run: Callable[[Call], Json]) -> Callable[[Call], Json]:
        METHODS[name] = Method(run, scopes, caller, reads_json)
        return run

    return enter


def page(items: list[Json], cursor: str, limit: int) -> tuple[list[Json], str]:
    """A slice of the items and the cursor of the next one; a cursor that is none of ours is refused."""
    if cursor and not cursor.isdigit():
        raise Refusal("invalid_cursor")
    start = int(cursor or 0)
    end = start + limit
    return items[start:end], str(end) if end < len(items) else ""
