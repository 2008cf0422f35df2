"""Whose each of two figures is: Hollis 45% and Brandt 41% of "Hollis leads Brandt 45% to 41%"."""

from __future__ import annotations

import re

_WORD = r"[A-Z][\w'’-]*(?:\.(?=\s[A-Z]))?"  # with the point of "St. Moll", not of a sentence
NAME = rf"(?:[Tt]he\s)?{_WORD}(?:\s{_WORD}){{0,3}}"
_VERB = (
    r"(?:(?:is|was|are|were|would|will|could)\s)?(?:[a-z]+ly\s|now\s)?(?:leads?|leading|led|trail(?:s|ed|ing)?|beats?|beating|defeat(?:s|ed|ing)?"
    r"|edg(?:es|ed|ing)(?:\sout)?|ahead\sof|behind)"
)
# "the Harwick baker" of a name that stands before.
_MEANT = rf"the\s(?:{_WORD}\s){{0,3}}[a-z]+"
_BY = r"\sby\s[^.;,]{1,60}"  # how far: "by 15 points among likely voters"
_TOLD = r"(?:,\s[^.;:\n]{1,140},)?"  # of the one: "Hollis, who is from Tarrow, leads …"
_CONTEST = re.compile(
    rf"(?P<one>{NAME}|[Tt]{_MEANT[1:]}){_TOLD}\s{_VERB}\s(?P<two>{NAME}|{_MEANT})(?:,|{_BY},|\sby)?\s$"
)
# "Hollis has a 45% to 41% lead over Brandt": the second name stands behind.
_HAVING = re.compile(rf"(?P<one>{NAME})\s(?:has|had|holds|held|took|with)\sa\s$")
_LEAD_OVER = re.compile(rf"\s(?:lead|advantage|edge)\sover\s(?P<two>{NAME})")
_BOTH = re.compile(rf"(?P<one>{NAME})\sand\s(?P<two>{NAME})\s(?:[a-z]+\s){{1,3}}(?:by\s)?$")
_RESPECTIVELY = re.compile(r",?\srespectively\b")
_REACH = 240  # characters


def sides_of(text: str, start: int, end: int) -> tuple[str, str] | None:
    """Whose the two figures are of which the first begins at `start` and the second ends at `end`; None if nobody's."""
    before = max(0, start - _REACH)
    if contest := _CONTEST.search(text, before, start):
        return contest["one"], contest["two"]
    if (having := _HAVING.search(text, before, start)) and (lead := _LEAD_OVER.match(text, end)):
        return having["one"], lead["two"]
    both = _BOTH.search(text, before, start) if _RESPECTIVELY.match(text, end) else None
    return (both["one"], both["two"]) if both else None
