"""Block quotations: a paragraph without marks, indented or led by ">", behind a line that credits it with a colon."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.attribution.quoted import credit_of_line
from summarizer.attribution.reading import Candidate, Reading
from summarizer.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

# A line that ends in a colon, and the set-off lines behind it. Paragraphs that are not set off are left alone:
# of 41 such paragraphs without marks behind a colon in PolNeAR's training articles, 38 are nobody's words.
BLOCK = re.compile(r":[ \t]*\n\s*?(?P<lines>(?:^(?:[ \t]*>|\t| {3})[ \t]*\S[^\n]*\n*)+)", re.MULTILINE)
LINE = re.compile(r"^(?:[ \t>])*(?P<words>\S[^\n]*?)[ \t]*$", re.MULTILINE)
MARKS = frozenset('“”"«»`')


def find_blocks(reading: Reading) -> Iterator[Candidate]:
    """A candidate for each block quotation that somebody is credited with."""
    for block in BLOCK.finditer(reading.text):
        credit = credit_of_line(reading, block.start() + 1)
        if credit is None or MARKS & set(block["lines"]):
            continue
        lines = LINE.finditer(reading.text, *block.span("lines"))
        content = tuple(Span(*line.span("words")) for line in lines)
        yield Candidate(content, credit.cue, credit.source, "block", verbatim=True)
