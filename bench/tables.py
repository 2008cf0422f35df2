"""Figures as a reader sees them: rows of a table, put between markers in docs/speed.md."""

from __future__ import annotations

import os
import platform
import re
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path

PAGE = Path(__file__).parents[1] / "docs" / "speed.md"


@dataclass(frozen=True, slots=True)
class Table:
    """One part's figures. `name` is that of its markers in the page."""

    name: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def markdown(self) -> str:
        lines = [self.head, ("---",) + ("--:",) * (len(self.head) - 1), *self.rows]
        return "\n".join(f"| {' | '.join(line)} |" for line in lines)

    def show(self) -> None:
        """For who runs one part by itself."""
        print(self.markdown())


def write(table: Table) -> None:
    """Put a table between its markers in the page."""
    marks = f"<!-- {table.name} -->", f"<!-- end of {table.name} -->"
    page = PAGE.read_text(encoding="utf-8")
    pattern = re.compile(f"{re.escape(marks[0])}\n.*?{re.escape(marks[1])}", re.DOTALL)
    if not pattern.search(page):
        raise LookupError(f"{PAGE} has no place for {table.name}")
    whole = f"{marks[0]}\n{table.markdown()}\n{marks[1]}"
    PAGE.write_text(pattern.sub(lambda _: whole, page), encoding="utf-8")


def percentile(values: Iterable[float], share: int) -> float:
    """The value that `share` percent are not above."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, -(-len(ordered) * share // 100) - 1)]


def median(values: Sequence[float]) -> float:
    return percentile(values, 50)


def exponent(points: Sequence[tuple[float, float]]) -> float:
    """The slope of a straight line through (size, time), both as logarithms. It takes two sizes or more."""
    xs, ys = [log(size) for size, _ in points], [log(max(seconds, 1e-6)) for _, seconds in points]
    middle, level = sum(xs) / len(xs), sum(ys) / len(ys)
    rise = sum((x - middle) * (y - level) for x, y in zip(xs, ys, strict=True))
    return rise / sum((x - middle) ** 2 for x in xs)


def milliseconds(seconds: float) -> str:
    return f"{1000 * seconds:.0f} ms" if seconds >= 0.01 else f"{1000 * seconds:.1f} ms"


def machine() -> str:
    """What absolute figures were measured on."""
    names = re.findall(r"model name\s*:\s*(.+)", Path("/proc/cpuinfo").read_text(encoding="ascii"))
    name = names[0] if names else platform.machine()
    busy = os.getloadavg()[1]
    return f"{os.cpu_count()} cores of {name} at load {busy:.1f}, Python {platform.python_version()}"


def revision() -> str:
    """The commit that is measured."""
    done = subprocess.run(  # the git on the path
        ["git", "rev-parse", "--short", "HEAD"],  # noqa: S607
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout.strip() or "no checkout"
