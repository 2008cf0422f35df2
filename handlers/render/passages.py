"""A proof as it stands on the page: the passage, and the words around it in its paragraph."""

from __future__ import annotations

from handlers.render.escape import plain
from summarizer.model import Evidence

AROUND = 200  # characters before and after the passage, within its paragraph


def in_context(proof: Evidence, text: str) -> tuple[str, str, str]:
    """The words before the passage in its paragraph, the passage, the words after it; all in one line."""
    span = proof.span
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    before = plain(text[start : span.start])
    after = plain(text[span.end : end if end >= 0 else len(text)])
    return last_words(before), plain(span.of(text)), first_words(after)


def last_words(text: str) -> str:
    """The end of `text`, in whole words."""
    return text if len(text) <= AROUND else f"…{text[-AROUND:].partition(' ')[2]}"


def first_words(text: str) -> str:
    """The beginning of `text`, in whole words."""
    return text if len(text) <= AROUND else f"{text[:AROUND].rpartition(' ')[0]}…"
