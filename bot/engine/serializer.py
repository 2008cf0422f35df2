"""What the engine keeps, as JSON: readable by people, and nothing of it can run as code."""

from __future__ import annotations

import json
from typing import Any

from dbos import Serializer


class FlowFailed(Exception):
    """A flow ended in an error, kept as text."""


class JsonSerializer(Serializer):
    """Fulfils DBOS's Serializer."""

    def serialize(self, data: Any) -> str:  # noqa: ANN401  # DBOS's signature
        return json.dumps(data, default=plain, ensure_ascii=False)

    def deserialize(self, serialized_data: str) -> Any:  # noqa: ANN401  # DBOS's signature
        kept = json.loads(serialized_data)
        if isinstance(kept, dict) and "$error" in kept:
            return FlowFailed(kept["$error"])
        return kept

    def name(self) -> str:
        return "nutgraf_json"


def plain(value: object) -> object:
    """What JSON has no word for: tuples come as lists anyway, errors as their names."""
    if isinstance(value, BaseException):
        return {"$error": f"{type(value).__name__}: {value}"}
    raise TypeError(type(value).__name__)
