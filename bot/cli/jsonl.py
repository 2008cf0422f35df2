"""JSON lines in and out, streaming."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from typing import Any

import click

Json = dict[str, Any]


class Lines:
    """JSON objects, one a line. A line that is none, or lacks a key, is told on stderr and passed over."""

    def __init__(self, stream: Iterable[str], required: tuple[str, ...]) -> None:
        self.stream = stream
        self.required = required
        self.skipped = 0

    def __iter__(self) -> Iterator[Json]:
        for number, line in enumerate(self.stream, start=1):
            if line.strip():
                yield from self.parsed(number, line)

    def parsed(self, number: int, line: str) -> Iterator[Json]:
        """The object on a line, or nothing."""
        try:
            found = json.loads(line)
        except ValueError:
            found = None
        lacking = [key for key in self.required if not isinstance(found, dict) or key not in found]
        if lacking:
            self.skipped += 1
            click.echo(f"line {number} passed over: no JSON object with {', '.join(self.required)}", err=True)
            return
        yield found


def emit(line: Json) -> None:
    """Write one object and flush, so that who reads along has it at once."""
    sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def finish(lines: Lines) -> None:
    """Exit with 1 when lines were passed over."""
    if lines.skipped:
        raise SystemExit(1)
