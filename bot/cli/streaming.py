"""What `extract` and `brief` do over an archive: a line for each text, in order; a later run continues where it stopped."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bot.cli.archive import open_archive
from bot.cli.kept import KeptLines
from bot.cli.progress import counting
from bot.readers.many import ArchiveText, Readers, Work


def stream(source: str, work: Work, jobs: int, out: Path | None) -> None:
    """Write a line for each text in the archive `source`; those whose ids are in `out` are passed over.

    A text that cannot be read has an "error" in its line. Exits with 1 when lines of the archive were no texts.
    """
    archive = open_archive(source)
    with (
        KeptLines(out) as kept,
        counting(archive.size, to_screen=out is None) as count,
        Readers(work, jobs) as readers,
    ):

        def wanted() -> Iterator[ArchiveText]:
            for entry in archive.entries():
                if entry.id not in kept:
                    yield entry
                else:
                    count()

        for entry, line in readers.read(wanted()):
            kept.add({"id": entry.id, **line})
            count()
    if archive.skipped:
        raise SystemExit(1)
