"""The flows of one process that are under way, and waiting for flows to end, wherever they are done."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import Event

from dbos import DBOS

from handlers.ports import Json

LOOK_SECONDS = 0.5  # how often one looks whether a worker has finished, and a worker whether there is work
UNFINISHED = frozenset({"PENDING", "ENQUEUED", "DELAYED"})


class Running:
    """Which flows this process does. May be used from several threads."""

    def __init__(self) -> None:
        self.ends: dict[str, Event] = {}  # by flow id: what is set at its end

    @contextmanager
    def flow(self, flow_id: str) -> Iterator[None]:
        """While the flow is done here."""
        ended = self.ends.setdefault(flow_id, Event())
        try:
            yield
        finally:
            self.ends.pop(flow_id, None)
            ended.set()

    def unfinished(self, flow_ids: Sequence[str], seconds: float) -> Json:
        """Which of the flows do not end within so many seconds: {"unfinished": ids}."""
        deadline = time.monotonic() + seconds
        return {"unfinished": [one for one in flow_ids if not self.ends_by(deadline, one)]}

    def ends_by(self, deadline: float, flow_id: str) -> bool:
        """Whether a flow ends until then: of one in this process we are told, for others we look."""
        while (ended := self.ends.get(flow_id)) is None:
            if has_ended(flow_id):
                return True
            if time.monotonic() >= deadline:
                return False
            time.sleep(LOOK_SECONDS)
        return ended.wait(max(0.0, deadline - time.monotonic()))


def has_ended(flow_id: str) -> bool:
    found = DBOS.list_workflows(workflow_ids=[flow_id], load_input=False, load_output=False)
    return bool(found) and found[0].status not in UNFINISHED


def unfinished() -> int:
    """How many flows were begun and are not finished."""
    return len(DBOS.list_workflows(status=sorted(UNFINISHED), load_input=False, load_output=False))
