"""When two figures of an article are the same in other words, conversions of each other, or at odds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from summarizer.figures.lexicon import word_set
from summarizer.figures.unit_table import UNITS
from summarizer.model import Figure
from summarizer.text.bounds import BOUND
from summarizer.text.currencies import CODES, COUNTRIES, SHARED, SIGNS, WORDS
from summarizer.text.synonyms import SAME_FATE
from summarizer.text.words import stem, words

# Share of the shorter concept's words that two of one value must have in common to be the same figure: a
# telling number ("5,300", "16.4") hardly stands for two things in one article, "two" does.
SAME_WORDS = 0.6
SAME_WORDS_TELLING = 0.34
TELLING_DIGITS = 2
# Share of words in common from which different numbers are about the same thing.
AT_ODDS_WORDS = 0.75

_DIMENSIONS = {unit.name: unit.dimension for unit in UNITS}
_CURRENCIES = frozenset((*SIGNS.values(), *CODES.values(), *WORDS.values()))
_BRACKET = re.compile(rf"(?:\s?[(\[]\s?|,?\sor\s)(?:or\s)?(?:(?:just\s)?(?:{BOUND})\s)?~?|,\s(?:{BOUND})\s")
_RATIO = re.compile(r"[\w-]+ (?:in|out of) [\w-]+")  # one in five (21 per cent)
_HEDGES = word_set(
    "alleged reported suspected estimated claimed the its their his her our total overall still"
)
_EVERYBODY = frozenset({"person", "number"})  # what is told of them counts, not that they are people
_SHORTEST = 3  # letters; what is shorter tells nothing


@dataclass(frozen=True, slots=True)
class Told:
    """One figure with every place that gives it; `shown` carries the fullest words."""

    shown: Figure
    places: tuple[Figure, ...]


def dimension(figure: Figure) -> str | None:
    """What kind of measure the figure's unit is ("money", "share", "length" …); None for counted things."""
    name = figure.unit or ""
    base, _, _ = name.partition(" per ")
    if name in _DIMENSIONS:
        return _DIMENSIONS[name]
    return "money" if base in _CURRENCIES or _is_of_country(base) else _DIMENSIONS.get(base)


def _is_of_country(unit: str) -> bool:
    """Whether the unit is one country's money: "mexican peso"."""
    country, _, name = unit.rpartition(" ")
    return country in COUNTRIES and (name in SHARED or name == "koruna")


def without_conversions(text: str, figures: Sequence[Figure]) -> Iterable[Figure]:
    """`figures` without those in brackets behind another of the same dimension: "50 miles (80 km)"."""
    before: Figure | None = None
    for figure in figures:
        if before is None or not is_conversion(text, before, figure):
            yield figure
            before = figure


def is_conversion(text: str, first: Figure, second: Figure) -> bool:
    """Whether `second`, in brackets or behind "or", is `first` in another unit: 50 miles (80 km)."""
    gap = text[first.span.end : second.span.start]
    if _base(first) == _base(second) or not _BRACKET.fullmatch(gap):
        return False
    is_ratio = first.unit is None and _RATIO.fullmatch(first.surface) is not None
    return dimension(first) == dimension(second) is not None or (is_ratio and dimension(second) == "share")


def _base(figure: Figure) -> str:
    """The unit without its "per": a sum and the same sum a head are no conversions of each other."""
    return (figure.unit or "").partition(" per ")[0]


def gather(figures: Sequence[Figure]) -> list[Told]:
    """The same figure in other words made one, in order of first appearance."""
    groups: list[list[Figure]] = []
    of_amount: dict[object, list[list[Figure]]] = {}  # only figures of one amount can be the same
    for figure in figures:
        alike = of_amount.setdefault((figure.value, figure.low, figure.high), [])
        home = next((group for group in alike if any(is_same(figure, other) for other in group)), None)
        if home is None:
            alike.append([figure])
            groups.append(alike[-1])
        else:
            home.append(figure)
    return [Told(_fullest(group), tuple(group)) for group in groups]


def is_same(one: Figure, other: Figure) -> bool:
    """Whether both give the same number for the same thing."""
    if (one.value, one.low, one.high, dimension(one)) != (
        other.value,
        other.low,
        other.high,
        dimension(other),
    ):
        return False
    if dimension(one) and one.unit != other.unit:
        return False
    mine, theirs = stems(one), stems(other)
    if one.value is None and one.low is None:
        return one.surface.casefold() == other.surface.casefold() and mine == theirs
    if not mine or not theirs:
        return mine == theirs or _is_telling(one)
    return _shared(mine, theirs) >= (SAME_WORDS_TELLING if _is_telling(one) else SAME_WORDS)


def are_at_odds(one: Figure, other: Figure) -> bool:
    """Whether two sources give different numbers for the same thing."""
    is_agreed = (one.value, one.low, one.high) == (other.value, other.low, other.high)
    return one.source != other.source and not is_agreed and is_about_the_same(one, other)


def is_about_the_same(one: Figure, other: Figure) -> bool:
    """Whether two figures are of one dimension and their concepts share most of the shorter's words."""
    mine, theirs = stems(one) - _EVERYBODY, stems(other) - _EVERYBODY
    is_like = dimension(one) == dimension(other)
    return is_like and bool(mine and theirs) and _shared(mine, theirs) >= AT_ODDS_WORDS


def _shared(mine: frozenset[str], theirs: frozenset[str]) -> float:
    return len(mine & theirs) / min(len(mine), len(theirs))


def _fullest(group: Sequence[Figure]) -> Figure:
    """The figure with the most said about it, with the source that any of them gives.

    "More than 150" says more than the "150" given elsewhere, so its modifier is shown too.
    """
    best = max(group, key=lambda f: (f.clearness, f.concept is not None, bool(f.modifier), bool(f.source)))
    return replace(
        best,
        modifier=best.modifier or next((f.modifier for f in group if f.modifier), None),
        source=best.source or next((f.source for f in group if f.source), None),
        hedge=best.hedge or next((f.hedge for f in group if f.hedge), None),
        compared=best.compared or next((f.compared for f in group if f.compared), None),
        changed=any(f.changed for f in group),
    )


def _is_telling(figure: Figure) -> bool:
    """Whether the number itself is particular: it has at least two digits that are not zeros."""
    written = str(figure.value) if figure.value is not None else f"{figure.low}{figure.high}"
    return len(re.sub(r"[^1-9]", "", written)) >= TELLING_DIGITS


def stems(figure: Figure) -> frozenset[str]:
    """The words of a figure's concept (or counted unit) without endings, hedges and short words."""
    return stems_of(figure.concept or (figure.unit if dimension(figure) is None else None) or "")


def stems_of(told: str) -> frozenset[str]:
    """The words of `told` without endings, hedges and short words."""
    return frozenset(
        _key(word)
        for word in words(told)
        if len(word) >= _SHORTEST and word.isalpha() and word not in _HEDGES
    )


def _key(word: str) -> str:
    return "dead" if word == "toll" else SAME_FATE.get(word) or stem(word)
