"""Find flows that no process runs any more, and resume them here or on living workers."""

from __future__ import annotations

import logging
from collections.abc import Iterable

from dbos import DBOS

from bot.engine.file import EngineFile
from bot.engine.running import Running

log = logging.getLogger("nutgraf.engine")


class Recovery:
    """Of one process of an application of the engine, known as `executor`."""

    def __init__(self, application: str, executor: str, running: Running, file: EngineFile) -> None:
        self.application = application
        self.executor = executor
        self.running = running
        self.file = file
        self.idle_before: frozenset[str] = frozenset()

    def executors(self) -> frozenset[str]:
        """Whoever has flows of this application under way."""
        pending = DBOS.list_workflows(
            status="PENDING", application_name=self.application, load_input=False, load_output=False
        )
        return frozenset(str(flow.executor_id) for flow in pending)

    def tick(self) -> None:
        """Fulfils bot.schedule.Clock: resume flows that no thread of this process has run in two checks in a row."""
        with self.file.recording():
            pending = DBOS.list_workflows(
                status="PENDING", executor_id=self.executor, load_input=False, load_output=False
            )
        idle = frozenset(flow.workflow_id for flow in pending).difference(self.running.ends)
        stranded = sorted(idle & self.idle_before)
        self.idle_before = idle - set(stranded)
        if stranded:
            log.warning("resuming %d flow(s) that were interrupted", len(stranded))
            DBOS.resume_workflows(stranded)

    def take_over(self, executors: Iterable[str]) -> None:
        """Let the flows of dead processes be done by living ones."""
        DBOS._recover_pending_workflows(list(executors))  # noqa: SLF001  # DBOS has no other way in 3.4
