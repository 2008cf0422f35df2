"""`extract` over an archive: how much more several processes read than one, and whether memory grows with what is read.

python -m bench.streaming [--archive texts.jsonl]
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.processes import memory
from bench.tables import Table, exponent
from bench.texts import articles

LOOK = 0.3  # seconds between two looks at the memory
TIMES = 3  # the long archive is so many times the short one
JOBS = {1: (1, 2, 3, 4), TIMES: (1, 2)}  # processes, for either archive


@dataclass(frozen=True, slots=True)
class Run:
    """One run over an archive of `texts` articles."""

    texts: int
    jobs: int
    seconds: float
    peak: float  # megabytes, of all its processes

    def row(self) -> tuple[str, ...]:
        return (
            f"{self.texts:,} articles, --jobs {self.jobs}",
            f"{self.seconds:.1f} s",
            f"{self.texts / self.seconds:.1f}",
            f"{self.peak:.0f} MB",
        )


def measure(archive: Path | None = None) -> Iterator[Run]:
    """The archive by one process to four, and one `TIMES` as long by one and by two."""
    texts = [article.text for article in articles(archive)]
    with tempfile.TemporaryDirectory() as folder:
        for times, processes in JOBS.items():
            path = Path(folder, f"{times}.jsonl")
            lines = (json.dumps({"id": n, "text": text}) + "\n" for n, text in enumerate(texts * times))
            path.write_text("".join(lines), encoding="utf-8")
            for jobs in processes:
                yield run(path, len(texts) * times, jobs)


def run(path: Path, texts: int, jobs: int) -> Run:
    """One run of the command, start included."""
    command = [sys.executable, "-m", "bot", "extract", "--jsonl", str(path), "--jobs", str(jobs)]
    began, peak = time.monotonic(), 0.0
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as running:  # noqa: S603
        while running.poll() is None:
            peak = max(peak, memory(running.pid))
            time.sleep(LOOK)
    return Run(texts, jobs, time.monotonic() - began, peak)


def table(runs: list[Run]) -> Table:
    """A row a run, and how the time falls with more processes: -1 where two take half of it."""
    head = ("extract, start included", "time", "articles a second", "peak memory")
    short = [(one.jobs, one.seconds) for one in runs if one.texts == runs[0].texts]
    by_jobs = (f"exponent by jobs, {runs[0].texts:,} articles", f"{exponent(short):.2f}", "", "")
    return Table("streaming", head, (*(one.row() for one in runs), by_jobs))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--archive", type=Path, help='{"id", "text"} lines instead of the corpus')
    table(list(measure(parser.parse_args().archive))).show()


if __name__ == "__main__":
    main()
