"""A fake in another process, used as if it were here; it outlives the bots that talk to it."""

from __future__ import annotations

import json
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from tests.fakes.slack.api import LoggedCall
from tests.fakes.slack.hub import Attempt, Delivery
from tests.fakes.slack.model import Ephemeral, Json, Message, Reaction, View

T = TypeVar("T")
_ANSWER_SECONDS = 60.0
_LOOK_AGAIN_SECONDS = 1.0
_ROOT = Path(__file__).parents[3]


@dataclass(frozen=True, slots=True)
class RemoteInteraction:
    """An interaction as it stood when it was asked for; `RemoteSlack.interaction(number)` asks again."""

    number: int
    payload: Json
    acked: bool
    failed: bool
    error: str
    latency: float | None
    ack: Json
    responses: tuple[Json, ...]


_CLASSES = {
    kind.__name__: kind
    for kind in (Attempt, Delivery, Ephemeral, LoggedCall, Message, Reaction, RemoteInteraction, View)
}


class RemoteSlack:
    """Every public method and property of FakeSlack by the same name, and wait_for."""

    def __init__(self, host: str) -> None:
        self._host = host
        self.url: str = self._order("url")
        self.bot_token: str = self._order("bot_token")
        self.app_token: str = self._order("app_token")
        self.bot_user: str = self._order("bot_user")

    def __getattr__(self, name: str) -> Callable[..., Any]:
        if name.startswith("_"):
            raise AttributeError(name)
        return lambda *args, **kwargs: self._order(name, *args, **kwargs)

    def _order(self, name: str, *args: Any, **kwargs: Any) -> Any:
        body = json.dumps({"args": args, "kwargs": kwargs}).encode()
        request = urllib.request.Request(f"http://{self._host}/control/{name}", data=body, method="POST")
        try:
            with urllib.request.urlopen(request, timeout=_ANSWER_SECONDS) as answer:  # noqa: S310 - loopback
                return decode(json.load(answer)["result"])
        except urllib.error.HTTPError as error:
            raise RuntimeError(json.load(error).get("error", "no such order")) from None

    def wait_for(self, predicate: Callable[[], T], timeout: float = 5.0) -> T:
        """The first true value of `predicate`, looked at again after every change over there."""
        deadline = time.monotonic() + timeout
        changes = -1
        while True:
            changes = self._order("wait_change", changes, 0.0)
            if value := predicate():
                return value
            left = deadline - time.monotonic()
            if left <= 0:
                raise AssertionError(f"not so within {timeout} s")
            self._order("wait_change", changes, min(left, _LOOK_AGAIN_SECONDS))


def decode(value: Any) -> Any:
    """What control.encode wrote: lists become tuples, except inside JSON that is Slack's own."""
    if isinstance(value, list):
        return tuple(decode(each) for each in value)
    if isinstance(value, dict) and "$" in value:
        names = {name: decode(each) for name, each in value.items() if name != "$"}
        return _CLASSES[value["$"]](**names)
    return value


class SlackProcess:
    """A fake as a process of its own, started and ended as a context manager."""

    def __init__(self, *options: str) -> None:
        self._command = [sys.executable, "-m", "tests.fakes.slack", "--port", "0", "--control", *options]
        self._process: subprocess.Popen[str] | None = None

    def __enter__(self) -> RemoteSlack:
        self._process = subprocess.Popen(self._command, stdout=subprocess.PIPE, text=True, cwd=_ROOT)  # noqa: S603 - ourselves
        assert self._process.stdout is not None
        return RemoteSlack(json.loads(self._process.stdout.readline())["host"])

    def __exit__(self, *_: object) -> None:
        if self._process is not None:
            self._process.terminate()
            self._process.wait(timeout=10)
