"""Orders to a fake in another process: POST /control/NAME {"args": [...], "kwargs": {...}}."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from typing import Any

from tests.fakes.slack.fake import FakeSlack
from tests.fakes.slack.hub import Delivery
from tests.fakes.slack.interaction import Interaction
from tests.fakes.slack.model import Json

# A predicate cannot travel; the distant side looks again after each change instead.
_NOT_FOR_ORDERS = {"start", "stop", "wait_for"}
_TAG = "$"


class Control:
    """Carries out orders and writes their results as JSON that `remote` reads back."""

    def __init__(self, slack: FakeSlack) -> None:
        self._slack = slack
        self._interactions: list[Interaction] = []

    def answer(self, name: str, body: bytes) -> tuple[int, Json]:
        """One order: 200 with its result, or 400 with the failure in words."""
        try:
            order = json.loads(body or b"{}")
            result = self._do(name, order.get("args", []), order.get("kwargs", {}))
            return 200, {"result": self.encode(result)}
        except Exception as error:  # noqa: BLE001 - the one who gave the order gets to read it
            return 400, {"error": f"{type(error).__name__}: {error}"}

    def _do(self, name: str, args: list[Any], kwargs: Json) -> Any:
        if name == "wait_change":
            return self._wait_change(*args, **kwargs)
        if name == "interaction":
            return self._interactions[int(args[0])]
        if name.startswith("_") or name in _NOT_FOR_ORDERS:
            raise LookupError(f"no order {name}")
        found = getattr(self._slack, name)
        return found(*args, **kwargs) if callable(found) else found

    def _wait_change(self, since: int, timeout: float) -> int:
        """The number of changes so far, as soon as there were more than `since`, or after `timeout` seconds."""
        changed = self._slack.changed
        with changed:
            changed.wait_for(lambda: changed.count > since, timeout)
            return changed.count

    def encode(self, value: Any) -> Any:
        """A result as JSON, with the names of the classes."""
        if isinstance(value, Interaction):
            return self._encode_interaction(value)
        if is_dataclass(value) and not isinstance(value, type):
            return {_TAG: type(value).__name__} | {
                field.name: self.encode(getattr(value, field.name))
                for field in fields(value)
                if not (isinstance(value, Delivery) and field.name == "on_ack")
            }
        if isinstance(value, bytes):
            return value.decode(errors="replace")
        if isinstance(value, dict):
            return {name: self.encode(each) for name, each in value.items()}
        return [self.encode(each) for each in value] if isinstance(value, (list, tuple)) else value

    def _encode_interaction(self, interaction: Interaction) -> Json:
        if interaction not in self._interactions:
            self._interactions.append(interaction)
        names = ("payload", "acked", "failed", "error", "ack", "responses")
        seen = {name: self.encode(getattr(interaction, name)) for name in names}
        latency = interaction.latency if interaction.acked else None
        return {
            _TAG: "RemoteInteraction",
            "number": self._interactions.index(interaction),
            "latency": latency,
        } | seen
