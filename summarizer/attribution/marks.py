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

from summarizer.model import Span

DOUBLE = re.compile(r"[“”„«»\"＂]|``|''")
SINGLE = re.compile(r"[‘’‚']")
OPENERS = frozenset("“„«‘‚") | {"``"}
CLOSERS = frozenset("”»")
SYMMETRIC = frozenset("\"＂'") | {"''"}

# Elisions that begin with an apostrophe and are no opening mark.
ELISION = re.compile(r"['’](?:em|til|tis|twas|cause|bout|round|n|\d0s|\d\d)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quotation:
    """One outermost pair of marks. `span` covers the marks, `inner` what stands between them."""

    span: Span
    inner: Span
    closed: bool = True
    continues: bool = False  # carries on the unclosed quotation of the paragraph before


@dataclass(frozen=True, slots=True)
class Mark:
    start: int
    end: int
    opens: bool
    closes: bool
    single: bool


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """All outermost quotations of `text`, in order, none overlapping another."""
    british = uses_single_marks(text)
    found: list[Quotation] = []
    for paragraph in re.finditer(r"[^\n]+", text):
        found.extend(quotations_of_paragraph(text, paragraph.start(), paragraph.end(), british))
    return tuple(joined_over_paragraphs(text, found))


def uses_single_marks(text: str) -> bool:
    """Whether single marks do the work of double ones here: more of them open than double ones."""
    singles = sum(mark.opens and not mark.closes for mark in marks_of(text, 0, len(text), SINGLE))
    doubles = sum(mark.opens for mark in marks_of(text, 0, len(text), DOUBLE))
    return singles > doubles


def marks_of(text: str, start: int, end: int, pattern: re.Pattern[str]) -> Iterator[Mark]:
    for match in pattern.finditer(text, start, end):
        before = text[match.start() - 1] if match.start() > start else " "
        after = text[match.end()] if match.end() < end else " "
        single = pattern is SINGLE
        if single and ELISION.match(text, match.start()):
            continue
        opens, closes = shape(match.group(), before, after)
        if opens or closes:
            yield Mark(match.start(), match.end(), opens, closes, single)


def shape(mark: str, before: str, after: str) -> tuple[bool, bool]:
    """Whether `mark` may open and may close, judged by itself and the characters beside it."""
    opens = not is_word(before) and not after.isspace()
    closes = not is_word(after) and not before.isspace()
    if mark in "‘‚":
        return opens, False
    if mark in OPENERS:  # some pages close with the opening mark: “Hardly,“ she said
        closing = not before.isspace() and not is_word(after) and after not in "‘'“"
        return not closing, closing
    if mark in CLOSERS:
        return False, True
    if mark == "’":
        return False, closes
    if mark in SYMMETRIC and before.isspace() and after.isspace():
        return mark != "'", mark != "'"
    return opens, closes


def is_word(character: str) -> bool:
    return character.isalnum()


def quotations_of_paragraph(text: str, start: int, end: int, british: bool) -> Iterator[Quotation]:
    marks = list(marks_of(text, start, end, DOUBLE))
    if british:
        marks = sorted([*marks, *marks_of(text, start, end, SINGLE)], key=lambda mark: mark.start)
    position = 0
    while position < len(marks):
        opening = marks[position]
        if not opening.opens:
            position += 1
            continue
        closing = closing_position(text, marks, position)
        if closing is None:
            if not opening.single:
                yield quotation(text, opening, None, end)
                return
            position += 1
        elif marks[closing].opens and not marks[closing].closes:
            position = closing  # the mark before was never closed: start again here
        else:
            yield quotation(text, opening, marks[closing], end)
            position = closing + 1


def closing_position(text: str, marks: list[Mark], position: int) -> int | None:
    opening = marks[position]
    mark_text = text[opening.start : opening.end]
    depth = 0
    fallback: int | None = None
    for at in range(position + 1, len(marks)):
        mark = marks[at]
        if mark.single != opening.single:
            continue
        if opening.single:
            if mark.opens and not mark.closes:
                return fallback if fallback is not None else None
            if ends_quoted_words(text, mark):
                return at
            fallback = at if fallback is None else fallback
            continue
        if mark.opens and not mark.closes:
            if mark_text in OPENERS:
                depth += 1
                continue
            return at
        if depth:
            depth -= 1
            continue
        return at
    return fallback


def ends_quoted_words(text: str, mark: Mark) -> bool:
    """Whether a single closing mark closes, and is not the apostrophe of "the workers' rights"."""
    before = text[mark.start - 1]
    rest = text[mark.end : mark.end + 2]
    return not (before in "sS" and len(rest) == 2 and rest[0] == " " and rest[1].isalnum())


def quotation(text: str, opening: Mark, closing: Mark | None, end: int) -> Quotation:
    if closing is not None:
        stop = max(closing.start, opening.end + 1) if closing.start > opening.end else closing.end
        return Quotation(Span(opening.start, closing.end), Span(opening.end, stop))
    trimmed = opening.start + len(text[opening.start : end].rstrip())
    return Quotation(Span(opening.start, max(trimmed, opening.end)), Span(opening.start, max(trimmed, opening.end)), False)


def joined_over_paragraphs(text: str, found: list[Quotation]) -> Iterator[Quotation]:
    for before, here in zip([None, *found], found, strict=False):
        runs_on = (
            before is not None
            and not before.closed
            and "\n" in text[before.span.end : here.span.start]
            and not text[before.span.end : here.span.start].strip()
        )
        yield Quotation(here.span, here.inner, here.closed, runs_on)
