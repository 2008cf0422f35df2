"""How the figures of one text belong together: conversions, comparisons, and figures that replace earlier ones."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from summarizer.figures.amount import Started
from summarizer.figures.same import dimension, is_about_the_same, is_conversion
from summarizer.figures.sides import NAME, sides_of
from summarizer.model import Compared, Figure, Span
from summarizer.text.bounds import BOUND
from summarizer.text.dates import MONTH_NAMES, WEEKDAY_NAMES
from summarizer.text.lexicon import alternatives
from summarizer.text.sentence_bounds import sentence_around

_REACH = 90  # characters between a figure and what it is compared with
# "58, up from 40 on Monday", "84 cents, compared with 61 cents a year ago", "to $45.10 from $44".
_COMPARING = re.compile(
    r"(?P<words>(?:(?:up|down|higher|lower|rising|falling|a rise|a drop|an increase|a decrease)\s)?from"
    r"|(?:as\s)?(?:compared|in comparison)\s(?:with|to)|(?:as\s)?against|versus|vs\.?|instead of|rather than|not the)\s"
    rf"(?:(?:{BOUND}|just|only|the|a|an|its|estimated)\s){{0,2}}$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"(?:[^.;:\n()“”\"]|(?<=\d)\.(?=\d))*")
# When it was: "a year earlier", "last month", "on Monday", "in the same quarter of 2023".
_WHEN = re.compile(
    r"\s(?:(?:a|one|two|three|five|ten)\s(?:day|week|month|quarter|year|season|decade)s?\s(?:earlier|ago|before|previously)"
    r"|(?:the\s)?(?:last|previous|prior)\s(?:[a-z]+\s)?(?:night|week|month|quarter|year|season|time|day)|(?:the\s)?(?:day|week|month|year)\sbefore"
    rf"|previously|earlier|before|yesterday|on\s(?:{alternatives(WEEKDAY_NAMES)})"
    rf"|in\s(?:the\ssame\s(?:period|quarter|month)\s(?:of\s)?)?(?:(?:{alternatives(MONTH_NAMES)})(?:\s[12][0-9]{{3}})?"
    r"|[12][0-9]{3}|last\syear))\b"
)
# A sentence that tells what was said before.
# "Police earlier put the toll at 9", "at first the company said 300 jobs", "an initial count of 40".
_TELLING = r"(?:put|said|say|told|reported|gave|given|estimated|announced|counted|listed|spoken?|claimed|thought|believed)"
_FIGURE_WORD = r"(?:tolls?|counts?|figures?|estimates?|reports?|tally|numbers?|statements?|versions?)"
_EARLIER = re.compile(
    rf"\b(?:(?:earlier|initially|previously|at first|originally|first|had|had earlier)\s{_TELLING}"
    rf"|(?:earlier|initially|previously|at first|originally),?\s(?:[\w'’-]+\s){{1,4}}{_TELLING}"
    rf"|{_TELLING}\s(?:earlier|initially|previously|at first|originally)"
    rf"|(?:earlier|initial|previous|first|preliminary)\s(?:[a-z]+\s)?{_FIGURE_WORD})\b",
    re.IGNORECASE,
)
_LARGEST_STEP = 10  # times; a count that is revised stays in its order of magnitude
_REVISING = re.compile(r"\b(?:revis|updat|correct|amend|upgrad|downgrad)", re.IGNORECASE)
_MOST_EARLIER = 20  # of one text; more are no news article, and each is held against every figure
_SENTENCE = 300  # characters looked through for a sentence's ends


def with_links(text: str, figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """`figures`, in order, each with its conversion, what it is compared with, and whether it replaces another."""
    linked = list(figures)
    for here in range(len(linked)):
        if here:
            linked[here] = _with_concept_before(text, linked[here - 1], linked[here])
            linked[here - 1 : here + 1] = _with_sides(text, linked[here - 1], linked[here])
            linked[here] = _with_concept_of_conversion(text, linked[here - 1], linked[here])
            linked[here - 1] = _with_next(text, linked[here - 1], linked[here])
    return _with_updates(text, linked)


_CHANGE_BESIDE = re.compile(rf",?\s(?:or\s|a\s|an\s)?(?:(?:up|down|{BOUND})\s){{0,2}}")


def _with_concept_before(text: str, first: Figure, second: Figure) -> Figure:
    """8.4% of "revenue was $3.41 billion, up 8.4%": a share beside a sum is of the same thing."""
    gap = text[first.span.end : second.span.start]
    is_beside = second.concept is None and dimension(second) == "share" and _CHANGE_BESIDE.fullmatch(gap)
    return replace(second, concept=first.concept) if is_beside else second


_BETWEEN_SIDES = re.compile(r",?\s(?:to|against|and)\s")
_NEXT_SIDE = re.compile(rf",?\s(?:and\s|while\s|but\s)?(?P<name>{NAME})\s(?:by\s)?")


def _with_sides(text: str, first: Figure, second: Figure) -> tuple[Figure, Figure]:
    """Two figures of a contest or of one verb, each of its own side: Hale fell 2%, Moll 3%."""
    start, end = first.span.end, second.span.start
    if first.unit != second.unit or first.unit is None:
        return first, second
    if _BETWEEN_SIDES.fullmatch(text, start, end) and (
        sides := sides_of(text, first.span.start, second.span.end)
    ):
        one, two = (side.removeprefix("the ").removeprefix("The ") for side in sides)
        return (
            replace(first, concept=one, label=first.label or f"{one}, against {two}"),
            replace(second, concept=two, label=second.label or f"{two}, against {one}"),
        )
    if (
        first.unit == "percentage"
        and first.concept
        and first.concept == second.concept
        and text[start:end].strip() == "to"
    ):
        return first, replace(second, clearness=0.0)  # 64% to 27%: nobody says whose the second is
    other = _NEXT_SIDE.fullmatch(text, start, end) if end - start <= _REACH else None
    if other is None:
        return first, second
    return first, replace(second, concept=other["name"], modifier=second.modifier or first.modifier)


def _with_concept_of_conversion(text: str, first: Figure, second: Figure) -> Figure:
    """The mast of "the 900-million-crown (US$85-million) mast": both sums are of it."""
    return replace(second, concept=first.concept) if is_conversion(text, first, second) else second


def start_of(text: str, started: Started) -> Compared:
    """What a change began with, and when that was: "from $4 in 2021"."""
    when = _WHEN.match(text, started.end)
    span = Span(started.start, when.end() if when else started.end)
    return Compared(span.of(text), span, started.value)


def _with_next(text: str, first: Figure, second: Figure) -> Figure:
    """`first` with what the figure right behind it adds: its conversion, or what it is compared with."""
    if is_conversion(text, first, second):
        return replace(first, conversion=second.surface)
    if first.compared is not None or not _is_comparable(first, second):
        return first
    start = first.span.end
    gap = text[start : second.span.start]
    words = _COMPARING.search(gap) if len(gap) <= _REACH and _BETWEEN.fullmatch(gap) else None
    if words is None:
        return first
    when = _WHEN.match(text, second.span.end)
    span = Span(start + words.start(), when.end() if when else second.span.end)
    sentence = sentence_around(text, first.span, _SENTENCE)
    return replace(
        first,
        compared=Compared(span.of(text), span, second.value),
        changed=_REVISING.search(text, sentence.start, sentence.end) is not None,
    )


def _is_comparable(first: Figure, second: Figure) -> bool:
    """Whether both are of one unit; a bare number takes the unit of its neighbour."""
    if dimension(first) is not None or dimension(second) is not None:
        return first.unit == second.unit or (
            second.unit is None and dimension(first) in {"share", "money", "age"}
        )
    return first.unit is None or second.unit is None or first.unit.split()[-1] == second.unit.split()[-1]


def _with_updates(text: str, figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """`figures` in which each that replaces an earlier one ("police earlier put it at 9") says so."""
    told = (figure for figure in figures if figure.value is not None and _is_told_as_earlier(text, figure))
    earlier = list(islice(told, _MOST_EARLIER))
    if not earlier:
        return tuple(figures)
    return tuple(
        figure if figure in earlier or figure.compared is not None else _updated(figure, earlier)
        for figure in figures
    )


def _updated(figure: Figure, earlier: Sequence[Figure]) -> Figure:
    for old in earlier:
        if _may_replace(figure, old) and is_about_the_same(figure, old):
            return replace(figure, compared=Compared(old.surface, old.span, old.value), changed=True)
    return figure


def _may_replace(figure: Figure, old: Figure) -> bool:
    """Whether one count can be the other, revised: another value of like size."""
    if figure.value is None or old.value is None or figure.value == old.value:
        return False
    small, large = sorted((abs(figure.value), abs(old.value)))
    return small > 0 and large <= _LARGEST_STEP * small


def _is_told_as_earlier(text: str, figure: Figure) -> bool:
    """Whether the sentence says, before the figure, that it was said before."""
    start = sentence_around(text, figure.span, _SENTENCE).start
    return _EARLIER.search(text, start, figure.span.start) is not None
