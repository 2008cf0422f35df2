"""What the engine keeps of flows that ended: their arguments and results, until they are pruned or purged."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from dbos import DBOSClient, WorkflowStatus

from bot.engine.file import EngineFile
from bot.engine.serializer import JsonSerializer

ENDED = ["SUCCESS", "ERROR", "CANCELLED", "MAX_RECOVERY_ATTEMPTS_EXCEEDED"]
BATCH = 500


class EngineHistory:
    """The engine's database at `url`, looked at from outside: no flow is run here, and no database is made."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.file = EngineFile(url)

    def prune(self, before: datetime) -> int:
        """Forget the flows that ended before `before`; how many there were."""
        if not self.file.is_there():
            return 0
        with self.client() as client:
            found = self.ended(client, completed_before=before.isoformat())
            return self.delete(client, [flow.workflow_id for flow in found])

    def count(self, needle: str) -> int:
        """How many flows, ended or not, hold `needle` in their id, argument or result."""
        if not self.file.is_there():
            return 0
        with self.client() as client:
            return sum(holds(flow, needle) for flow in self.every(client))

    def purge(self, needle: str) -> int:
        """Forget them, running ones too."""
        if not self.file.is_there():
            return 0
        with self.client() as client:
            return self.delete(
                client, [flow.workflow_id for flow in self.every(client) if holds(flow, needle)]
            )

    @contextmanager
    def client(self) -> Iterator[DBOSClient]:
        client = DBOSClient(system_database_url=self.url, serializer=JsonSerializer())
        try:
            yield client
        finally:
            client.destroy()

    def ended(self, client: DBOSClient, **more: Any) -> list[WorkflowStatus]:  # noqa: ANN401  # DBOS's filters
        return client.list_workflows(status=ENDED, load_input=False, load_output=False, **more)

    def every(self, client: DBOSClient) -> Iterator[WorkflowStatus]:
        """All flows, a batch at a time."""
        offset = 0
        while batch := client.list_workflows(limit=BATCH, offset=offset):
            yield from batch
            offset += len(batch)

    def delete(self, client: DBOSClient, flow_ids: list[str]) -> int:
        for start in range(0, len(flow_ids), BATCH):
            client.delete_workflows(flow_ids[start : start + BATCH], delete_children=True)
        return len(flow_ids)


def holds(flow: WorkflowStatus, needle: str) -> bool:
    """Whether a flow has `needle` in it."""
    kept = json.dumps([flow.workflow_id, flow.input, flow.output], default=str, ensure_ascii=False)
    return needle in kept
