"""What is said to words that a command does not know. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

CLOSE = 0.7  # of 1: "serach" is search, "seashore" is not


def unknown(command: str, word: str, known: Sequence[str], does: str) -> str:
    """That `word` means nothing here: the word it is nearest to, or what the command `does`."""
    near = get_close_matches(word.casefold(), known, n=1, cutoff=CLOSE)
    if near:
        return f"I do not know “{word}”. Did you mean `{command} {near[0]}`?"
    return f"I do not know “{word}”. {does}"
