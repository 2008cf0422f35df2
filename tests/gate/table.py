"""The gate's table: for a terminal when it fails, as Markdown for the docs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from tests.gate.floors import Floors, is_below
from tests.gate.measure import Measure

PAGE = Path(__file__).parents[2] / "docs" / "quality.md"
OPENS, CLOSES = "<!-- gate: written by python -m tests.gate -->", "<!-- end of gate -->"
HEAD = "| of | measure | at least |\n|---|---|--:|"
ROW = re.compile(r"^\| ([^|]+?) \| ([^|]+?) \| ([\d.]+) \|", re.MULTILINE)


def terminal_table(reached: Iterable[Measure], floors: Floors) -> str:
    """Measure, floor and what is reached, those that fail marked."""
    lines = [f"{'measure':<58}{'floor':>7}{'reached':>9}"]
    for one in reached:
        floor = f"{floors[one.key]:.1f}" if one.key in floors else "none"
        fails = "  BELOW" if is_below(one, floors) else ""
        lines.append(f"{one.key:<58}{floor:>7}{one.percent:>9.1f}  ({one.detail}){fails}")
    return "\n".join(lines)


def markdown_table(floors: Floors) -> str:
    """The floors for a page of the docs: what is reached differs a little from one processor to another."""
    rows = (f"| {key.replace(': ', ' | ', 1)} | {floor:.1f} |" for key, floor in floors.items())
    return "\n".join((HEAD, *rows))


def with_table(page: str, table: str) -> str:
    """`page` with `table` between its marks. Raises ValueError when a mark is missing."""
    before, _, rest = page.partition(OPENS)
    _, found, after = rest.partition(CLOSES)
    if not found:
        raise ValueError(f"no place for the table: {OPENS} and {CLOSES}")
    return f"{before}{OPENS}\n{table}\n{CLOSES}{after}"


def floors_on(page: str) -> dict[str, float]:
    """What a page says is reached at least, in percent by measure."""
    table = page.partition(OPENS)[2].partition(CLOSES)[0]
    return {f"{family}: {name}": float(floor) for family, name, floor in ROW.findall(table)}
