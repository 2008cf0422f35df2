"""Who said what, against every statement of the annotated texts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import get_args

from summarizer.model import Kind, Span, Statement
from tests.gate.measure import Measure, balance, share
from tests.gate.readings import Reading
from tests.gate.wanted import Gold, Unit
from tests.gate.wording import is_same_mention, likeness, word_starts

FAMILY = "attribution"
ENOUGH = 0.5  # of the words in common: the same statement with other edges


@dataclass(frozen=True, slots=True)
class Fragment:
    """One contiguous part of a statement's content, as the gold counts units."""

    span: Span
    statement: Statement


@dataclass(frozen=True, slots=True)
class Pair:
    """A unit of the gold and the fragment found for it."""

    unit: Unit
    fragment: Fragment
    likeness: float

    @property
    def is_exact(self) -> bool:
        return self.likeness == 1.0


@dataclass(frozen=True, slots=True)
class Matched:
    """One text's units and fragments, and which belong together, one to one."""

    units: tuple[Unit, ...]
    fragments: tuple[Fragment, ...]
    pairs: tuple[Pair, ...]


def attribution_measures(readings: Iterable[Reading]) -> Iterator[Measure]:
    """Content by likeness and exactly, for each kind; then the source of what was found."""
    texts = [match(one.gold, one.annotated.statements) for one in readings if one.gold and one.annotated]
    for kind in (None, *get_args(Kind)):
        yield from found_and_right(texts, kind)
    pairs = [pair for text in texts for pair in text.pairs]
    yield agreement(texts, "exact F1", lambda pair: pair.is_exact)[2]
    yield share(FAMILY, "source, where content matches", map(has_source, filter(is_credited, pairs)))
    yield share(
        FAMILY, "kind, where content matches", (p.unit.kind == p.fragment.statement.kind for p in pairs)
    )
    yield agreement(texts, "content and source F1", lambda pair: not is_credited(pair) or has_source(pair))[2]


def match(gold: Gold, statements: Sequence[Statement]) -> Matched:
    """Units and fragments with half their words in common, the likest first, one to one."""
    fragments = tuple(Fragment(span, statement) for statement in statements for span in statement.content)
    ours = [word_starts(gold.text, part.span.start, part.span.end) for part in fragments]
    theirs = [word_starts(gold.text, unit.span.start, unit.span.end) for unit in gold.units]
    scored = ((likeness(a, b), j, i) for i, a in enumerate(ours) for j, b in enumerate(theirs) if a & b)
    pairs: dict[int, tuple[int, float]] = {}
    taken: set[int] = set()
    for like, j, i in sorted(scored, key=lambda row: (-row[0], row[1], row[2])):
        if like >= ENOUGH and j not in pairs and i not in taken:
            pairs[j] = (i, like)
            taken.add(i)
    found = tuple(Pair(gold.units[j], fragments[i], like) for j, (i, like) in sorted(pairs.items()))
    return Matched(gold.units, fragments, found)


def found_and_right(texts: Sequence[Matched], kind: Kind | None) -> tuple[Measure, Measure, Measure]:
    """Recall over the gold of this kind, precision over what was found as this kind, and F1."""
    return agreement(texts, kind or "all", lambda _: True, kind)


def agreement(
    texts: Sequence[Matched], name: str, counts: Callable[[Pair], bool], kind: Kind | None = None
) -> tuple[Measure, Measure, Measure]:
    """Precision, recall and F1 of the pairs that count."""
    units = [unit for text in texts for unit in text.units if kind in (None, unit.kind)]
    parts = [part for text in texts for part in text.fragments if kind in (None, part.statement.kind)]
    pairs = [pair for text in texts for pair in text.pairs if counts(pair)]
    hit_units, hit_parts = {id(pair.unit) for pair in pairs}, {id(pair.fragment) for pair in pairs}
    precision = share(FAMILY, f"{name}, precision", (id(part) in hit_parts for part in parts))
    recall = share(FAMILY, f"{name}, recall", (id(unit) in hit_units for unit in units))
    return precision, recall, balance(precision, recall, name if name.endswith("F1") else f"{name}, F1")


def is_credited(pair: Pair) -> bool:
    """Whether the text itself names the source; the layout of an interview does not."""
    return bool(pair.unit.source)


def has_source(pair: Pair) -> bool:
    source = pair.fragment.statement.source
    return source is not None and is_same_mention(source.mention, pair.unit.source)
