"""What a line is like in itself: what tells both how much an editor would miss it, and whether it reads well."""

from __future__ import annotations

import math
import re

from summarizer.model import Bullet
from summarizer.text.words import words

SHORT, MANY_NAMES = 6, 4
MOST_BESIDE = 3  # words that a cue takes: "told local television the search …"
LOG_OF_LONGEST = math.log(60)
# Of what somebody says first this is the rest.
GOES_ON = re.compile(
    r"(?:add|note|noting|respon|repl|continu|went on|answer|conclu|agree|also)", re.IGNORECASE
)
YOU = frozenset(("you", "your"))
ENDS_POINTING = re.compile(r"\b(?:that|this|it|so|them|him|her)[.,!?]?[”\"]?$")
NAME = re.compile(r"(?<![.“\"'‘] )(?<!^)\b[A-Z][a-z]+")


def traits(bullet: Bullet) -> dict[str, float]:
    """The traits of a bullet by their names, each 0 to 1."""
    size = len(bullet.line.split())
    name = bullet.source.name if bullet.source else ""
    found = words(bullet.line)
    return {
        "quotation": float(bullet.kind == "direct"),
        "partly quoted": float(bullet.kind == "mixed"),
        "name in capitals": float(name[:1].isupper()),
        "short": float(size < SHORT),
        "length": min(1.0, math.log(max(1, len(found))) / LOG_OF_LONGEST),
        "asks": float(bullet.line.rstrip("”\"’'").endswith("?")),
        "names": min(1.0, len(NAME.findall(bullet.line)) / MANY_NAMES),
        "no cue": float(not bullet.cue),
        "words beside the content": float(size > len(bullet.text.split()) + MOST_BESIDE),
        "heading said again": float(bool(name) and name.split()[-1] in bullet.line),
        "goes on": float(bool(GOES_ON.match(bullet.cue or ""))),
        "you": float(not YOU.isdisjoint(found)),
        "ends on a word that points": float(bool(ENDS_POINTING.search(bullet.line))),
    }
