"""Which article belongs to which story: each new one has the stories nearby linked again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from summarizer.stories.linking import Odds, link

MOST_COMPARED = 16  # latest articles of a story; what is older has found its place
# A story none of whose articles comes so near to a new one is not looked at again.
WORTH_A_LOOK = -2.0
BARRED = float("-inf")


class Grouping:
    """Stories by name: each bears that of its first article. `odds` says how surely two articles tell of one event."""

    def __init__(self, odds: Odds) -> None:
        self._odds = odds
        self._known: dict[tuple[int, int], float] = {}
        self.members: dict[str, list[int]] = {}
        self.story_of: dict[int, str] = {}
        self.names: dict[int, str] = {}
        self._apart: dict[int, set[int]] = defaultdict(set)

    @property
    def apart(self) -> Mapping[int, set[int]]:
        """By article: those that are never of one story with it."""
        return self._apart

    def forget(self) -> None:
        """Ask for the odds of each pair anew."""
        self._known.clear()

    def keep_apart(self, article: int, others: Iterable[int]) -> None:
        """Never again one story; where they are one now, its articles are linked again."""
        for other in others:
            self._apart[article].add(other)
            self._apart[other].add(article)
        if article in self.story_of:
            self._link_again([self.story_of[article]])

    def place(self, article: int, name: str, nearby: Sequence[str]) -> None:
        """Take a new article in, and link the articles of the stories nearby again."""
        self.names[article] = name
        near = [story for story in nearby if self._is_near(article, story)]
        self._settle(name, [article])
        self._link_again([name, *near])

    def _is_near(self, article: int, story: str) -> bool:
        return any(self._pair(article, other) >= WORTH_A_LOOK for other in self.recent(story))

    def recent(self, story: str) -> Sequence[int]:
        """The story's latest articles."""
        return self.members[story][-MOST_COMPARED:]

    def _link_again(self, stories: Sequence[str]) -> None:
        """Make stories anew of the latest articles of these; older ones go with most of those they came with."""
        if len(stories) == 1 and len(self.members[stories[0]]) == 1:
            return
        older = {story: self.members[story][:-MOST_COMPARED] for story in stories}
        groups = link([article for story in stories for article in self.recent(story)], self._pair)
        for story, some in older.items():
            if some:
                max(groups, key=lambda group: sum(self.story_of.get(one) == story for one in group)).extend(
                    some
                )
        for story in stories:
            del self.members[story]
        for group in groups:
            self._settle(self.names[min(group)], sorted(group))

    def _settle(self, story: str, articles: list[int]) -> None:
        self.members[story] = articles
        self.story_of |= dict.fromkeys(articles, story)

    def _pair(self, one: int, two: int) -> float:
        if two in self._apart.get(one, ()):
            return BARRED
        key = (one, two) if one < two else (two, one)
        if key not in self._known:
            self._known[key] = self._odds(*key)
        return self._known[key]
