"""A file of JSON lines that grows: what is in it need not be made again."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from typing import IO, Any, Self

import click

from bot.cli.jsonl import Json, encoded, loaded
from bot.readers.many import MAY_PASS
from bot.sqlite_file import OWN


class KeptLines:
    """Lines with an "id", appended to a file, or to standard output where there is none.

    A line is written whole or, after a kill, torn. When the file is opened again, a torn last line is cut off, and the
    lines of texts that failed for a reason that may pass are taken out: those texts are tried again.
    """

    def __init__(self, path: Path | None) -> None:
        self.ids: set[str] = set()
        self.path = path
        self.file: IO[bytes] = sys.stdout.buffer
        if path is not None:
            try:
                self.file = self._open(path.resolve())
            except OSError as error:
                raise click.ClickException(f"{path} cannot be written ({error.strerror}).") from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.path is not None:
            self.file.close()

    def __contains__(self, identity: Any) -> bool:  # noqa: ANN401  # an id is any JSON value
        return json.dumps(identity) in self.ids

    def add(self, line: Json) -> None:
        """Write one line at once, so that who reads along has it and a kill costs no earlier one."""
        self.file.write(encoded(line))
        self.file.flush()

    def _open(self, path: Path) -> IO[bytes]:
        if path.is_file() and self._take_stock(path):
            leave_out_failures(path)
        return path.open("ab")

    def _take_stock(self, path: Path) -> bool:
        """Note the ids of whole lines and cut a torn one off; whether there are lines to be tried again."""
        whole, again = 0, False
        with path.open("r+b") as file:
            for line in file:
                if not line.endswith(b"\n"):
                    break
                whole += len(line)
                failed = is_to_be_tried_again(line)
                again = again or failed
                self.ids.update(() if failed else identity_on(line))
            file.truncate(whole)
        return again


def leave_out_failures(path: Path) -> None:
    """Rewrite the file without the lines that are tried again; a kill leaves the old one or the new one."""
    kept = path.with_name(f"{path.name}.part")
    kept.touch(mode=OWN)
    with path.open("rb") as file, kept.open("wb") as part:
        part.writelines(line for line in file if not is_to_be_tried_again(line))
    shutil.copymode(path, kept)
    kept.replace(path)


def is_to_be_tried_again(line: bytes) -> bool:
    """Whether a line tells of a failure that may be over by now."""
    found = loaded(line) if b'"kind"' in line else None
    return isinstance(found, dict) and "error" in found and found.get("kind") in MAY_PASS


def identity_on(line: bytes) -> tuple[str, ...]:
    """The id on a line, written as JSON; nothing if the line has none."""
    found = loaded(line)
    return (json.dumps(found["id"]),) if isinstance(found, dict) and "id" in found else ()
