"""Durable work on DBOS: flows are its workflows, their acts its steps. DBOS is imported in this room alone."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from threading import Event

from dbos import DBOS, SetEnqueueOptions, SetWorkflowID, WorkflowHandle, _workflow_commands
from sqlalchemy.exc import DBAPIError

from bot.engine.admission import MOST_FLOWS, MOST_OF_A_LANE, Admission
from bot.engine.file import EngineFile, connecting, write_ahead
from bot.engine.recovery import Recovery
from bot.engine.running import LOOK_SECONDS, Running
from bot.engine.serializer import JsonSerializer
from bot.engine.steps import DbosSteps, Observer, Stranded, unwatched
from bot.sqlite_release import PRESENT, Release
from handlers.ports import Json, Steps

Flow = Callable[[Steps, Json], Json]

DESK, READERS = "nutgraf", "nutgraf-reading"  # applications of the engine: each takes up its own flows alone
# Fixed, so that an upgrade takes up what an older release left pending; DBOS wants them to differ.
VERSIONS = {DESK: "1", READERS: "1-reading"}
WAITING_QUEUE, READING_QUEUE = "waiting", "reading"
THREADS = 4 * MOST_FLOWS  # a flow that waits for a reading or Slack holds one; readings must find one free
MOST_RECOVERIES = 1000  # a flow may meet so many crashes before it is given up
WAITING_SECONDS = 2.0  # between two looks for flows that wait for their turn: at most eight of a channel, a message a second
RARE_SECONDS = 10.0
FLOWS_A_WORKER = 4  # that one worker takes at once: while one page is read, others are fetched
SHUTDOWN_SECONDS = 5

log = logging.getLogger("nutgraf.engine")


@dataclass(frozen=True, slots=True)
class Role:
    """What one process does in the engine.

    `patient` flows may wait for their turn in a channel's lane; `elsewhere` flows are done by workers.
    """

    application: str = DESK
    executor: str = "desk"
    patient: Collection[str] = ()
    elsewhere: Collection[str] = ()


class DbosEngine:
    """The engine of one process. Flows are registered before it is launched."""

    def __init__(
        self,
        url: str,
        flows: Mapping[str, Flow],
        role: Role,
        watch: Observer = unwatched,
        sqlite: Release = PRESENT,
    ) -> None:
        """Configure DBOS with its database at `url` (sqlite:///… or postgresql://…); `watch` is told of each step."""
        write_ahead(url)
        self.dbos = DBOS(
            config={
                "name": role.application,
                "system_database_url": url,
                "application_version": VERSIONS[role.application],
                "executor_id": role.executor,
                "max_executor_threads": THREADS,
                "serializer": JsonSerializer(),
                "log_level": "WARNING",
                "console_log_level": "WARNING",
                "enable_otlp": False,
                "db_engine_kwargs": connecting(url, sqlite),
            }
        )
        self.file = EngineFile(url)
        self.role = role
        self.watch = watch
        self.admission = Admission()
        self.running = Running()
        self.recovery = Recovery(role.application, role.executor, self.running, self.file)
        self.closing = Event()
        self.workflows: dict[str, Callable[[Json], Json]] = {}
        for name, flow in flows.items():
            self.workflows[name] = self.register(name, flow)

    def register(self, name: str, flow: Flow) -> Callable[[Json], Json]:
        """`flow` as a workflow of DBOS under `name`."""

        def workflow(argument: Json) -> Json:
            flow_id = str(DBOS.workflow_id)
            steps = DbosSteps(self.start_anywhere, self.running, self.watch, self.closing)
            try:
                with self.running.flow(flow_id):
                    return flow(steps, argument)
            except DBAPIError as error:
                log.error("flow %s (%s) waits for the engine's database: %s", name, flow_id, error.orig)  # noqa: TRY400
                raise Stranded(flow_id) from error
            except (
                Exception
            ) as error:  # logged while the traceback is there: DBOS keeps an error's text alone
                if self.closing.is_set():  # the database closed under it: no fault, and no end
                    raise Stranded(flow_id) from error
                log.exception("flow %s (%s) failed", name, flow_id)
                raise
            finally:
                self.admission.leave(flow_id)

        workflow.__qualname__ = f"nutgraf.{name}"
        return DBOS.workflow(name=name, max_recovery_attempts=MOST_RECOVERIES)(workflow)

    def launch(self) -> None:
        """Open the database and resume what an earlier process left unfinished."""
        self.look_seldom()
        if self.role.application == DESK:
            DBOS.listen_queues([WAITING_QUEUE])
            DBOS.launch()
            DBOS.register_queue(
                WAITING_QUEUE,
                polling_interval_sec=WAITING_SECONDS,
                worker_concurrency=MOST_FLOWS,
                partition_worker_concurrency=MOST_OF_A_LANE,
                on_conflict="always_update",
            )
        else:
            DBOS.listen_queues([READING_QUEUE])
            DBOS.launch()
            DBOS.register_queue(
                READING_QUEUE,
                worker_concurrency=FLOWS_A_WORKER,
                polling_interval_sec=LOOK_SECONDS,
                on_conflict="always_update",
            )

    def look_seldom(self) -> None:
        """Have DBOS look less often for what is rare here: flows to resume, and flows with a time limit.

        It has no setting for either in 3.4. With a look each second they are half of what an idle bot takes.
        """
        self.dbos._registry.get_internal_queue()._polling_interval_sec = RARE_SECONDS  # noqa: SLF001
        _workflow_commands._BACKGROUND_JOBS_INTERVAL_SEC = RARE_SECONDS  # noqa: SLF001

    def begin(self, flow: str, flow_id: str, argument: Json) -> None:
        """Begin a flow at once, or let it wait where so many of its channel are under way already.

        Raises ArchiveTrouble when it cannot be recorded; then nothing was begun.
        """
        with self.file.recording():
            self.record(flow, flow_id, argument)

    def record(self, flow: str, flow_id: str, argument: Json) -> None:
        if flow not in self.role.patient:
            self.start(flow, flow_id, argument)
        elif DBOS.get_workflow_status(flow_id) is None:
            lane = str(argument.get("channel", flow))
            if self.admission.enter(flow_id, lane):
                self.start(flow, flow_id, argument)
            else:
                with SetWorkflowID(flow_id), SetEnqueueOptions(queue_partition_key=lane):
                    DBOS.enqueue_workflow(WAITING_QUEUE, self.workflows[flow], argument)

    def start_anywhere(self, flow: str, flow_id: str, argument: Json) -> WorkflowHandle[Json]:
        """Start a flow under its id where such flows are done."""
        start = self.leave if flow in self.role.elsewhere else self.start
        return start(flow, flow_id, argument)

    def start(self, flow: str, flow_id: str, argument: Json) -> WorkflowHandle[Json]:
        """Start a flow under its id; one that was ever begun is left as it is."""
        with SetWorkflowID(flow_id):
            return DBOS.start_workflow(self.workflows[flow], argument)

    def leave(self, flow: str, flow_id: str, argument: Json) -> WorkflowHandle[Json]:
        """Leave a flow to the workers."""
        with SetWorkflowID(flow_id):
            return DBOS.enqueue_workflow_with_options(
                {
                    "queue_name": READING_QUEUE,
                    "workflow_name": flow,
                    "workflow_id": flow_id,
                    "app_version": VERSIONS[READERS],
                    "application_name": READERS,
                },
                argument,
            )

    def result(self, flow_id: str) -> Json:
        """Wait for a flow to end and give its result."""
        return DBOS.get_result(flow_id) or {}

    def close(self) -> None:
        """Let running steps end, at most a few seconds; what is not finished resumes at the next launch."""
        self.closing.set()
        DBOS.destroy(destroy_registry=True, workflow_completion_timeout_sec=SHUTDOWN_SECONDS)
