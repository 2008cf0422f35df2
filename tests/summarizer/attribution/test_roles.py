"""A role in a heading is what its bearer is, whole: on the real models."""

from __future__ import annotations

import pytest

from summarizer.attribution import find_statements
from summarizer.attribution.given_roles import role_of_such
from summarizer.attribution.offices import best_role
from summarizer.attribution.plain_roles import plain_role
from summarizer.attribution.roles import role_of_apposition
from summarizer.text.names import is_for_person
from tests.summarizer.attribution.docs import parsed
from tests.summarizer.attribution.test_who import Heading, heading

pytestmark = pytest.mark.model

WHOLE = (
    Heading(
        "an office whose body ends in another noun",
        "“The tide will rise,” said Edda Norrby, Harbourline’s coastal policy and research director.",
        "The tide will rise",
        "Edda Norrby",
        "Harbourline’s coastal policy and research director",
    ),
    Heading(
        "an office whose body the parse takes for it",
        "Edda Norrby, Harvest for Velmar’s executive director, praised the plan and said the quay would stay open.",
        "the quay would stay open",
        "Edda Norrby",
        "Harvest for Velmar’s executive director",
    ),
    Heading(
        "who chairs a body is its chair",
        "“The sea is warm,” said Nils Aronsen, who chairs the oceanography department at the University of Kest.",
        "The sea is warm",
        "Nils Aronsen",
        "chair of the oceanography department at the University of Kest",
    ),
    Heading(
        "who leads a race leads no body",
        "“The sea is warm,” said Nils Aronsen, who leads the race by an hour.",
        "The sea is warm",
        "Nils Aronsen",
        None,
    ),
    Heading(
        "who served as something was it",
        "“The sea is warm,” said Nils Aronsen, who served as Ida Lund’s chief of staff during the flood.",
        "The sea is warm",
        "Nils Aronsen",
        "Ida Lund’s former chief of staff",
    ),
    Heading(
        "a word with a hyphen is not cut at it",
        "“The sea is warm,” said Nils Aronsen, who is a regional co-organizer of the fair.",
        "The sea is warm",
        "Nils Aronsen",
        "regional co-organizer of the fair",
    ),
    Heading(
        "the chair of a committee, with a title behind its name",
        "The chairman of the Roads Committee Rep. Nils Aronsen said the bridge was late.",
        "the bridge was late",
        "Nils Aronsen",
        "chairman of the Roads Committee",
    ),
    Heading(
        "a candidate for an office does not hold it",
        "“We will win,” said the Harbour Party candidate for mayor, Edda Norrby.",
        "We will win",
        "Edda Norrby",
        "Harbour Party candidate for mayor",
    ),
    Heading(
        "a party before a title belongs to it",
        "But Democratic Sen. Nils Aronsen said the bridge was late.",
        "the bridge was late",
        "Nils Aronsen",
        "Democratic senator",
    ),
    Heading(
        "a rival with a title is called by it",
        "The mayor met with rival Sen. Nils Aronsen of Ohio. “The bridge is late,” Aronsen said.",
        "The bridge is late",
        "Nils Aronsen",
        "senator of Ohio",
    ),
    Heading(
        "a title of several is each one's, whoever stands before them",
        "Ms. Lund and Mr. Berg, as well as Senators Edda Norrby and Karin Holm, voted no. “It is late,” Ms. Holm said.",
        "It is late",
        "Karin Holm",
        "Senator",
    ),
    Heading(
        "what candidates are called together each of them is",
        "Liberal candidates Edda Norrby and Karin Holm answered on Monday. “It is late,” Holm said.",
        "It is late",
        "Karin Holm",
        "Liberal candidate",
    ),
    Heading(
        "the office behind a bare title",
        "Representative Nils Aronsen, the leader of the opposition, said the bridge was late.",
        "the bridge was late",
        "Nils Aronsen",
        "leader of the opposition",
    ),
    Heading(
        "two offices of one person before the name",
        "Kest Radio Vice President and Managing Editor Karin Holm said the studio would close.",
        "the studio would close",
        "Karin Holm",
        "Kest Radio Vice President and Managing Editor",
    ),
    Heading(
        "a town keeps its state",
        "“It is late,” said Karin Holm, a surgeon from Aldermoor, New Jersey, who took the boat.",
        "It is late",
        "Karin Holm",
        "surgeon from Aldermoor, New Jersey",
    ),
    Heading(
        "a town keeps its state, and what is no part of the role goes",
        "“I want my money back,” wrote Karin Holm, a welder in Norburg, Mo., on the union's Facebook page.",
        "I want my money back",
        "Karin Holm",
        "welder in Norburg, Mo.",
    ),
    Heading(
        "what somebody writes for a living, though it looks like a verb",
        "“It rained on us all,” screenwriter Karin Holm wrote on her page.",
        "It rained on us all",
        "Karin Holm",
        "screenwriter",
    ),
    Heading(
        "a name that the model has joined to its outlet",
        "“It rained,” he told the singer. The Courier's Jorge Holm pointed out that the fair was dry.",
        "the fair was dry",
        "Jorge Holm",
    ),
)

OFFICES = (
    Heading(
        "what somebody deals in is no writer's view",
        "Real estate broker Karin Holm said the quay would close.",
        "the quay would close",
        "Karin Holm",
        "Real estate broker",
    ),
    Heading(
        "what an office is for is no part of the name",
        "Director of Public Safety James Holt said the bridge was late.",
        "the bridge was late",
        "James Holt",
        "Director of Public Safety",
    ),
    Heading(
        "whose office it is, where that is not said by name",
        "The union is angry. “It is late,” said the group’s chief executive, Karin Holm.",
        "It is late",
        "Karin Holm",
        "chief executive",
    ),
    Heading(
        "somebody's party behind whom another speaks for",
        "“It is late,” said Karin Holm, spokeswoman for House Speaker Nils Aronsen (R-Ohio), on Monday.",
        "It is late",
        "Karin Holm",
        "spokeswoman for House Speaker Nils Aronsen",
    ),
    Heading(
        "a body whose name is a purpose",
        "Karin Holm, vice president of the National Committee to Preserve Harbours and Piers, said it was late.",
        "it was late",
        "Karin Holm",
        "vice president of the National Committee to Preserve Harbours and Piers",
    ),
    Heading(
        "the body that opens the sentence before an office",
        "At Velmar Mills, founder Karin Holm sees waste every day. “It is late,” Holm says.",
        "It is late",
        "Karin Holm",
        "founder of Velmar Mills",
    ),
    Heading(
        "a word for somebody's work right before the name",
        "As the poet Karin Holm says in her new book, “it is late.”",
        "it is late",
        "Karin Holm",
        "poet",
    ),
)

LISTS = (
    Heading(
        "what stands before a title of two is each one's, too",
        "Take Idaho Republican Sens. Nils Aronsen and James Holt, who want it. “It is late,” Holt said.",
        "It is late",
        "James Holt",
        "Idaho Republican senator",
    ),
    Heading(
        "whose office it was",
        "“It is late,” said Karin Holm, who was Lund’s campaign chief.",
        "It is late",
        "Karin Holm",
        "Lund’s former campaign chief",
    ),
    Heading(
        "an opponent with a title is called by it",
        "Liberal opponent Sen. Nils Aronsen (R-Ohio) has said the bridge was late.",
        "the bridge was late",
        "Nils Aronsen",
        "Liberal senator",
    ),
    Heading(
        "a secretary and what for",
        "Secretary of the Interior James Holt echoed the remark, saying the bridge was late.",
        "the bridge was late",
        "James Holt",
        "Secretary of the Interior",
    ),
    Heading(
        "of whom somebody is the daughter is not the other one's office",
        "Liz Holm, the daughter of former Vice President Dick Holm, won on Monday. “It is late,” Dick Holm said.",
        "It is late",
        "Dick Holm",
        "former Vice President",
    ),
    Heading(
        "a member of a body",
        "Karin Holm, a member of the league’s executive committee, said it was late.",
        "it was late",
        "Karin Holm",
        "member of the league’s executive committee",
    ),
    Heading(
        "an office for three things",
        "“It is late,” said Karin Holm, assistant secretary for harbours, boats, and nets.",
        "It is late",
        "Karin Holm",
        "assistant secretary for harbours, boats, and nets",
    ),
    Heading(
        "who has an office of a chamber has it of no place",
        "Senate Minority Whip Karin Holm of Ohio said it was late.",
        "it was late",
        "Karin Holm",
        "Senate Minority Whip",
    ),
)

NO_ROLE = (
    Heading(
        "a verb that the parse takes for a noun",
        "The board wants to keep its power but satisfy Karin Holm and her members. Holm argued that the old bridge was rusty.",
        "the old bridge was rusty",
        "Karin Holm",
        None,
    ),
    Heading(
        "the office of somebody named since",
        "Holm - who abruptly fired Berg, the Norburg police chief - said the old bridge was rusty. Karin Holm had no other choice.",
        "the old bridge was rusty",
        "Karin Holm",
        None,
    ),
    Heading(
        "one of the men may be any",
        "One of the men, Nils Aronsen, 70, said the old bridge was rusty.",
        "the old bridge was rusty",
        "Nils Aronsen",
        None,
    ),
    Heading(
        "the first person of a town",
        "Karin Holm, the first person of her town to fly, said the old bridge was rusty.",
        "the old bridge was rusty",
        "Karin Holm",
        None,
    ),
    Heading(
        "what somebody says behind a colon",
        "Holm: Time for a new bridge.\n\nKarin Holm said the old one was rusty.",
        "the old one was rusty",
        "Karin Holm",
        None,
    ),
    Heading(
        "the title of a book",
        "Karin Holm, whose first novel was a success, said the old bridge was rusty.",
        "the old bridge was rusty",
        "Karin Holm",
        None,
    ),
    Heading(
        "a body that stands behind a name",
        "Karin Holm, regional radio network, said the old bridge was rusty.",
        "the old bridge was rusty",
        "Karin Holm",
        None,
    ),
    Heading(
        "the capitals of a headline",
        "Woman Tells Amazing Story Holm Heard After Flood\n\nKarin Holm said the old bridge was rusty.",
        "the old bridge was rusty",
        "Karin Holm",
        None,
    ),
)


BEARERS_AND_OWNERS = (
    Heading(
        "who is called the striker has that for a role where the page gives no other",
        "Idris Falk rose above two defenders. Falk, 33, said the cup was his. The striker, whose contract ends in June, added that the season was long.",
        "the season was long",
        "Idris Falk",
        "striker",
    ),
    Heading(
        "the club whose chair somebody is stays with the office",
        "The Rovers won. The club’s chair, Karin Holm, said the roof would be mended.",
        "the roof would be mended",
        "Karin Holm",
        "club’s chair",
    ),
    Heading(
        "the hospital whose nurse somebody is stays, too",
        "“It is late,” the hospital’s head nurse, Karin Holm, said in a letter.",
        "It is late",
        "Karin Holm",
        "hospital’s head nurse",
    ),
    Heading(
        "a guard before a rank is a body",
        "The tug sank at noon, coast guard Capt. Karin Holm said.",
        "The tug sank at noon",
        "Karin Holm",
        "coast guard captain",
    ),
    Heading(
        "an outlet before the comma is no part of the office behind it",
        "In a letter dated March 3 and obtained by The Sentinel, Norwater’s chief executive, Karin Holm, wrote that the company “keeps its right to build.”",
        "keeps its right to build",
        "Karin Holm",
        "Norwater’s chief executive",
    ),
    Heading(
        "whose brother a senator is does not stand for the senator's office",
        "Senator Nils Aronsen, the mayor’s estranged brother, said the bridge had failed.",
        "the bridge had failed",
        "Nils Aronsen",
        "Senator",
    ),
    Heading(
        "who holds a chair has it",
        "Prof Douglas Holm, who holds the chair of marine biology at Kest and saw the report, said the sea was warm.",
        "the sea was warm",
        "Douglas Holm",
        "chair of marine biology at Kest",
    ),
    Heading(
        "who holds the post of something is it",
        "Nils Aronsen, who holds the post of harbour master, said the sea was warm.",
        "the sea was warm",
        "Nils Aronsen",
        "harbour master",
    ),
    Heading(
        "a clergyman's address says what he is where nothing else does",
        "“We all remember,” said the Rev. Nils Aronsen, who looks after five parishes by bicycle.",
        "We all remember",
        "Nils Aronsen",
        "reverend",
    ),
    Heading(
        "a professor's address gives way to an office",
        "“The sea is warm,” said Prof Nils Aronsen, director of the Kest Institute.",
        "The sea is warm",
        "Nils Aronsen",
        "director of the Kest Institute",
    ),
    Heading(
        "what a body is stands beside its name",
        "The state-owned operator, Velgrid, said in a statement that the loss was small.",
        "the loss was small",
        "Velgrid",
        "state-owned operator",
    ),
    Heading(
        "who is named as one of several chefs is one",
        "They will listen to top chefs such as Karin Holm and James Holt, who cook for the town. “It is late,” Holt said.",
        "It is late",
        "James Holt",
        "top chef",
    ),
    Heading(
        "who is named as one of several fans is nobody's by that",
        "They will listen to fans like James Holt, who cooks for the town. “It is late,” Holt said.",
        "It is late",
        "James Holt",
        None,
    ),
    Heading(
        "veterans of a party are no person of its name",
        "The plan may fail, veteran Republicans said.",
        "The plan may fail",
        "veteran Republicans",
        None,
    ),
    Heading(
        "a mere company is not told of a name",
        "The company, Velgrid, said in a statement that the loss was small.",
        "the loss was small",
        "Velgrid",
        None,
    ),
)


@pytest.mark.parametrize(
    "case", WHOLE + OFFICES + LISTS + BEARERS_AND_OWNERS + NO_ROLE, ids=lambda case: case.behaviour
)
def test_a_role_is_whole_and_its_bearer_s(case: Heading, nlp, tagger):
    """The role beside a name stands in the heading as the page has it, and nothing else does."""
    statements = find_statements(nlp(case.text), tagger.tag([case.text])[0])
    assert heading(statements, case.text, case.words) == {case.name}
    roles = {one.source.role for one in statements if one.source and one.source.name == case.name}
    assert (case.role in roles) if case.role else (roles <= {None} or case.behaviour.startswith("a name"))


@pytest.mark.parametrize(
    ("roles", "best"),
    [
        (["Lund’s successor", "former president"], "former president"),
        (["governor", "Norland governor"], "Norland governor"),
        (["Sheriff", "Sheriff of Aldermoor County"], "Sheriff of Aldermoor County"),
        (["senator", "former senator"], "senator"),
        (["wife"], None),
        (["Secretary"], None),
        (["Lund’s brother"], None),
        (["Holm’s brother"], "Holm’s brother"),
        (["mother of the sailor"], "mother of the sailor"),
        (["Jesuit Father"], "Jesuit Father"),
    ],
)
def test_of_several_roles_the_one_stands_that_says_who_it_is(roles: list[str], best: str | None) -> None:
    """An office goes before what somebody is to others, and a title stands with its place where the page gives it."""
    assert best_role(roles, "Nils Lund") == best


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("(Senator", "Senator"),
        ("” club spokeswoman", "club spokeswoman"),
        ("accomplished potter", "potter"),
        ("an accomplished, seasoned member of the club", "member of the club"),
        ("clerk during the flood", "clerk"),
    ],
)
def test_what_is_no_part_of_a_role_is_left_out(words: str, role: str) -> None:
    """Marks, a writer's view and the time are no part of a role."""
    assert plain_role(words) == role


@pytest.mark.parametrize(
    "words", ["the president’s", "The Sentinel and the harbour master's", "the workers’"]
)
def test_whose_somebody_is_is_no_role_without_what_they_are(words: str) -> None:
    """A role never ends in a possessive of a common noun."""
    assert plain_role(words) is None


@pytest.mark.parametrize(
    ("noun", "is_somebody"),
    [
        ("striker", True),
        ("plumber", True),
        ("beekeeper", True),
        ("restaurateur", True),
        ("playwright", True),
        ("shepherd", True),
        ("bureaucrat", True),
        ("native", True),
        ("hero", False),
        ("teammate", True),
        ("website", False),
        ("footnote", False),
        ("vote", False),
        ("statement", False),
    ],
)
def test_what_a_noun_ends_in_tells_whether_it_is_for_a_person(noun: str, is_somebody: bool) -> None:  # noqa: FBT001  # a table
    """Work, crafts and fellows are known by how their nouns are made, and things and a writer's view are not."""
    assert is_for_person(noun) is is_somebody


def test_a_role_of_many_words_is_cut_before_a_preposition_and_never_inside_a_name() -> None:
    """A heading is read in one glance."""
    role = "head of the deep water and coastal biology programme at the University of Kest in the north of Velmar"
    assert best_role([role], "Ann Lund") == "head of the deep water and coastal biology programme"


def test_nothing_stands_before_the_first_word_of_a_text() -> None:
    """ "As Bell left, …" names no one of several."""
    doc = parsed("""
        As IN 3 prep
        Bell NNP 0 pobj
        , , 3 punct
        stayed_ VBD 3 ROOT stay
        . . 3 punct
    """)
    assert role_of_such(doc[1]) is None


def test_an_apposition_may_begin_where_the_text_does() -> None:
    """Where the parse crosses itself its first word is that of the text."""
    doc = parsed("""
        Baker NN 3 amod
        Bell NNP 1 ROOT
        , , 1 punct
        owner_ NN 1 appos
    """)
    assert role_of_apposition(doc[1]) == "owner"
