"""The sicknesses that a test can give to the Web API, each for a number of calls or for a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

FaultKind = Literal["error", "status", "drop_request", "drop_answer", "delay"]
EVERY_METHOD = "*"  # of the Web API
RESPONSE_URL = "response_url"  # in a method's place: what is sent to response addresses


@dataclass(slots=True)
class Fault:
    """One sickness: `times` calls of `method` have it, or all until `until`."""

    kind: FaultKind
    method: str
    times: float
    until: float
    error: str = ""
    status: int = 200
    retry_after: int | None = None
    seconds: float = 0.0

    def meets(self, method: str, now: float) -> bool:
        """Whether this call has it."""
        is_meant = self.method == method or (self.method == EVERY_METHOD and method != RESPONSE_URL)
        return is_meant and self.times > 0 and now < self.until


class Faults:
    """The sicknesses waiting for their calls; each call has at most one delay and one other, oldest first."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._waiting: list[Fault] = []

    def add(self, fault: Fault) -> None:
        """One more."""
        self._waiting.append(fault)

    def take(self, method: str) -> tuple[float, Fault | None]:
        """Seconds to wait before this call, and what else is wrong with it."""
        delay = self._first(method, delays=True)
        other = self._first(method, delays=False)
        return (delay.seconds if delay else 0.0), other

    def _first(self, method: str, *, delays: bool) -> Fault | None:
        now = self._now()
        self._waiting = [fault for fault in self._waiting if fault.times > 0 and now < fault.until]
        for fault in self._waiting:
            if fault.meets(method, now) and (fault.kind == "delay") == delays:
                fault.times -= 1
                return fault
        return None

    def clear(self) -> None:
        """Health again."""
        self._waiting.clear()
