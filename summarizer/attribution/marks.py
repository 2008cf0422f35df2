"""Quotation marks: which characters of a text are quoted.

Straight, curly, low, double-backtick and double-apostrophe marks; single marks where an article uses
them in place of double ones (British copy). Nested marks belong to the quotation around them. A mark
that is never closed costs its own paragraph, never the article; when the next paragraph opens with a
mark again, the quotation runs over paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, takewhile

from summarizer.model import Span

DOUBLE = re.compile(r"[“”„«»\"＂]|``|''")
SINGLE = re.compile(r"[‘’‚]|(?<!')'(?!')")
OPENERS = frozenset("“„«") | {"``"}
CLOSERS = frozenset("”»")
SINGLE_OPENERS = frozenset("‘‚")

# Elisions that begin with an apostrophe and are no opening mark.
ELISION = re.compile(r"['’](?:em|til|tis|twas|cause|bout|round|n|\d0s|\d\d)\b", re.IGNORECASE)
# What follows the apostrophe of "the workers' rights": a blank and the thing owned.
OWNED = re.compile(r" \w")


@dataclass(frozen=True, slots=True)
class Quotation:
    """One outermost pair of marks. `span` covers the marks, `inner` what stands between them."""

    span: Span
    inner: Span
    closed: bool = True
    continues: bool = False  # carries on the unclosed quotation of the paragraph before


@dataclass(frozen=True, slots=True)
class Mark:
    """A character (or two) that may open or close a quotation, judged by what stands beside it."""

    start: int
    end: int
    opens: bool
    closes: bool
    single: bool

    @property
    def only_opens(self) -> bool:
        return self.opens and not self.closes


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """All outermost quotations of `text`, in order, none overlapping another."""
    patterns = (DOUBLE, SINGLE) if uses_single_marks(text) else (DOUBLE,)
    found: list[Quotation] = []
    for paragraph in re.finditer(r"[^\n]+", text):
        marks = [
            mark
            for pattern in patterns
            for mark in marks_of(text, paragraph.start(), paragraph.end(), pattern)
        ]
        found.extend(quotations_between(text, sorted(marks, key=lambda mark: mark.start), paragraph.end()))
    return tuple(found[:1]) + tuple(continued(text, before, here) for before, here in pairwise(found))


def uses_single_marks(text: str) -> bool:
    """Whether single marks do the work of double ones here: more of them open, or as many and the first."""
    singles = [mark.start for mark in marks_of(text, 0, len(text), SINGLE) if mark.only_opens]
    doubles = [mark.start for mark in marks_of(text, 0, len(text), DOUBLE) if mark.opens]
    return (len(singles), doubles[:1]) > (len(doubles), singles[:1])


def marks_of(text: str, start: int, end: int, pattern: re.Pattern[str]) -> Iterator[Mark]:
    for match in pattern.finditer(text, start, end):
        if pattern is SINGLE and ELISION.match(text, match.start()):
            continue
        before = text[match.start() - 1] if match.start() > start else " "
        after = text[match.end()] if match.end() < end else " "
        opens, closes = shape(match.group(), before, after)
        if opens or closes:
            yield Mark(match.start(), match.end(), opens, closes, pattern is SINGLE)


def shape(mark: str, before: str, after: str) -> tuple[bool, bool]:
    """Whether `mark` may open and may close, judged by itself and the characters beside it."""
    opens = not before.isalnum() and not after.isspace()
    closes = not after.isalnum() and not before.isspace()
    if mark in SINGLE_OPENERS:
        return opens, False
    if mark in OPENERS:  # some pages close with the opening mark: “Hardly,“ she said
        wrong = closes and after not in "‘'“"
        return not wrong, wrong
    if mark in CLOSERS:
        return False, True
    if mark == "’":
        return False, closes
    if before.isspace() and after.isspace():
        return mark != "'", mark != "'"
    return opens, closes


def quotations_between(text: str, marks: list[Mark], end: int) -> Iterator[Quotation]:
    """The quotations of the paragraph that has these `marks` and ends at `end`."""
    at = 0
    while at < len(marks):
        opening = marks[at]
        at += 1
        if not opening.opens:
            continue
        closing = closing_of(text, marks, at - 1)
        if closing is None:
            if not opening.single:
                yield unclosed(text, opening, end)
                return
        elif not marks[closing].only_opens:
            yield Quotation(Span(opening.start, marks[closing].end), inner_of(opening, marks[closing]))
            at = closing + 1


def closing_of(text: str, marks: list[Mark], at: int) -> int | None:
    """Which mark closes the one `at`, or is a further opening one, at which reading starts anew."""
    single = marks[at].single
    alike = (number for number in range(at + 1, len(marks)) if marks[number].single == single)
    if not single:
        return next(alike, None)
    before_next = takewhile(lambda number: not marks[number].only_opens, alike)
    first = next(before_next, None)
    if first is None or not is_apostrophe(text, marks[first]):
        return first
    return next((number for number in before_next if not is_apostrophe(text, marks[number])), first)


def is_apostrophe(text: str, mark: Mark) -> bool:
    """Whether a single mark may be the apostrophe of "the workers' rights"."""
    return text[mark.start - 1] in "sS" and OWNED.match(text, mark.end) is not None


def inner_of(opening: Mark, closing: Mark) -> Span:
    """What stands between two marks; the marks themselves when that is nothing."""
    return (
        Span(opening.end, closing.start) if opening.end < closing.start else Span(opening.start, closing.end)
    )


def unclosed(text: str, opening: Mark, end: int) -> Quotation:
    """The quotation that a mark opens and nothing closes: it ends with its paragraph."""
    span = Span(opening.start, max(opening.end, opening.start + len(text[opening.start : end].rstrip())))
    return Quotation(span, span, closed=False)


def continued(text: str, before: Quotation, here: Quotation) -> Quotation:
    """`here`, marked when it is the next paragraph of `before`."""
    between = text[before.span.end : here.span.start]
    runs_on = not before.closed and "\n" in between and not between.strip()
    return Quotation(here.span, here.inner, here.closed, runs_on)
