"""Figures of real sentences through the real model: counted nouns, names, concepts, sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summarizer.figures import find_figures
from summarizer.model import Source, Span, Statement
from tests.summarizer.figures.reading import as_case

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model

COUNTED = [
    ("The army shot down 158 enemy drones over the coast.", (158, "enemy drone", None)),
    ("Storms hit 11 regions on Monday.", (11, "region", None)),
    ("Some 5,300 people were evacuated.", (5300, "people", "some")),
    ("The bank fired 340 employees.", (340, "employee", None)),
    ("Dozens of homes burned down.", (None, "home", None)),
    ("Thirteen women won seats.", (13, "woman", None)),
    ("It has more than 2.2 billion users.", (2.2e9, "user", "more than")),
    ("A 15-member committee met.", (15, "member", None)),
    ("A 10,000-strong crowd marched.", (10000, None, None)),
    ("The hospital did 700 heart transplants.", (700, "heart transplant", None)),
    ("The law hurt 18,000 Virginians.", (18000, "Virginian", None)),
    ("The lab runs three thousand tests per day.", (3000, "test per day", None)),
    ("Only one of the ferries sailed.", (1, "ferry", "only")),
    ("Two out of three residents stayed.", (2 / 3, None, None)),
    ("Economy climbed from 21 miles per gallon to 23.", (23, "mile per gallon", None)),
    ("Callers rose from 61 people in May to 92 in June.", (92, "people", None)),
    ("Of the guests, 4,300 who had paid were sent home.", (4300, "people", None)),
    ("The coach Vera Moll, 44, resigned.", (44, "year of age", None)),
    ("Several hundred or even 1,000 megawatts is needed.", (1000, "megawatt", None)),
    ("Volunteers put up 120 beds.", (120, "bed", None)),
    ("Divers found seven graves.", (7, "grave", None)),
    ("Divers found seven species of crab.", (7, "species", None)),
    ("Congress raised three taxes last year.", (3, "tax", None)),
    ("She will be 35 in May.", (35, "year of age", None)),
    ("Output doubled last year.", (2, "count", None)),
]
NO_FIGURE = [
    "The Boeing 737 landed safely.",
    "A 787 Dreamliner was grounded.",
    "Jamie Marsh, 25, said nothing.",
    "The iPhone 14 is out.",
    "The two agreed.",
    "A three-way fight broke out.",
    "She said one never knows.",
    "The storm of 1987 was worse.",
    "It was a double-header with tennis doubles.",
]
CONCEPTS = [
    ("The army intercepted 158 drones.", "drones intercepted"),
    ("Two divers had been captured near the pier.", "divers captured"),
    ("Officials rejected a proposed 30-day halt to fishing.", "proposed halt to fishing"),
    ("They walked along the 1,000-kilometre front line.", "front line"),
    ("About 40 percent of the harvest was lost.", "harvest"),
    ("Shares of Hallwick rose 5%.", "Shares of Hallwick"),
    ("He paid a fine of $5 million.", "fine"),
    ("The club raised $12 million from its members.", "club raised from its members"),
    ("Brask Foods bought Hale Dairies in June for $7.2 billion.", "bought Hale Dairies"),
    ("Vera Moll is suing the harbour trust for $40 million.", "suing harbour trust"),
    ("The city put aside a further $1.1 billion set aside for new bridges.", "set aside for new bridges"),
    ("He was found guilty of murdering six people.", "people murdered"),
    ("He was jailed for trying to kill two others.", "others (trying to kill)"),
    ("The bank will close 62 branches.", "branches will be closed"),
    ("About 68 per cent of parents wanted shorter holidays.", "parents wanted shorter holidays"),
    ("He left after borrowing $20,000 from his parents.", "borrowing from his parents"),
    ("The new press is four times faster than the old one.", "faster than the old one"),
    ("The rower was jailed for five years.", "rower jailed"),
    ("The court fined Hale Foods $3 million.", "fined Hale Foods"),
    ("The judge ordered the bank to pay $40,000.", "bank to pay"),
    ("58 passengers and crew have been brought ashore.", "passengers and crew brought ashore"),
    ("The fire spread, killing at least seven people.", "people killed"),
    ("Police earlier put the toll at 9.", "toll"),
    ("The drug reduced the risk by 21 percent.", "risk"),
    ("He led deputies on a chase that reached 19 mph.", "chase"),
    ("Her department awarded a contract worth 26 million marks.", "contract"),
    ("The fault had been reported three times.", "fault reported"),
    ("The village lies 80 kilometres from the border.", "from the border"),
]


@pytest.mark.parametrize(("text", "expected"), COUNTED, ids=[text for text, _ in COUNTED])
def test_the_first_figure_has_the_noun_it_counts_as_unit(
    nlp: Language, text: str, expected: tuple[object, ...]
) -> None:
    """Value, unit and modifier of the first figure."""
    value, unit, modifier = as_case(find_figures(nlp(text), ())[0])
    assert (unit, modifier) == expected[1:]
    assert value == pytest.approx(expected[0]) if expected[0] is not None else value is None


@pytest.mark.parametrize("text", NO_FIGURE)
def test_names_ages_behind_names_and_pronouns_are_no_figures(nlp: Language, text: str) -> None:
    """What the parse shows to be no count gives nothing."""
    assert [figure.surface for figure in find_figures(nlp(text), ())] == []


@pytest.mark.parametrize(("text", "concept"), CONCEPTS, ids=[text for text, _ in CONCEPTS])
def test_the_concept_is_in_the_words_of_the_article(nlp: Language, text: str, concept: str) -> None:
    """What is counted, measured or changed, from the syntax."""
    assert find_figures(nlp(text), ())[0].concept == concept


def test_a_figure_is_given_by_the_narrowest_statement_that_holds_it(nlp: Language) -> None:
    """Of a statement inside a statement, the inner one's source gives the figure."""
    text = "The mayor said the report put the damage at $40 million."
    inner = text.index("put")
    statements = (_statement(text, 0, "Ana Roth"), _statement(text, inner, "the report"))
    assert [figure.source for figure in find_figures(nlp(text), statements)] == ["the report"]


def test_a_figure_outside_of_statements_is_the_article_s_own(nlp: Language) -> None:
    """No source is made up."""
    text = "The damage was $40 million. The mayor wept."
    statements = (_statement(text, text.index("The mayor"), "Ana Roth"),)
    assert find_figures(nlp(text), statements)[0].source is None


@pytest.mark.parametrize("text", ["", " ", "\n\n", "٣ £ % — 12", "🜁 12% 🜂 \u202e5 million\u202c", "1" * 5000])
def test_odd_texts_are_read_without_a_crash(nlp: Language, text: str) -> None:
    """Every surface is the text at its span."""
    for figure in find_figures(nlp(text), ()):
        assert figure.span.of(text) == figure.surface


def _statement(text: str, start: int, name: str) -> Statement:
    source = Source(name=name, mention=name, span=Span(0, 1))
    return Statement(content=(Span(start, len(text)),), kind="indirect", source=source)


def test_a_number_is_in_the_measure_of_the_like_number_before_it(nlp: Language) -> None:
    """The lowest price of 74.07 is in cents, as the highest was."""
    figures = find_figures(nlp("The highest bid was 84.75 cents, while the lowest was 74.07."), ())
    assert [figure.unit for figure in figures] == ["cent", "cent"]


def test_what_a_rate_is_taken_of_is_no_figure(nlp: Language) -> None:
    """From 61 to 92 per 100,000 gives 92 alone."""
    figures = find_figures(nlp("The nine-day rate rose from 61 to 92 per 100,000."), ())
    assert [figure.value for figure in figures if figure.unit is None] == [92]


def test_a_change_is_what_it_came_to_with_what_it_began_with(nlp: Language) -> None:
    """The farm's value fell from $310 million in 2021 to $74.5 million: the second, compared with the first."""
    (figure,) = find_figures(
        nlp("The farm's value fell from $310 million in 2021 to about $74.5 million."), ()
    )
    assert (figure.value, figure.low, figure.modifier) == (74_500_000, None, "about")
    assert figure.compared is not None
    assert (figure.compared.text, figure.compared.value) == ("from $310 million in 2021", 310_000_000)


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("More than 1,100 former Department of Harbours officials signed it.", ["1,100"]),
        ("A 7 On Your Side team looked into the movers of Tarrow and found that all of them lied.", []),
        ("Moll spoke at the 2014 and 2016 conventions.", []),
    ],
)
def test_a_number_of_a_name_is_none_and_one_with_its_thousands_is_no_name(
    nlp: Language, text: str, surfaces: list[str]
) -> None:
    """A programme, two years; a department's officials are counted."""
    assert [one.surface for one in find_figures(nlp(text), ())] == surfaces
