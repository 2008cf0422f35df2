"""What `doctor` finds: well, wrong, or nothing to look at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Finding:
    """One line: how it stands, and what was looked at or what to do."""

    mark: Literal["ok", "WRONG", "--"]
    said: str

    @property
    def is_wrong(self) -> bool:
        return self.mark == "WRONG"


def fine(said: str) -> Finding:
    """It was looked at and is well."""
    return Finding("ok", said)


def wrong(said: str) -> Finding:
    """It is wrong; `said` says what to do."""
    return Finding("WRONG", said)


def not_checked(why: str) -> Finding:
    """There was nothing to look at."""
    return Finding("--", f"not checked: {why}")


def verdict(problems: Iterable[str], well: str) -> Iterator[Finding]:
    """A finding for each problem, or one that says what is well."""
    found = [wrong(problem) for problem in problems]
    yield from found or [fine(well)]
