"""What a process and its children take of the machine, from /proc."""

from __future__ import annotations

import os
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")


def family(pid: int) -> tuple[int, ...]:
    """A process and all that it started."""
    parents = {int(path.name): parent_of(path) for path in Path("/proc").iterdir() if path.name.isdigit()}
    found = [pid]
    for member in found:
        found += [child for child, parent in parents.items() if parent == member]
    return tuple(found)


def memory(pid: int) -> float:
    """Megabytes of the whole family, shared pages counted once."""
    return sum(map(proportional, family(pid))) / 1024


def processor_time(pid: int, *, alone: bool = False) -> float:
    """Seconds of processor time that the whole family has used, or the process alone."""
    return sum(map(ticks, (pid,) if alone else family(pid))) / TICKS


def parent_of(process: Path) -> int:
    found = fields(process)
    return int(found[1]) if found else 0


def ticks(pid: int) -> int:
    found = fields(Path("/proc", str(pid)))
    return int(found[11]) + int(found[12]) if found else 0


def fields(process: Path) -> list[str]:
    """Of /proc/PID/stat, from the state on; empty when the process is gone."""
    try:
        return (process / "stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
    except OSError:
        return []


def proportional(pid: int) -> int:
    """Kilobytes."""
    try:
        lines = Path("/proc", str(pid), "smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
