"""The few figures that belong in a brief: merged when they are the same in other words, best first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from summarizer.figures.lexicon import word_set
from summarizer.figures.unit_table import UNITS
from summarizer.model import Figure, Span, Statement

MOST = 8  # of one brief; an editor reads no more at a glance

# What a figure is worth, in points. Set by hand on the ranking of our own articles: consequence outweighs
# place, place outweighs repetition, and nothing lifts filler or an age above a plain count.
WORTH_LEAD = 2.0
WORTH_SOURCE = 2.0
WORTH_REPEATED = 1.0
WORTH_HARM = 3.0
WORTH_NEWS = 1.0
WORTH_SIZE = 0.35  # for each power of ten, up to a trillion
WORTH_LATE = -1.5  # at the very end of the text; in between in proportion
WORTH_SMALL_WORD = -1.0
WORTH_VAGUE = -1.5
WORTH_NO_CONCEPT = -2.0
LEAST_WORTH = 0.0  # what scores less is left out even when fewer than MOST are found
WORTH_UNIT = {
    "share": 1.5,
    "money": 1.5,
    "points": 0.5,
    "multiple": 0.5,
    "time": -0.5,
    "length": -0.25,
    "age": -4.0,
}
SIZE_CAP = 12

_HARM = re.compile(
    r"\b(?:kill|dead|dea(?:d|th)|die[ds]?\b|injur|wound|hurt|missing|casualt|captur|detain|arrest|hostage|prisoner|intercept|shot\b"
    r"|attack|missile|drone|bomb|strike|victim|evacuat|displac|homeless|refugee|infect|case|laid off|layoff|lay off|job loss"
    r"|job cut|fire[ds]?\b|burn|destroy|damage|flood|troop|soldier|mercenar|fighter|sentenc|convict|charge|fine[ds]?\b|penalt|cut)",
    re.IGNORECASE,
)
_NEWS = re.compile(
    r"\b(?:propos|plan|new\b|record|launch|cease|halt|deal|tariff|tax|budget|deficit|profit|loss|revenue|sales|price|inflation"
    r"|unemploy|rate|vote|poll|turnout|aid|sanction|invest|growth|job|people|worker|employee|resident|student|patient)",
    re.IGNORECASE,
)
_FILLER = word_set(
    "other thing way one reason time part example side kind sort lot bit hand fact case point question option"
    " step aspect area place people"
)
_SMALL = 12  # counts up to a dozen say little unless something else speaks for them
_DIMENSIONS = {unit.name: unit.dimension for unit in UNITS}
_MONEY = re.compile(
    r"\b(?:dollar|euro|pound sterling|yen|yuan|rupee|shekel|ruble|rand|ringgit|baht|won|zloty|naira|rupiah|hryvnia|lira"
    r"|real|franc|peso|kron[ae]|koruna|crown|dirham|riyal|dinar|taka|shilling|pound|bitcoin|cent|penny|sen)\b(?! metre)"
)


@dataclass(frozen=True, slots=True)
class _Group:
    """One figure with every place that gives it; `shown` carries the fullest words."""

    shown: Figure
    all: tuple[Figure, ...]


def choose_figures(
    doc_text: str, figures: Sequence[Figure], lead_end: int, statements: Sequence[Statement]
) -> tuple[tuple[Figure, tuple[Span, ...]], ...]:
    """At most MOST figures, each with all the spans that give it, best first.

    `lead_end` is where the lead of `doc_text` ends. `statements` say which passages are attributed.
    Contradictory figures stand side by side, each with its source.
    """
    told = [figure for figure in _without_conversions(doc_text, figures) if not _is_filler(figure)]
    groups = _grouped(told)
    held = [span for statement in statements if statement.source for span in statement.content]
    worth = {group: _worth(group, len(doc_text), lead_end, held) for group in groups}
    best = sorted((g for g in groups if worth[g] > LEAST_WORTH), key=lambda g: (-worth[g], g.shown.span))[
        :MOST
    ]
    return tuple((group.shown, tuple(sorted({f.span for f in group.all}))) for group in _side_by_side(best))


_BRACKET = re.compile(
    r"\s?\(\s?(?:about|around|or|some|roughly|approximately|~|nearly|almost|just over|just under)?\s?$"
)


def _without_conversions(text: str, figures: Sequence[Figure]) -> Iterable[Figure]:
    """`figures` without those in brackets behind another of the same dimension: "50 miles (80 km)"."""
    before: Figure | None = None
    for figure in figures:
        if before is None or not _is_conversion(text, before, figure):
            yield figure
            before = figure


def _is_conversion(text: str, first: Figure, second: Figure) -> bool:
    gap = text[first.span.end : second.span.start]
    if not _BRACKET.fullmatch(gap) or first.unit == second.unit:
        return False
    return dimension(first) == dimension(second) is not None


def dimension(figure: Figure) -> str | None:
    """What kind of measure the figure's unit is ("money", "share", "length" …); None for counted things."""
    unit = figure.unit or ""
    if unit in _DIMENSIONS:
        return _DIMENSIONS[unit]
    return "money" if _MONEY.search(unit) else None


def _is_filler(figure: Figure) -> bool:
    """One of, two others, three reasons, 100 percent sure: numbers that inform nobody."""
    kind = dimension(figure)
    if kind == "age":
        return True
    if (
        figure.value is not None
        and kind is None
        and not figure.source
        and figure.value <= 1
        and figure.value == int(figure.value)
    ):
        return True
    if figure.value in {0, 1} and kind in {None, "multiple"}:
        return True
    last = (figure.unit or "").split()[-1:] or [""]
    return kind is None and last[0] in _FILLER and (figure.value or 0) <= _SMALL and last[0] != "people"


def _grouped(figures: Sequence[Figure]) -> list[_Group]:
    """The same figure in other words made one, in order of first appearance."""
    groups: list[list[Figure]] = []
    for figure in figures:
        home = next((group for group in groups if any(_is_same(figure, other) for other in group)), None)
        if home is None:
            groups.append([figure])
        else:
            home.append(figure)
    return [_Group(_fullest(group), tuple(group)) for group in groups]


def _is_same(one: Figure, other: Figure) -> bool:
    if (one.value, one.low, one.high) != (other.value, other.low, other.high):
        return False
    if one.value is None and one.low is None:
        return one.surface.casefold() == other.surface.casefold() and _stems(one) == _stems(other)
    if dimension(one) != dimension(other) or (dimension(one) and one.unit != other.unit):
        return False
    mine, theirs = _stems(one), _stems(other)
    if not mine or not theirs:
        return mine == theirs or _is_telling(one)
    shared = len(mine & theirs) / min(len(mine), len(theirs))
    return shared >= (SAME_WORDS_TELLING if _is_telling(one) else SAME_WORDS)


# Share of the shorter concept's words that two of one value must have in common to be the same figure: a
# telling number ("5,300", "16.4") hardly stands for two things in one article, "two" does.
SAME_WORDS = 0.6
SAME_WORDS_TELLING = 0.34
TELLING_DIGITS = 2
_HEDGES = word_set("alleged reported suspected estimated claimed the its their his her our total overall")
_WORD = re.compile(r"[^\W\d_]+")
_ENDING = re.compile(r"(?:ies|ing|ed|es|s|y)$")
_IRREGULAR = {"men": "man", "women": "woman", "people": "person", "children": "child"}
_STEM_FLOOR = 3


def _is_telling(figure: Figure) -> bool:
    """Whether the number itself is particular: it has at least two digits that are not zeros."""
    digits = re.sub(
        r"[^1-9]", "", str(figure.value if figure.value is not None else f"{figure.low}{figure.high}")
    )
    return len(digits) >= TELLING_DIGITS


def _stems(figure: Figure) -> frozenset[str]:
    """The words of a figure's concept and unit without endings, hedges and short words."""
    words = _WORD.findall(
        (figure.concept or (figure.unit if dimension(figure) is None else "") or "").casefold()
    )
    return frozenset(_stem(word) for word in words if len(word) >= _STEM_FLOOR and word not in _HEDGES)


def _stem(word: str) -> str:
    word = _IRREGULAR.get(word, word)
    short = _ENDING.sub("", word)
    return short if len(short) >= _STEM_FLOOR else word


# How much a modifier narrows the number down: "more than 150" says more than "150" given elsewhere.
def _fullest(group: Sequence[Figure]) -> Figure:
    """The first figure of the group, with the modifier and source that any of them gives."""
    first = max(group, key=lambda f: (f.modifier is not None, f.source is not None, f.concept is not None))
    source = first.source or next((f.source for f in group if f.source), None)
    return replace(first, source=source)


def _worth(group: _Group, length: int, lead_end: int, held: Sequence[Span]) -> float:
    figure = group.shown
    worth = WORTH_UNIT.get(dimension(figure) or "", 0.0) + _size(figure)
    about = f"{figure.concept or ''} {figure.unit or ''}"
    worth += WORTH_HARM * bool(_HARM.search(about)) + WORTH_NEWS * bool(_NEWS.search(about))
    first = min(f.span for f in group.all)
    worth += WORTH_LEAD if first.start < lead_end else WORTH_LATE * first.start / max(1, length)
    worth += WORTH_SOURCE * (
        figure.source is not None or any(s.overlaps(f.span) for s in held for f in group.all)
    )
    worth += WORTH_REPEATED * (len(group.all) > 1)
    worth += WORTH_NO_CONCEPT * (figure.concept is None)
    return worth


def _size(figure: Figure) -> float:
    """Points for magnitude; small counts and vague ones lose some."""
    value = figure.value if figure.value is not None else figure.high
    if value is None:
        return WORTH_VAGUE
    if dimension(figure) is not None and dimension(figure) != "money":
        return 0.0
    powers = max(0, min(SIZE_CAP, value.adjusted()))
    return WORTH_SIZE * powers + (
        WORTH_SMALL_WORD if abs(value) <= _SMALL and dimension(figure) is None else 0.0
    )


def _side_by_side(groups: Sequence[_Group]) -> list[_Group]:
    """`groups` with those that contradict each other moved next to each other."""
    ordered: list[_Group] = []
    for group in groups:
        place = next((n for n, other in enumerate(ordered) if _contradict(group.shown, other.shown)), None)
        ordered.insert(len(ordered) if place is None else place + 1, group)
    return ordered


def _contradict(one: Figure, other: Figure) -> bool:
    """Whether two sources give different numbers for the same thing."""
    if one.source == other.source or dimension(one) != dimension(other) or one.unit != other.unit:
        return False
    mine, theirs = _stems(one), _stems(other)
    return bool(mine) and mine == theirs
