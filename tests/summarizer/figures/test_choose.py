"""Which figures a brief shows, in what order, and when two are one."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.brief.numbers import LEAST_WORTH
from summarizer.figures.choose import candidates, choose_figures
from summarizer.figures.clearness import CLEAR
from summarizer.figures.same import are_at_odds, dimension, is_same
from summarizer.figures.worth import WEIGHTS, Seen, figure_features
from summarizer.model import Figure, Span


def figure(surface: str, value: str | None, start: int = 0, **more: str | None) -> Figure:
    """A figure that stands at `start`."""
    number = Decimal(value) if value is not None else None
    return Figure(Span(start, start + len(surface)), surface, number, **more)  # type: ignore[arg-type]


def chosen(*figures: Figure, text: str = "x" * 2000, lead_end: int = 200) -> list[tuple[str, int]]:
    """Surface and number of places of what is chosen."""
    return [(one.surface, len(spans)) for one, spans, _ in choose_figures(text, figures, Seen(lead_end), ())]


def test_the_same_figure_in_other_words_is_one_with_the_fuller_modifier() -> None:
    """150 alleged mercenaries are the more than 150 nationals fighting as mercenaries."""
    first = figure(
        "150", "150", 10, modifier="more than", unit="national", concept="nationals fighting as mercenaries"
    )
    again = figure("150", "150", 600, unit="mercenary", concept="alleged mercenaries", source="Ana Roth")
    ((shown, spans, _),) = choose_figures("x" * 900, (first, again), Seen(100), ())
    assert (shown.modifier, shown.source, spans) == ("more than", "Ana Roth", (first.span, again.span))


def test_two_of_one_thing_and_two_of_another_stay_apart() -> None:
    """A small number says nothing by itself: only the words tell."""
    assert not is_same(
        figure("two", "2", concept="divers captured"),
        figure("two", "2", 50, concept="ferries in port"),
    )


def test_equal_values_in_different_units_stay_apart() -> None:
    """50% is not $50."""
    one = figure("50%", "50", unit="percentage", concept="fees")
    assert not is_same(one, figure("$50", "50", 40, unit="dollar", concept="fees"))


def test_a_conversion_in_brackets_is_not_counted_twice() -> None:
    """600 metres (2,000 feet) is one figure."""
    text = "It lies 600 metres (about 2,000 feet) from the shore."
    metres = figure("600 metres", "600", text.index("600"), unit="metre", concept="from the shore")
    feet = figure("2,000 feet", "2000", text.index("2,000"), unit="foot", concept="from the shore")
    assert [one.surface for one, *_ in choose_figures(text, (metres, feet), Seen(len(text)), ())] == [
        "600 metres"
    ]


@pytest.mark.parametrize(
    "filler",
    [
        figure("one", "1", unit="best speaker", concept="best speakers"),
        figure("two", "2", unit="other", concept="others"),
        figure("three", "3", unit="reason", concept="reasons"),
        figure("100 percent", "100", unit="percentage"),
        figure("34-year-old", "34", unit="year of age", concept="nurse"),
        figure("16", "16", concept="boy", modifier="maybe"),
        figure("three", "3", unit="people", concept="people with direct knowledge of the talks"),
        figure("95%", "95", unit="percentage", concept="confidence interval"),
        figure("$20", "20", unit="dollar", label="Brandt became the face on $20 bills"),
        figure("$64,000", "64000", unit="dollar", label="That is the $64,000 question in Tarrow"),
        figure("$16", "16", unit="dollar", label="Halibut sells for $16-something a pound"),
        figure("100 percent", "100", unit="percentage", label="Moll agrees with Brandt 100 percent"),
    ],
    ids=lambda one: one.surface,
)
def test_filler_is_never_chosen(filler: Figure) -> None:
    """One of, two others, three reasons, 100 percent sure, an age, informants, face values."""
    assert chosen(filler) == []


def test_a_hundred_percent_of_something_is_a_figure() -> None:
    """All of the power, and no word for "wholly"."""
    share = figure(
        "100 percent", "100", unit="percentage", label="Tarrow draws 100 percent of its power from wind"
    )
    assert chosen(share) == [("100 percent", 1)]


def test_harm_in_the_lead_comes_before_a_detail_below() -> None:
    """Twenty-three dead before forty chairs."""
    chairs = figure("40", "40", 1500, unit="chair", concept="chairs", source="the mayor")
    dead = figure("23", "23", 20, unit="people", concept="people killed")
    assert chosen(chairs, dead) == [("23", 1), ("40", 1)]


def test_what_the_news_is_compared_with_comes_after_the_news() -> None:
    """Net income rose to $412m from $298m a year earlier."""
    text = "Net income rose to $412 million from $298 million a year earlier."
    after = figure("$412 million", "412000000", text.index("$412"), unit="dollar", concept="Net income")
    before = figure("$298 million", "298000000", text.index("$298"), unit="dollar", concept="Net income")
    shown = [one.surface for one, *_ in choose_figures(text, (before, after), Seen(10), ())]
    assert shown == ["$412 million", "$298 million"]


@pytest.mark.parametrize(
    "past",
    [
        "It was the worst accident since 2004, when a fire killed 31 people.",
        "The bombings of 2004 killed 31 people.",
        "She was hurt in the 2004 fire that killed 31 people.",
        "In 2004, a storm killed 31 people. In 2009 another came.",
        "Such fires killed 31 people worldwide last year.",
        "In the third incident, a bus burned, killing 31 people.",
        "In another case this spring, 31 people were hurt.",
    ],
)
def test_what_happened_at_another_time_is_not_chosen(past: str) -> None:
    """The toll of an accident long ago is not this one's."""
    text = f"Nine people died. {past}"
    now = figure("Nine", "9", 0, unit="people", concept="people died")
    then = figure("31", "31", text.index("31"), unit="people", concept="people killed")
    assert [one.surface for one, *_ in choose_figures(text, (then, now), Seen(len(text)), ())] == ["Nine"]


def test_what_happened_to_another_flight_is_not_chosen() -> None:
    """The toll of the flight that is missing, not of one that was lost before."""
    text = "Flight TR12 with 162 people on board is missing. In spring Flight TR9 was lost with 239 people."
    now = figure("162", "162", text.index("162"), unit="people", concept="people on board")
    then = figure("239", "239", text.index("239"), unit="people", concept="people")
    assert [one.surface for one, *_ in choose_figures(text, (then, now), Seen(48), ())] == ["162"]


def test_she_is_whom_the_lead_names() -> None:
    """A label that leans is understood where the lead gives what it leans on, and only there."""
    label = "She is being held in lieu of $1 million bail"
    bail = replace(figure("$1 million", "1000000", 10, unit="dollar", label=label), clearness=0.2, leans=True)
    ((alone, *_),) = choose_figures("x" * 900, (bail,), Seen(100), ())
    ((below, *_),) = choose_figures("x" * 900, (bail,), Seen(100, told=("she",)), ())
    assert alone.clearness == bail.clearness < CLEAR < below.clearness


def test_what_is_denied_is_not_chosen() -> None:
    """Twelve were hurt, not 20."""
    hurt = figure("12", "12", 0, unit="people", concept="people hurt")
    denied = replace(figure("20", "20", 50, unit="people", concept="people hurt"), denied=True)
    assert chosen(hurt, denied) == [("12", 1)]


def test_the_sentence_of_a_court_comes_before_a_sum_beside_it() -> None:
    """Five years in jail say more than what the job cost."""
    text = "A plumber was jailed for five years on Friday. The job had cost £1,500."
    years = figure("five years", "5", text.index("five"), unit="year", concept="plumber jailed")
    cost = figure("£1,500", "1500", text.index("£"), unit="pound sterling", concept="job had cost")
    assert [one.surface for one, *_ in choose_figures(text, (years, cost), Seen(60), ())] == [
        "five years",
        "£1,500",
    ]


def test_contradictory_figures_stand_side_by_side_with_their_sources() -> None:
    """Fourteen missing, says one; eleven, says the other; the money does not come between."""
    text = "x" * 2000
    one = figure("14", "14", 10, unit="people", concept="people missing", source="the coast guard")
    money = figure("$9 billion", "9000000000", 1400, unit="dollar", concept="loss", source="a bank")
    other = figure("11", "11", 1500, unit="people", concept="people missing", source="the ferry line")
    assert are_at_odds(one, other)
    order = [shown.source for shown, *_ in choose_figures(text, (one, money, other), Seen(200), ())]
    assert abs(order.index("the coast guard") - order.index("the ferry line")) == 1


def test_one_source_does_not_contradict_itself() -> None:
    """Two numbers of one source are two facts or an update, not a dispute."""
    one = figure("14", "14", concept="people missing", source="police")
    assert not are_at_odds(one, replace(one, value=Decimal(11)))


@pytest.mark.parametrize(
    ("unit", "kind"),
    [
        ("dollar", "money"),
        ("mexican peso", "money"),
        ("dollar per gallon", "money"),
        ("percentage", "share"),
        ("kilometre", "length"),
        ("real estate agent", None),
        ("house", None),
        (None, None),
    ],
)
def test_a_unit_tells_its_dimension(unit: str | None, kind: str | None) -> None:
    """Money, shares and measures are known; counted things have none."""
    assert dimension(figure("5", "5", unit=unit)) == kind


FIGURES = st.lists(
    st.builds(
        lambda value, start, concept, unit, source: figure(
            "12", value, start, concept=concept, unit=unit, source=source
        ),
        st.sampled_from(["12", "13", "500", None]),
        st.integers(min_value=0, max_value=500),
        st.sampled_from([None, "people killed", "houses", "alleged houses"]),
        st.sampled_from([None, "people", "dollar", "percentage"]),
        st.sampled_from([None, "police", "a bank"]),
    ),
    max_size=20,
)


@given(FIGURES, st.integers(min_value=0, max_value=600))
def test_each_place_is_chosen_once_at_most(figures: list[Figure], lead_end: int) -> None:
    """Whatever the figures, their spans come back once at most, the same on every call."""
    text = "y" * 600
    best = choose_figures(text, figures, Seen(lead_end), ())
    spans = [span for one in best for span in one.spans]
    assert set(spans) <= {one.span for one in figures}
    assert best == choose_figures(text, figures, Seen(lead_end), ())


def test_a_telling_number_comes_before_a_round_one_in_words() -> None:
    """Of two counts in one place the exact one in digits says more than dozens of something."""
    text = "The river town counted 5,340 flooded cellars and dozens of wet gardens on Friday."
    exact = figure("5,340", "5340", text.index("5,340"), unit="cellar", concept="flooded cellars")
    vague = figure("dozens", None, text.index("dozens"), unit="garden", concept="wet gardens")
    assert [one.surface for one, *_ in choose_figures(text, (vague, exact), Seen(len(text)), ())] == [
        "5,340",
        "dozens",
    ]


def test_every_feature_of_a_figure_has_a_weight() -> None:
    """And no weight is without one; each is about 0 to 1, so that weights can be compared."""
    (told,) = candidates("x" * 900, (figure("5,340", "5340", 40, unit="cellar", concept="cellars"),))
    features = figure_features(told, "x" * 900, Seen(200), ())
    assert list(features) == list(WEIGHTS)
    assert all(0 <= value <= 2 for value in features.values())


@pytest.mark.parametrize(
    "unclear",
    [
        figure("72 hours", "72", 10, unit="hour"),
        replace(figure("50 percent", "50", 10, unit="percentage", concept="believe it"), clearness=0.1),
    ],
    ids=lambda one: one.surface,
)
def test_a_figure_that_nobody_understands_is_kept_and_not_worth_showing(unclear: Figure) -> None:
    """What says nothing of what it is of, or whose label cannot be read alone, belongs to the archive."""
    ((shown, _, worth),) = choose_figures("x" * 900, (unclear,), Seen(100), ())
    assert shown == unclear
    assert worth < LEAST_WORTH


def test_of_several_places_the_clearest_label_is_shown() -> None:
    """The one place says of what, the other only seats."""
    seats = figure("1,237", "1237", 10, unit="seat", concept="seats")
    bare = replace(seats, label="seats", clearness=0.2)
    full = replace(
        seats, span=Span(400, 405), label="Moll has the 1,237 seats needed to win the vote", clearness=0.8
    )
    ((shown, *_),) = choose_figures("x" * 900, (bare, full), Seen(100), ())
    assert shown.label == "Moll has the 1,237 seats needed to win the vote"


@pytest.mark.parametrize(
    ("text", "feature"),
    [
        ("The news shocked the country of 50 million people.", "how many live there"),
        ("Tarrow, home to about 50 million people, has no harbour.", "how many live there"),
        ("At least five of 50 bakers had left.", "the whole of a part"),
        ("All 50 bakers in a survey want a bridge.", "asked in a poll"),
        ("Is it true that the mill is worth 50 crowns?", "in a question"),
    ],
)
def test_what_an_editor_calls_no_figure_of_the_story_weighs_little(text: str, feature: str) -> None:
    """A country's people, the whole, the asked and what somebody only asks."""
    (told,) = candidates(text, (figure("50", "50", text.index("50"), unit="baker", concept="bakers"),))
    assert figure_features(told, text, Seen(0), ())[feature] == 1
    assert WEIGHTS[feature] <= -0.3


@pytest.mark.parametrize(
    "known",
    [
        figure("eight years", "8", unit="year", concept="presidency of Ilka Moll"),
        figure("400 metre", "400", unit="metre", concept="relay in Tarrow"),
        figure("111", "111", concept="n't available"),
    ],
    ids=lambda one: one.surface,
)
def test_what_a_thing_is_called_by_is_no_figure(known: Figure) -> None:
    """The length of a race, the years of a term, a number that one rings."""
    assert chosen(known) == []


@pytest.mark.parametrize(
    ("surface", "behind", "unit", "is_tied"),
    [
        ("12", "-nation trade accord", "nation", True),
        ("three-day", " conference", "day", True),
        ("138-foot", " ferry", "foot", True),
        ("six-week", " delay", "week", False),
        ("two-thirds", " of the valley", None, False),
        ("2.5-point", " lead", "point", False),
        ("40", " towns", "town", False),
    ],
)
def test_a_number_that_only_says_which_weighs_less(
    surface: str, behind: str, unit: str | None, *, is_tied: bool
) -> None:
    """A 12-nation accord is one of its kind; how long a delay is, is news."""
    text = f"Moll spoke of the {surface}{behind} on Friday."
    one = figure(surface, "12", text.index(surface), unit=unit)
    (told,) = candidates(text, [one])
    assert figure_features(told, text, Seen(0), ())["tied to a noun"] == is_tied


def test_until_when_something_must_be_done_is_news() -> None:
    """Within 30 days, not 30 days ago."""
    due = figure("30 days", "30", 22, unit="day", label="The mill must close within 30 days")
    past = figure("30 days", "30", 22, unit="day", label="The mill was closed 30 days ago")
    news = [
        figure_features(told, "x" * 90, Seen(0), ())["a time of news"]
        for told in (*candidates("x" * 90, [due]), *candidates("x" * 90, [past]))
    ]
    assert news == [1.0, 0.0]


def test_who_is_accused_is_no_small_count() -> None:
    """Eleven who are accused of theft are news, eleven chairs are none."""
    accused = figure("11", "11", 10, unit="accused thief", concept="accused thieves")
    chairs = figure("11", "11", 10, unit="chair", concept="chairs")
    small = [
        figure_features(told, "x" * 90, Seen(0), ())["up to a dozen"]
        for told in (*candidates("x" * 90, [accused]), *candidates("x" * 90, [chairs]))
    ]
    assert small == [0.0, 1.0]


@pytest.mark.parametrize(
    ("text", "is_small"),
    [
        ("Half of the towns have no doctor", False),
        ("Half of that is paid for", True),
        ("The mayor spoke of half", True),
    ],
)
def test_half_of_something_is_no_small_count(text: str, *, is_small: bool) -> None:
    """It is a share of what it names; half of what stands elsewhere is none."""
    surface = "Half" if text.startswith("Half") else "half"
    (told,) = candidates(text, [figure(surface, "0.5", text.index(surface), label=text)])
    assert figure_features(told, text, Seen(0), ())["up to a dozen"] == is_small
