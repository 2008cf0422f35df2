"""The figure: a newsroom number."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from summarizer.text.span import Span


@dataclass(frozen=True, slots=True)
class Compared:
    """What a figure is compared with, in the article's words: "up from 40 on Monday"."""

    text: str
    span: Span  # of those words
    value: Decimal | None = None  # of the figure compared with: 40; None for a range or a vague count


@dataclass(frozen=True, slots=True)
class Figure:
    """A newsroom number. Either `value`, or `low` and `high`, or none of them for a vague count."""

    span: Span
    surface: str
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    modifier: str | None = None  # "more than", "nearly", "up" …
    unit: str | None = None  # singular English name: "percentage", "dollar", "people"
    concept: str | None = None  # what is counted, in the article's words
    label: str | None = None  # the concept as it can be read alone, with what its clause tells of it
    clearness: float = 1.0  # the chance that the label can be understood alone
    leans: bool = False  # the head of the label points to what stands before it on the page
    source: str | None = None  # resolved name of who gives it; None: the article itself
    hedge: str | None = None  # the word that says nobody vouches for it: "alleged", "claimed", "reportedly"
    conversion: str | None = None  # the same amount in another unit, given beside it: "35 miles"
    compared: Compared | None = None
    denied: bool = (
        False  # the sentence says that it is not so: "not 20", "denied that it had cost $90 million"
    )
    changed: bool = False  # it replaces an earlier figure, which `compared` holds

    @property
    def told(self) -> str | None:
        """What it is of, as it can be read alone: the label, or else the concept."""
        return self.label or self.concept
