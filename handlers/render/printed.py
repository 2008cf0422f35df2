"""A statement as every renderer prints it: who, the line, what belongs to it. A renderer only styles the parts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from handlers.render.escape import plain
from handlers.render.groups import source_name
from handlers.render.wording import mark_words
from summarizer.model import Brief, Bullet, KeyFigure


@dataclass(frozen=True, slots=True)
class Printed:
    """The parts of a statement that stands alone, in their order; `role` and `marks` may be empty."""

    name: str
    role: str
    joint: str  # between who and what: a blank before a cue in its place, else a colon
    line: str
    marks: str


def printed(bullet: Bullet) -> Printed:
    """The parts of `bullet`; beneath a heading with its source `line` and `marks` are enough."""
    line = plain(bullet.line)
    joint = " " if line[:1].islower() and bullet.line != bullet.text else ": "
    role = plain(bullet.source.role or "") if bullet.source else ""
    return Printed(source_name(bullet), role, joint, line, mark_words(bullet))


def sentence_of(bullet: Bullet) -> str:
    """Source and line in one: "Kestria denied that …"."""
    one = printed(bullet)
    return f"{one.name}{one.joint}{one.line}"


MOST_FIGURES = 5


def figures_beside(brief: Brief) -> tuple[KeyFigure, ...]:
    """The key figures that neither the lead, the lines nor the figures above them give word for word, the first MOST_FIGURES."""
    said = [*(one.text for one in brief.lead), *(one.line for one in brief.bullets)]
    beside: list[KeyFigure] = []
    for key in brief.figures:
        if not any(is_said_in(key, line) for line in said):
            beside.append(key)
            said.append(key.figure.told or "")
    return tuple(beside[:MOST_FIGURES])


MOSTLY = 0.8  # of the words of what is told of a figure


def is_said_in(key: KeyFigure, line: str) -> bool:
    """Whether a line gives the figure, or all but a few of the words that are told of it."""
    words, told = words_of(line), words_of(key.figure.told or "").split()
    is_told = bool(told) and sum(word in words.split() for word in told) >= MOSTLY * len(told)
    return f" {words_of(key.figure.surface)} " in f" {words} " or is_told


def words_of(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+(?:[.,]\d+)*|[%$£€¥]", text.casefold()))
