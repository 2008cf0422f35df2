"""A figure as every renderer prints it: what is told of it, with the number in its place there. A renderer only styles the parts."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from handlers.render.escape import plain
from handlers.render.wording import beside_words, concept_words, figure_words, joint, number_in
from summarizer.model import Figure


class FigureParts(NamedTuple):
    """A figure in words: the number, which a renderer sets in bold, and what stands before and behind it."""

    before: str
    number: str
    behind: str


def figure_parts(figure: Figure) -> FigureParts:
    """The number in its place where what is told of it holds it: "sales fell by nearly ", "20%", " last year"; else it stands first."""
    told, number = plain(figure.told or ""), plain(figure.surface)
    beside = beside_words(figure)
    place = number_in(told, number)
    if place is None:
        return FigureParts("", figure_words(figure), f"{joint(figure)}{concept_words(figure)}")
    start, end = place
    return FigureParts(told[:start], number, told[end:] + (f" {beside}" if beside else ""))


def figure_marked(figure: Figure, number: Callable[[str], str], words: Callable[[str], str]) -> str:
    """The figure as text: `number` writes the number, `words` what stands around it, whose blanks are kept."""
    before, amount, behind = figure_parts(figure)
    return f"{_with_blanks(before, words)}{number(amount)}{_with_blanks(behind, words)}"


def _with_blanks(text: str, words: Callable[[str], str]) -> str:
    inner = text.strip()
    before, _, behind = text.partition(inner) if inner else (text, "", "")
    return f"{before}{words(inner)}{behind}" if inner else text
