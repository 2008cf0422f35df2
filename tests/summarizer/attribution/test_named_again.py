"""A description without a name stands under the one that the page names: on the real models."""

from __future__ import annotations

import pytest

from summarizer.attribution import find_statements
from tests.summarizer.attribution.test_who import Heading, heading

pytestmark = pytest.mark.model

PEOPLE = (
    Heading(
        "a congressman is who was called a representative",
        "Rep. Nils Aronsen met Karin Holm on Monday. The pier is old.\n\nThe congressman said the bridge was late.",
        "the bridge was late",
        "Nils Aronsen",
        "representative",
    ),
    Heading(
        "a seat tells who the subject of the sentence before is, and is their role",
        "Nils Aronsen took the boat to Norburg with his wife. The Ohio senator said the bridge was late.",
        "the bridge was late",
        "Nils Aronsen",
        "Ohio senator",
    ),
    Heading(
        "whoever adds something has spoken before",
        "The mill is on solid ground, Karin Holm said Monday. But, the former director of Velmar Mills added, it is not safe.",
        "it is not safe",
        "Karin Holm",
        "former director of Velmar Mills",
    ),
    Heading(
        "a president is no front-runner of another country's party",
        "Former Norland President Nils Aronsen spoke on Monday. “He has the money,” Aronsen said. The Liberal front-runner said the "
        "wall would be built.",
        "the wall would be built",
        "Liberal front-runner",
    ),
    Heading(
        "the other candidate is somebody else",
        "Nils Aronsen, a candidate for mayor, spoke on Monday. The other candidate said the bridge was late.",
        "the bridge was late",
        "the other candidate",
    ),
    Heading(
        "somebody's comments are their words",
        "Karin Holm, the harbour chief, spoke on Monday. Holm's comments suggested that the pier was old.",
        "the pier was old",
        "Karin Holm",
        "harbour chief",
    ),
    Heading(
        "of whom somebody speaks is no part of their name",
        "“He's funny,” Norburg lawyer Eric Holm said of Aronsen. Of Berg, Holm, who had given money to both, said, “He's "
        "flat-out scary.”",
        "flat-out scary",
        "Eric Holm",
        "Norburg lawyer",
    ),
    Heading(
        "a weekend is no part of a name",
        "President Aronsen spoke on Friday.\n\nAronsen over the weekend denied that the pier was old.",
        "the pier was old",
        "Aronsen",
        "President",
    ),
)

THINGS = (
    Heading(
        "a poll by what tells it from others",
        "Most towns want a bridge, a Kest University poll shows.\n\nThe poll found that half of the sailors disagree.",
        "half of the sailors disagree",
        "a Kest University poll",
    ),
    Heading(
        "an article by where it stood",
        "The clerk's note followed an article in The Harbour Gazette. The article said the pier was old.",
        "the pier was old",
        "an article in The Harbour Gazette",
    ),
    Heading(
        "of two letters neither is the letter",
        "The clerk wrote a letter to the mayor and a letter to the port. The letter said the pier was old.",
        "the pier was old",
        "the letter",
    ),
    Heading(
        "a letter that nothing tells from others",
        "The clerk sent a letter. The letter said the pier was old.",
        "the pier was old",
        "the letter",
    ),
    Heading(
        "an agency is the body that spoke before",
        "Norspace said the craft was lost. The Spanish space agency said it would look for the parts.",
        "it would look for the parts",
        "Norspace",
    ),
)


NAMES = (
    Heading(
        "a surname before the text has named somebody's son is not the son's",
        "President Aronsen on Friday stopped the sale. “Put it on hold,” Mr. Aronsen wrote.\n\nA photo showed Otto Aronsen Jr. "
        "with a fish.",
        "Put it on hold",
        "Aronsen",
        "President",
    ),
    Heading(
        "the last to be named of a surname has said nothing before",
        "Jesse L. Holm Jr., the former clerk of Velmar, pleaded guilty on Monday. “I lived off the fund,” Mr. Holm said. He "
        "had bought a hat that once belonged to Michael Holm.",
        "I lived off the fund",
        "Jesse L. Holm Jr.",
        "former clerk of Velmar",
    ),
    Heading(
        "a small word begins no name of its own",
        "James Van Der Holm has left the show.\n\n“We danced all night,” Van Der Holm said.",
        "We danced all night",
        "James Van Der Holm",
    ),
    Heading(
        "whom the text calls by the surname alone before it names his son",
        "Nils Aronsen spoke on Monday. Aronsen was calm. His son Otto Aronsen came later. “The tide is high,” Aronsen said.",
        "The tide is high",
        "Nils Aronsen",
    ),
)

CANDIDATES = (
    Heading(
        "a small word of a name with its capital at the start of a sentence",
        "Mayor Bill de Holm spoke on Monday. The pier is old. De Holm said the quay was safe.",
        "the quay was safe",
        "Bill de Holm",
        "Mayor",
    ),
    Heading(
        "his campaign is that of whose the text has named it",
        "The Aronsen campaign opened an office. Nils Aronsen is the mayor of Norburg. His campaign confirmed that the quay was safe.",
        "the quay was safe",
        "Aronsen campaign",
    ),
    Heading(
        "who runs for president is not the president of that surname",
        "He had worked for President Holm in May. Liberal presidential candidate Karin Holm said the quay was safe.",
        "the quay was safe",
        "Karin Holm",
        "Liberal presidential candidate",
    ),
    Heading(
        "a nominee of one party is nobody of another",
        "Democratic presidential candidate Karin Holm spoke first. “We are late,” Republican contender Nils Aronsen told reporters. The "
        "Republican nominee later said the quay was safe.",
        "the quay was safe",
        "Nils Aronsen",
        "Republican contender",
    ),
    Heading(
        "the former office of whom the sentence before told",
        "Karin Holm called a studio on Thursday. The former harbour secretary claimed the quay was safe.",
        "the quay was safe",
        "Karin Holm",
        "former harbour secretary",
    ),
)

BODIES = (
    Heading(
        "a body that the model takes for a person is one by what is said of it",
        "The craft broke up, Ostrakov said in a statement. It said that parts fell to Earth.\n\nOstrakov said the craft had "
        "been lost. The Spanish space agency would not at once describe the fault, saying that it needed time.",
        "it needed time",
        "Ostrakov",
    ),
    Heading(
        "the official is the one who spoke last",
        "A former port official left in May. A senior harbour official said on Monday that the quay was safe.\n\n“It was built to "
        "last,” the official said.",
        "It was built to last",
        "A senior harbour official",
    ),
    Heading(
        "a statement is its maker's",
        "Karin Holm, the harbour chief, said in a statement on Friday that the quay was safe. The port is old.\n\n“We have talked, "
        "and both believe it,” the statement said.",
        "We have talked",
        "Karin Holm",
        "harbour chief",
    ),
    Heading(
        "an agency is the one public body that was named",
        "The club wrote to the Department of Harbours in May. In an answer, the agency said it would look at the quay.",
        "it would look at the quay",
        "Department of Harbours",
    ),
    Heading(
        "the company is the last that the text named",
        "Velmar Foods has new signs. They are green. At the same time, the company claims its prices are low.",
        "its prices are low",
        "Velmar Foods",
    ),
)


@pytest.mark.parametrize(
    "case", PEOPLE + THINGS + NAMES + CANDIDATES + BODIES, ids=lambda case: case.behaviour
)
def test_a_description_stands_under_the_one_it_means(case: Heading, nlp, tagger):
    """A reader sees the name, or the words that tell a document from others, in place of "the senator" and "the letter"."""
    statements = find_statements(nlp(case.text), tagger.tag([case.text])[0])
    assert heading(statements, case.text, case.words) == {case.name}
    if case.role:
        roles = {one.source.role for one in statements if one.source and one.source.name == case.name}
        assert case.role in roles
