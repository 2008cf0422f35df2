"""What a figure is of as it can be read alone: one unbroken stretch of the page that is whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summarizer.brief.numbers import LEAST_WORTH
from summarizer.figures import Seen, choose_figures, find_figures
from summarizer.figures.clearness import CLEAR, WEIGHTS, features
from summarizer.figures.stretches import Place, stretches_of
from summarizer.figures.whole_clauses import Told, is_of_two
from summarizer.text.words import stem
from tests.summarizer.attribution.docs import parsed

if TYPE_CHECKING:
    from spacy.language import Language

    from summarizer.model import Figure

pytestmark = pytest.mark.model

# A sentence that is short enough stands as it is, behind a word that links it to others.
WHOLE = [
    "The flood that damaged 4,000 homes in Tarrow is over.",
    "Vera Moll now has 300 delegates.",
    "The storm killed 130 in Tarrow.",
    "A ferry capsized off Norburg on Monday, leaving 14 missing.",
    "Nearly two-thirds of Harwick voters said that the mill does harm.",
    "The Moll team poured more than $15 million into the race.",
    # all of a list: another town, the other number
    "A dozen surveyors studied more than 20,000 houses in Tarrow and Harwick.",
    "Both Ilka Hollis and Vera Moll trailed Brandt, by 5 and 10 percentage points, respectively.",
    "Small and medium towns around Tarrow lost 900 shops.",
    # a condition, a denial, an "or" and what somebody only means to do change what is said
    "If the dam at Tarrow breaks, 40 towns will be flooded.",
    "The mayor of Tarrow does not believe that the mill will lose 40 jobs.",
    "Police in Tarrow have arrested or fined 40 growers.",
    "Vera Moll has proposed to spend $30 million on the harbour, unless the council objects.",
    "The mill in Tarrow will lose up to 40 jobs, but the owner denies it.",
    # what is told in passing stays where it stands
    "Moll, who was born in a house by the old harbour in 1961, sold the mill of Harwick for £3 million.",
]


@pytest.mark.parametrize("text", WHOLE)
def test_a_short_sentence_is_told_as_a_whole(nlp: Language, text: str) -> None:
    """Nothing is taken out of its middle, and nothing that changes what it says from its ends."""
    figure = figures_of(nlp, text)[-1]
    assert figure.label == text.removesuffix(".")
    assert figure.clearness >= CLEAR


# ruff: noqa: ISC004  # two lines are one text
# Of a longer one a clause that is whole, without what is told beside it at either end.
CUT = [
    (
        "After a long night of rain that had kept the valley awake until the morning, some 40 barns along the river at Tarrow were"
        " under water, while the council of Harwick met to speak of the bridges that had been lost in the spring.",
        "After a long night of rain that had kept the valley awake until the morning, some 40 barns along the river at Tarrow were"
        " under water",
    ),
    (
        "Tarrow Mills sold 400 looms in the spring, closed its old hall by the river, and opened a new one in Harwick, where the council"
        " had hoped for years that somebody would build, and where nobody had wanted to for as long as most could remember.",
        "Tarrow Mills sold 400 looms in the spring, closed its old hall by the river, and opened a new one in Harwick",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "label"), CUT)
def test_a_clause_of_a_long_sentence_is_told_where_it_is_whole(nlp: Language, text: str, label: str) -> None:
    """A cut at an end leaves what the parse says is whole."""
    assert figures_of(nlp, text)[0].label == label


@pytest.mark.parametrize("text", [*WHOLE, *(text for text, _ in CUT)])
def test_a_label_is_one_unbroken_stretch_of_the_page(nlp: Language, text: str) -> None:
    """The characters stand on the page as they are printed, the number among them."""
    for figure in figures_of(nlp, text):
        assert figure.label is None or (figure.label in text and figure.surface in figure.label)


def figures_of(nlp: Language, text: str) -> tuple[Figure, ...]:
    return find_figures(nlp(text), ())


def labels_of(nlp: Language, text: str) -> list[tuple[str, str | None]]:
    return [(figure.surface, figure.label) for figure in figures_of(nlp, text)]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (
            "NORBURG, Norland — A ferry with 78 people on board sank in high winds on Monday.",
            "A ferry with 78 people on board sank in high winds on Monday",
        ),
        ("But the bank in Tarrow suspended 40 accounts.", "the bank in Tarrow suspended 40 accounts"),
        ("(Nov. 3, 2026 4:58 PM) The storm killed 130 in Tarrow.", "The storm killed 130 in Tarrow"),
    ],
)
def test_a_label_opens_behind_what_stands_before_the_report(nlp: Language, text: str, label: str) -> None:
    """Where and when it was written, and a word that links it to the sentence before, is not what the number is of."""
    assert labels_of(nlp, text)[-1][1] == label


@pytest.mark.parametrize("before", ["The mill in Tarrow is old.", "Moll called her own plan “a mess.”"])
def test_the_sentence_before_may_say_what_it_is(nlp: Language, before: str) -> None:
    """ "It" alone says nothing, and a short sentence before it does, a quotation in it or not."""
    (figure,) = figures_of(nlp, f"{before} It would cost £3 million.")
    assert figure.label == f"{before} It would cost £3 million"
    assert figure.clearness >= CLEAR


def test_a_name_at_the_head_of_a_sentence_answers_a_pronoun_behind_it(nlp: Language) -> None:
    """The parse knows the name where its capital tells nothing."""
    (figure,) = figures_of(nlp, "Brandt says she has seen papers about a $66 million gift to the council.")
    assert (figure.label or "").startswith("Brandt says she")
    assert not figure.leans
    assert figure.clearness >= CLEAR


def test_a_label_has_as_many_words_as_the_longest_quotation(nlp: Language) -> None:
    """A sentence of 38 words is told, one of more than 40 of which no part is whole is not."""
    text = (
        "A jury in the old court of Tarrow found the baker Ilka Hollis guilty on all 33 counts of theft for taking bread and coins "
        "from the shelves and tills of the shops in the long street by the harbour."
    )
    assert figures_of(nlp, text)[0].label == text.removesuffix(".")
    longer = text.replace("harbour.", "harbour in the town of Harwick.")
    assert figures_of(nlp, longer)[0].label is None


@pytest.mark.parametrize("several", ["The groups", "The two companies", "Both cities"])
def test_several_of_whom_nobody_has_told_are_not_clear(nlp: Language, several: str) -> None:
    """The groups are known to whoever has read of them in the lead only."""
    text = f"{several} raised more than $3 million."
    figure = figures_of(nlp, text)[-1]
    assert figure.leans
    assert figure.clearness < CLEAR
    noun = several.rsplit(maxsplit=1)[-1]
    ((below, *_),) = choose_figures(text, (figure,), Seen(0, stems=(stem(noun),)), ())
    assert below.clearness >= CLEAR


def test_a_stretch_does_not_run_over_a_sentence_that_the_parse_has_overlooked() -> None:
    """Only a sentence whole with the one before it is told with that."""
    assert is_of_two("every degree above 24C. One in five children")
    assert not is_of_two("the mill of A. B. Moll in Tarrow lost 40 jobs.")


def test_a_parse_that_crosses_itself_is_read() -> None:
    """It hangs "ten" on the second noun, which so begins where the first one does."""
    doc = parsed("""
        Ten NN 3 nummod
        dishes NNS 4 nsubj
        and CC 1 cc
        towers NNS 1 conj
        rose_ VBD 4 ROOT rise
        . . 4 punct
    """)
    ways = list(stretches_of(Place(doc, frozenset({0})), None, Told(None, None, lacks_noun=False)))
    assert [way.text for way in ways][:1] == ["Ten dishes and towers rose"]


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
    chosen = choose_figures(text, figures_of(nlp, text), Seen(len(text)), ())
    assert chosen
    assert all(one.worth < LEAST_WORTH for one in chosen)


@pytest.mark.parametrize(
    "text",
    [
        "A poll found Hollis leading Brandt by 15 points among likely voters, 52 percent to 37 percent.",
        "Hollis would beat Brandt 46 to 40 percent.",
        "The senator Ilka Hollis, who is challenging the baker for the seat, leads Brandt 46% to 40%.",
    ],
)
def test_a_contest_s_numbers_are_told_together(nlp: Language, text: str) -> None:
    """The stretch says whose each is, and so does what it is of in short."""
    one, two = figures_of(nlp, text)[-2:]
    assert one.label == two.label == text.removesuffix(".")
    assert ((one.concept or "").endswith("Hollis"), two.concept) == (True, "Brandt")


@pytest.mark.parametrize(
    "text",
    [
        "Nearly 10 percent of them voted for Ilka Hollis, a baker from Tarrow who has never held an office.",
        "70 percent have been women or children from Tarrow and Harwick.",
    ],
)
def test_a_share_of_what_stands_elsewhere_is_not_clear(nlp: Language, text: str) -> None:
    """Of whom, stands in the sentence before."""
    assert figures_of(nlp, text)[0].clearness < CLEAR


def test_the_second_of_two_shares_whose_sides_nobody_names_is_not_shown(nlp: Language) -> None:
    """A lead of 64% to 27% is no lead of 27%."""
    _, two = figures_of(nlp, "The lead among women is much larger, 64% to 27%, a poll found.")
    assert two.clearness < CLEAR


def test_every_way_to_tell_a_figure_is_weighed_by_the_same_features(nlp: Language) -> None:
    """And no weight is without one."""
    doc = nlp("The mill is old. The storm left 40 towns without power, and the mayor of Tarrow left.")
    told = Told(None, None, lacks_noun=False)
    ways = list(stretches_of(Place(doc, frozenset({8})), doc[9], told))
    assert {way.kind for way in ways} == {"clause", "sentence", "sentences"}
    for way in ways:
        assert set(features(way, told)) == set(WEIGHTS)
