"""What people decided about articles: one story, or not. Their word stands above the likeness of the texts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ruling:
    """Somebody's word on two articles, by their ids: they are one story, or they are not."""

    one: str
    two: str
    together: bool


class Rulings:
    """Rulings that agree: of two that contradict each other, also by way of a third article, the later one holds.

    `rulings` come in the order in which they were made.
    """

    def __init__(self, rulings: Sequence[Ruling] = ()) -> None:
        self._members: dict[str, set[str]] = {}  # by article: all that are one story with it
        self._apart: dict[str, set[str]] = {}  # by article: the named ones that are not, for its whole group
        for ruling in reversed(rulings):
            self._accept(ruling)
        distinct = {id(members): members for members in self._members.values()}
        # Articles that are one story, those last ruled on first.
        self.groups = tuple(frozenset(members) for members in distinct.values() if len(members) > 1)

    def apart_from(self, article: str) -> frozenset[str]:
        """Every article that is of another story than `article`."""
        named = self._apart.get(article, ())
        return frozenset(other for one in named for other in self._members[one])

    def _accept(self, ruling: Ruling) -> None:
        """Take a ruling in unless a later one speaks against it."""
        ones, twos = (self._group(article) for article in (ruling.one, ruling.two))
        if ruling.together and ones is not twos and self._apart[ruling.one].isdisjoint(twos):
            self._unite(ones, twos)
        elif not ruling.together and ones is not twos:
            self._apart[ruling.one].add(ruling.two)
            self._apart[ruling.two].add(ruling.one)

    def _group(self, article: str) -> set[str]:
        self._apart.setdefault(article, set())
        return self._members.setdefault(article, {article})

    def _unite(self, ones: set[str], twos: set[str]) -> None:
        """Make one group of two; what is apart from one is apart from all."""
        apart = self._apart[next(iter(ones))] | self._apart[next(iter(twos))]
        ones |= twos
        for article in ones:
            self._members[article], self._apart[article] = ones, apart


def rulings_on(articles: Iterable[str], rulings: Sequence[Ruling]) -> tuple[Ruling, ...]:
    """Those that decide something about `articles`, also by way of articles that are one story with them."""
    known, before = set(articles), -1
    while before != len(known):
        before = len(known)
        for ruling in rulings:
            if ruling.together and (ruling.one in known or ruling.two in known):
                known |= {ruling.one, ruling.two}
    return tuple(ruling for ruling in rulings if ruling.one in known and ruling.two in known)
