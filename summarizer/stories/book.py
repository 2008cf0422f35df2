"""Articles grouped into stories as they arrive: adding one costs a look-up, whatever the archive holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from summarizer.stories.copies import Copies
from summarizer.stories.features import Features, find_features
from summarizer.stories.grouping import Grouping
from summarizer.stories.likeness import Profile, Rarities, make_profile, same_event
from summarizer.stories.pattern import are_twins
from summarizer.stories.ruled import Ruled, ruled_stories
from summarizer.stories.rulings import Ruling, Rulings

MOST_CANDIDATES = 6  # stories looked at closely; 12 give the same on ECB+ (BCubed F1 .936), 3 .935
# A story that shares less than this part of what the nearest one shares is not looked at: half the work for nothing lost.
LEAST_OF_BEST = 0.2
TERMS_FILED = 40  # of an article's heaviest names and words, to look others up by
# Log odds lost for each day between two articles after the first ones: after a fortnight only a close likeness counts.
# PolNeAR's first 300 articles, one election: pairs more than a fortnight apart in one story none, with 0.05 nine.
DAYS_OF_GRACE, LOST_A_DAY = 3.0, 0.3
# What is rare among ten articles may be common among a hundred: all are weighed again when there are so many more.
GROWTH = 2.0
SECONDS_OF_DAY = 86400.0


@dataclass(frozen=True, slots=True)
class Filed:
    """An article as the book keeps it."""

    features: Features
    profile: Profile
    weighed: int  # after how many articles
    published: datetime | None


class StoryBook:
    """Groups articles as they arrive.

    With each article the stories nearby are linked again: the two groups that are nearest on average become one, as long
    as they are near enough. So `story_of` may answer otherwise after later articles. The same articles in the same order
    always give the same stories; another order can give others where an article lies between two. Copies of one agency
    text are one voice: they stay with the first.

    What people decided stands above all that: articles that are ruled one story make one of the stories they came to,
    with all that is or comes there; articles that are ruled apart never share one.
    """

    def __init__(self, rulings: Sequence[Ruling] = ()) -> None:
        """`rulings` in the order in which they were made; they may name articles that never come."""
        self._rulings = Rulings(rulings)
        self._ruled: Ruled | None = None  # what they make of the stories; made anew after an article has come
        self._rarities = Rarities.none()
        self._articles: list[Filed] = []
        self._number: dict[str, int] = {}
        self._by_term: dict[str, dict[int, float]] = defaultdict(dict)
        self._copies = Copies()
        self._weighed = self._rarities.words.articles
        self._grouping = Grouping(self._odds)

    def add(
        self,
        id: str,  # noqa: A002  the word of the JSON contract
        text: str,
        title: str | None = None,
        published: datetime | None = None,
        url: str | None = None,
    ) -> str:
        """The id of the article's story as of now; a new story takes the id of its first article.

        An article that is known by its id, or by its url, stays where it is.
        """
        number = self._number.get(id)
        if number is None and url:
            number = self._number.get(url)
        if number is None:
            number = self._place(id, find_features(text, title), published)
        self._number[id] = number
        if url:
            self._number[url] = number
        self._ruled = None
        return self.story_of(id)

    def story_of(self, id: str) -> str:  # noqa: A002
        """The id of the story that the article of this id (or url) belongs to by now. Raises KeyError."""
        if self._ruled is None:
            self._ruled = ruled_stories(self._rulings.groups, self._number, self._grouping)
        return self._ruled.story_of(self._number[id], self._grouping)

    def voice_of(self, id: str) -> str:  # noqa: A002
        """The id of the article whose text this one prints: its own unless it is a copy. Raises KeyError."""
        return self._grouping.names[self._number[id]]

    def _place(self, name: str, features: Features, published: datetime | None) -> int:
        original = self._copied_by(name, features)
        barred = {self._number[other] for other in self._rulings.apart_from(name) if other in self._number}
        if original is not None and self._number[original] not in barred:
            self._grouping.keep_apart(self._number[original], barred)
            return self._number[original]
        self._rarities.count(features)
        self._weigh_again()
        number, profile = len(self._articles), make_profile(features, self._rarities)
        nearby = self._look_up(profile)
        self._articles.append(Filed(replace(features, run=()), profile, self._weighed, published))
        for term, weight in heavy_terms(profile):
            self._by_term[term][number] = weight
        self._grouping.keep_apart(number, barred)
        self._grouping.place(number, name, nearby)
        return number

    def _weigh_again(self) -> None:
        """Compare all articles by what is rare now, each time the archive has grown so much."""
        if self._rarities.words.articles >= GROWTH * self._weighed:
            self._weighed = self._rarities.words.articles
            self._grouping.forget()

    def _profile(self, number: int) -> Profile:
        """The article's profile, made again where it is older than what is rare now."""
        filed = self._articles[number]
        if filed.weighed < self._weighed:
            profile = make_profile(filed.features, self._rarities)
            filed = self._articles[number] = replace(filed, profile=profile, weighed=self._weighed)
        return filed.profile

    def _copied_by(self, name: str, features: Features) -> str | None:
        """The id of the article that this one is a copy of."""
        original = self._copies.add(name, features.run)
        if original is None:
            return None
        first = self._articles[self._number[original]].features
        return None if are_twins(first.pattern, features.pattern) else original

    def _look_up(self, profile: Profile) -> list[str]:
        """The stories whose articles share most of the article's heavy terms, best first."""
        shared: dict[int, float] = defaultdict(float)
        for term, weight in heavy_terms(profile):
            for number, other in self._by_term.get(term, {}).items():
                shared[number] += weight * other
        best: dict[str, float] = {}
        for number, total in shared.items():
            story = self._grouping.story_of[number]
            best[story] = max(best.get(story, 0.0), total)
        least = LEAST_OF_BEST * max(best.values(), default=0.0)
        near = [story for story, total in best.items() if total >= least]
        return sorted(near, key=lambda story: (-best[story], story))[:MOST_CANDIDATES]

    def _odds(self, one: int, two: int) -> float:
        first, second = self._articles[one], self._articles[two]
        lost = lost_by_rest(first.published, second.published)
        return same_event(self._profile(one), self._profile(two), self._rarities) - lost


def heavy_terms(profile: Profile) -> list[tuple[str, float]]:
    """The names and words that weigh most in an article, each kind for half."""
    names = sorted(profile.names.items(), key=lambda pair: (-pair[1], pair[0]))[: TERMS_FILED // 2]
    words = sorted(profile.words.items(), key=lambda pair: (-pair[1], pair[0]))[: TERMS_FILED // 2]
    return [(f"name {term}", weight) for term, weight in names] + [
        (f"word {term}", weight) for term, weight in words
    ]


def lost_by_rest(one: datetime | None, two: datetime | None) -> float:
    """Log odds lost by the time between two articles; none when one of the times is not known."""
    if one is None or two is None:
        return 0.0
    return LOST_A_DAY * max(0.0, abs(days_between(one, two)) - DAYS_OF_GRACE)


def days_between(earlier: datetime, later: datetime) -> float:
    """Days from one time to the other; when only one has a zone both are taken as they stand."""
    if (earlier.tzinfo is None) != (later.tzinfo is None):
        earlier, later = earlier.replace(tzinfo=None), later.replace(tzinfo=None)
    return (later - earlier).total_seconds() / SECONDS_OF_DAY
