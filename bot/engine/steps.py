"""The inside of a running flow on DBOS: its acts are steps, whose results are kept."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from threading import Event
from typing import Any

from dbos import DBOS, StepOptions, WorkflowHandle

from bot.engine.running import LOOK_SECONDS, Running
from handlers.domain.errors import ArchiveTrouble
from handlers.ports import Json

STEP_ATTEMPTS = 12  # of an act that fails as nobody foresaw, with doubling waits: about half an hour
FIRST_WAIT, LONGEST_WAIT = 1.0, 30.0  # seconds between two looks whether the archive can be used again

Observer = Callable[[str, float, Json], None]
"""Told of each step that ended: its name, its seconds, its outcome."""

Start = Callable[[str, str, Json], WorkflowHandle[Json]]
"""Starts a flow under an id with its argument, here or where such flows are done."""


def unwatched(step: str, seconds: float, outcome: Json) -> None:
    """Nobody counts."""


class Stranded(BaseException):
    """The engine could not keep what a flow did, or is closed. No outcome is recorded, and the flow resumes later.

    Not an Exception: DBOS would record it as the flow's end.
    """


@dataclass(slots=True)
class DbosSteps:
    """Fulfils handlers.ports.Steps in one workflow. `closing` is set when the process ends."""

    start: Start
    running: Running
    watch: Observer
    closing: Event
    begun: dict[str, WorkflowHandle[Json]] = field(default_factory=dict)
    is_new: bool = False

    @property
    def flow_id(self) -> str:
        return str(DBOS.workflow_id)

    def run(self, name: str, act: Callable[..., Json], *arguments: Any) -> Json:  # noqa: ANN401
        self.is_new = False
        return DBOS.run_step(step_options(name), self.attempt, name, act, arguments)

    def attempt(self, name: str, act: Callable[..., Json], arguments: tuple[Any, ...]) -> Json:
        """Act; while the archive cannot be used, wait for it."""
        began, waits = time.monotonic(), doubling()
        self.is_new = True
        while True:
            try:
                outcome = act(*arguments)
            except ArchiveTrouble:
                if self.closing.wait(next(waits)):
                    raise Stranded(self.flow_id) from None
            else:
                self.watch(name, time.monotonic() - began, outcome)
                return outcome

    def sleep(self, seconds: float) -> None:
        DBOS.sleep(seconds)

    def begin(self, flow: str, flow_id: str, argument: Json) -> None:
        self.begun[flow_id] = self.start(flow, flow_id, argument)

    def result(self, flow_id: str) -> Json:
        return self.begun[flow_id].get_result(polling_interval_sec=LOOK_SECONDS)

    def unfinished(self, flow_ids: Sequence[str], within: float) -> Sequence[str]:
        return list(self.run("wait", self.running.unfinished, flow_ids, within)["unfinished"])


def step_options(name: str) -> StepOptions:
    """How DBOS runs a step: an act that fails as nobody foresaw is tried again."""
    return {
        "name": name,
        "retries_allowed": True,
        "interval_seconds": 1,
        "backoff_rate": 2,
        "max_attempts": STEP_ATTEMPTS,
    }


def doubling() -> Iterator[float]:
    """Seconds to wait, longer each time."""
    wait = FIRST_WAIT
    while True:
        yield wait
        wait = min(2 * wait, LONGEST_WAIT)
