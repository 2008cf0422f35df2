"""JSON lines in and out, streaming, in UTF-8 whatever the terminal speaks."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from typing import IO, Any

import click

Json = dict[str, Any]

HALVES = re.compile(
    "[\ud800-\udfff]"
)  # of a pair that stands for one character: JSON can write them, no file hold them
REPLACEMENT = "\ufffd"


class Lines:
    """JSON objects, one a line. A line that is none, or lacks a key, is told on stderr and passed over.

    An "id" may be anything; the other `required` keys are strings.
    """

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
        found = loaded(line)
        if isinstance(found, dict) and all(self.has(found, key) for key in self.required):
            yield found
            return
        self.skipped += 1
        wanted = ", ".join(key if key == "id" else f"{key} (a string)" for key in self.required)
        click.echo(f"line {number} skipped: no JSON object with {wanted}", err=True)

    def has(self, found: Json, key: str) -> bool:
        """Whether a key is there, with a value that can be used."""
        return key in found and (key == "id" or isinstance(found[key], str))


def loaded(line: str | bytes) -> Any:  # noqa: ANN401  # any JSON value
    """What a line holds; None when it is no JSON, or nested without end."""
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None


def open_lines(source: str) -> AbstractContextManager[IO[str]]:
    """The lines of a file, or of standard input for "-"."""
    return click.open_file(source, encoding="utf-8-sig", errors="replace")


def string(line: Json, key: str) -> str | None:
    """The string under a key with every character whole, as long as it was; None where there is none."""
    found = line.get(key)
    return HALVES.sub(REPLACEMENT, found) if isinstance(found, str) else None


def encoded(value: object) -> bytes:
    """A JSON value as one line. Half a character, which no UTF-8 can hold, is written as JSON's own escape."""
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n"


def emit(value: object) -> None:
    """Write one value and flush, so that who reads along has it at once."""
    sys.stdout.flush()
    sys.stdout.buffer.write(encoded(value))
    sys.stdout.buffer.flush()


def finish(lines: Lines) -> None:
    """Exit with 1 when lines were passed over."""
    if lines.skipped:
        raise SystemExit(1)
