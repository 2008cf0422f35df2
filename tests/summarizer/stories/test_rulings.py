"""What people decide about stories stands, whatever the texts say."""

from __future__ import annotations

from datetime import timedelta
from itertools import permutations

import pytest

from summarizer.stories import Ruling, StoryBook
from summarizer.stories.rulings import Rulings
from tests.summarizer.stories.test_book import EVENTS, MORNING, mixed, stories_of


def together(one, two):
    return Ruling(one, two, together=True)


def apart(one, two):
    return Ruling(one, two, together=False)


def ruled(rulings, articles=None):
    book = StoryBook(rulings)
    for key, text in articles or mixed():
        book.add(key, text)
    return {key: book.story_of(key) for key, _ in articles or mixed()}


def events_in(found, story):
    return {key for key in found if found[key] == story}


def test_without_rulings_nothing_changes():
    """An empty word changes no story."""
    assert ruled([]) == stories_of(mixed())


def test_two_stories_that_people_make_one_are_one_with_all_their_articles():
    """One pair is ruled on; the other articles of both stories follow, also those that come later."""
    found = ruled([together("quake 0", "twin 0")])
    assert events_in(found, "quake 0") == {f"{event} {at}" for event in ("quake", "twin") for at in range(3)}
    assert len(set(found.values())) == 3


def test_an_article_that_people_split_off_stays_off():
    """The others of its story stay together; it opens a story of its own."""
    found = ruled([apart("quake 1", "quake 0"), apart("quake 1", "quake 2")])
    assert found["quake 0"] == found["quake 2"] != found["quake 1"]


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_a_split_stands_in_every_order_of_arrival(order):
    """Which article comes first makes no difference to the word."""
    articles = [(f"quake {at}", EVENTS["quake"][at]) for at in order]
    found = ruled([apart("quake 1", "quake 0"), apart("quake 1", "quake 2")], articles)
    assert found["quake 0"] == found["quake 2"] != found["quake 1"]


def test_the_later_word_holds():
    """A merge after a split makes them one again, and the other way round."""
    split, merged = apart("quake 0", "quake 1"), together("quake 0", "quake 1")
    one, two = ruled([split, merged]), ruled([merged, split])
    assert one["quake 0"] == one["quake 1"]
    assert two["quake 0"] != two["quake 1"]


def test_a_word_reaches_through_a_third_article():
    """One with the first, the first not with the third: not with the third."""
    rulings = Rulings([together("a", "b"), apart("a", "c")])
    assert rulings.apart_from("b") == {"c"}
    assert rulings.apart_from("c") == {"a", "b"}


def test_of_three_that_contradict_each_other_the_oldest_gives_way():
    """a-b and b-c are one, then a is not c: the first of the two merges no longer holds."""
    rulings = Rulings([together("a", "b"), together("b", "c"), apart("a", "c")])
    assert rulings.groups == (frozenset({"b", "c"}),)
    assert rulings.apart_from("a") == {"b", "c"}


def test_two_words_that_cannot_both_join_whole_stories_still_both_stand():
    """quake 0 is twin 0's story, quake 1 is not twin 1's: the two that were named are one, the others as they are."""
    found = ruled([apart("quake 1", "twin 1"), together("quake 0", "twin 0")])
    assert found["quake 0"] == found["twin 0"]
    assert found["quake 1"] != found["twin 1"]


def test_a_copy_can_be_split_from_its_original():
    """One text in two outlets is one story until somebody says no."""
    text = " ".join(EVENTS["quake"] + EVENTS["trial"] + EVENTS["twin"])
    articles = [("a", text), ("b", text)]
    assert len(set(ruled([], articles).values())) == 1
    assert len(set(ruled([apart("b", "a")], articles).values())) == 2


def test_words_on_articles_that_never_come_are_idle():
    """A word is kept for articles of another day."""
    assert ruled([together("x", "y"), apart("quake 0", "z")]) == ruled([])


def test_the_same_word_on_the_same_articles_gives_the_same_stories():
    """Nothing depends on chance."""
    word = [together("quake 0", "twin 1"), apart("trial 0", "trial 2"), together("trial 2", "twin trial 0")]
    assert len({tuple(ruled(word).items()) for _ in range(5)}) == 1


def test_a_story_that_rested_is_taken_up_again_as_people_have_it():
    """A month later the next article comes to one of the parts of its story; what was joined and split is as before."""
    book = StoryBook([together("quake 0", "twin 0"), apart("quake 1", "quake 0")])
    for key, text in mixed():
        book.add(key, text, published=MORNING)
    later = EVENTS["quake"][0].replace("Rescuers", "A month after, rescuers")
    found = book.add("later", later, published=MORNING + timedelta(days=30))
    assert found in {book.story_of("quake 0"), book.story_of("quake 1")}
    assert book.story_of("twin 2") == book.story_of("quake 0") != book.story_of("quake 1")
