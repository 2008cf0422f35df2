"""Articles of one event become one story; twin events stay apart."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import permutations

import pytest

from summarizer.stories import StoryBook

QUAKE = """A magnitude 6.1 earthquake shook the coast of Caldria on Tuesday, killing 40 people in the port of Aldermouth.
Governor Rosa Tennick said {0} houses had fallen in Aldermouth and the nearby island of Tarrow. Rescuers from Skerrin
dug through the night. The last earthquake in Caldria was in 1988, {1}."""
TWIN = """A magnitude 5.8 earthquake hit the mountains of Ostermark on Thursday, killing 12 people in the village of
Hvitskar. Prime Minister Teodor Vale said {0} houses had fallen in Hvitskar and the valley of Brandvold. Soldiers from
Klarsyn dug through the night. The last earthquake in Ostermark was in 2003, {1}."""
TRIAL = """The trial of Milo Fenwick, the former treasurer of Skelby, opened in Bellhaven on Monday. Prosecutor Ardith
Penney accused Fenwick of taking {0} marks from the city of Skelby. Judge Lon Stavros adjourned the trial of Fenwick,
{1}."""
TWIN_TRIAL = """The trial of Joren Rask, an eye surgeon from Nordhafen, opened in Pinewater on Friday. Prosecutor Signe
Holt accused Rask of taking {0} marks from a clinic in Nordhafen. Judge Mats Orlov adjourned the trial of Rask, {1}."""
FILLINGS = [
    ("300", "a survey says"),
    ("about 350", "according to the survey"),
    ("hundreds of", "nobody forgets"),
]
EVENTS = {
    name: [text.format(*filling) for filling in FILLINGS]
    for name, text in {"quake": QUAKE, "twin": TWIN, "trial": TRIAL, "twin trial": TWIN_TRIAL}.items()
}
MORNING = datetime(2026, 3, 2, 8, tzinfo=UTC)


def stories_of(articles, **more):
    book = StoryBook()
    for key, text in articles:
        book.add(key, text, **more)
    return {key: book.story_of(key) for key, _ in articles}


def mixed():
    return [(f"{event} {at}", EVENTS[event][at]) for at in range(3) for event in EVENTS]


def test_two_earthquakes_and_two_trials_are_four_stories():
    """Places, names and figures tell events of one kind apart."""
    found = stories_of(mixed())
    assert len(set(found.values())) == 4
    for event in EVENTS:
        assert len({story for key, story in found.items() if key.rsplit(" ", 1)[0] == event}) == 1


def test_a_story_bears_the_id_of_its_first_article():
    """The id of a story is that of the article that opened it."""
    assert stories_of(mixed())["quake 2"] == "quake 0"


def test_the_same_articles_in_the_same_order_give_the_same_stories():
    """Nothing in the grouping depends on chance."""
    assert stories_of(mixed()) == stories_of(mixed())


def test_clear_events_do_not_depend_on_the_order_of_arrival():
    """Where no article lies between two events any order gives the same groups."""
    some = [(f"{event} {at}", EVENTS[event][at]) for event in ("quake", "twin") for at in range(2)]
    for order in permutations(some):
        found = stories_of(order)
        assert found["quake 0"] == found["quake 1"] != found["twin 0"] == found["twin 1"]


def test_a_known_article_stays_in_its_story():
    """The same id, or another id with the same url, is answered without being grouped again."""
    book = StoryBook()
    first = book.add("1", EVENTS["quake"][0], url="https://a.example/1")
    assert book.add("1", EVENTS["trial"][0]) == first
    assert book.add("2", EVENTS["trial"][0], url="https://a.example/1") == first


def test_a_copy_of_agency_text_is_the_same_story_and_no_further_voice():
    """A text that shares a third of its five-word runs with an earlier one is a copy of it."""
    wire = (
        " ".join(f"{EVENTS['quake'][0]} {EVENTS['trial'][0]}".split() * 1)
        + " Rescue work goes on in the rain until dark."
    )
    book = StoryBook()
    book.add("agency", wire)
    book.add("paper", "From our correspondent. " + wire)
    book.add("other", EVENTS["twin"][0])
    assert book.story_of("paper") == book.story_of("agency") != book.story_of("other")
    voices = [book.voice_of(name) for name in ("agency", "paper", "other")]
    assert voices == ["agency", "agency", "other"]


def test_an_old_story_is_not_taken_up_by_a_like_one_a_year_later():
    """Time between articles speaks against one event; within days it does not."""
    book = StoryBook()
    text = "Voters in {0} go to the polls on Sunday. Turnout in {0} was low, the election office of {0} says, {1}."
    book.add("first", text.format("Caldria", "as in past years"), published=MORNING)
    soon = book.add(
        "soon", text.format("Caldria", "after a dull campaign"), published=MORNING + timedelta(days=1)
    )
    late = book.add(
        "late", text.format("Caldria", "for want of rain"), published=MORNING + timedelta(days=365)
    )
    assert soon == "first" != late


def test_times_with_and_without_zone_can_stand_side_by_side():
    """A page that gives no zone is no reason to fail."""
    book = StoryBook()
    book.add("1", EVENTS["quake"][0], published=MORNING)
    assert book.add("2", EVENTS["quake"][1], published=datetime(2026, 3, 2, 9)) == "1"


@pytest.mark.parametrize("text", ["", "...", "42"])
def test_a_text_that_says_nothing_is_a_story_of_its_own(text):
    """Empty pages are neither an error nor each other's story."""
    assert len(set(stories_of([("1", text), ("2", EVENTS["quake"][0]), ("3", text)]).values())) == 3


def test_an_unknown_id_is_an_error():
    """Asking for an article that was never added raises KeyError."""
    with pytest.raises(KeyError):
        StoryBook().story_of("nobody")
