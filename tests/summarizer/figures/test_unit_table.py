"""What each unit owes: its own words and symbols are read as it, and what we print of it is read as it too."""

from __future__ import annotations

from collections import Counter

import pytest

from handlers.render.wording import plural
from summarizer.figures.ambiguous import RIVALS
from summarizer.figures.unit_table import UNITS, Unit
from summarizer.figures.units import measure_after

EACH = pytest.mark.parametrize("unit", UNITS, ids=[unit.name for unit in UNITS])

# What is not read as its own unit so far. Take out what you mend; put nothing in.
KNOWN_WORDS = {"pound per square inch", "week of age", "day of age"}
KNOWN_SYMBOLS = {
    "ft²",
    "ft2",
    "km²",
    "km2",
    "km³",
    "KM/H",
    "ft-lb",
    "s",
}  # "s" is read behind a decimal: 9.8s


def read(words: str) -> str | None:
    """The unit of "12 …"."""
    found = measure_after(f"12{words}", 2)
    return found.name if found and found.end == len(f"12{words}") else None


@EACH
def test_what_is_printed_of_a_unit_is_read_as_it(unit: Unit) -> None:
    """Many of it, as a brief writes them: a plural that is not "+ s" stands in `handlers/render/wording.py`."""
    assert unit.name in KNOWN_WORDS or read(f" {plural(unit.name)}") == unit.name


@EACH
def test_each_symbol_is_read_where_it_touches_the_number(unit: Unit) -> None:
    """Also one that means something else where other words stand near."""
    assert {symbol for symbol in unit.symbols if read(symbol) != unit.name} <= KNOWN_SYMBOLS


def test_no_symbol_and_no_word_stands_for_two_units() -> None:
    """A symbol with two meanings belongs into `ambiguous.py`, with the words that tell them apart."""
    forms = Counter(form for unit in UNITS for form in {*unit.symbols, *unit.words})
    assert [form for form, count in forms.items() if count > 1] == []


def test_each_rival_is_a_unit_or_a_currency() -> None:
    """With the same dimension."""
    units = {unit.name: unit.dimension for unit in UNITS}
    assert [
        one for one in RIVALS.values() if one.dimension != "money" and units.get(one.name) != one.dimension
    ] == []
