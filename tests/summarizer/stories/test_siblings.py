"""Events of one pattern whose titles or towns are the same, or that have no title: who, where and the numbers differ."""

from __future__ import annotations

from itertools import permutations

import pytest

from summarizer.stories import StoryBook
from tests.summarizer.stories.test_book import MORNING
from tests.summarizer.stories.test_pattern import Page

SIBLINGS: dict[str, list[Page]] = {
    "two crashes in one town": [
        (
            "Cyclist dies after collision with bus in Varne",
            (
                "A cyclist has died after a collision with a bus in Varne.\n\n"
                "The 61-year-old man was hit on Quay Road at about 7.50am on Tuesday, Ostland Police said.\n\n"
                "He was taken to Varne General Hospital, where he died. The bus driver was not hurt.\n\n"
                "Police asked witnesses to call 101."
            ),
        ),
        (
            "Pedestrian dies after collision with car in Varne",
            (
                "A pedestrian has died after a collision with a car in Varne.\n\n"
                "The 19-year-old woman was hit on Mill Street at about 11.20pm on Tuesday, Ostland Police said.\n\n"
                "She was taken to Varne General Hospital, where she died. The car driver was arrested.\n\n"
                "Police asked witnesses to call 101."
            ),
        ),
    ],
    "two sentences in one town": [
        (
            "Man jailed for stabbing in Dunholt pub",
            (
                "A man has been jailed for seven years for a stabbing in a pub in Dunholt.\n\n"
                "Gary Tench, 33, of Dunholt, attacked a stranger at the Red Lion on May 4, Dunholt Crown Court "
                "heard.\n\n"
                "Judge Rita Sole told him: “You could have killed him.”\n\n"
                "Tench admitted wounding with intent."
            ),
        ),
        (
            "Man jailed for stabbing at Dunholt bus stop",
            (
                "A man has been jailed for nine years for a stabbing at a bus stop in Dunholt.\n\n"
                "Aaron Pike, 24, of Dunholt, attacked a teenager on Station Road on June 11, Dunholt Crown Court "
                "heard.\n\n"
                "Judge Rita Sole told him: “You left a boy with scars for life.”\n\n"
                "Pike admitted wounding with intent."
            ),
        ),
    ],
    "three burglars": [
        (
            "Kelmar man jailed for three years for burglary",
            (
                "A Kelmar man has been jailed for three years for breaking into a bakery.\n\n"
                "Roy Vane, 40, pleaded guilty at Marden Crown Court on Monday.\n\n"
                "Judge Ada Finch told him: “You took a family’s living.”"
            ),
        ),
        (
            "Storr man jailed for six years for burglary",
            (
                "A Storr man has been jailed for six years for breaking into twelve homes.\n\n"
                "Leo Banks, 29, pleaded guilty at Marden Crown Court on Monday.\n\n"
                "Judge Ada Finch told him: “You made people afraid in their beds.”"
            ),
        ),
        (
            "Holt man jailed for eight months for burglary",
            (
                "A Holt man has been jailed for eight months for breaking into a shed.\n\n"
                "Ian Moss, 55, pleaded guilty at Marden Crown Court on Monday.\n\n"
                "Judge Ada Finch told him: “It was a mean little crime.”"
            ),
        ),
    ],
    "burglary by town": [
        (
            "Burglary falls in Kelmar",
            (
                "Burglary in Kelmar fell by 12 per cent last year, police figures show.\n\n"
                "There were 402 burglaries, against 457 the year before.\n\n"
                "Chief Inspector Nora Dale said that patrols had helped.\n\n"
                "Across Marden burglary fell by 3 per cent."
            ),
        ),
        (
            "Burglary rises in Storr",
            (
                "Burglary in Storr rose by 8 per cent last year, police figures show.\n\n"
                "There were 251 burglaries, against 232 the year before.\n\n"
                "Chief Inspector Nora Dale said that patrols would be doubled.\n\n"
                "Across Marden burglary fell by 3 per cent."
            ),
        ),
    ],
    "two players of one team": [
        (
            "Rovers striker Anders Vik charged with drink-driving",
            (
                "Rovers striker Anders Vik has been charged with drink-driving in Varne.\n\n"
                "Police stopped Vik on Ring Road at 2am on Sunday.\n\n"
                "Rovers said that they knew of the charge. Coach Olle Brandt said Vik would train as usual.\n\n"
                "Vik, 24, will appear in court in Varne next month."
            ),
        ),
        (
            "Rovers keeper Jon Sand charged with drink-driving",
            (
                "Rovers goalkeeper Jon Sand has been charged with drink-driving in Varne.\n\n"
                "Police stopped Sand on Harbour Street at 4am on Monday.\n\n"
                "Rovers said that they knew of the charge. Coach Olle Brandt said Sand would be fined.\n\n"
                "Sand, 31, will appear in court in Varne next month. His team mate Anders Vik was charged with "
                "the same a day before."
            ),
        ),
    ],
    "two missing people": [
        (
            "Police search for missing girl, 14, from Kelmar",
            (
                "Police are searching for a girl of 14 who is missing from Kelmar.\n\n"
                "Mia Roscoe was last seen on Canal Street at 4pm on Friday.\n\n"
                "She is slim, with brown hair, and wore a green coat.\n\n"
                "Anybody who has seen her should call 101."
            ),
        ),
        (
            "Police search for missing man, 71, from Storr",
            (
                "Police are searching for a man of 71 who is missing from Storr.\n\n"
                "Donald Pratt was last seen on Church Lane at 9am on Saturday.\n\n"
                "He is tall, with grey hair, and wore a blue jacket.\n\n"
                "Anybody who has seen him should call 101."
            ),
        ),
    ],
}
TOLD_AGAIN: list[tuple[Page, Page]] = [
    (
        SIBLINGS["two crashes in one town"][0],
        (
            "Man, 61, killed by bus on Quay Road",
            (
                "A man of 61 who was riding his bicycle to work was killed by a bus on Quay Road, Varne, on Tuesday "
                "morning.\n\n"
                "The number 9 bus had left the station minutes before. Its driver was unhurt, Ostland Police said."
            ),
        ),
    ),
    (
        SIBLINGS["two sentences in one town"][0],
        (
            "Seven years for Red Lion knifeman",
            (
                "Gary Tench, who stabbed a stranger at the Red Lion in Dunholt in May, was sent to prison for seven "
                "years on Thursday.\n\n"
                "“You could have killed him,” Judge Rita Sole said to Tench, 33, who admitted wounding with intent."
            ),
        ),
    ),
    (
        (
            "President Vale sworn in, vows to put Ostmark first",
            (
                "Teodor Vale was sworn in as president of Ostmark on Friday and vowed to put the country first.\n\n"
                "“This carnage stops here,” Vale said in a speech of 16 minutes on the steps of the Assembly in "
                "Klarsyn.\n\n"
                "His predecessor, Ida Brandt, sat behind him."
            ),
        ),
        (
            "Protesters clash with police as Vale takes office",
            (
                "Protesters smashed windows in Klarsyn on Friday while Teodor Vale took the oath as president.\n\n"
                "Police arrested 217 people. Tear gas hung over the streets two blocks from the parade of the new "
                "president, who had spoken of “carnage” in his inaugural address."
            ),
        ),
    ),
]


def stories_of(pages: list[Page], titles: str) -> set[str]:
    book = StoryBook()
    for number, (title, text) in enumerate(pages):
        shown = {"as written": title, "in title case": title_case(title), "none": None}[titles]
        book.add(str(number), text, shown, MORNING)
    return {book.story_of(str(number)) for number in range(len(pages))}


def title_case(title: str) -> str:
    return " ".join(word[:1].upper() + word[1:] for word in title.split())


@pytest.mark.parametrize("titles", ["as written", "in title case", "none"])
@pytest.mark.parametrize("pages", SIBLINGS.values(), ids=SIBLINGS)
def test_siblings_are_a_story_each(pages: list[Page], titles: str) -> None:
    """Neither a shared town nor a title's capitals, nor its absence, bring two events together."""
    for order in permutations(pages):
        assert len(stories_of(list(order), titles)) == len(pages)


@pytest.mark.parametrize("titles", ["as written", "in title case", "none"])
@pytest.mark.parametrize("pages", TOLD_AGAIN, ids=["crash", "sentence", "oath"])
def test_one_event_told_in_two_ways_is_one_story(pages: tuple[Page, Page], titles: str) -> None:
    """Who, where and the numbers are the same, though each outlet has its own words."""
    for order in permutations(pages):
        assert len(stories_of(list(order), titles)) == 1
