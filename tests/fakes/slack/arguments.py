"""The arguments of a call, whether they came as a form, as JSON or as JSON inside a form."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from tests.fakes.slack.model import Refusal

_TRUE = {"1", "true"}


class Arguments:
    """Reads a call's arguments by name and kind; refuses with `invalid_arguments` what it cannot read."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        self.values = dict(values)

    def has(self, name: str) -> bool:
        """Whether the argument was sent with a value."""
        return self.values.get(name) is not None

    def text(self, name: str, default: str = "") -> str:
        """A string argument."""
        value = self.values.get(name)
        return default if value is None else str(value)

    def need(self, name: str, error: str = "invalid_arguments") -> str:
        """A string argument that must be there."""
        value = self.text(name)
        if not value:
            raise Refusal(error, response_metadata={"messages": [f"[ERROR] missing required field: {name}"]})
        return value

    def flag(self, name: str, *, default: bool = False) -> bool:
        """A boolean argument: true, "true" or 1."""
        return str(self.values[name]).lower() in _TRUE if self.has(name) else default

    def number(self, name: str, default: int) -> int:
        """A whole number."""
        try:
            return int(self.text(name, str(default)))
        except ValueError:
            raise Refusal("invalid_arguments") from None

    def structure(self, name: str, error: str = "invalid_arguments") -> Any:
        """A list or object: as itself in JSON, as a JSON string in a form; None when it was not sent."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value)
        except ValueError:
            raise Refusal(error) from None

    def names(self, name: str) -> list[str]:
        """Several values, separated by commas or given as a list."""
        value = self.values.get(name) or ""
        return (
            [str(v) for v in value] if isinstance(value, list) else [v.strip() for v in value.split(",") if v]
        )
