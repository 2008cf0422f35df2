"""Reads short passages of kinds of speech, and of what only looks like it, that PolNeAR has few of.

A line of passages.txt is a paragraph, an empty line ends a passage, a line that starts with "# " names the kind of what
follows. "{2s Ann Bell}" is a source, "c" a cue of speech, "o" one of thought or plan, "t" content. Spans with the same
digit belong together, and so do those without one; several digits stand for several attributions.
"""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

from train.polnear import Annotated, Attribution, Span, join

PASSAGES = Path(__file__).with_name("passages.txt")

_SPAN = re.compile(r"\{(\d*)([scot]) ?([^{}]*)\}")
_KIND = "# "


def read_passages(path: Path = PASSAGES) -> tuple[Annotated, ...]:
    """All passages, each named by its kind."""
    kind, found = "", []
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        if block.startswith(_KIND):
            kind = block.removeprefix(_KIND)
        else:
            found.append(_passage(kind, block.strip().replace("\n", "\n\n")))
    return tuple(found)


def _passage(kind: str, marked: str) -> Annotated:
    plain, behind = "", 0
    parts: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for found in _SPAN.finditer(marked):
        plain += marked[behind : found.start()]
        for number in found[1] or "0":
            parts[number][found[2]].append((len(plain), len(plain) + len(found[3])))
        plain, behind = plain + found[3], found.end()
    text = plain + marked[behind:]
    return Annotated(kind, text, tuple(_attribution(text, spans) for spans in parts.values()))


def _attribution(text: str, parts: dict[str, list[Span]]) -> Attribution:
    source, cue, content = (join(text, parts[role]) for role in ("s", "c" if "c" in parts else "o", "t"))
    return Attribution(source, cue, content, is_speech="o" not in parts)
