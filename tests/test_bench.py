"""The bench's tables find their places in docs/speed.md."""

from __future__ import annotations

import re

from bench import archive, streaming
from bench.growth import story_of, text_of
from bench.tables import PAGE, Table, exponent, milliseconds, percentile


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


def test_the_exponent_is_that_of_what_was_measured():
    """Twice as much in twice the time is 1, in four times 2."""
    assert round(exponent([(100, 1.0), (200, 2.0), (400, 4.0)]), 6) == 1
    assert round(exponent([(1, 0.1), (2, 0.4), (4, 1.6)]), 6) == 2


def test_an_archive_and_its_readers_have_their_exponents():
    """A look-up that does not grow has 0, a file that does 1; two processes in half the time are -1."""
    sizes = [archive.Size(n, {"who": [0.002]}, 1_500 * n) for n in (10_000, 100_000)]
    assert [line[-1] for line in archive.table(sizes).rows] == ["0.00", "1.00"]
    runs = [
        streaming.Run(76, 1, 12.0, 600),
        streaming.Run(76, 2, 6.0, 1100),
        streaming.Run(228, 1, 36.0, 700),
    ]
    assert streaming.table(runs).rows[-1][1] == "-1.00"


def test_texts_that_grow_name_somebody_else_in_every_paragraph():
    """And are as long as they were asked to be, but for a paragraph."""
    text = text_of(600)
    assert 600 <= len(text.split()) < 640
    assert len(set(text.split("\n\n"))) == len(text.split("\n\n"))
    assert len({article.text for article in story_of(4)}) == 4
