"""One desk a data folder: two would answer everything twice."""

from __future__ import annotations

import fcntl
from pathlib import Path
from types import TracebackType
from typing import Self

from handlers.domain.errors import AlreadyRunning

LOCK = "running.lock"


class OnlyOne:
    """The right to be the desk of a data folder, as a context manager. It ends with the process, however that ends."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / LOCK

    def __enter__(self) -> Self:
        self.file.parent.mkdir(parents=True, exist_ok=True)
        self.held = self.file.open("a")
        try:
            fcntl.flock(self.held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            self.held.close()
            raise AlreadyRunning(str(self.file.parent)) from error
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.held.close()
