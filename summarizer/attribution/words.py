"""Word lists as they are read best: blank by blank."""

from __future__ import annotations


def words(listed: str) -> frozenset[str]:
    """The words of a text, once each."""
    return frozenset(listed.split())
