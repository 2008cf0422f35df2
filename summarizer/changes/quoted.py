"""Which characters of a text stand in quotation marks."""

from __future__ import annotations

import re

MARK = re.compile(r"[“”\"]|\n")


def quoted_ranges(text: str) -> tuple[tuple[int, int], ...]:
    """From behind each opening mark to its closing one; one that is left open ends with its paragraph."""
    found: list[tuple[int, int]] = []
    opened: int | None = None
    for match in MARK.finditer(text):
        mark = match.group()
        if opened is not None and mark != "“":
            found.append((opened, match.start()))
            opened = None
        elif opened is None and mark in '“"':
            opened = match.end()
    return (*found, *([(opened, len(text))] if opened is not None else []))
