"""Many texts read by a few processes: in order, with bounded memory, each failure costing its own text alone.

Texts go to the processes in batches, for the parse is quicker over several. A batch that fails, hangs or kills
its process is read again text by text, and only what fails by itself is given up.
"""

from __future__ import annotations

import logging
import multiprocessing
import secrets
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import TimeoutError as DeadlinePassed
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from bot.readers.nursery import begin_loading, nursery
from bot.readers.pool import READ_DEADLINE
from bot.readers.quiet import begun
from bot.readers.unread import log_unread
from handlers.domain.errors import ReadingFailed
from handlers.domain.sentences import is_known, sentence_for
from handlers.render.shapes import unread_from_shape

Json = dict[str, Any]

AHEAD = 2  # batches under way per process: enough to keep it busy, few enough to bound memory
BATCH = 32  # texts; what the parse gains from
BATCH_CHARACTERS = 100_000  # some 17,000 words, five seconds on one core; twice that takes 100 MB more
SLOWEST = 2_000  # characters a second that a process must reach, a tenth of what one core does
BATCHES_PER_PROCESS = 100  # a process is replaced now and then: every new word stays in spaCy's memory

UNREADABLE, UNFORESEEN = "FileUnreadable", "Unforeseen"
MAY_PASS = frozenset(
    {ReadingFailed.__name__, UNREADABLE, UNFORESEEN}
)  # kinds of failure that may be over next time

log = logging.getLogger("nutgraf.many")


@dataclass(frozen=True, slots=True)
class ArchiveText:
    """One text of an archive: the text itself, or the file that holds it. `id` is whatever the archive calls it."""

    id: Any
    url: str
    text: str | None = None
    path: Path | None = None

    @property
    def characters(self) -> int:
        """Roughly how long it is."""
        return len(self.text) if self.text is not None else 0


@dataclass(frozen=True, slots=True)
class Work:
    """What a process does with a batch, and how it makes ready. Both are functions of a module."""

    read: Callable[[Sequence[ArchiveText]], list[Json]]
    prepare: Callable[..., object]
    arguments: tuple[object, ...] = ()
    deadline: float = READ_DEADLINE  # seconds, beside the time for the length of a text
    model: str | None = None  # the language model that the processes share; None where they read nothing


@dataclass
class Readers:
    """`jobs` processes at work."""

    work: Work
    jobs: int
    pool: ProcessPool = field(init=False)

    def __post_init__(self) -> None:
        model = self.work.model
        context = nursery(model) if model else multiprocessing.get_context("spawn")
        begin_loading(context)
        self.pool = ProcessPool(
            max_workers=self.jobs,
            max_tasks=BATCHES_PER_PROCESS,
            initializer=self.work.prepare,
            initargs=list(self.work.arguments),
            context=context,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """End the processes at once."""
        self.pool.stop()
        self.pool.join()

    def read(self, entries: Iterable[ArchiveText]) -> Iterator[tuple[ArchiveText, Json]]:
        """Each entry with its line, or with an "error" that says why there is none."""
        under_way: deque[tuple[list[ArchiveText], ProcessFuture[list[Json]]]] = deque()
        for batch in batches(entries):
            under_way.append((batch, self._begin(batch)))
            if len(under_way) >= self.jobs * AHEAD:
                yield from self._finish(*under_way.popleft())
        while under_way:
            yield from self._finish(*under_way.popleft())

    def _begin(self, batch: Sequence[ArchiveText]) -> ProcessFuture[list[Json]]:
        seconds = self.work.deadline + sum(entry.characters for entry in batch) / SLOWEST
        reading: ProcessFuture[list[Json]] = begun(self.pool).schedule(
            self.work.read, args=[batch], timeout=seconds
        )
        return reading

    def _finish(
        self, batch: list[ArchiveText], reading: ProcessFuture[list[Json]]
    ) -> Iterator[tuple[ArchiveText, Json]]:
        """The batch's lines; where one text stopped its reader, each text by itself."""
        if reading.exception() is None:
            yield from zip(batch, map(logged, reading.result()), strict=True)
            return
        for entry in batch:
            yield entry, self._alone(entry)

    def _alone(self, entry: ArchiveText) -> Json:
        """The line of one text, or why there is none: whatever stopped its reader, the others are read."""
        reading = self._begin([entry])
        error = reading.exception()
        if error is None:
            return logged(reading.result()[0])
        if isinstance(error, DeadlinePassed | ProcessExpired | MemoryError):
            return failure(ReadingFailed(entry.url))
        return failure(error)


def batches(entries: Iterable[ArchiveText]) -> Iterator[list[ArchiveText]]:
    """Entries in order, as many at once as are quickest to read."""
    batch: list[ArchiveText] = []
    for entry in entries:
        batch.append(entry)
        if len(batch) >= BATCH or sum(one.characters for one in batch) >= BATCH_CHARACTERS:
            yield batch
            batch = []
    if batch:
        yield batch


def unreadable(path: Path | str, error: OSError | ValueError) -> Json:
    """Why a file has no line."""
    why = (error.strerror if isinstance(error, OSError) else None) or "cannot be read"
    return {"error": f"{path}: {why}.", "kind": UNREADABLE}


def logged(line: Json) -> Json:
    """The line; what could not be read of its text is in the log."""
    log_unread(unread_from_shape(one) for one in line.get("unread", ()))
    return line


def failure(error: BaseException) -> Json:
    """Why a text has no line: in one sentence, and by the error's name in handlers/domain/errors.py."""
    if is_known(error):
        return {"error": sentence_for(error), "kind": type(error).__name__}
    reference = secrets.token_hex(4)
    log.error("a text could not be read, reference %s", reference, exc_info=error)
    return {"error": sentence_for(error, reference), "kind": UNFORESEEN}
