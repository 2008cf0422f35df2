"""Grouping where events are alike: a beat, two events that ran together, voices."""

from __future__ import annotations

from summarizer.stories import StoryBook
from summarizer.stories.grouping import Grouping

# Log odds of pairs: articles 0 to 2 tell of one event, 3 to 5 of another that was first taken for the same.
NEAR, FAR = 3.0, -0.3


def grouped(odds: dict[frozenset[int], float], count: int, otherwise: float) -> list[set[int]]:
    """The groups after articles 0, 1, 2 … came in, each with all open stories nearby."""
    grouping = Grouping(lambda one, two: odds.get(frozenset((one, two)), otherwise))
    for article in range(count):
        grouping.place(article, str(article), list(grouping.stories))
    return sorted((set(story.members) for story in grouping.stories.values() if story.members), key=min)


def test_two_events_that_ran_together_are_parted() -> None:
    """When each half has grown and the halves lie apart one story becomes two."""
    order = (0, 3, 1, 4, 2, 5)  # mixed arrival
    halves = ({0, 1, 2}, {3, 4, 5})
    odds = {}
    for at, one in enumerate(order):
        for before, two in enumerate(order[:at]):
            is_one = any({one, two} <= half for half in halves)
            odds[frozenset((at, before))] = NEAR if is_one else 0.2
    found = grouped(odds, 6, FAR)
    assert [{order[at] for at in group} for group in found] == [{0, 1, 2}, {3, 4, 5}]


def test_a_story_whose_articles_all_lie_near_is_not_parted() -> None:
    """A growing story stays one."""
    assert grouped({}, 9, NEAR) == [set(range(9))]


def test_an_article_near_many_stories_at_once_joins_none() -> None:
    """It shares their beat: being about as near to four stories speaks for no one of them."""
    odds = {frozenset((4, other)): 0.0 for other in range(4)}
    assert grouped(odds, 5, -5.0) == [{0}, {1}, {2}, {3}, {4}]
    odds = {frozenset((4, 0)): 0.0}
    assert grouped(odds, 5, -5.0) == [{0, 4}, {1}, {2}, {3}]


def test_a_copy_has_the_voice_of_the_first_that_printed_the_text() -> None:
    """`voice_of` leads each copy to one article, an own report to itself."""
    text = " ".join(
        f"The minister named village {number} of valley {number * 7} as flooded." for number in range(30)
    )
    book = StoryBook()
    book.add("first", text)
    book.add("second", "By our staff. " + text)
    book.add("own", "Divers of Skerrin found the Lady Ansell at the foot of the lighthouse rock on Friday.")
    assert [book.voice_of(name) for name in ("first", "second", "own")] == ["first", "first", "own"]


def test_two_stories_that_prove_to_be_one_are_joined() -> None:
    """Articles 0, 1 and 2, 3 lay apart; 4 and 5 lie near all of them and hold them together."""
    odds = {frozenset((one, two)): -1.0 for one in (0, 1) for two in (2, 3)}
    assert grouped(odds, 4, NEAR) == [{0, 1}, {2, 3}]
    assert grouped(odds, 6, NEAR) == [{0, 1, 2, 3, 4, 5}]


def test_more_is_asked_of_a_likeness_to_one_article_than_of_one_to_many() -> None:
    """Somewhat near to four articles of a story an article belongs to it; somewhat near to a single one it does not."""
    somewhat = -0.3
    odds = {frozenset((4, other)): somewhat for other in range(4)}
    assert grouped(odds, 5, NEAR) == [{0, 1, 2, 3, 4}]
    assert grouped({frozenset((0, 1)): somewhat}, 2, -5.0) == [{0}, {1}]
