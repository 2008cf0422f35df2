"""A list behind "also said:": each of its lines is what the source said."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.attribution.quoted import credit_of_line
from summarizer.attribution.reading import Candidate, Reading
from summarizer.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

# Lines without a full stop at their end: paragraphs that are sentences go on with the story.
LINES = re.compile(
    r":[ \t]*\n(?P<lines>(?:\s*[^\n]{8,300}(?<![.!?:…”\"’'])[ \t]*(?:\n|\Z))(?:\s*[^\n]{8,300}(?<![.!?:…])[ \t]*(?:\n|\Z))+)"
)
LINE = re.compile(r"[ \t]*(?:[-•*–][ \t]*)?(?P<words>\S[^\n]*?)[ \t]*(?:\n|\Z)")


def find_lists(reading: Reading) -> Iterator[Candidate]:
    """A candidate for each line of a list that somebody is credited with."""
    for found in LINES.finditer(reading.text):
        credit = credit_of_line(reading, found.start() + 1)
        if credit is None or credit.cue is None or credit.source is None:
            continue
        for line in LINE.finditer(reading.text, *found.span("lines")):
            yield Candidate((Span(*line.span("words")),), credit.cue, credit.source, "list")
