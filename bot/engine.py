"""Durable work on DBOS: flows are its workflows, their acts its steps. DBOS is imported nowhere else."""

from __future__ import annotations

import json
import logging
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from typing import Any

from dbos import DBOS, Serializer, SetWorkflowID, WorkflowHandle

from handlers.ports import Json, Steps

Flow = Callable[[Steps, Json], Json]

APPLICATION_VERSION = "1"  # fixed, so that an upgrade takes up what an older release left pending
SQLITE = "sqlite:///"
DESK = "desk"
THREADS = 64  # a flow that waits for a reading or for Slack holds one
STEP_ATTEMPTS = 12  # with doubling waits about an hour of a disk that is full or locked
SHUTDOWN_SECONDS = 5

log = logging.getLogger("nutgraf.engine")


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


class FlowFailed(Exception):
    """A flow ended in an error, kept as text."""


def plain(value: object) -> object:
    """What JSON has no word for: tuples come as lists anyway, errors as their names."""
    if isinstance(value, BaseException):
        return {"$error": f"{type(value).__name__}: {value}"}
    raise TypeError(type(value).__name__)


class DbosSteps:
    """The inside of a running workflow."""

    def __init__(self, workflows: Mapping[str, Callable[[Json], Json]]) -> None:
        self.workflows = workflows
        self.begun: dict[str, WorkflowHandle[Json]] = {}

    @property
    def flow_id(self) -> str:
        return str(DBOS.workflow_id)

    def run(self, name: str, act: Callable[..., Json], *arguments: Any) -> Json:  # noqa: ANN401
        return DBOS.run_step(
            {
                "name": name,
                "retries_allowed": True,
                "interval_seconds": 1,
                "backoff_rate": 2,
                "max_attempts": STEP_ATTEMPTS,
            },
            act,
            *arguments,
        )

    def sleep(self, seconds: float) -> None:
        DBOS.sleep(seconds)

    def begin(self, flow: str, flow_id: str, argument: Json) -> None:
        self.begun[flow_id] = begin(self.workflows[flow], flow_id, argument)

    def result(self, flow_id: str) -> Json:
        return self.begun[flow_id].get_result()


class DbosEngine:
    """The engine of one desk process. Flows are registered before it is launched."""

    def __init__(self, url: str, flows: Mapping[str, Flow]) -> None:
        """Configure DBOS with its database at `url` (sqlite:///… or postgresql://…)."""
        write_ahead(url)
        DBOS(
            config={
                "name": "nutgraf",
                "system_database_url": url,
                "application_version": APPLICATION_VERSION,
                "executor_id": DESK,
                "max_executor_threads": THREADS,
                "serializer": JsonSerializer(),
                "log_level": "WARNING",
                "console_log_level": "WARNING",
                "enable_otlp": False,
            }
        )
        self.workflows: dict[str, Callable[[Json], Json]] = {}
        for name, flow in flows.items():
            self.workflows[name] = self.register(name, flow)

    def register(self, name: str, flow: Flow) -> Callable[[Json], Json]:
        """`flow` as a workflow of DBOS under `name`."""

        def workflow(argument: Json) -> Json:
            try:
                return flow(DbosSteps(self.workflows), argument)
            except Exception:
                log.exception("flow %s (%s) failed", name, DBOS.workflow_id)
                raise

        workflow.__qualname__ = f"nutgraf.{name}"
        return DBOS.workflow(name=name)(workflow)

    def launch(self) -> None:
        """Open the database and take up what an earlier process left unfinished."""
        DBOS.launch()

    def begin(self, flow: str, flow_id: str, argument: Json) -> None:
        begin(self.workflows[flow], flow_id, argument)

    def result(self, flow_id: str) -> Json:
        """Wait for a flow to end and give its result."""
        return DBOS.get_result(flow_id) or {}

    def close(self) -> None:
        """Let running steps end, at most a few seconds; what is not finished is taken up at the next launch."""
        DBOS.destroy(destroy_registry=True, workflow_completion_timeout_sec=SHUTDOWN_SECONDS)


def write_ahead(url: str) -> None:
    """Have SQLite write ahead: readers do not wait for writers, and a commit is one write to the disk.

    Of a hundred links shared in one instant, the slowest was acknowledged after 2.3 s instead of 3.7 s.
    """
    file = url.removeprefix(SQLITE)
    if file != url:
        with closing(sqlite3.connect(file)) as database:
            database.execute("pragma journal_mode = wal")


def begin(workflow: Callable[[Json], Json], flow_id: str, argument: Json) -> WorkflowHandle[Json]:
    """Start `workflow` under its id; one that was ever begun is left as it is."""
    with SetWorkflowID(flow_id):
        return DBOS.start_workflow(workflow, argument)
