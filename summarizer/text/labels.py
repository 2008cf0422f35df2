"""The lines that an archive or a desk sets above a part of an article. The one place that knows."""

from __future__ import annotations

import re

LABEL = re.compile(r"[A-Z]{3,}(?: [A-Z]{2,}){0,2}\W*")


def is_label(line: str) -> bool:
    """Whether a line names a kind of text and tells nothing: "ABSTRACT.", "LETTERS.", "FULL TEXT."."""
    return LABEL.fullmatch(line) is not None
