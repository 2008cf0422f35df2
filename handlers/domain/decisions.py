"""What people decide about a digest's stories."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from summarizer.stories import Ruling


@dataclass(frozen=True, slots=True)
class Decision:
    """One merge or split: `one` and `other` are the headlines it was about."""

    id: str
    team: str
    digest: str
    user: str
    at: datetime
    act: str
    one: str
    other: str
    undone_by: str | None = None


class Decisions(Protocol):
    """What people decided, in the archive. Each method is one unit of work; each may be done again."""

    def decide(self, decision: Decision, rulings: Sequence[Ruling]) -> None: ...

    def decision(self, decision_id: str) -> Decision | None: ...

    def undo(self, decision_id: str, user: str, at: datetime) -> None: ...
