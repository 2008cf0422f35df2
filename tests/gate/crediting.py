"""Under whom words are shown: the right source, one described instead of named, none, or another."""

from __future__ import annotations

import re
from typing import Literal

from tests.gate.readings import Reading
from tests.gate.wording import holds, is_named, key_words, plain

BESIDE = 45  # characters that may stand between: a comma, an age, a trade, a title

Credit = Literal["right", "described", "none", "other"]


def credit_of(shown: str | None, wanted: str, words: str, role: str | None, reading: Reading) -> Credit:
    """How `shown` stands to the source that is wanted for `words`."""
    if not shown:
        return "none"
    if is_named(shown, wanted):
        return "right"
    known = (wanted, role or "", *mentions(reading, words))
    if any(describes(shown, name) for name in known) or stands_beside(shown, wanted, reading.article.text):
        return "described"
    return "other"


def describes(shown: str, name: str) -> bool:
    """Whether `shown` says nothing beyond `name`: "its head" of "Its head, Pernilla Strom"."""
    ours = key_words(shown)
    return plain(shown) == plain(name) or (bool(ours) and ours <= key_words(name))


def stands_beside(shown: str, wanted: str, text: str) -> bool:
    """Whether the article itself sets the two side by side: "the commission's chair, Fiona Abelard"."""
    ours, name = re.escape(plain(shown)), re.escape(plain(wanted))
    between = rf"\W[^.;\"]{{0,{BESIDE}}}\b"
    return bool(re.search(rf"\b{ours}{between}{name}\b|\b{name}{between}{ours}\b", plain(text)))


def mentions(reading: Reading, words: str) -> list[str]:
    """Whom the gold credits with `words`, as the page has it; several when one statement holds another."""
    units = reading.gold.units if reading.gold else ()
    return [unit.source for unit in units if holds(unit.content, words)]
