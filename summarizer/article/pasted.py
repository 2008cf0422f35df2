"""Pasted text to paragraphs: a line each, or blocks between blank lines when lines are wrapped."""

from __future__ import annotations

import re

from summarizer.article.paragraphs import Paragraph, ends_a_sentence, tidy

# Text wrapped by a mail program or a terminal: lines about as long as these, most of them ending in mid-sentence.
NARROWEST, WIDEST = 40, 100
WRAPPED_SHARE = 0.6
SUBHEAD_WORDS = 12


def paragraphs_of(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a plain text."""
    blocks = [block for block in re.split(r"\n\s*\n", text) if block.strip()]
    lines = [" ".join(block.split("\n")) if is_wrapped(block) else block for block in blocks]
    found = (tidy(line) for block in lines for line in block.split("\n"))
    return tuple(Paragraph(line) for line in found if line)


def is_wrapped(block: str) -> bool:
    """Whether a block's lines are parts of one paragraph."""
    lines = [line.strip() for line in block.strip().split("\n")]
    inner = lines[:-1]
    if not inner or max(map(len, lines)) > WIDEST or min(map(len, inner)) < NARROWEST:
        return False
    return sum(not ends_a_sentence(line) for line in inner) >= WRAPPED_SHARE * len(inner)
