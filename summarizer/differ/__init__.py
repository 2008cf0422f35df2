"""Where the articles of one story differ: other values of one quantity, statements that others deny."""

from __future__ import annotations

from summarizer.differ.claims import claims_that_differ
from summarizer.differ.opposed import opposed_statements
from summarizer.differ.retold import older_tellings
from summarizer.differ.timeline import find_timeline
from summarizer.differ.updates import gives, overtaken

__all__ = [
    "claims_that_differ",
    "find_timeline",
    "gives",
    "older_tellings",
    "opposed_statements",
    "overtaken",
]
