"""Learns how likely it is that a statement stands under the wrong name, or is none: the weights of summarizer/attribution/doubt.py.

python -m train.doubt GRADED

GRADED is a folder of graded texts (graded.py); A is the letter of a wrong source. Prints the weights by their names; and for every
second text, by weights that were fitted to the others: of a statement with the letter and one without, how often the first is held
likelier to be wrong; and of those held DOUBTFUL how many have the letter, how many read badly for any reason, and how many are
musts without a fault.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from summarizer.attribution import propose, statement
from summarizer.attribution.doubt import DOUBTFUL, WEIGHTS, features
from summarizer.attribution.learned import cues_of
from summarizer.attribution.lines import with_lines
from summarizer.attribution.reading import read
from summarizer.attribution.resolve import name_sources
from summarizer.brief.points import line_text
from summarizer.default_model import DEFAULT_MODEL
from summarizer.reader import Reader, load_reader
from summarizer.text.marks import find_marks
from train.fault import in_order
from train.graded import READS_BADLY, WRONG_SOURCE, Grade, Graded, read_graded
from train.logistic import Numbers, chance_of, fit_chance, with_bias

RIDGE = 2.0  # with 1 or 5 as many pairs are in order
MUST = 3

Row = tuple[list[float], Grade]


def rows_of(text: Graded, reader: Reader) -> Iterator[Row]:
    """The features of each statement whose line still stands under the name, or a part of it, that it was graded under."""
    article = text.article
    tagged = reader.tagger.tag([article.text])[0] if reader.tagger else None
    reading = read(reader.pipeline(article.text))
    candidates = propose(reading, tagged)
    sources = name_sources(reading, candidates)
    found = [statement(reading, one, source) for one, source in zip(candidates, sources, strict=True)]
    marks, cues = find_marks(article.text), cues_of(tagged) if tagged else ()
    graded = {grade.bullet.line: grade for grade in text.grades}
    for candidate, one in zip(candidates, with_lines(reading, found), strict=True):
        grade = graded.get(line_text(article.text, one, marks))
        if (
            grade
            and grade.bullet.source
            and one.source
            and share_a_word(grade.bullet.source.name, one.source.name)
        ):
            yield list(features(reading, candidate, one, cues).values()), grade


def share_a_word(one: str, other: str) -> bool:
    return not {*one.casefold().split()}.isdisjoint(other.casefold().split())


def matrix(rows: Sequence[Row]) -> tuple[Numbers, Numbers]:
    wrong = [WRONG_SOURCE in grade.faults for _, grade in rows]
    return np.array([row for row, _ in rows], float), np.array(wrong, float)


def report(rows: Sequence[Row], weights: Numbers) -> str:
    numbers, wrong = matrix(rows)
    chance = chance_of(with_bias(numbers), weights)
    held = [grade for (_, grade), each in zip(rows, chance, strict=True) if each >= DOUBTFUL]
    bad = sum(bool(grade.faults & READS_BADLY) for grade in held)
    lost = sum(grade.rank == MUST and not grade.faults for grade in held)
    named = sum(WRONG_SOURCE in grade.faults for grade in held)
    return (
        f"in order on unseen texts: {in_order(chance, wrong):.1%}; of {len(rows)} in doubt {len(held)}: "
        f"wrong {named}, read badly {bad}, musts without a fault {lost}"
    )


def main(folder: Path) -> None:
    """Fits, and prints weights and their worth on texts that they were not fitted to."""
    reader = load_reader(DEFAULT_MODEL)
    texts = [list(rows_of(text, reader)) for text in read_graded(folder)]
    one, other = ([row for text in half for row in text] for half in (texts[::2], texts[1::2]))
    for name, each in zip((*WEIGHTS, "bias"), fit_chance(*matrix([*one, *other]), RIDGE), strict=True):
        print(f"{each:6.2f}  {name}")  # noqa: T201  # a command line
    for fitted, unseen in ((one, other), (other, one)):
        print(report(unseen, fit_chance(*matrix(fitted), RIDGE)))  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]))
