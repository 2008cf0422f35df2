"""Word lists as they read best in code: one string, blanks between."""

from __future__ import annotations


def word_set(listed: str) -> frozenset[str]:
    """The words of `listed`, parted by blanks."""
    return frozenset(listed.split())
