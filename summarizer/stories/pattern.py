"""What tells two events of one pattern apart: whom and where they concern, and what fills the same places in their words.

Three court reports of one day, a table of prices told town by town: the wording is the same, and says nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

# Two titles of one event: at least one of them has half of its names somewhere in the other article. 50 real events on
# one day: wrong pairs 3 instead of 18, none torn. Where there is no title, the names of the top do in its place; these
# are fewer and less sure, and must all be absent.
LEAST_OF_TITLE = 0.5
WORDS_OF_TOP = (
    25  # 40 reach into the second paragraph, where the court and the police are those of every report
)
# Places filled with other names and numbers, a name among them, from which on two wordings are one pattern. Half of
# ECB+: 8 of 2,925 pairs of one event have three, 3 pairs of twins fewer than without.
FEWEST_DIFFERENT = 3
FEWEST_OF_A_COPY = 2  # among texts that share a third of their runs of words
WORDS_COMPARED = 150  # from the top
NAME, NUMBER, EDGE = "<name>", "<number>", "<edge>"
FEWEST_WORDS_AROUND = 2


class Context(NamedTuple):
    """The words around a place, and what kind of thing fills it."""

    before: tuple[str, ...]
    filled: str
    behind: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Token:
    """A word of an article, one number or all of a name."""

    kind: str  # NAME, NUMBER, or the word itself in small letters
    parts: tuple[str, ...]

    @property
    def is_filling(self) -> bool:
        return self.kind in {NAME, NUMBER}


@dataclass(frozen=True, slots=True)
class Pattern:
    """An article as far as it is compared with others of its pattern."""

    subject: frozenset[str]  # names of the title; without any, of the top
    is_titled: bool
    words: frozenset[str]  # of the whole article
    places: Mapping[Context, frozenset[str]]  # what stands between which words


def are_twins(one: Pattern, two: Pattern) -> bool:
    """Whether the two tell of two events, however alike their words are."""
    return concern_others(one, two) or fill_differently(one, two, FEWEST_DIFFERENT)


def are_no_copies(one: Pattern, two: Pattern) -> bool:
    """The same of two texts that share whole sentences: an agency's text names the same people everywhere."""
    return concern_others(one, two) or fill_differently(one, two, FEWEST_OF_A_COPY)


def concern_others(one: Pattern, two: Pattern) -> bool:
    """Whether the names in the titles, or at the top, are of other people and places."""
    if not one.subject or not two.subject:
        return False
    found = max(share(one.subject, two.words), share(two.subject, one.words))
    return found < LEAST_OF_TITLE if one.is_titled and two.is_titled else found == 0


def share(names: frozenset[str], words: frozenset[str]) -> float:
    return len(names & words) / len(names)


def fill_differently(one: Pattern, two: Pattern, fewest: int) -> bool:
    """Whether so many places are filled with other names and numbers, and one of them with another name."""
    different = {
        (min(one.places[context]), min(two.places[context])): context.filled == NAME
        for context in one.places.keys() & two.places.keys()
        if not one.places[context] & two.places[context]
    }
    return len(different) >= fewest and any(different.values())


def find_places(tokens: Sequence[Token]) -> dict[Context, frozenset[str]]:
    """What stands between which words: two before and one behind, or one before and two behind."""
    edge = Token(EDGE, ())
    some = [edge, edge, *tokens[:WORDS_COMPARED], edge, edge]
    places: dict[Context, set[str]] = defaultdict(set)
    for at in range(2, len(some) - 2):
        if some[at].is_filling:
            for before, behind in ((2, 1), (1, 2)):
                context = context_of(some, at, before, behind)
                if is_telling(context):
                    places[context] |= set(some[at].parts)
    return {context: frozenset(parts) for context, parts in places.items()}


def context_of(tokens: Sequence[Token], at: int, before: int, behind: int) -> Context:
    return Context(
        tuple(token.kind for token in tokens[at - before : at]),
        tokens[at].kind,
        tuple(token.kind for token in tokens[at + 1 : at + 1 + behind]),
    )


def is_telling(context: Context) -> bool:
    """Whether at least two words stand around what fills the place, and no edge of the text does."""
    around = (*context.before, *context.behind)
    return EDGE not in around and sum(kind not in {NAME, NUMBER} for kind in around) >= FEWEST_WORDS_AROUND
