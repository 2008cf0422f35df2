"""The steps of a reading grow with the text and not faster."""

from __future__ import annotations

import sys
from collections.abc import Callable
from itertools import product

import pytest

from summarizer.attribution import find_statements

GIVEN = ("Ada", "Bram", "Nora", "Petra", "Tilda", "Otto", "Ines", "Viktor")
FAMILIES = tuple(
    map("".join, product(("Bel", "Cor", "Dun", "Fal", "Gos"), ("mont", "vik", "ran", "dell", "by")))
)
STORY = (
    "{given} {family}, a baker in {place}, said on Monday that the toll would cost {number} crowns. “It is late,” said {family}.",
    "The {place} Times reported that {number} sheep had left. According to the {family} Post, {number} came back.",
    "The doctor said that the {place} hospital would stay. The company denied it, and the commission warned {given} {family}.",
)
TRANSCRIPT = (
    "{given} {family}: The toll in {place} will cost {number} crowns, and we have told the council so.",
    "{given}: {family} said that the hospital would stay.",
)
OPENING = "A doctor on the scene said so. A state water commission agreed. Velden Company closed a mine."


def text_of(lines: tuple[str, ...], paragraphs: int) -> str:
    """So many paragraphs, each about another person."""
    people = [(given, family) for family in FAMILIES for given in GIVEN]
    told = [
        lines[at % len(lines)].format(
            given=given, family=family, place=f"{family[::-1].title()}ham", number=at + 2
        )
        for at, (given, family) in enumerate(people[:paragraphs])
    ]
    return "\n\n".join([OPENING, *told])


def steps_of(act: Callable[[], object]) -> int:
    """How many calls of functions `act` takes, spaCy's compiled ones included where Python tells of them."""
    steps = 0

    def count(_frame: object, event: str, _value: object) -> None:
        nonlocal steps
        steps += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        act()
    finally:
        sys.setprofile(before)
    return steps


@pytest.mark.model
@pytest.mark.parametrize("lines", [STORY, TRANSCRIPT], ids=["a story", "a transcript"])
def test_the_steps_grow_with_the_text_and_not_faster(nlp, lines):
    """Four times the paragraphs take no more than five times the steps, whoever is named in them."""
    short, long = (nlp(text_of(lines, paragraphs)) for paragraphs in (48, 192))
    few, many = (steps_of(lambda doc=doc: find_statements(doc)) for doc in (short, long))
    assert few > 0
    assert many < 5 * few
