"""Average-link grouping, one article at a time, with second thoughts about the articles nearby."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

# Mean log odds with the articles of a story from which on an article belongs to it. Half of ECB+ in five orders of
# arrival, mean BCubed: at -0.25 P .95 R .92 F1 .936; at -0.5 .947, .932, .939; a false join costs a desk more.
SAME_STORY = -0.25
# An article moves to another story when it is nearer there by this much, and leaves one that it is this far from
# joining. Without such second thoughts F1 is .90.
MOVES_FOR = 0.3
LEAVES_BELOW = SAME_STORY - 0.8
ROUNDS = 2  # one to three give F1 .936, none .900
MOST_COMPARED = 16  # latest articles of a story; what is older has found its place


@dataclass(slots=True)
class Story:
    """The articles of a story by number, in the order in which they came to it."""

    id: str
    members: list[int] = field(default_factory=list)

    @property
    def recent(self) -> Sequence[int]:
        return self.members[-MOST_COMPARED:]


class Grouping:
    """Which article belongs to which story. `odds` says how surely two articles tell of one event."""

    def __init__(self, odds: Callable[[int, int], float]) -> None:
        self._odds = odds
        self._known: dict[tuple[int, int], float] = {}
        self.stories: dict[str, Story] = {}
        self.story_of: dict[int, str] = {}
        self.names: dict[int, str] = {}

    def place(self, article: int, name: str, nearby: Sequence[str]) -> None:
        """Put a new article into the nearest of the stories nearby or a new one, then look at its neighbours again."""
        self.names[article] = name
        home = self._nearest(article, nearby) or self._open(article)
        self._settle(article, home)
        around = [*dict.fromkeys([home, *nearby])]
        for _ in range(ROUNDS):
            if not self._reconsider(around):
                return

    def _nearest(self, article: int, nearby: Iterable[str]) -> str | None:
        means = [
            (self._mean(article, self.stories[story].recent), story)
            for story in nearby
            if self.stories[story].members
        ]
        best = max(means, key=lambda pair: pair[0], default=(SAME_STORY - 1, ""))
        return best[1] if best[0] >= SAME_STORY else None

    def _reconsider(self, around: Sequence[str]) -> bool:
        """Move the recent articles of these stories where they are nearer; whether any was moved."""
        moved = False
        for story in around:
            for article in tuple(self.stories[story].recent):
                moved = self._move(article, story, around) or moved
        return moved

    def _move(self, article: int, home: str, around: Sequence[str]) -> bool:
        others = [other for other in self.stories[home].recent if other != article]
        own = self._mean(article, others) if others else SAME_STORY
        elsewhere = [story for story in around if story != home]
        better = self._nearest(article, elsewhere)
        if better and self._mean(article, self.stories[better].recent) > own + MOVES_FOR:
            self._settle(article, better)
        elif others and own < LEAVES_BELOW:
            self._settle(article, self._open(article))
        else:
            return False
        return True

    def _settle(self, article: int, story: str) -> None:
        before = self.story_of.get(article)
        if before is not None:
            self.stories[before].members.remove(article)
        self.stories[story].members.append(article)
        self.story_of[article] = story

    def _open(self, article: int) -> str:
        """A new story, named after the article; a number is added when an earlier story bears that name."""
        name, number = self.names[article], 1
        while name in self.stories:
            number += 1
            name = f"{self.names[article]}#{number}"
        self.stories[name] = Story(name)
        return name

    def _mean(self, article: int, others: Sequence[int]) -> float:
        return sum(self._pair(article, other) for other in others) / len(others)

    def _pair(self, one: int, two: int) -> float:
        key = (one, two) if one < two else (two, one)
        if key not in self._known:
            self._known[key] = self._odds(*key)
        return self._known[key]
