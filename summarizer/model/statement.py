"""The statement: source, cue and content."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from summarizer.text.span import Span

Kind = Literal["direct", "mixed", "indirect"]


@dataclass(frozen=True, slots=True)
class Source:
    """Who is credited. `mention` is what the page says there ("she"), `name` whom it means ("Jane Doe")."""

    name: str
    mention: str
    span: Span  # of the mention
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Cue:
    """The words that signal an attribution: "said", "according to"."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Statement:
    """One attribution: source + cue + content. No source: the page credits nobody that can be named."""

    content: tuple[Span, ...]
    kind: Kind
    source: Source | None = None
    cue: Cue | None = None
    via: str | None = None  # outlet or document the article itself credits: "reported by AP"
    post: str | None = None  # "@handle, date" when it is an embedded post
    line: tuple[Span, ...] = ()  # what is printed behind the source; empty: the content
    is_doubtful: bool = False  # whether its source said it, or anybody; `line` is the page's own sentence

    def __post_init__(self) -> None:
        if not self.content:
            raise ValueError("a statement needs content")
