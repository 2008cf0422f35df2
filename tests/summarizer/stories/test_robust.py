"""Grouping where events are alike: a beat, two events that ran together, voices."""

from __future__ import annotations

from itertools import combinations, permutations

from summarizer.stories import StoryBook
from summarizer.stories.grouping import MOST_COMPARED, Grouping

# Log odds of pairs: articles 0 to 2 tell of one event, 3 to 5 of another that was first taken for the same.
NEAR, FAR = 3.0, -0.3


def grouped(odds: dict[frozenset[int], float], count: int, otherwise: float) -> list[set[int]]:
    """The groups after articles 0, 1, 2 … came in, each with all open stories nearby."""
    grouping = Grouping(lambda one, two: odds.get(frozenset((one, two)), otherwise))
    for article in range(count):
        grouping.place(article, str(article), list(grouping.members))
    return sorted((set(articles) for articles in grouping.members.values()), key=min)


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


def test_more_is_asked_of_two_stories_than_of_an_article_and_a_story() -> None:
    """Somewhat near to a story an article belongs to it; two stories that lie as near to each other stay two."""
    somewhat = 0.3
    odds = {frozenset((3, other)): somewhat for other in range(3)}
    assert grouped(odds, 4, NEAR) == [{0, 1, 2, 3}]
    odds = {frozenset((one, two)): somewhat for one in range(4) for two in range(4, 8)}
    assert grouped(odds, 8, NEAR) == [set(range(4)), set(range(4, 8))]


def test_the_order_of_arrival_makes_no_difference_to_groups() -> None:
    """An article that came to a wrong story goes to its own when that has come."""
    halves = ({0, 1, 2}, {3, 4, 5})
    for order in permutations(range(6)):
        odds = {
            frozenset((order.index(one), order.index(two))): NEAR if one in half and two in half else 0.0
            for one, two in combinations(range(6), 2)
            for half in halves
            if one in half
        }
        found = {frozenset(order[at] for at in group) for group in grouped(odds, 6, FAR)}
        assert found == {frozenset(half) for half in halves}


def test_what_is_older_goes_with_the_articles_it_came_with() -> None:
    """Of a long story only the latest articles are compared; when they part, the older ones stay together."""
    count = 2 * MOST_COMPARED
    found = grouped({}, count, NEAR)
    assert found == [set(range(count))]


def test_an_article_ruled_apart_leaves_and_the_others_stay() -> None:
    """What people say on one article costs the others of its story nothing."""
    grouping = Grouping(lambda one, two: NEAR)
    for article in range(4):
        grouping.place(article, str(article), list(grouping.members))
    grouping.keep_apart(2, [0, 1, 3])
    assert sorted(map(sorted, grouping.members.values())) == [[0, 1, 3], [2]]
