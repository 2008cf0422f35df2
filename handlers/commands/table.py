"""The words of a slash command, a row each: what its help says of a word, and what reads the text behind it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Command = TypeVar("Command")


@dataclass(frozen=True, slots=True)
class Word(Generic[Command]):
    """One word. `read` turns the word and the text behind it into a command; `example` is such a text, for the help."""

    word: str
    does: str
    read: Callable[[str, str], Command]
    example: str = ""

    def typed(self, command: str) -> str:
        """How somebody types it: `/brief search ferry inquiry`."""
        return f"{command} {self.word} {self.example}".rstrip()


def find_word(words: Sequence[Word[Command]], word: str) -> Word[Command] | None:
    """The row of `word`, in any case; None where no row has it."""
    return next((one for one in words if one.word == word.casefold()), None)
