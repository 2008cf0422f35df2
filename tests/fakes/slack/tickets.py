"""Rights that Slack hands out for a while: response addresses, triggers, socket addresses."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.fakes.slack.model import Json, Refusal

RESPONSE_USES = 5
RESPONSE_SECONDS = 30 * 60.0
TRIGGER_SECONDS = 3.0


@dataclass(slots=True)
class ResponseUrl:
    """One response_url: where its answers go and what came; `posts` grows with each accepted answer."""

    id: str
    channel: str
    user: str
    expires: float
    message_ts: str | None = None
    thread_ts: str | None = None
    posts: list[Json] = field(default_factory=list)
    own_ts: str | None = None  # the answer that replace_original and delete_original speak of


@dataclass(slots=True)
class Trigger:
    """One trigger_id: the right of the app to open a view for a user."""

    user: str
    expires: float
    used: bool = False
    view_id: str | None = None  # the modal in which it arose, for views.push


class Tickets:
    """All such rights of one server."""

    def __init__(self, now: Callable[[], float]) -> None:
        self.now = now
        self.responses: dict[str, ResponseUrl] = {}
        self.triggers: dict[str, Trigger] = {}
        self._sockets: set[str] = set()

    def response_url(self, channel: str, user: str, message_ts: str | None = None) -> ResponseUrl:
        """A new response address."""
        issued = ResponseUrl(secrets.token_hex(12), channel, user, self.now() + RESPONSE_SECONDS, message_ts)
        self.responses[issued.id] = issued
        return issued

    def use_response(self, ticket: str) -> ResponseUrl:
        """The address behind a ticket; refuses an unknown one, the sixth use and one after 30 minutes."""
        issued = self.responses.get(ticket)
        if issued is None:
            raise Refusal("invalid_url")
        if self.now() > issued.expires:
            raise Refusal("expired_url")
        if len(issued.posts) >= RESPONSE_USES:
            raise Refusal("used_url")
        return issued

    def trigger(self, user: str, view_id: str | None = None) -> str:
        """A new trigger_id, good for three seconds and one view."""
        trigger_id = f"{secrets.randbelow(10**12)}.{secrets.randbelow(10**12)}.{secrets.token_hex(16)}"
        self.triggers[trigger_id] = Trigger(user, self.now() + TRIGGER_SECONDS, view_id=view_id)
        return trigger_id

    def exchange(self, trigger_id: str) -> Trigger:
        """Use a trigger_id up."""
        trigger = self.triggers.get(trigger_id)
        if trigger is None:
            raise Refusal("invalid_trigger_id")
        if trigger.used:
            raise Refusal("exchanged_trigger_id")
        if self.now() > trigger.expires:
            raise Refusal("expired_trigger_id")
        trigger.used = True
        return trigger

    def socket(self) -> str:
        """A new ticket for one Socket Mode connection."""
        ticket = secrets.token_hex(16)
        self._sockets.add(ticket)
        return ticket

    def connect(self, ticket: str) -> bool:
        """Use a socket ticket up; false when it was never given or was used."""
        known = ticket in self._sockets
        self._sockets.discard(ticket)
        return known
