"""Do figures say what they are of? Held against what readers of NewsQuant say that each quantity refers to.

python -m bench.concepts NEWSQUANT [--most 8] [--errors]

NEWSQUANT is a list of {"text", "quantities": [{"value", "referred_concepts"}]}. A quantity is found where a figure has its value; it is
missed where neither the figure's concept nor its label has a word of the readers' in common. Prints how many are missed, and exits with 1
where they are more than --most percent.
"""

from __future__ import annotations

import argparse
import json
import math
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from summarizer.default_model import DEFAULT_MODEL
from summarizer.model import Figure
from summarizer.reader import load_reader
from summarizer.text.words import stem

SHORTEST = 3  # letters of a word that tells something
RANGE = re.compile(r"\s*(-?[\d.]+)\s*-\s*([\d.]+)\s*")
NOTHING = frozenset({"", "-"})


@dataclass(frozen=True, slots=True)
class Held:
    """A quantity of the readers and the figure with its value."""

    text: str
    figure: Figure
    wanted: str

    @property
    def is_missed(self) -> bool:
        told = f"{self.figure.concept or ''} {self.figure.label or ''}"
        return not stems(told) & stems(self.wanted)


def stems(words: str) -> set[str]:
    return {stem(word) for word in re.findall(r"[a-z0-9]+", words.casefold()) if len(word) >= SHORTEST}


def hold(text: str, figures: Sequence[Figure], quantities: Sequence[dict[str, Any]]) -> Iterator[Held]:
    """Each quantity whose concept the readers name, with the first figure of its value that no other has taken."""
    left = list(figures)
    for quantity in quantities:
        found = next((figure for figure in left if is_value(figure, str(quantity["value"]))), None)
        if found is None:
            continue
        left.remove(found)
        if (wanted := quantity.get("referred_concepts") or "") not in NOTHING:
            yield Held(text, found, wanted)


def is_value(figure: Figure, value: str) -> bool:
    ends = RANGE.fullmatch(value)
    wanted = [float(end) for end in ends.groups()] if ends else [float(value)]
    given = [figure.value] if figure.value is not None else [figure.low, figure.high]
    known = [float(one) for one in given if one is not None]
    return len(known) == len(wanted) and all(map(is_close, sorted(known), sorted(wanted)))


def is_close(one: float, two: float) -> bool:
    return math.isclose(one, two, rel_tol=1e-5, abs_tol=1e-9)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("newsquant", type=Path)
    parser.add_argument("--most", type=float, default=8.0, help="percent that may be missed (default: 8)")
    parser.add_argument("--errors", action="store_true", help="print each that is missed")
    options = parser.parse_args()
    rows = json.loads(options.newsquant.read_text(encoding="utf-8"))
    extracts = load_reader(DEFAULT_MODEL).extract_many(row["text"] for row in rows)
    held = [
        one
        for row, extract in zip(rows, extracts, strict=True)
        for one in hold(row["text"], extract.figures, row["quantities"])
    ]
    missed = [one for one in held if one.is_missed]
    for one in missed if options.errors else ():
        print(f"{one.figure.surface}: {one.figure.label} (wanted: {one.wanted})\n    {one.text}")
    share = 100 * len(missed) / max(1, len(held))
    print(f"without a common word: {len(missed)} of {len(held)}, {share:.1f} %")  # a command line
    return int(share > options.most)


if __name__ == "__main__":
    sys.exit(main())
