"""Steps that run at once and keep nothing: for the command line, where a person sees what failed."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Any

from handlers.ports import Json


class InlineSteps:
    """Fulfils handlers.ports.Steps for a flow that begins no other."""

    def __init__(self, flow_id: str) -> None:
        self.flow_id = flow_id
        self.is_new = True

    def run(self, name: str, act: Callable[..., Json], *arguments: Any) -> Json:  # noqa: ANN401, ARG002
        return act(*arguments)

    def sleep(self, seconds: float) -> None:
        time.sleep(seconds)

    def begin(self, flow: str, flow_id: str, argument: Json) -> None:  # noqa: ARG002
        raise LookupError(flow)

    def unfinished(self, flow_ids: Sequence[str], within: float) -> Sequence[str]:  # noqa: ARG002
        raise LookupError(str(flow_ids))

    def result(self, flow_id: str) -> Json:
        raise LookupError(flow_id)
