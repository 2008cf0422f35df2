"""One change of substance."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from summarizer.model import Evidence

ChangeKind = Literal["note", "figure", "quotation", "source", "statement", "headline"]


@dataclass(frozen=True, slots=True)
class Change:
    """Words of the old page and the words that stand in their place now.

    `before` None: a note was added. `after` None: the words are gone. `about` says whose words they are. `evidence`
    is the place on the new page.
    """

    kind: ChangeKind
    before: str | None
    after: str | None
    about: str | None = None
    evidence: Evidence | None = None
