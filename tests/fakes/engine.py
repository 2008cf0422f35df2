"""An engine in memory with the durable engine's promises, and a way to die at any step."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from typing import Any

from handlers.ports import Json, Steps

Flow = Callable[[Steps, Json], Json]


class Died(BaseException):
    """The process is gone; nothing may catch it."""


class FakeEngine:
    """Runs flows at once. `die_before` or `die_after` name the number of the act at which the process dies."""

    def __init__(self, flows: Mapping[str, Flow]) -> None:
        self.flows = flows
        self.begun: dict[str, tuple[str, Json]] = {}
        self.ended: dict[str, Json] = {}
        self.kept: dict[str, list[Json]] = {}
        self.acts = 0
        self.die_before = self.die_after = -1
        self.slept: list[float] = []
        self.slow = False

    def go_on_from(self, before: FakeEngine) -> None:
        """Know every flow of another engine, as one that is started again on its database would."""
        self.begun, self.ended, self.kept = deepcopy((before.begun, before.ended, before.kept))
        self.acts = before.acts

    def begin(self, flow: str, flow_id: str, argument: Json) -> None:
        if flow_id not in self.begun:
            self.begun[flow_id] = (flow, through_json(argument))
            self.run(flow_id)

    def run(self, flow_id: str) -> None:
        flow, argument = self.begun[flow_id]
        self.ended[flow_id] = through_json(self.flows[flow](FakeSteps(self, flow_id), argument))

    def resume(self) -> None:
        """A new process: take up whatever did not end."""
        for flow_id in [one for one in self.begun if one not in self.ended]:
            if flow_id not in self.ended:
                self.run(flow_id)


class FakeSteps:
    """The inside of a flow in the fake engine: a kept result is given again, not made again."""

    def __init__(self, engine: FakeEngine, flow_id: str) -> None:
        self.engine = engine
        self.flow_id = flow_id
        self.at = 0
        self.is_new = False

    def run(self, name: str, act: Callable[..., Json], *arguments: Any) -> Json:
        kept = self.engine.kept.setdefault(self.flow_id, [])
        self.is_new = self.at == len(kept)
        if self.is_new:
            kept.append(through_json(self.acted(act, arguments)))
        self.at += 1
        return kept[self.at - 1]

    def acted(self, act: Callable[..., Json], arguments: tuple[Any, ...]) -> Json:
        number = self.engine.acts
        self.engine.acts += 1
        if number == self.engine.die_before:
            raise Died
        outcome = act(*arguments)
        if number == self.engine.die_after:
            raise Died
        return outcome

    def sleep(self, seconds: float) -> None:
        self.engine.slept.append(seconds)

    def begin(self, flow: str, flow_id: str, argument: Json) -> None:
        self.engine.begin(flow, flow_id, argument)

    def unfinished(self, flow_ids: Sequence[str], within: float) -> Sequence[str]:
        """Every flow here ends when it is begun, unless all are taken to be `slow`."""
        found = list(flow_ids) if self.engine.slow else []
        return list(self.run("wait", lambda: {"unfinished": found})["unfinished"])

    def result(self, flow_id: str) -> Json:
        if flow_id not in self.engine.ended:
            self.engine.run(flow_id)
        return self.engine.ended[flow_id]


def through_json(value: Json) -> Json:
    """What the durable engine would keep of `value`; fails where JSON has no word for it."""
    kept: Json = json.loads(json.dumps(value))
    return kept
