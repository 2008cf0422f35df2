"""What a test can see: messages, reactions, calls, deliveries; and waiting until something is so."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

from tests.fakes.slack.api import LoggedCall
from tests.fakes.slack.hub import Delivery
from tests.fakes.slack.model import Ephemeral, Message, View
from tests.fakes.slack.parts import Parts

T = TypeVar("T")
_SHOWN_CALLS = 12
# A predicate may look at something outside the fake, such as a listener's list, which tells nobody that it changed
_LOOK_AGAIN_SECONDS = 0.05


class Looking(Parts):
    """Reads the fake; everything returned is immutable or a copy."""

    @property
    def url(self) -> str:
        """The address for SLACK_API_URL, with its slash at the end."""
        return f"http://{self.server.host}/api/"

    @property
    def bot_token(self) -> str:
        """The xoxb- token that is accepted."""
        return self.app.bot_token

    @property
    def app_token(self) -> str:
        """The xapp- token that is accepted."""
        return self.app.app_token

    @property
    def bot_user(self) -> str:
        """The user id of the bot."""
        return self.app.bot_user

    def messages(self, channel: str) -> tuple[Message, ...]:
        """All messages of a channel, replies too, oldest first."""
        with self.changed:
            return tuple(self.workspace.messages[channel].values())

    def message(self, channel: str, ts: str) -> Message:
        """One message as it stands; KeyError when it is gone."""
        with self.changed:
            return self.workspace.messages[channel][ts]

    def thread(self, channel: str, ts: str) -> tuple[Message, ...]:
        """The replies under a message, oldest first."""
        with self.changed:
            return self.workspace.replies(channel, ts)

    def bot_messages(self, channel: str) -> tuple[Message, ...]:
        """What the bot itself posted there."""
        return tuple(message for message in self.messages(channel) if message.bot_id == self.app.bot_id)

    def ephemerals(self, channel: str, user: str | None = None) -> tuple[Ephemeral, ...]:
        """What only one person saw there, oldest first."""
        with self.changed:
            found = (each for each in self.workspace.ephemerals if each.channel == channel)
            return tuple(each for each in found if user is None or each.user == user)

    def reactions(self, channel: str, ts: str) -> tuple[str, ...]:
        """The names of the emoji that are on a message now."""
        return tuple(reaction.name for reaction in self.message(channel, ts).reactions)

    def home(self, user: str) -> View | None:
        """A person's App Home, if the app has published one."""
        with self.changed:
            return self.workspace.homes.get(user)

    def modals(self, user: str) -> tuple[View, ...]:
        """The modals that a person has open, the top one last."""
        with self.changed:
            return tuple(view for view in self.workspace.views.values() if view.user == user)

    def calls(self, method: str | None = None) -> tuple[LoggedCall, ...]:
        """Every call of the Web API so far, or those of one method."""
        with self.changed:
            return tuple(call for call in self.api.calls if method in {None, call.method})

    def deliveries(self, kind: str | None = None) -> tuple[Delivery, ...]:
        """Every payload sent or to be sent over the socket: kind is an envelope's type or an event's type."""
        with self.changed:
            return tuple(d for d in self.hub.deliveries if kind in {None, d.kind, _event_type(d)})

    def event_ids(self, ts: str) -> tuple[str, ...]:
        """The ids of the events that a message of this ts caused."""
        events = self.deliveries("events_api")
        return tuple(str(d.payload["event_id"]) for d in events if d.payload["event"].get("ts") == ts)

    @property
    def connections(self) -> int:
        """How many sockets are open."""
        with self.changed:
            return sum(connection.ready for connection in self.hub.connections)

    def wait_for(self, predicate: Callable[[], T], timeout: float = 5.0) -> T:
        """The first true value of `predicate`, looked at after every change; AssertionError after `timeout` seconds."""
        deadline = time.monotonic() + timeout
        with self.changed:
            while not (value := predicate()):
                left = deadline - time.monotonic()
                if left <= 0:
                    raise AssertionError(self._report(timeout))
                self.changed.wait(min(left, _LOOK_AGAIN_SECONDS))
            return value

    def wait_until_connected(self, count: int = 1, timeout: float = 10.0) -> None:
        """Wait until so many sockets are open."""
        self.wait_for(lambda: self.connections >= count, timeout)

    def wait_until_quiet(self, seconds: float = 0.2, timeout: float = 10.0) -> None:
        """Wait until every delivery is over, no call runs, and nothing has changed for a while."""
        deadline = time.monotonic() + timeout
        with self.changed:
            while (left := self._unquiet_for(seconds)) > 0:
                if time.monotonic() > deadline:
                    raise AssertionError(self._report(timeout))
                self.changed.wait(left)

    def _unquiet_for(self, seconds: float) -> float:
        busy = not self.hub.is_idle or self.api.running
        return seconds if busy else self.changed.last + seconds - time.monotonic()

    def _report(self, timeout: float) -> str:
        lines = [f"not so within {timeout} s; the last calls of the Web API:"]
        lines += [
            f"  {call.method} {call.error or 'ok'} {call.arguments}"[:300]
            for call in self.api.calls[-_SHOWN_CALLS:]
        ]
        waiting = [d for d in self.hub.deliveries if not d.is_over]
        return "\n".join([*lines, f"{len(waiting)} deliveries open, {len(self.hub.connections)} sockets"])


def _event_type(delivery: Delivery) -> str:
    return str(delivery.payload.get("event", {}).get("type") or delivery.payload.get("type"))
