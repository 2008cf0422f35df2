"""Words by which an article says that it does not vouch for a number: claimed, alleged, reportedly."""

from __future__ import annotations

import re

_WORDS = (
    r"allegedly|alleged|reportedly|purportedly|purported|supposedly|apparently|suspected|presumed|unconfirmed"
    r"|unverified|rumou?red|claims?|claimed|claiming|alleges?|believed to"
)
_HEDGE = re.compile(rf"\b(?P<word>{_WORDS}|(?:an?|the) reported|unofficially)\b", re.IGNORECASE)
# Between the number and its noun: 150 alleged mercenaries; or behind a comma: $5 million, reportedly.
_BEHIND = re.compile(
    r",?\s(?:[a-z]+\s)?(?P<word>alleged|suspected|presumed|purported|reportedly|allegedly|reported(?=\s[a-z]+s\b))\b",
    re.IGNORECASE,
)
_CUE = re.compile(r"(?:claim|alleg)", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[.;:!?\n”\"](?=\s|$)|\b(?:but|while|although|whereas)\b", re.IGNORECASE)
_REACH = 80  # characters before a figure in which the hedge of its clause stands


def hedge_of(text: str, start: int, end: int) -> str | None:
    """The hedging word of the clause that holds the figure at `start`..`end`, in lower case, or None."""
    clause = _CLAUSE_END.split(text[max(0, start - _REACH) : start])[-1]
    found = None
    for found in _HEDGE.finditer(clause):  # noqa: B007 - the last one is nearest
        pass
    match = found or _BEHIND.match(text, end)
    return (
        match["word"].casefold().split()[-1 if match["word"].casefold().endswith("reported") else 0]
        if match
        else None
    )


def is_hedge(cue: str) -> bool:
    """Whether a cue vouches for nothing: claimed, alleged."""
    return _CUE.match(cue) is not None
