"""The bench's tables find their places in docs/speed.md."""

from __future__ import annotations

import re

from bench.tables import PAGE, Table, milliseconds, percentile


def test_every_place_in_the_page_has_its_end():
    """A table that has no place would be lost."""
    page = PAGE.read_text(encoding="utf-8")
    places = re.findall(r"<!-- (?!end of )(.+?) -->", page)
    assert places
    assert re.findall(r"<!-- end of (.+?) -->", page) == places


def test_a_table_is_written_as_markdown():
    """Figures stand to the right."""
    table = Table("x", ("what", "time"), (("parse", "1 s"),))
    assert table.markdown() == "| what | time |\n| --- | --: |\n| parse | 1 s |"


def test_percentiles_are_values_that_were_measured():
    """The median of four is the second, the 95th percentile of a hundred the 95th."""
    assert percentile([4, 1, 3, 2], 50) == 2
    assert percentile(range(1, 101), 95) == 95
    assert milliseconds(0.0042) == "4.2 ms"
    assert milliseconds(0.42) == "420 ms"
