"""Average-link grouping, one article at a time, with second thoughts about the articles nearby."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

# Mean log odds with the articles of a story from which on an article belongs to it, and how much more is asked, shared
# among the articles compared: one likeness may be chance, sixteen are not. Half of ECB+ in eight orders: mean BCubed F1
# .946, lowest .940; asking the same (-0.25) of every story .939 and .932. Either half of its topics gains by it, .961 to
# .968 and .913 to .920, though both were looked at when it was chosen. Days of mostly single articles stay at .966.
SAME_STORY, ASKED_OF_FEW = -0.7, 0.7
# An article moves to another story when it is nearer there by this much, and leaves one that it is this far from
# joining. Without such second thoughts F1 is .90.
MOVES_FOR = 0.3
LEAVES_BELOW = SAME_STORY - 0.8
# Where several stories are about as near, the article has their beat and perhaps the event of none: each further one
# within this distance asks for so much more. PolNeAR's first 300 articles, an election's beat without dates: pairs
# more than a fortnight apart in one story 48 instead of 63; ECB+ loses .003 at 0.6, .02 at 1.0.
NEAR, CROWDED = 1.0, 0.6
ROUNDS = 2  # one to three give F1 .936, none .900
MOST_COMPARED = 16  # latest articles of a story; what is older has found its place
# A story falls into two of so many articles each when the mean between them is below this. The halves of no event of
# ECB+ lie below 1.19, those of twin events that ran together at 0.04 to 0.8. With 0.4 the twins in one story fall from
# 8 to 4 % and F1 rises by .005 in four orders of arrival; with 0.8 F1 loses .01.
FEWEST_OF_A_PART, TWO_STORIES = 3, 0.4
# Two stories that grew apart before the articles came that hold them together become one when the mean between them is
# at least this. ECB+ in ten orders: F1 .940 and twins in one story 4.1 %, without it .935 and 3.8, with 0.7 5.4 %.
ONE_STORY = 1.0


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
        self._apart: dict[int, set[int]] = defaultdict(set)

    @property
    def apart(self) -> Mapping[int, set[int]]:
        """By article: those that are never of one story with it."""
        return self._apart

    def keep_apart(self, article: int, others: Iterable[int]) -> None:
        """Never again one story; where they are one now, the article leaves."""
        for other in others:
            self._apart[article].add(other)
            self._apart[other].add(article)
        home = self.story_of.get(article)
        if home is not None and self._is_barred(article, home):
            self._settle(article, self._open(article))

    def place(self, article: int, name: str, nearby: Sequence[str]) -> None:
        """Put a new article into the nearest of the stories nearby or a new one, then look at its neighbours again."""
        self.names[article] = name
        home = self._nearest(article, nearby) or self._open(article)
        self._settle(article, home)
        self._part(home)
        self._join(self.story_of[article], nearby)
        around = [*dict.fromkeys([self.story_of[article], home, *nearby])]
        for _ in range(ROUNDS):
            if not self._reconsider(around):
                return

    def _nearest(self, article: int, nearby: Iterable[str]) -> str | None:
        """The story the article belongs to by its mean odds, if any; a crowd of likely ones asks for more."""
        means = [
            (self._nearness(article, self.stories[story].recent), story)
            for story in nearby
            if self.stories[story].members and not self._is_barred(article, story)
        ]
        best = max(means, key=lambda pair: pair[0], default=(SAME_STORY - 1, ""))
        crowd = sum(mean >= SAME_STORY - NEAR for mean, _ in means)
        return best[1] if best[0] >= SAME_STORY + CROWDED * max(0, crowd - 1) else None

    def _reconsider(self, around: Sequence[str]) -> bool:
        """Move the recent articles of these stories where they are nearer; whether any was moved."""
        moved = False
        for story in around:
            for article in tuple(self.stories[story].recent):
                moved = self._move(article, story, around) or moved
        return moved

    def _move(self, article: int, home: str, around: Sequence[str]) -> bool:
        others = [other for other in self.stories[home].recent if other != article]
        own = self._mean(article, others) if others else SAME_STORY + ASKED_OF_FEW
        elsewhere = [story for story in around if story != home]
        better = self._nearest(article, elsewhere)
        if better and self._mean(article, self.stories[better].recent) > own + MOVES_FOR:
            self._settle(article, better)
        elif others and own < LEAVES_BELOW:
            self._settle(article, self._open(article))
        else:
            return False
        return True

    def _part(self, story: str) -> None:
        """Make two stories of one that two events have run together in."""
        recent = self.stories[story].recent
        if len(recent) < 2 * FEWEST_OF_A_PART:
            return
        pair = last_joined(recent, self._pair)
        if pair is None or pair[2] >= TWO_STORIES:
            return
        stays, leaves = sorted(pair[:2], key=min)
        new = self._open(min(leaves))
        for article in tuple(self.stories[story].members):
            is_nearer = article not in stays and self._mean(article, leaves) > self._mean(article, stays)
            if article in leaves or is_nearer:
                self._settle(article, new)

    def _join(self, home: str, nearby: Sequence[str]) -> None:
        """Make one story of two that tell of one event: the nearest of those nearby comes to the earlier one."""
        others = [
            story
            for story in nearby
            if story != home and self.stories[story].members and not self._are_barred(home, story)
        ]
        means = [(self._mean_between(home, story), story) for story in others]
        mean, other = max(means, key=lambda pair: pair[0], default=(ONE_STORY - 1, ""))
        if mean < ONE_STORY:
            return
        stays, goes = sorted((home, other), key=lambda story: min(self.stories[story].members))
        for article in tuple(self.stories[goes].members):
            self._settle(article, stays)

    def _is_barred(self, article: int, story: str) -> bool:
        """Whether the story holds an article that this one is to be kept apart from."""
        return any(self.story_of.get(other) == story for other in self._apart.get(article, ()))

    def _are_barred(self, one: str, two: str) -> bool:
        return bool(self._apart) and any(
            self._is_barred(article, two) for article in self.stories[one].members
        )

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

    def _nearness(self, article: int, others: Sequence[int]) -> float:
        """Mean odds with a story's articles, less what is asked of few."""
        return self._mean(article, others) - ASKED_OF_FEW / len(others)

    def _mean_between(self, one: str, two: str) -> float:
        ones = self.stories[one].recent
        return sum(self._mean(article, self.stories[two].recent) for article in ones) / len(ones)

    def _pair(self, one: int, two: int) -> float:
        key = (one, two) if one < two else (two, one)
        if key not in self._known:
            self._known[key] = self._odds(*key)
        return self._known[key]


def last_joined(
    articles: Sequence[int], odds: Callable[[int, int], float]
) -> tuple[Sequence[int], Sequence[int], float] | None:
    """The last two groups of some size that average linking joins, and the mean between them."""
    groups: dict[int, list[int]] = {article: [article] for article in articles}
    between = {(one, two): odds(one, two) for one in articles for two in articles if one < two}
    found = None
    while between:
        (one, two), mean = max(between.items(), key=lambda pair: (pair[1], pair[0]))
        first, second = groups.pop(one), groups.pop(two)
        if min(len(first), len(second)) >= FEWEST_OF_A_PART:
            found = (tuple(first), tuple(second), mean)
        del between[one, two]
        for other in groups:
            a, b = between.pop(ordered(one, other)), between.pop(ordered(two, other))
            joined = (a * len(first) + b * len(second)) / (len(first) + len(second))
            between[ordered(one, other)] = joined
        groups[one] = first + second
    return found


def ordered(one: int, two: int) -> tuple[int, int]:
    return (one, two) if one < two else (two, one)
