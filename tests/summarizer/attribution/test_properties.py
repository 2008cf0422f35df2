"""Whatever the text, the finder degrades and never fails."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summarizer.attribution import find_statements
from tests.examples import examples

pytestmark = pytest.mark.model

NEWSY = st.lists(
    st.sampled_from(
        ["“We", "go,”", "she", "said", "that", "Ann", "Lindqvist", ".", ",", "\n", "\n\n", "according", "to", "AP", "reported", "‘no’", "Q:",
         "A:", "told", "Reuters", "who", "claims", "—", '"', "''", "``", "(", ")", "he", "added", ":", "BRANDT:", "his", "announcement"]
    ),
    max_size=40,
).map(" ".join)  # fmt: skip


@settings(
    max_examples=examples(0.6), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=NEWSY | st.text(max_size=120))
def test_content_cue_and_source_lie_in_the_text(text: str, nlp):
    """Every span is a range of the text, its words are there, and no text makes the finder raise."""
    for statement in find_statements(nlp(text)):
        spans = [*statement.content, *(part.span for part in (statement.cue, statement.source) if part)]
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        assert statement.source is None or statement.source.name.strip()


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\n ",
        "NO MARKS NO STOPS JUST SHOUTING SAYS MAYOR " * 30,
        "- one\n- two\n- three\n",
        "“" * 300,
        "said " * 500,
    ],
    ids=["empty", "blanks", "capitals", "list", "marks", "said"],
)
def test_odd_texts_are_read_without_failing(text: str, nlp):
    """Capitals, lists, nothing but marks: an answer, not an exception."""
    assert isinstance(find_statements(nlp(text)), tuple)
