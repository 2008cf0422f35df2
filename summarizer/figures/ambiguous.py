"""Symbols that stand for two units, told apart by the words around them: 5 F is warm, or a capacitor."""

from __future__ import annotations

import re
from typing import NamedTuple

REACH = 120  # characters each way; the sentence, for most


class Rival(NamedTuple):
    """What else a symbol may mean, and the words that must stand near for it."""

    name: str
    dimension: str
    near: re.Pattern[str]


def _near(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})", re.IGNORECASE)


_ELECTRIC = r"capacit|farad|coulomb|charge[ds]?\b|circuit|electr|ampere|volt"
_CURRENT = r"current|fuse|circuit|electric|ampere|amps?\b|socket|breaker|charger"
_BITS = r"files?\b|data\b|memory|download|bandwidth|encrypt|key\b|binary|transmi|storage|disk"
# A symbol that has a usual meaning too (see unit_table) takes the rival only where these words stand near.
RIVALS: dict[str, Rival] = {
    "F": Rival("farad", "capacitance", _near(_ELECTRIC)),
    "C": Rival("coulomb", "charge", _near(_ELECTRIC)),
    "A": Rival("ampere", "current", _near(_CURRENT)),
    "T": Rival("tesla", "field", _near(r"magnet|tesla|MRI|scanner")),
    "K": Rival("kelvin", "temperature", _near(r"kelvin|cool|superconduct|temperature|cryo|absolute zero")),
    "H": Rival("henry", "inductance", _near(r"induct|coils?\b|henr(?:y|ies)\b")),
    "N": Rival("newton", "force", _near(r"force|newton|pull|thrust|grip")),
    "b": Rival("bit", "memory", _near(_BITS)),
    "B": Rival("byte", "memory", _near(_BITS)),
    "p": Rival("pixel", "pixels", _near(r"resolution|screen|display|stream|pixel|video")),
    "kn": Rival("croatian kuna", "money", _near(r"costs?\b|price|pa(?:y|id)\b|budget|kunas?\b|fee|euros?\b")),
    "kt": Rival("knot", "speed", _near(r"winds?\b|gust|speed|airspeed|knots?\b|sail")),
    "ct": Rival("carat", "mass", _near(r"diamond|gold|ring\b|gem|jewel|carat")),
}


def rival_of(symbol: str, text: str, start: int, end: int) -> Rival | None:
    """The second meaning of `symbol` at `start`..`end`, if the words near it ask for that."""
    rival = RIVALS.get(symbol)
    if rival is None:
        return None
    first, last = max(0, start - REACH), end + REACH
    return rival if rival.near.search(text, first, start) or rival.near.search(text, end, last) else None
