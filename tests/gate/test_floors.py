"""Floors: rounded down to halves, never lowered unasked; and the table that shows them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.gate.floors import floor_of, is_below, load_floors, moved, write_floors
from tests.gate.measure import Measure
from tests.gate.table import CLOSES, OPENS, figures_of, markdown_table, terminal_table, with_table

ONE = Measure("brief", "cue", 90.74, "49 of 54")


def test_a_floor_lies_on_the_half_below() -> None:
    """90.74 stands on 90.5, 100 on 100."""
    assert floor_of(90.74) == 90.5
    assert floor_of(100.0) == 100.0
    assert floor_of(100 * 0.29) == 29.0


def test_floors_rise_but_do_not_sink_unasked() -> None:
    """Writing keeps a higher floor unless lowering is accepted; a new measure gets its first."""
    assert moved({"brief: cue": 95.0}, [ONE], may_lower=False) == {"brief: cue": 95.0}
    assert moved({"brief: cue": 95.0}, [ONE], may_lower=True) == {"brief: cue": 90.5}
    assert moved({"brief: cue": 80.0, "brief: gone": 9.0}, [ONE], may_lower=False) == {"brief: cue": 90.5}


def test_a_measure_under_its_floor_or_without_one_fails() -> None:
    """Nothing passes for want of a floor."""
    assert is_below(ONE, {"brief: cue": 91.0})
    assert is_below(ONE, {})
    assert not is_below(ONE, {"brief: cue": 90.5})


def test_floors_are_read_back_as_written(tmp_path: Path) -> None:
    """The file keeps measures, floors and order."""
    floors = {"brief: cue": 90.5, "a: b": 100.0}
    write_floors(floors, tmp_path / "floors.json")
    assert list(load_floors(tmp_path / "floors.json").items()) == list(floors.items())


def test_the_terminal_table_marks_what_fails() -> None:
    """Measure, floor, reached, and which one is below."""
    line = terminal_table([ONE], {"brief: cue": 91.0}).splitlines()[1]
    assert line.split()[:4] == ["brief:", "cue", "91.0", "90.7"]
    assert line.endswith("BELOW")


def test_the_docs_table_is_replaced_between_its_marks_and_read_back() -> None:
    """What stands around the marks stays; the figures in it can be checked against a run."""
    page = with_table(f"Before\n{OPENS}\nold\n{CLOSES}\nafter", markdown_table([ONE], {"brief: cue": 90.5}))
    assert page.startswith("Before\n")
    assert page.endswith("\nafter")
    assert "old" not in page
    assert figures_of(page) == {"brief: cue": 90.7}


def test_a_page_without_marks_is_left_alone() -> None:
    """No table is written where nobody asked for one."""
    with pytest.raises(ValueError, match="no place"):
        with_table("Nothing here", "table")
