"""A file of JSON lines that grows: what is in it need not be made again."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import IO, Any, Self

from bot.cli.jsonl import Json


class Kept:
    """Lines with an "id", appended to a file, or to standard output where there is none.

    A line is written whole or, after a kill, torn; a torn last line is cut off when the file is opened again.
    """

    def __init__(self, path: Path | None) -> None:
        self.ids: set[str] = set()
        self.file: IO[bytes] = sys.stdout.buffer if path is None else self._open(path)
        self.path = path

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.path is not None:
            self.file.close()

    def __contains__(self, identity: Any) -> bool:  # noqa: ANN401  # an id is any JSON value
        return json.dumps(identity) in self.ids

    def add(self, line: Json) -> None:
        """Write one line at once, so that who reads along has it and a kill costs no earlier one."""
        # Half a surrogate pair, which no UTF-8 can hold, is written as JSON's own escape.
        self.file.write(json.dumps(line, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n")
        self.file.flush()

    def _open(self, path: Path) -> IO[bytes]:
        file = path.open("a+b")
        file.seek(0)
        whole = 0
        for line in file:
            if line.endswith(b"\n"):
                whole += len(line)
                self.ids.update(identity_on(line))
        file.truncate(whole)
        return file


def identity_on(line: bytes) -> tuple[str, ...]:
    """The id on a line, written as JSON; nothing if the line has none."""
    try:
        found = json.loads(line)
    except ValueError:
        return ()
    return (json.dumps(found["id"]),) if isinstance(found, dict) and "id" in found else ()
