"""How rare a word is: in the articles seen so far and, before there are many, in news at large."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping


class Rarity:
    """Document frequencies that grow with each article."""

    def __init__(self, background: Mapping[str, int] | None = None, background_articles: int = 0) -> None:
        self._background = background or {}
        self._articles = background_articles
        self._frequency: Counter[str] = Counter()

    def count(self, terms: Iterable[str]) -> None:
        """Take one more article into account."""
        self._articles += 1
        self._frequency.update(set(terms))

    def of(self, term: str) -> float:
        """Zero for a word of every article, the larger the rarer."""
        seen = self._frequency[term] + self._background.get(term, 0)
        return math.log((1 + self._articles) / max(seen, 1))

    def share(self, term: str) -> float:
        """The part of all articles that hold the term."""
        return (self._frequency[term] + self._background.get(term, 0)) / max(self._articles, 1)
