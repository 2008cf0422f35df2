"""Floors: rounded down to halves, never lowered unasked; and the table that shows them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.gate.floors import floor_of, is_below, load_floors, moved, write_floors
from tests.gate.measure import Measure
from tests.gate.table import CLOSES, OPENS, PAGE, floors_on, markdown_table, terminal_table, with_table

ONE = Measure("brief", "cue", 90.74, 54, "49 of 54")


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


def test_a_measure_falls_short_by_two_items_and_half_a_point() -> None:
    """One item of 54 may round otherwise on another processor, two may not; of 1,000 two are less than half a point."""
    assert not is_below(Measure("brief", "cue", 100 * 49 / 54, 54, ""), {"brief: cue": 100 * 50 / 54})
    assert is_below(Measure("brief", "cue", 100 * 48 / 54, 54, ""), {"brief: cue": 100 * 50 / 54})
    assert not is_below(Measure("brief", "cue", 94.8, 1000, ""), {"brief: cue": 95.0})
    assert is_below(Measure("brief", "cue", 94.5, 1000, ""), {"brief: cue": 95.0})


def test_a_measure_without_a_floor_falls_short() -> None:
    """Nothing passes for want of a floor."""
    assert is_below(ONE, {})
    assert not is_below(ONE, {"brief: cue": 90.5})


@pytest.mark.parametrize("family", ["honesty", "body", "metadata", "stories"])
def test_what_no_network_rounds_has_no_margin(family: str) -> None:
    """A promise is kept or broken."""
    assert is_below(Measure(family, "any", 99.9, 1000, ""), {f"{family}: any": 100.0})
    assert not is_below(Measure(family, "any", 100.0, 1000, ""), {f"{family}: any": 100.0})


def test_floors_are_read_back_as_written(tmp_path: Path) -> None:
    """The file keeps measures, floors and order."""
    floors = {"brief: cue": 90.5, "a: b": 100.0}
    write_floors(floors, tmp_path / "floors.json")
    assert list(load_floors(tmp_path / "floors.json").items()) == list(floors.items())


def test_the_terminal_table_marks_what_fails() -> None:
    """Measure, floor, reached, and which one is below."""
    line = terminal_table([ONE], {"brief: cue": 95.0}).splitlines()[1]
    assert line.split()[:4] == ["brief:", "cue", "95.0", "90.7"]
    assert line.endswith("BELOW")


def test_the_docs_table_is_replaced_between_its_marks_and_read_back() -> None:
    """What stands around the marks stays; the figures in it can be checked against a run."""
    page = with_table(f"Before\n{OPENS}\nold\n{CLOSES}\nafter", markdown_table({"brief: cue": 90.5}))
    assert page.startswith("Before\n")
    assert page.endswith("\nafter")
    assert "old" not in page
    assert floors_on(page) == {"brief: cue": 90.5}


def test_the_docs_say_what_the_gate_asks() -> None:
    """docs/quality.md and floors.json are one; `python -m tests.gate` writes the page."""
    assert floors_on(PAGE.read_text(encoding="utf-8")) == load_floors()


def test_a_page_without_marks_is_left_alone() -> None:
    """No table is written where nobody asked for one."""
    with pytest.raises(ValueError, match="no place"):
        with_table("Nothing here", "table")
