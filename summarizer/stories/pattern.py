"""What tells two events of one pattern apart: whom and where they concern, and what fills the same words.

Three court reports of one day, a table of prices told town by town: the wording is the same, and says nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

# Two titles of one event: at least one of them has half of its names somewhere in the other article. 50 real events on
# one day: wrong pairs 3 instead of 18, none torn. Where there is no title, the names of the top do in its place; these
# are fewer and less sure, and must all be absent.
LEAST_OF_TITLE = 0.5
WORDS_OF_TOP = (
    25  # 40 reach into the second paragraph, where the court and the police are those of every report
)
# Two articles are told by one pattern when so much of the shorter one's frame is the other's as well, and tell of two events
# when so much of what fills it is each one's own, a name among it. One event of ECB+ or BASIL: 12 of 3,075 pairs;
# crashes, matches, sentences, wards, prices and crime figures written to one pattern: all of ours, with 0.3 all but one.
ONE_FRAME, LEAST_OWN = 0.35, 0.25
TOKENS_COMPARED = 150  # from the top
NAME, NUMBER = "<name>", "<number>"
RUN, FEWEST_WORDS = 3, 2  # tokens that follow each other, and how many of them are words


@dataclass(frozen=True, slots=True)
class Token:
    """A word of an article, one number or all of a name."""

    kind: str  # NAME, NUMBER, or the word itself in small letters
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Filling:
    """An article's wording without its names and numbers, and these by themselves."""

    frame: frozenset[str]  # runs of words, with NAME and NUMBER where such stand
    names: frozenset[str]
    numbers: frozenset[str]


@dataclass(frozen=True, slots=True)
class Pattern:
    """An article as far as it is compared with others of its pattern."""

    subject: frozenset[str]  # names of the title; without any, of the top
    is_titled: bool
    people: frozenset[str]  # last names at the top
    words: frozenset[str]  # of the whole article
    filling: Filling


def are_twins(one: Pattern, two: Pattern) -> bool:
    """Whether the two tell of two events, however alike their words are."""
    return concern_others(one, two) or fill_differently(one, two)


def concern_others(one: Pattern, two: Pattern) -> bool:
    """Whether the names in the titles, or at the top, are of other people and places."""
    if not one.subject or not two.subject:
        return False
    found = max(share(one.subject, two.words), share(two.subject, one.words))
    return found < LEAST_OF_TITLE if one.is_titled and two.is_titled else found == 0


def are_others(one: Pattern, two: Pattern) -> bool:
    """Whether both name people at the top, not the same ones, and either names none of the other's anywhere."""
    if not one.people or not two.people or one.people & two.people:
        return False
    return not one.people & two.words or not two.people & one.words


def share(names: frozenset[str], words: frozenset[str]) -> float:
    return len(names & words) / len(names)


def fill_differently(one: Pattern, two: Pattern) -> bool:
    """Whether both are told by one pattern, of other people or places and with other numbers."""
    frames = one.filling.frame, two.filling.frame
    shorter = min(map(len, frames))
    if not shorter or len(frames[0] & frames[1]) < ONE_FRAME * shorter:
        return False
    return has_own(one.filling, two.words) and has_own(two.filling, one.words)


def has_own(filling: Filling, others: frozenset[str]) -> bool:
    """Whether enough of the names and numbers is nowhere in the other article."""
    named, counted = filling.names - others, filling.numbers - others
    own = len(named) + len(counted)
    return bool(named) and own >= LEAST_OWN * (len(filling.names) + len(filling.numbers))


def find_filling(tokens: Sequence[Token]) -> Filling:
    """What is compared of the tokens at an article's top."""
    kinds = [token.kind for token in tokens]
    runs = (kinds[at : at + RUN] for at in range(len(kinds) - RUN + 1))
    return Filling(
        frozenset(" ".join(run) for run in runs if is_worded(run)),
        parts_of(tokens, NAME),
        parts_of(tokens, NUMBER),
    )


def is_worded(run: Sequence[str]) -> bool:
    return sum(kind not in {NAME, NUMBER} for kind in run) >= FEWEST_WORDS


def parts_of(tokens: Iterable[Token], kind: str) -> frozenset[str]:
    return frozenset(part for token in tokens if token.kind == kind for part in token.parts)
