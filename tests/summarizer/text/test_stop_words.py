"""Words that say next to nothing, known once to stories, merging and look-ups."""

from __future__ import annotations

import pytest

from handlers.commands.questions import question
from handlers.domain.lookups import Look
from summarizer.merge.words import STOP as MERGED
from summarizer.stories.features import STOP as COMPARED
from summarizer.text.stop_words import STOP_WORDS, WEIGHTLESS


@pytest.mark.parametrize("word", ["not", "no", "may", "will", "before", "after", "all", "only", "more"])
def test_what_can_turn_a_statement_weighs_something(word):
    """Two statements that differ in it are two, though it is of no topic."""
    assert word in STOP_WORDS
    assert word not in WEIGHTLESS | MERGED


def test_stories_and_merging_leave_out_the_same_words():
    """A word without weight is of no topic either, for everybody."""
    assert WEIGHTLESS < STOP_WORDS
    assert WEIGHTLESS <= MERGED & COMPARED


@pytest.mark.parametrize(
    ("asked", "looked_for"),
    [
        ("what do you know about the flood at Tessel?", "flood Tessel"),
        ("was there anything more on US tariffs?", "US tariffs"),
        ("is it again about the budget of May?", "budget May"),
    ],
)
def test_a_question_is_looked_up_by_its_topic(asked, looked_for):
    """Function words are left out, capitals that only look like them are kept."""
    assert question(asked) == Look("search", looked_for)
