"""Durable work on DBOS: flows are its workflows, their acts its steps. DBOS is imported nowhere else."""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import Any

from dbos import DBOS, Serializer, SetEnqueueOptions, SetWorkflowID, WorkflowHandle, _workflow_commands
from sqlalchemy.exc import DBAPIError

from bot.engine.admission import MOST_FLOWS, MOST_OF_A_LANE, Admission
from bot.engine.file import SQLITE, EngineFile
from bot.sqlite_file import make_own_file, open_file
from bot.sqlite_release import PRESENT, Release, engine_connection
from handlers.domain.errors import ArchiveTrouble
from handlers.ports import Json, Steps

Flow = Callable[[Steps, Json], Json]

DESK, READERS = "nutgraf", "nutgraf-reading"  # applications of the engine: each takes up its own flows alone
# Fixed, so that an upgrade takes up what an older release left pending; DBOS wants them to differ.
VERSIONS = {DESK: "1", READERS: "1-reading"}
WAITING_QUEUE, READING_QUEUE = "waiting", "reading"
THREADS = 4 * MOST_FLOWS  # a flow that waits for a reading or Slack holds one; readings must find one free
STEP_ATTEMPTS = 12  # of an act that fails as nobody foresaw, with doubling waits: about an hour
LONGEST_WAIT = 30.0  # seconds between two looks whether the archive can be used again
MOST_RECOVERIES = 1000  # a flow may meet so many crashes before it is given up
LOOK_SECONDS = 0.5  # how often one looks whether a worker has finished, and a worker whether there is work
WAITING_SECONDS = 2.0  # between two looks for flows that wait for their turn: at most eight of a channel, a message a second
RARE_SECONDS = 10.0
FLOWS_A_WORKER = 4  # that one worker takes at once: while one page is read, others are fetched
SHUTDOWN_SECONDS = 5

UNFINISHED = frozenset({"PENDING", "ENQUEUED", "DELAYED"})

log = logging.getLogger("nutgraf.engine")


Observer = Callable[[str, float, Json], None]
"""Told of each step that ended: its name, its seconds, its outcome."""


def unwatched(step: str, seconds: float, outcome: Json) -> None:
    """Nobody counts."""


class JsonSerializer(Serializer):
    """What the engine keeps, as JSON: readable by people, and nothing of it can run as code."""

    def serialize(self, data: Any) -> str:  # noqa: ANN401  # DBOS's signature
        return json.dumps(data, default=plain, ensure_ascii=False)

    def deserialize(self, serialized_data: str) -> Any:  # noqa: ANN401  # DBOS's signature
        kept = json.loads(serialized_data)
        if isinstance(kept, dict) and "$error" in kept:
            return FlowFailed(kept["$error"])
        return kept

    def name(self) -> str:
        return "nutgraf_json"


class Stranded(BaseException):
    """The engine could not keep what a flow did. No outcome is recorded, and the flow is taken up again.

    Not an Exception: DBOS would record it as the flow's end.
    """


class FlowFailed(Exception):
    """A flow ended in an error, kept as text."""


def plain(value: object) -> object:
    """What JSON has no word for: tuples come as lists anyway, errors as their names."""
    if isinstance(value, BaseException):
        return {"$error": f"{type(value).__name__}: {value}"}
    raise TypeError(type(value).__name__)


@dataclass(frozen=True, slots=True)
class Role:
    """What one process does in the engine.

    `patient` flows may wait for their turn in a channel's lane; `elsewhere` flows are done by workers.
    """

    application: str = DESK
    executor: str = "desk"
    patient: Collection[str] = ()
    elsewhere: Collection[str] = ()


class DbosSteps:
    """The inside of a running workflow."""

    def __init__(self, engine: DbosEngine) -> None:
        self.engine = engine
        self.begun: dict[str, WorkflowHandle[Json]] = {}
        self.is_new = False

    @property
    def flow_id(self) -> str:
        return str(DBOS.workflow_id)

    def run(self, name: str, act: Callable[..., Json], *arguments: Any) -> Json:  # noqa: ANN401
        self.is_new = False

        def timed(*given: Any) -> Json:  # noqa: ANN401  # JSON
            began = time.monotonic()
            self.is_new = True
            outcome = self.engine.patiently(act, *given)
            self.engine.watch(name, time.monotonic() - began, outcome)
            return outcome

        return DBOS.run_step(
            {
                "name": name,
                "retries_allowed": True,
                "interval_seconds": 1,
                "backoff_rate": 2,
                "max_attempts": STEP_ATTEMPTS,
            },
            timed,
            *arguments,
        )

    def sleep(self, seconds: float) -> None:
        DBOS.sleep(seconds)

    def begin(self, flow: str, flow_id: str, argument: Json) -> None:
        start = self.engine.leave if flow in self.engine.role.elsewhere else self.engine.start
        self.begun[flow_id] = start(flow, flow_id, argument)

    def result(self, flow_id: str) -> Json:
        return self.begun[flow_id].get_result(polling_interval_sec=LOOK_SECONDS)

    def unfinished(self, flow_ids: Sequence[str], within: float) -> Sequence[str]:
        return list(self.run("wait", self.engine.wait_for, flow_ids, within)["unfinished"])


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
        self.running: dict[str, Event] = {}  # the flows of this process, each with what is set at its end
        self.stranded: frozenset[str] = frozenset()
        self.closing = Event()
        self.workflows: dict[str, Callable[[Json], Json]] = {}
        for name, flow in flows.items():
            self.workflows[name] = self.register(name, flow)

    def register(self, name: str, flow: Flow) -> Callable[[Json], Json]:
        """`flow` as a workflow of DBOS under `name`."""

        def workflow(argument: Json) -> Json:
            flow_id = str(DBOS.workflow_id)
            ended = self.running.setdefault(flow_id, Event())
            try:
                return flow(DbosSteps(self), argument)
            except DBAPIError as error:
                log.error("flow %s (%s) waits for the engine's database: %s", name, flow_id, error.orig)  # noqa: TRY400
                raise Stranded(flow_id) from error
            except Exception:
                log.exception("flow %s (%s) failed", name, flow_id)
                raise
            finally:
                self.running.pop(flow_id, None)
                ended.set()
                self.admission.leave(flow_id)

        workflow.__qualname__ = f"nutgraf.{name}"
        return DBOS.workflow(name=name, max_recovery_attempts=MOST_RECOVERIES)(workflow)

    def launch(self) -> None:
        """Open the database and take up what an earlier process left unfinished."""
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
        """Have DBOS look less often for what is rare here: flows that are taken up again, and flows with a time limit.

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

    def start(self, flow: str, flow_id: str, argument: Json) -> WorkflowHandle[Json]:
        """Start a flow under its id; one that was ever begun is left as it is."""
        with SetWorkflowID(flow_id):
            return DBOS.start_workflow(self.workflows[flow], argument)

    def unfinished(self) -> int:
        """How many flows were begun and are not finished."""
        found = DBOS.list_workflows(status=sorted(UNFINISHED), load_input=False, load_output=False)
        return len(found)

    def patiently(self, act: Callable[..., Json], *arguments: Any) -> Json:  # noqa: ANN401
        """Act; while the archive cannot be used, wait for it."""
        wait = 1.0
        while True:
            try:
                return act(*arguments)
            except ArchiveTrouble:
                if self.closing.wait(wait):
                    raise Stranded(str(DBOS.workflow_id)) from None
                wait = min(2 * wait, LONGEST_WAIT)

    def wait_for(self, flow_ids: Sequence[str], seconds: float) -> Json:
        """Which of the flows do not end within so many seconds."""
        deadline = time.monotonic() + seconds
        return {"unfinished": [one for one in flow_ids if not self.ends_by(deadline, one)]}

    def ends_by(self, deadline: float, flow_id: str) -> bool:
        """Whether a flow ends until then: of one in this process we are told, for others we look."""
        while (ended := self.running.get(flow_id)) is None:
            if has_ended(flow_id):
                return True
            if time.monotonic() >= deadline:
                return False
            time.sleep(LOOK_SECONDS)
        return ended.wait(max(0.0, deadline - time.monotonic()))

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
        """Let running steps end, at most a few seconds; what is not finished is taken up at the next launch."""
        self.closing.set()
        DBOS.destroy(destroy_registry=True, workflow_completion_timeout_sec=SHUTDOWN_SECONDS)

    # --- what is kept ---

    def executors(self) -> frozenset[str]:
        """Whoever has flows of this application under way."""
        pending = DBOS.list_workflows(
            status="PENDING",
            application_name=self.role.application,
            load_input=False,
            load_output=False,
        )
        return frozenset(str(flow.executor_id) for flow in pending)

    def tick(self) -> None:
        """Fulfils bot.schedule.Clock: take up flows that nobody in this process does any more, found so twice in a row."""
        with self.file.recording():
            pending = DBOS.list_workflows(
                status="PENDING", executor_id=self.role.executor, load_input=False, load_output=False
            )
        idle = frozenset(flow.workflow_id for flow in pending).difference(self.running)
        stranded = sorted(idle & self.stranded)
        self.stranded = idle - set(stranded)
        if stranded:
            log.warning("taking up %d flow(s) again that were left half-way", len(stranded))
            DBOS.resume_workflows(stranded)

    def take_over(self, executors: Iterable[str]) -> None:
        """Let the flows of dead processes be done by living ones."""
        DBOS._recover_pending_workflows(list(executors))  # noqa: SLF001  # DBOS has no other way in 3.4

    def waiting(self) -> int:
        """How many flows are not finished."""
        unfinished = DBOS.list_workflows(
            status=["PENDING", "ENQUEUED", "DELAYED"], load_input=False, load_output=False
        )
        return len(unfinished)


def connecting(url: str, sqlite: Release) -> dict[str, Any]:
    """How the engine connects, beside what DBOS does; what flows are given is in no error's text."""
    ours = {"connect_args": {"factory": engine_connection(sqlite)}} if url.startswith(SQLITE) else {}
    return {"hide_parameters": True, **ours}


def write_ahead(url: str) -> None:
    """Have SQLite write ahead: readers do not wait for writers, and a commit is one write to the disk.

    Of a hundred links shared in one instant, the slowest was acknowledged after 2.3 s instead of 3.7 s.
    """
    file = url.removeprefix(SQLITE)
    if file != url:
        make_own_file(Path(file))
        with closing(open_file(Path(file))) as database:
            database.execute("pragma journal_mode = wal")


def has_ended(flow_id: str) -> bool:
    found = DBOS.list_workflows(workflow_ids=[flow_id], load_input=False, load_output=False)
    return bool(found) and found[0].status not in UNFINISHED
