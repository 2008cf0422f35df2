"""Quotation marks paired over a text: what each mark is, and where each outermost quotation begins and ends.

Straight, curly, low, angled, double-backtick and double-apostrophe marks, in any mixture; single marks where
a text uses them in place of double ones (British copy). Pages mix the forms and set marks twice, so the place
of a mark counts before its form: a blank before it and a word behind it make it an opening one. Where the place
tells nothing, the form does, and of a straight mark whether a quotation is open.

Nested marks belong to the quotation around them. A mark that nothing closes costs its own paragraph, never the
quotations beside it; when the next paragraph opens with a mark again, the quotation runs over paragraphs. So it does
where the next mark of the text is one that only closes, a few paragraphs further down: pages set a sentence a line.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

OPENS, UNTOLD, CLOSES = 1, 0, -1

DOUBLE = re.compile(r"[“”„‟«»\"＂″]|``|''|‘‘|’’")
MARKS = frozenset("“”‘’'\"")  # as words of a parse
LINE = re.compile(r"[^\n]*\S[^\n]*")
SINGLE = re.compile(r"(?<!‘)‘(?!‘)|(?<!’)’(?!’)|‚|(?<!')'(?!')")
FORMS = dict.fromkeys(("“", "„", "«", "``", "‘‘", "‘", "‚"), OPENS) | dict.fromkeys(
    ("”", "»", "’’", "’"), CLOSES
)
ANGLED = frozenset("«»")
CURLY = frozenset(("“", "”", "„", "‘‘", "’’"))
SINGLE_OPENS = frozenset("‘'‚")
BEFORE_OPENING = frozenset("([{-–—/>*•")
AFTER_CLOSING = frozenset(")]}.,;:!?-–—/…")

# Elisions that begin with an apostrophe and are no opening mark.
ELISION = re.compile(r"['’](?:em|til|tis|twas|cause|bout|round|n|\d0s|\d\d)\b", re.IGNORECASE)
# Endings behind an apostrophe that may follow a stop: "the U.S.'s".
ENDING = re.compile(r"['’](?:s|d|ll|re|ve)\b")
# What follows the apostrophe of "the workers' rights": a blank and the thing owned.
OWNED = re.compile(r" \w")
# Paragraphs that a quotation may run over without a mark: "No." and nine short sentences are the most on 280 real pages.
FARTHEST_CLOSING = 12
# How a quotation ends that is somebody's sentence; nested words in marks ("units") end otherwise.
SENTENCE_END = frozenset(",.!?…—–-")


def has_double_marks(text: str) -> bool:
    """Whether a mark that only quotations have stands in `text`."""
    return DOUBLE.search(text) is not None


@dataclass(frozen=True, slots=True)
class Mark:
    """A character (or two) that may open or close; `place` and `form` say which, each for itself."""

    start: int
    end: int
    family: str  # marks of one family make a pair: straight, curly, angled, single
    place: int  # OPENS, CLOSES or UNTOLD
    form: int
    behind_digit: bool = False

    @property
    def single(self) -> bool:
        return self.family == "single"

    @property
    def tends(self) -> int:
        return self.place or self.form


@dataclass(frozen=True, slots=True)
class Pair:
    """One quotation: its marks are start to inner_start and inner_end to end, doubled ones whole."""

    start: int
    inner_start: int
    inner_end: int
    end: int
    closed: bool = True
    continues: bool = False  # carries on the unclosed quotation of the paragraph before


@dataclass(frozen=True, slots=True)
class Marks:
    """The outermost quotations of a text in order; the marks that have no partner; and what each mark is."""

    pairs: tuple[Pair, ...]
    strays: tuple[Mark, ...]
    told: tuple[tuple[Mark, int], ...]


@dataclass(frozen=True, slots=True)
class Open:
    """An opening mark, with how many pairs, and how many sentences in marks of its family, were found before it."""

    mark: Mark
    pairs: int
    sentences: int


@dataclass(slots=True)
class Paragraph:
    """The pairing of one paragraph, mark by mark."""

    text: str
    end: int
    runs_on: bool
    opened: list[Open] = field(default_factory=list)
    pairs: list[tuple[Mark, Mark | None, Pair]] = field(default_factory=list)
    strays: list[Mark] = field(default_factory=list)
    told: list[tuple[Mark, int]] = field(default_factory=list)
    starts: dict[int, int] = field(default_factory=dict)  # where a pair starts, and its number
    depth: dict[bool, int] = field(default_factory=lambda: {False: 0, True: 0})
    sentences: Counter[str] = field(default_factory=Counter)  # in marks, by the family of these

    def take(self, mark: Mark, following: Mark | None) -> None:
        """Open or close with the next mark; `following` is the one behind it."""
        role = role_of(mark, is_open=self.depth[mark.single] > 0)
        self.told.append((mark, role))
        if role == OPENS:
            self.opened.append(Open(mark, len(self.pairs), self.sentences[mark.family]))
            self.depth[mark.single] += 1
        elif not self.depth[mark.single]:
            self.leave_closing(mark)
        elif self.depth[mark.single] > 1 or not is_inch(mark, following):
            self.close(mark)

    def close(self, mark: Mark) -> None:
        """Pair with the nearest opening mark of its size; those in between have no partner."""
        while self.opened[-1].mark.single != mark.single:
            self.abandon(self.pop())
        opening = self.pop().mark
        self.add(opening, mark, Pair(opening.start, opening.end, mark.start, mark.end))
        self.sentences[opening.family] += self.text[mark.start - 1] in SENTENCE_END

    def add(self, opening: Mark, closing: Mark | None, pair: Pair) -> None:
        self.starts[pair.start] = len(self.pairs)
        self.pairs.append((opening, closing, pair))

    def pop(self) -> Open:
        last = self.opened.pop()
        self.depth[last.mark.single] -= 1
        return last

    def leave_closing(self, mark: Mark) -> None:
        """A closing mark with nothing open: the double of the one before it, or a stray."""
        if self.pairs and self.pairs[-1][2].end == mark.start:
            opening, closing, pair = self.pairs[-1]
            self.pairs[-1] = opening, closing, replace(pair, end=mark.end)
        elif not (mark.behind_digit and mark.family == "straight"):  # 12": inches
            self.strays.append(mark)

    def abandon(self, opened: Open) -> None:
        """An opening mark with no partner: the double of the one behind it, or a stray."""
        mark = opened.mark
        number = self.starts.get(mark.end)
        if number is None:
            self.strays.append(mark)
            return
        opening, closing, pair = self.pairs[number]
        self.pairs[number] = opening, closing, replace(pair, start=mark.start)
        self.starts[mark.start] = number

    def finish(self) -> None:
        """Settle what is still open at the end of the paragraph, the innermost first."""
        while self.opened:
            opened = self.pop()
            if self.is_left_open(opened):
                mark = opened.mark
                end = max(mark.end, mark.start + len(self.text[mark.start : self.end].rstrip()))
                self.add(mark, None, Pair(mark.start, mark.end, end, end, closed=False))
            elif self.is_outer(opened):
                inner, closing, pair = self.pairs.pop()
                self.strays.append(inner)
                self.add(
                    opened.mark, closing, replace(pair, start=opened.mark.start, inner_start=opened.mark.end)
                )
            else:
                self.abandon(opened)

    def is_left_open(self, opened: Open) -> bool:
        """Whether the quotation runs to the end of the paragraph: no sentence in marks stands behind the mark."""
        if opened.mark.single:
            return self.runs_on and len(self.pairs) == opened.pairs and self.leads(opened.mark)
        if len(self.pairs) == opened.pairs:
            return True
        sentences = self.sentences[opened.mark.family]
        return self.runs_on and sentences == opened.sentences and self.pairs[-1][1] is not None

    def leads(self, mark: Mark) -> bool:
        """Whether a mark opens its paragraph, or stands behind the colon or comma of a credit."""
        before = self.text[: mark.start]
        return before[-1:] in ("", "\n") or before.endswith((": ", ", "))

    def is_outer(self, opened: Open) -> bool:
        """Whether the last closing mark is this one's by its family, and the mark in between a stray: " … “ … " """
        if len(self.pairs) == opened.pairs:
            return False
        inner, closing, _ = self.pairs[-1]
        family = opened.mark.family
        return closing is not None and closing.family == family != inner.family


def find_marks(text: str, *, singles: bool | None = None) -> Marks:
    """The quotations of `text`. `singles`: whether single marks count; by default, where they do the work."""
    if singles is None:
        singles = uses_single_marks(text)
    paragraphs = [paragraph.span() for paragraph in re.finditer(r"[^\n]+", text)]
    pairs: list[Pair] = []
    strays: list[Mark] = []
    told: list[tuple[Mark, int]] = []
    for number, (start, end) in enumerate(paragraphs):
        marks = marks_of(text, start, end, singles=singles)
        if not marks:
            continue
        runs_on = number + 1 < len(paragraphs) and opens_with_mark(
            text, *paragraphs[number + 1], singles=singles
        )
        read = Paragraph(text, end, runs_on)
        for mark, following in zip(marks, [*marks[1:], None], strict=True):
            read.take(mark, following)
        read.finish()
        pairs.extend(outermost(pair for _, _, pair in read.pairs))
        strays.extend(read.strays)
        told.extend(read.told)
    used = set()
    for pair, closing in left_open(pairs, strays, told):
        if lines := lines_to(text, pair, closing):
            pairs.extend(lines)
            used.add(closing.start)
    pairs.sort(key=lambda pair: pair.start)
    strays = [mark for mark in strays if mark.start not in used]
    carried = (continued(text, before, here) for before, here in pairwise(pairs))
    return Marks((*pairs[:1], *carried), tuple(sorted(strays, key=lambda mark: mark.start)), tuple(told))


def left_open(
    pairs: Sequence[Pair], strays: Sequence[Mark], told: Sequence[tuple[Mark, int]]
) -> list[tuple[Pair, Mark]]:
    """Each quotation that its paragraph does not close, with the next mark where that only closes and has no partner."""
    alone = {mark.start for mark in strays}
    found = []
    for pair in pairs:
        at = bisect_left(told, pair.end, key=lambda mark: mark[0].start)
        if pair.closed or at == len(told):
            continue
        mark, role = told[at]
        if role == CLOSES and mark.start in alone and not mark.single:
            found.append((pair, mark))
    return found


def lines_to(text: str, pair: Pair, closing: Mark) -> list[Pair]:
    """The paragraphs from an open quotation to its closing mark, each a part of it; none where they are too many."""
    lines = [line.span() for line in LINE.finditer(text, pair.end, closing.start)]
    if not 0 < len(lines) <= FARTHEST_CLOSING:
        return []
    last, _ = lines.pop()
    parts = [Pair(start, start, end, end, closed=False) for start, end in lines]
    return [*parts, Pair(last, last, closing.start, closing.end)]


def uses_single_marks(text: str) -> bool:
    """Whether single marks do the work of double ones here: more of them open, or as many and the first."""
    singles = [mark.start for mark in single_marks(text, 0, len(text)) if mark.place == OPENS]
    doubles = [mark.start for mark in double_marks(text, 0, len(text)) if may_open(mark)]
    return (len(singles), doubles[:1]) > (len(doubles), singles[:1])


def may_open(mark: Mark) -> bool:
    return mark.place == OPENS or (mark.place == UNTOLD and mark.form != CLOSES)


def opens_with_mark(text: str, start: int, end: int, *, singles: bool) -> bool:
    first = start + len(text[start:end]) - len(text[start:end].lstrip())
    is_single = (
        singles and first < end and text[first] in SINGLE_OPENS and text[first + 1 : first + 2].isalnum()
    )
    return is_single or DOUBLE.match(text, first, end) is not None


def marks_of(text: str, start: int, end: int, *, singles: bool) -> list[Mark]:
    """The marks of one paragraph in order."""
    doubles = list(double_marks(text, start, end))
    if not singles:
        return doubles
    small = without_apostrophes(text, list(single_marks(text, start, end)))
    return sorted([*doubles, *small], key=lambda mark: mark.start)


def double_marks(text: str, start: int, end: int) -> Iterator[Mark]:
    """The double marks, those that stand side by side all with the place of their row."""
    row: list[re.Match[str]] = []
    for match in DOUBLE.finditer(text, start, end):
        if row and row[-1].end() != match.start():
            yield from marks_of_row(text, start, end, row)
            row = []
        row.append(match)
    if row:
        yield from marks_of_row(text, start, end, row)


def marks_of_row(text: str, start: int, end: int, row: Sequence[re.Match[str]]) -> Iterator[Mark]:
    first, last = row[0].start(), row[-1].end()
    before, after = beside(text, start, end, first, last)
    place = place_between(before, after)
    for match in row:
        form = UNTOLD if place == OPENS and len(row) > 1 else FORMS.get(match.group(), UNTOLD)
        family = "angled" if match.group() in ANGLED else "curly" if match.group() in CURLY else "straight"
        yield Mark(match.start(), match.end(), family, place, form, behind_digit=before.isdigit())


def single_marks(text: str, start: int, end: int) -> Iterator[Mark]:
    for match in SINGLE.finditer(text, start, end):
        before, after = beside(text, start, end, *match.span())
        place = place_between(before, after)
        form = FORMS.get(match.group(), UNTOLD)
        if is_single_mark(text, match, place, form, before + after):
            yield Mark(*match.span(), "single", place, form)


def is_single_mark(text: str, match: re.Match[str], place: int, form: int, around: str) -> bool:
    """Whether it is no apostrophe: within a word, at the start of one that is cut short, or between blanks."""
    if around.isalnum() or around.isspace() or ELISION.match(text, match.start()):
        return False
    if not around[0].isspace() and ENDING.match(text, match.start()):
        return False
    return not (form == CLOSES and place == OPENS)


def beside(text: str, start: int, end: int, first: int, last: int) -> tuple[str, str]:
    """The characters around a mark; a blank at the ends of the paragraph."""
    return text[first - 1] if first > start else " ", text[last] if last < end else " "


def place_between(before: str, after: str) -> int:
    opens = before.isspace() or before in BEFORE_OPENING
    closes = after.isspace() or after in AFTER_CLOSING
    return UNTOLD if opens == closes else OPENS if opens else CLOSES


def without_apostrophes(text: str, marks: Sequence[Mark]) -> list[Mark]:
    """The single marks without the apostrophe of "the workers' rights", where a surer one closes behind it."""
    kept: list[Mark] = []
    closes_later = False
    for mark in reversed(marks):
        if mark.tends == OPENS:
            closes_later = False
        elif is_owner(text, mark):
            if closes_later:
                continue
        else:
            closes_later = True
        kept.append(mark)
    return kept[::-1]


def is_owner(text: str, mark: Mark) -> bool:
    return text[mark.start - 1] in "sS" and OWNED.match(text, mark.end) is not None


def role_of(mark: Mark, *, is_open: bool) -> int:
    """Whether a mark opens or closes: by its place, then its form, then by what is open."""
    if mark.place == OPENS and mark.form == CLOSES and mark.family != "angled":
        return CLOSES if is_open else OPENS
    return mark.tends or (CLOSES if is_open else OPENS)


def is_inch(mark: Mark, following: Mark | None) -> bool:
    """Whether a straight mark behind a digit (12") is none, since a surer one closes behind it."""
    if not mark.behind_digit or mark.family != "straight" or following is None:
        return False
    return following.place == CLOSES and not following.behind_digit and following.start > mark.end


def outermost(pairs: Iterator[Pair]) -> Iterator[Pair]:
    end = 0
    for pair in sorted(pairs, key=lambda pair: (pair.start, -pair.end)):
        if pair.start >= end:
            yield pair
            end = pair.end


def continued(text: str, before: Pair, here: Pair) -> Pair:
    """`here`, marked when it is the next paragraph of `before`."""
    between = text[before.end : here.start]
    runs_on = not before.closed and "\n" in between and not between.strip()
    return replace(here, continues=runs_on)
