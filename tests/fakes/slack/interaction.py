"""One command, press, submission or shortcut, from the side of the person who made it."""

from __future__ import annotations

from tests.fakes.slack.hub import Delivery
from tests.fakes.slack.looking import Looking
from tests.fakes.slack.model import Json
from tests.fakes.slack.tickets import ResponseUrl


class Interaction:
    """One command, press, submission or shortcut as the person sees it; it changes as answers come."""

    def __init__(self, slack: Looking, delivery: Delivery, issued: ResponseUrl | None) -> None:
        self._slack = slack
        self._delivery = delivery
        self._issued = issued

    @property
    def payload(self) -> Json:
        """What the app was sent."""
        return self._delivery.payload

    @property
    def trigger_id(self) -> str:
        """The trigger that the app was given."""
        return str(self.payload["trigger_id"])

    @property
    def acked(self) -> bool:
        """Whether the app acknowledged it in time; if not, the person saw an error."""
        return self._delivery.ack_at is not None

    @property
    def failed(self) -> bool:
        """Whether it was given up: no connection, or no acknowledgement within three seconds."""
        return self._delivery.failed

    @property
    def error(self) -> str:
        """Why Slack could not do what the acknowledgement said, such as invalid_blocks; else empty."""
        return self._delivery.error

    @property
    def ack(self) -> Json:
        """What the acknowledgement carried."""
        return self._delivery.ack or {}

    @property
    def latency(self) -> float:
        """Seconds until the acknowledgement; infinite without one."""
        return float("inf") if self._delivery.latency is None else self._delivery.latency

    @property
    def responses(self) -> tuple[Json, ...]:
        """What the app sent to the response_url so far."""
        return tuple(self._issued.posts) if self._issued else ()

    def wait_ack(self, timeout: float = 5.0) -> Interaction:
        """Wait until it is acknowledged or given up."""
        self._slack.wait_for(lambda: self._delivery.is_over, timeout)
        return self

    def wait_responses(self, count: int = 1, timeout: float = 5.0) -> tuple[Json, ...]:
        """Wait until the app has sent so much to the response_url."""
        self._slack.wait_for(lambda: len(self.responses) >= count, timeout)
        return self.responses
