"""The stories as people have them: those that they made one are joined, above the grouping by likeness."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from summarizer.stories.grouping import Grouping


@dataclass(slots=True)
class Ruled:
    """What rulings change: `joined` leads from a story to the one that holds it, `alone` from an article to its own.

    `apart` holds the articles of a story, with all that it holds, that are ruled apart from some other.
    """

    joined: dict[str, str] = field(default_factory=dict)
    alone: dict[int, str] = field(default_factory=dict)
    apart: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))

    def story_of(self, article: int, grouping: Grouping) -> str:
        """The article's story with what people decided."""
        return self.alone.get(article) or self.holder(grouping.story_of[article])

    def holder(self, story: str) -> str:
        while story in self.joined:
            story = self.joined[story]
        return story

    def join(self, story: str, holder: str) -> None:
        self.joined[story] = holder
        self.apart[holder] |= self.apart.pop(story, set())

    def leave(self, articles: Iterable[int], story: str) -> None:
        """Make the articles a story of their own."""
        self.alone |= dict.fromkeys(articles, story)


def ruled_stories(groups: Iterable[Iterable[str]], numbers: Mapping[str, int], grouping: Grouping) -> Ruled:
    """Join the stories of each group's articles, the last ruled on first.

    Where that would bring together what is ruled apart, the group's articles are a story of their own instead.
    Costs what people have decided, whatever the book holds.
    """
    ruled = Ruled()
    for article in grouping.apart:
        if article in grouping.story_of:
            ruled.apart[grouping.story_of[article]].add(article)
    for group in groups:
        articles = sorted({numbers[article] for article in group if article in numbers})
        stories = {ruled.story_of(article, grouping) for article in articles}
        if len(stories) < 2:  # noqa: PLR2004  # nothing to join
            continue
        if breaks_word(stories, ruled, grouping):
            ruled.leave(articles, f"{grouping.names[articles[0]]}#ruled")
            continue
        first = ruled.story_of(articles[0], grouping)
        for story in stories - {first}:
            ruled.join(story, first)
    return ruled


def breaks_word(stories: set[str], ruled: Ruled, grouping: Grouping) -> bool:
    """Whether two articles of these stories are ruled apart."""
    return any(
        ruled.story_of(one, grouping) in stories and ruled.story_of(two, grouping) in stories
        for story in stories
        for one in ruled.apart.get(story, ())
        for two in grouping.apart[one]
        if two in grouping.story_of
    )
