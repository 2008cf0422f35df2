"""What one text holds, before any merging."""

from __future__ import annotations

from dataclasses import dataclass, field
from zlib import crc32

from summarizer.model.appraisal import NO_APPRAISAL, Appraisal
from summarizer.model.figure import Figure
from summarizer.model.statement import Statement
from summarizer.text.span import Span


@dataclass(frozen=True, slots=True)
class Unread:
    """A sentence whose reading failed, and where in the code: none of its words, so that it may be logged."""

    span: Span  # of Article.text
    fault: str  # "IndexError at agree.py:97 limits < …"
    url: str = ""  # of the article

    @property
    def reference(self) -> str:
        """What the log and the brief call it: eight hexadecimal digits, the same whenever the page is read."""
        return f"{crc32(f'{self.url} {self.span.start} {self.fault}'.encode()):08x}"


@dataclass(frozen=True, slots=True)
class Extract:
    """What one text holds, in order of appearance, before any merging."""

    statements: tuple[Statement, ...]
    figures: tuple[Figure, ...]
    unread: tuple[Unread, ...] = ()
    appraisal: Appraisal = field(default=NO_APPRAISAL, compare=False, repr=False)
