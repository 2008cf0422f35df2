"""The quality gate over the project's own corpus: no measure sinks below its floor unseen."""

from __future__ import annotations

import pytest

from summarizer.reader import Reader
from tests.gate.floors import Floors, is_below, load_floors, moved, write_floors
from tests.gate.measure import Measure
from tests.gate.readings import Reading, read_corpus
from tests.gate.scoring import score
from tests.gate.table import terminal_table

pytestmark = [pytest.mark.gate, pytest.mark.model]

SHORT_PAGE = "tractor-inland-mercury"
Reached = tuple[Measure, ...]


@pytest.fixture(scope="module")
def readings(reader: Reader) -> tuple[Reading, ...]:
    """The floors are those of a reader with its tagger."""
    assert reader.tagger is not None, "the tagger's weights are missing: docs/tagger.md"
    return read_corpus(reader)


@pytest.fixture(scope="module")
def reached(readings: tuple[Reading, ...]) -> Reached:
    return score(readings)


@pytest.fixture(scope="module")
def floors(reached: Reached, request: pytest.FixtureRequest) -> Floors:
    """The floors; moved first when a flag asks for it."""
    may_lower = request.config.getoption("--accept-lower-floors")
    if may_lower or request.config.getoption("--write-floors"):
        write_floors(moved(load_floors(), reached, may_lower=may_lower))
    return load_floors()


def assert_measures_stand(family: str, reached: Reached, floors: Floors) -> None:
    """Fail with the family's table when one of its measures lies below its floor."""
    measures = [one for one in reached if one.family == family]
    assert measures
    if any(is_below(one, floors) for one in measures):
        pytest.fail(terminal_table(measures, floors), pytrace=False)


def test_who_said_what_is_found_as_well_as_before(reached: Reached, floors: Floors) -> None:
    """Content, kind and source of every statement in the annotated texts."""
    assert_measures_stand("attribution", reached, floors)


def test_a_statement_is_read_the_same_whatever_stands_before_it(reached: Reached, floors: Floors) -> None:
    """A line put in front of an article changes none of its statements, or hardly any."""
    assert_measures_stand("stability", reached, floors)


def test_briefs_hold_what_an_editor_wants_under_the_right_source(reached: Reached, floors: Floors) -> None:
    """Wanted statements under their source, and none of their words under another."""
    assert_measures_stand("brief", reached, floors)


def test_figures_keep_value_modifier_unit_and_source(reached: Reached, floors: Floors) -> None:
    """Figures as the pages have them, and the choice of those that a brief shows."""
    assert_measures_stand("figures", reached, floors)


def test_the_body_of_a_page_is_cut_out_whole_and_clean(reached: Reached, floors: Floors) -> None:
    """Paragraphs of the article, and no furniture of the page."""
    assert_measures_stand("body", reached, floors)


def test_a_page_s_claims_are_read_exactly(reached: Reached, floors: Floors) -> None:
    """Title, outlet, byline, time and language; and which pages are declined."""
    assert_measures_stand("metadata", reached, floors)


def test_articles_on_one_event_are_one_story_and_others_apart(reached: Reached, floors: Floors) -> None:
    """Four outlets on one ferry are one story; the other pages keep to themselves."""
    assert_measures_stand("stories", reached, floors)


def test_a_brief_keeps_its_promise_of_proof(reached: Reached, floors: Floors) -> None:
    """Quoted words stand in their evidence, evidence stands on the page, no bullet repeats another."""
    assert_measures_stand("honesty", reached, floors)


def test_every_measure_has_its_floor_and_every_floor_its_measure(reached: Reached, floors: Floors) -> None:
    """A measure that is renamed or dropped cannot leave the gate in silence."""
    assert list(floors) == [one.key for one in reached]


def test_the_gate_judges_the_briefs_that_a_reader_makes(
    readings: tuple[Reading, ...], reader: Reader
) -> None:
    """The gate parses a text once for all measures; that gives the same brief as asking for a brief."""
    short = next(one for one in readings if one.slug == SHORT_PAGE)
    assert reader.brief([short.article]) == short.brief
