"""A statement as every renderer prints it: who, the line, what belongs to it. A renderer only styles the parts."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.render.escape import plain
from handlers.render.groups import source_name
from handlers.render.wording import mark_words
from summarizer.model import Bullet


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
