"""Numbers about a running bot or worker, for Prometheus. No id of Slack's and no word of an article is in any of them.

By Prometheus' conventions: base units, no blanks in labels, the process's own numbers, and one that says what runs.
"""

from __future__ import annotations

import platform
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    Info,
    ProcessCollector,
    generate_latest,
)

from handlers.ports import Json

SECONDS = (0.01, 0.05, 0.1, 0.5, 1, 2, 5, 10, 30, 60)
FILE = "file"  # the step whose outcome is counted: the desk takes it, wherever the link was read
KINDS = frozenset({"brief", "pointer", "problem"})


class Metrics:
    """What is counted, in a registry of its own; may be used from several threads."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        build = Info("nutgraf_build", "Which release runs on which Python", registry=self.registry)
        build.info({"version": release(), "python": platform.python_version()})
        self.steps = Histogram(
            "nutgraf_step_seconds",
            "How long steps of flows took",
            ["step"],
            buckets=SECONDS,
            registry=self.registry,
        )
        self.links = Counter(
            "nutgraf_links", "Links, by what they were answered with", ["answer"], registry=self.registry
        )
        self.failures = Counter(
            "nutgraf_failures",
            "Links that could not be briefed, by reason",
            ["reason"],
            registry=self.registry,
        )
        self.waits = Counter(
            "nutgraf_slack_waits",
            "Times that Slack (429) or its pace made a step wait",
            registry=self.registry,
        )
        self.refusals = Counter(
            "nutgraf_slack_refusals",
            "Calls that Slack refused for good, by step and Slack's code",
            ["step", "code"],
            registry=self.registry,
        )
        self.waiting = Gauge(
            "nutgraf_flows_unfinished", "Flows begun and not finished", registry=self.registry
        )

    def watch(self, step: str, seconds: float, outcome: Json) -> None:
        """One step of a flow has ended."""
        label = step.replace(" ", "_")
        self.steps.labels(label).observe(seconds)
        if step == FILE and outcome.get("kind") in KINDS:
            self.links.labels(outcome["kind"]).inc()
        if step == FILE and "error" in outcome:
            self.failures.labels(outcome["error"]).inc()
        if "refused" in outcome:
            self.refusals.labels(label, outcome["refused"]).inc()
        if outcome.get("wait"):
            self.waits.inc()

    def count_waiting(self, count: Callable[[], int]) -> None:
        """Ask `count` at each look."""
        self.waiting.set_function(count)

    def text(self) -> bytes:
        """All of it as Prometheus reads it."""
        return generate_latest(self.registry)


def release() -> str:
    """Which Nutgraf this is; "unknown" in a checkout that is not installed."""
    try:
        return version("nutgraf")
    except PackageNotFoundError:
        return "unknown"
