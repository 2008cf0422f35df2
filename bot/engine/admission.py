"""How many flows may be under way at once, in all and of one channel: a flood must leave room for others."""

from __future__ import annotations

from threading import Lock

MOST_FLOWS = 48
MOST_OF_A_LANE = 8  # more would only wait for one another: a channel takes one message a second


class Admission:
    """Who is under way, by lane. May be used from several threads."""

    def __init__(self) -> None:
        self.inside: dict[str, str] = {}  # lane by flow id
        self.lock = Lock()

    def enter(self, flow_id: str, lane: str) -> bool:
        """Take a place for the flow; False where there is none."""
        with self.lock:
            of_lane = sum(each == lane for each in self.inside.values())
            free = len(self.inside) < MOST_FLOWS and of_lane < MOST_OF_A_LANE
            if free:
                self.inside[flow_id] = lane
            return free

    def leave(self, flow_id: str) -> None:
        """Give the place back; a flow that has none is fine."""
        with self.lock:
            self.inside.pop(flow_id, None)
