"""What a figure is of as it can be read alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summarizer.brief.numbers import LEAST_WORTH
from summarizer.figures import choose_figures, find_figures
from summarizer.figures.clearness import CLEAR, WEIGHTS, Told, features
from summarizer.figures.frames import Place, frames_of

if TYPE_CHECKING:
    from spacy.language import Language

    from summarizer.model import Figure

pytestmark = pytest.mark.model

# A clause that stands for itself is the label as it is; None where that is the whole sentence.
LABELS = [
    ("The bank suspended 40 accounts after the theft.", None),
    ("The flood that damaged 4,000 homes is over.", None),
    ("The new party won 82 percent of the vote.", None),
    ("Vera Moll now has 300 delegates.", None),
    ("The channel gave 200 groups a place to complain.", None),
    ("The storm killed 130 in Tarrow.", None),
    ("A ferry capsized on Monday, leaving 14 missing.", None),
    ("The board named 3 vice-chairmen.", None),
    ("About 90 towns still have no bridge.", None),
    (
        "There are 384 pledged delegates at stake, and she knows it.",
        "There are 384 pledged delegates at stake",
    ),
    ("Nearly two-thirds of Harwick voters said that the mill does harm.", None),
    ("Bakers closed their shops in 12 towns.", None),
    ("The crash led to the deaths of four sailors.", None),
    ("The plan was signed by 40 towns.", None),
    ("The Moll team poured more than $15 million into the race.", None),
    ("Brask Foods bought Hale Dairies for $7.2 billion.", None),
    ("The storm left 3.2 million customers without power in Tarrow.", None),
    # both names of a pair, and the whole of a name
    ("Small and medium towns lost 900 shops.", None),
    ("The Fund for Harwick spent $3 million on boats.", None),
    # of several clauses the one that holds the number, with the subject that it shares
    (
        "The guards in the mill at Tarrow arrested nine men and later shot three, and the mayor of Harwick did not know of it.",
        "The guards in the mill at Tarrow later shot three",
    ),
    # a condition, a denial and an "or" change what is said
    ("If the dam breaks, 40 towns will be flooded.", None),
    ("The mayor does not believe that the mill will lose 40 jobs.", None),
    ("Police have arrested or fined 40 growers.", None),
    # what is told in passing falls out, what is asked stays
    ("Asked if the mill should close, 46 percent of voters said yes.", None),
    (
        "Moll, who was born in a house by the old harbour in 1961 and never left it, sold the mill of Harwick for £3 million.",
        "Moll sold the mill of Harwick for £3 million",
    ),
    # quotation marks and brackets stand in pairs, a sign stays
    (
        "Three people have died during protests in Tarrow against the self-declared “interim” council that ousted the mayor.",
        None,
    ),
    ("The lead among women is much larger, 64%.", None),
]


@pytest.mark.parametrize(("text", "label"), LABELS, ids=[text for text, _ in LABELS])
def test_a_label_is_the_clause_that_says_what_the_number_is_of(
    nlp: Language, text: str, label: str | None
) -> None:
    """In the page's own words, with nothing torn off that would make it say something else."""
    figure = figures_of(nlp, text)[-1]
    assert figure.label == (label or text.removesuffix("."))
    assert figure.clearness >= CLEAR


def figures_of(nlp: Language, text: str) -> tuple[Figure, ...]:
    return find_figures(nlp(text), ())


def labels_of(nlp: Language, text: str) -> list[tuple[str, str | None]]:
    return [(figure.surface, figure.label) for figure in figures_of(nlp, text)]


@pytest.mark.parametrize("text", [text for text, _ in LABELS])
def test_a_label_s_words_stand_on_the_page_in_their_order(nlp: Language, text: str) -> None:
    """Nothing is made up, and nothing is turned round."""
    for figure in figures_of(nlp, text):
        words = iter(text.replace(",", "").split())
        assert all(
            any(word.startswith(one) or one.startswith(word.rstrip(".")) for word in words)
            for one in (figure.label or "").replace(",", "").split()
        )


def test_a_label_opens_behind_the_dateline(nlp: Language) -> None:
    """Where a report was written is not what the number is of."""
    text = "NORBURG, Norland — A ferry with 78 people on board sank in high winds on Monday."
    assert labels_of(nlp, text) == [("78", "A ferry with 78 people on board sank in high winds on Monday")]


def test_the_sentence_before_says_what_it_is(nlp: Language) -> None:
    """ "It" alone says nothing, and a short sentence before it does."""
    assert labels_of(nlp, "The mill is old. It would cost £3 million.") == [
        ("£3 million", "The mill is old. It would cost £3 million")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "It lasted for over two hours and cost $3 million.",
        "They say that this is worth $3 million.",
        "These were closed in 40 towns.",
    ],
)
def test_what_nobody_understands_alone_is_kept_and_not_shown(nlp: Language, text: str) -> None:
    """No figure is better than one whose label points to what stands elsewhere; the archive keeps it."""
    chosen = choose_figures(text, figures_of(nlp, text), len(text), ())
    assert [one.figure.label for one in chosen]
    assert all(one.worth < LEAST_WORTH for one in chosen)


def test_of_two_numbers_in_a_list_each_has_its_own_words(nlp: Language) -> None:
    """The first one's clause ends where the second begins."""
    labels = dict(labels_of(nlp, "Lemm was found guilty of killing six people and wounding two others."))
    assert labels["six"] == "Lemm was found guilty of killing six people"
    assert labels["two"] == "Lemm was found guilty of killing six people and wounding two others"


def test_a_contest_s_numbers_name_the_other_side(nlp: Language) -> None:
    """Hollis has hers, Brandt his; how far she leads is of both."""
    text = "A poll found Hollis leading Brandt by 15 points among likely voters, 52 percent to 37 percent."
    assert labels_of(nlp, text)[1:] == [
        ("52 percent", "Hollis, against Brandt"),
        ("37 percent", "Brandt, against Hollis"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Hollis would beat Brandt 46 to 40 percent.",
        "The senator Ilka Hollis, who is challenging the baker for the seat, leads Brandt 46% to 40%.",
    ],
)
def test_the_sides_of_a_contest_are_found_apart_from_each_other(nlp: Language, text: str) -> None:
    """A number behind a name is no part of it, and what is told of one side may stand between."""
    one, two = labels_of(nlp, text)
    assert (one[1] or "").endswith("Hollis, against Brandt")
    assert (two[1] or "").startswith("Brandt, against ")


def test_the_second_of_two_shares_whose_sides_nobody_names_is_not_shown(nlp: Language) -> None:
    """A lead of 64% to 27% is no lead of 27%."""
    one, two = figures_of(nlp, "The lead among women is much larger, 64% to 27%, a poll found.")
    assert one.clearness >= CLEAR > two.clearness


def test_a_number_without_a_noun_has_the_sentence_that_names_it(nlp: Language) -> None:
    """Seats are named once."""
    assert labels_of(nlp, "Hollis has 370 seats, Brandt has 129.") == [
        ("370", "Hollis has 370 seats"),
        ("129", "Hollis has 370 seats, Brandt has 129"),
    ]


def test_every_way_to_tell_a_figure_is_weighed_by_the_same_features(nlp: Language) -> None:
    """And no weight is without one."""
    doc = nlp("The storm left 40 towns without power.")
    place = Place(doc, frozenset({3}))
    frames = list(frames_of(place, doc[4]))
    assert {frame.kind for frame in frames} == {"own", "clause", "sentence"}
    for frame in frames:
        assert set(features(frame, place, Told(None, has_giver=False, lacks_noun=False))) == set(WEIGHTS)
