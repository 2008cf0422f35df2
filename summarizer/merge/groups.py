"""Which bullets are one statement, all of them looked at together: what is surest is joined first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from summarizer.model import Bullet

Link = Callable[[Bullet, Bullet], float]
Apart = Callable[[Bullet, Bullet], bool]


def grouped(ranked: Sequence[Bullet], link: Link, apart: Apart) -> list[list[Bullet]]:
    """`ranked` in groups, the first of each the fullest; what is shown, the first, is apart from none of its group."""
    group_of = [[place] for place in range(len(ranked))]
    for _, one, two in sorted(links(ranked, link)):
        first, second = sorted((group_of[one], group_of[two]))
        if first is second:
            continue
        if any(apart(ranked[first[0]], ranked[place]) for place in second):
            continue
        first += second
        first.sort()
        for place in second:
            group_of[place] = first
    kept = {id(group): group for group in group_of}
    return [[ranked[place] for place in group] for group in kept.values()]


def links(ranked: Sequence[Bullet], link: Link) -> Iterator[tuple[float, int, int]]:
    """The pairs that may be one, the likeliest first."""
    for (one, fuller), (two, other) in combinations(enumerate(ranked), 2):
        if worth := link(fuller, other):
            yield -worth, one, two
