"""Events of one pattern stay apart, however alike they are told; one event told in two ways stays one."""

from __future__ import annotations

from itertools import permutations

import pytest

from summarizer.stories import StoryBook
from tests.summarizer.stories.test_book import MORNING

Page = tuple[str, str]  # title and text

CRASHES: list[Page] = [
    (
        "Motorcyclist, 24, dies in crash near Wexcombe",
        (
            "A motorcyclist has died in a crash with a lorry near Wexcombe.\n\n"
            "The 24-year-old man, from Pell, died at the scene on the A40 at about 6.30am on Sunday, Norland "
            "Police said.\n\n"
            "The driver of the lorry was not hurt. The road was closed for five hours.\n\n"
            "Sergeant Gail Prior, of the roads unit, asked anybody with dashcam film to come forward.\n\n"
            "“Our thoughts are with his family,” she said."
        ),
    ),
    (
        "Motorcyclist, 57, dies in crash near Dunmere",
        (
            "A motorcyclist has died in a crash with a van near Dunmere.\n\n"
            "The 57-year-old man, from Stowe, died at the scene on the A9 at about 4.15pm on Sunday, Norland "
            "Police said.\n\n"
            "The driver of the van was taken to hospital. The road was closed for three hours.\n\n"
            "Sergeant Gail Prior, of the roads unit, asked anybody with dashcam film to come forward.\n\n"
            "“Our thoughts are with his family,” she said."
        ),
    ),
    (
        "Cyclist dies in crash near Orwick",
        (
            "A cyclist has died in a crash with a car near Orwick.\n\n"
            "The 31-year-old woman, from Orwick, died at the scene on Mill Lane at about 8pm on Saturday, "
            "Norland Police said.\n\n"
            "The driver of the car was not hurt. The road was closed overnight.\n\n"
            "Sergeant Gail Prior, of the roads unit, asked anybody with dashcam film to come forward.\n\n"
            "“Our thoughts are with her family,” she said."
        ),
    ),
]
MATCHES: list[Page] = [
    (
        "Pell United 3 Wexcombe 1",
        (
            "Pell United beat Wexcombe Town 3-1 in the Norland League on Saturday.\n\n"
            "Dan Marsh scored twice before half-time and Lee Otto added a third.\n\n"
            "Wexcombe’s goal came from Ivo Crane in the 80th minute.\n\n"
            "“We were ready from the first whistle,” manager Phil Stead said.\n\n"
            "The result lifts Pell to second in the table."
        ),
    ),
    (
        "Orwick City 2 Dunmere 2",
        (
            "Orwick City and Dunmere Athletic drew 2-2 in the Norland League on Saturday.\n\n"
            "Sam Holt scored twice before half-time for Orwick.\n\n"
            "Dunmere’s goals came from Jake Birch in the 70th and 88th minutes.\n\n"
            "“We should have won it,” manager Roy Finch said.\n\n"
            "The result leaves Orwick ninth in the table."
        ),
    ),
    (
        "Stowe 0 Carrick Rovers 4",
        (
            "Carrick Rovers beat Stowe 4-0 in the Norland League on Saturday.\n\n"
            "Omar Said scored three before half-time and Ben Tull added a fourth.\n\n"
            "Stowe had a man sent off in the 60th minute.\n\n"
            "“We were ready from the first whistle,” manager Ann Fox said.\n\n"
            "The result lifts Carrick to first in the table."
        ),
    ),
]
WARDS: list[Page] = [
    (
        "Labour holds Priory ward",
        (
            "Labour has held Priory ward on Norland Council.\n\n"
            "Alice Nunn won 1,204 votes in Thursday’s by-election. The Conservative candidate, Peter Gray, "
            "had 811.\n\n"
            "Turnout was 31 per cent.\n\n"
            "The by-election was called after the death of Councillor Tom Weir.\n\n"
            "“People want their buses back,” Nunn said."
        ),
    ),
    (
        "Conservatives hold Harbour ward",
        (
            "The Conservatives have held Harbour ward on Norland Council.\n\n"
            "Mark Ellis won 956 votes in Thursday’s by-election. The Labour candidate, Sue Brand, had 702.\n\n"
            "Turnout was 28 per cent.\n\n"
            "The by-election was called after Councillor Ken Slade stepped down.\n\n"
            "“People want lower taxes,” Ellis said."
        ),
    ),
]
PRICES: list[Page] = [
    (
        "House prices in Pell rise 3%",
        (
            "The average house price in Pell rose by 3 per cent in the year to May, Land Registry figures "
            "show.\n\n"
            "It now stands at £241,000.\n\n"
            "Across Norland prices rose by 2 per cent.\n\n"
            "Estate agent Rory Blunt said that demand was strong. “First-time buyers are back,” he said."
        ),
    ),
    (
        "House prices in Stowe fall 1%",
        (
            "The average house price in Stowe fell by 1 per cent in the year to May, Land Registry figures "
            "show.\n\n"
            "It now stands at £198,000.\n\n"
            "Across Norland prices rose by 2 per cent.\n\n"
            "Estate agent Rory Blunt said that demand was strong. “First-time buyers are back,” he said."
        ),
    ),
    (
        "House prices in Orwick rise 7%",
        (
            "The average house price in Orwick rose by 7 per cent in the year to May, Land Registry figures "
            "show.\n\n"
            "It now stands at £312,000.\n\n"
            "Across Norland prices rose by 2 per cent.\n\n"
            "Estate agent Rory Blunt said that demand was strong. “First-time buyers are back,” he said."
        ),
    ),
]
COURTS: list[Page] = [
    (
        "Pell woman fined for drink-driving",
        (
            "A woman from Pell has been fined £400 for drink-driving.\n\n"
            "Erin Shaw, 29, was stopped on Station Road on March 1 and was found to be nearly twice over the "
            "limit.\n\n"
            "She admitted the offence at Norland Magistrates’ Court on Monday and was banned from driving "
            "for 14 months.\n\n"
            "District Judge Hugh Lamb said: “You could have killed somebody.”"
        ),
    ),
    (
        "Stowe man fined for drink-driving",
        (
            "A man from Stowe has been fined £650 for drink-driving.\n\n"
            "Colin Yates, 44, was stopped on Bridge Street on February 27 and was found to be three times "
            "over the limit.\n\n"
            "He admitted the offence at Norland Magistrates’ Court on Monday and was banned from driving for "
            "24 months.\n\n"
            "District Judge Hugh Lamb said: “It was luck that nobody was hurt.”"
        ),
    ),
]
TOLD_AGAIN: list[tuple[Page, Page]] = [
    (
        COURTS[0],
        (
            "Nurse banned from the road after police stop",
            (
                "Erin Shaw, a nurse of 29, lost her licence for 14 months on Monday.\n\n"
                "Police had stopped her in Pell’s Station Road and measured almost twice the legal limit.\n\n"
                "“You could have killed somebody,” District Judge Hugh Lamb told her, and fined her £400."
            ),
        ),
    ),
    (
        CRASHES[0],
        (
            "Pell man killed on A40",
            (
                "A man of 24 from Pell was killed on Sunday morning when his motorcycle hit a lorry on the A40 "
                "outside Wexcombe.\n\n"
                "The road was closed for five hours.\n\n"
                "“We need to see dashcam film,” Sergeant Gail Prior said."
            ),
        ),
    ),
    (
        MATCHES[0],
        (
            "Marsh double sinks Wexcombe",
            (
                "Two goals by Dan Marsh helped Pell to a 3-1 win over Wexcombe at Castle Park.\n\n"
                "Lee Otto had the third; Ivo Crane scored late for the visitors.\n\n"
                "“We were ready,” manager Phil Stead said."
            ),
        ),
    ),
]


def stories_of(pages: list[Page]) -> list[str]:
    book = StoryBook()
    for number, (title, text) in enumerate(pages):
        book.add(str(number), text, title, MORNING)
    return [book.story_of(str(number)) for number in range(len(pages))]


@pytest.mark.parametrize(
    "pages",
    [COURTS, CRASHES, MATCHES, WARDS, PRICES],
    ids=["courts", "crashes", "matches", "wards", "prices"],
)
def test_events_of_one_pattern_are_a_story_each(pages: list[Page]) -> None:
    """Other people and places in the same words, in any order: nobody's sentence stands under another's name."""
    for order in permutations(pages):
        assert len(set(stories_of(list(order)))) == len(pages)


@pytest.mark.parametrize("pages", TOLD_AGAIN, ids=["court", "crash", "match"])
def test_one_event_in_two_outlets_is_one_story(pages: tuple[Page, Page]) -> None:
    """Its people and places are the same, though hardly a phrase is."""
    for order in permutations(pages):
        assert len(set(stories_of(list(order)))) == 1


def test_an_agencys_text_with_a_newer_toll_stays_one_voice() -> None:
    """Numbers alone make no other event: they are what changes."""
    title, text = CRASHES[0]
    newer = (
        text.replace("6.30am", "6.40am").replace("five hours", "seven hours").replace("24-year", "25-year")
    )
    book = StoryBook()
    book.add("old", text * 2, title, MORNING)
    book.add("new", newer * 2, title, MORNING)
    assert book.story_of("new") == "old"
    assert book.voice_of("new") == "old"


def test_two_towns_in_an_agencys_words_are_no_copies() -> None:
    """The prices of one town are not another voice on those of the next."""
    book = StoryBook()
    for number, (title, text) in enumerate(PRICES):
        book.add(str(number), text, title, MORNING)
    numbers = [str(number) for number in range(len(PRICES))]
    assert [book.voice_of(number) for number in numbers] == numbers
