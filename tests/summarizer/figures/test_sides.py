"""Whose each of two figures is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summarizer.figures import find_figures

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Hollis leads Brandt 45% to 41% in a new poll.", [(45, "Hollis"), (41, "Brandt")]),
        ("Ms Hollis trails Mr Brandt 41% to 45%.", [(41, "Ms Hollis"), (45, "Mr Brandt")]),
        ("Hollis is narrowly ahead of Brandt, 45% to 41%.", [(45, "Hollis"), (41, "Brandt")]),
        ("Hollis has a 45% to 41% lead over Brandt.", [(45, "Hollis"), (41, "Brandt")]),
        ("Hale and Moll fell 2% and 3% respectively.", [(2, "Hale"), (3, "Moll")]),
        ("Shares of Hale fell 2%, Moll 3%.", [(2, "Shares of Hale"), (3, "Moll")]),
    ],
)
def test_each_side_has_its_own_number(nlp: Language, text: str, sides: list[tuple[int, str]]) -> None:
    """In polls, comparisons and clauses that share a verb."""
    figures = find_figures(nlp(text), ())
    assert [(figure.value, figure.concept) for figure in figures] == sides
