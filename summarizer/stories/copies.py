"""Copies of one agency text, found by runs of five words."""

from __future__ import annotations

import zlib
from collections import Counter, defaultdict
from collections.abc import Sequence

RUN = 5
# A copy shares this part of the shorter text's runs: found all copies with up to 10% edits, no false pair in 382,864.
SHARED = 0.3
# Every fourth run is kept: enough for an article of 100 words, and a quarter of the memory.
KEPT_OF = 4
FEWEST_RUNS = 15  # kept ones; with fewer a shared sentence looks like a shared text


class Copies:
    """An index of the runs of all articles."""

    def __init__(self) -> None:
        self._articles: dict[int, list[str]] = defaultdict(list)
        self._sizes: dict[str, int] = {}

    def add(self, article: str, words: Sequence[str]) -> str | None:
        """File the article; the id of the article it shares most with when one is a copy of the other."""
        runs = kept_runs(words)
        if len(runs) < FEWEST_RUNS:
            return None
        shared = Counter(other for run in runs for other in self._articles.get(run, ()))
        self._sizes[article] = len(runs)
        for run in runs:
            self._articles[run].append(article)
        ranked = sorted(shared.items(), key=lambda pair: (-pair[1], pair[0]))
        return next((other for other, count in ranked if self._is_copy(other, count, len(runs))), None)

    def _is_copy(self, other: str, count: int, size: int) -> bool:
        return count >= SHARED * min(self._sizes[other], size)


def kept_runs(words: Sequence[str]) -> frozenset[int]:
    """Check sums of the runs kept; the same for the same words in every process."""
    runs = zip(*(words[at:] for at in range(RUN)), strict=False)
    sums = [zlib.crc32(" ".join(run).encode()) for run in runs]
    return frozenset(number for number in sums if number % KEPT_OF == 0)
