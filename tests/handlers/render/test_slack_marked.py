"""Changed words are marked in both texts, phrase by phrase."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given

from handlers.render.slack_changes import change_line, changes_message
from handlers.render.slack_marked import MOST_WORDS, marked_pair
from summarizer.changes import Change
from tests.handlers.render import generated
from tests.handlers.render.briefs import HARBOUR_BRIEF
from tests.handlers.render.slack_rules import assert_slack_takes

WHEN = datetime(2026, 3, 9, 14, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("before", "after", "old", "new"),
    [
        (
            "At least nine people died",
            "At least 14 people died",
            "At least ~nine~ people died",
            "At least *14* people died",
        ),
        (
            "The mayor of Sarn said it will close in May",
            "The mayor of Sarn said it may well shut in June",
            "The mayor of Sarn said it ~will close in May~",
            "The mayor of Sarn said it *may well shut in June*",
        ),
        (
            "She said she would go",
            "She said she would not go",
            "She said she would go",
            "She said she would *not* go",
        ),
        (
            "a *b* c d e",
            "a *x* c d e",
            "a ~\N{ASTERISK OPERATOR}b\N{ASTERISK OPERATOR}~ c d e",
            "a *\N{ASTERISK OPERATOR}x\N{ASTERISK OPERATOR}* c d e",
        ),
        ("Weir shuts", "Three held over bribes", "Weir shuts", "Three held over bribes"),
    ],
)
def test_the_changed_phrase_is_marked_whole(before, after, old, new):
    """Words that stand near each other are one phrase; two texts with nothing in common are not marked."""
    assert marked_pair(before, after, 300) == (old, new)


def test_a_long_stretch_without_a_change_is_shortened():
    """What stands around the change is kept."""
    words = " ".join(f"w{number}" for number in range(60))
    old, new = marked_pair(f"{words} nine", f"{words} ten", 3000)
    assert (old.startswith("… w52"), new.endswith("w59 *ten*")) == (True, True)


def test_a_very_long_text_is_shown_without_marks():
    """A page that repeats itself keeps nobody waiting."""
    before, after = "dry weir " * MOST_WORDS, "dry wall " * MOST_WORDS
    old, new = marked_pair(before, after, 300)
    assert (old.startswith("dry weir dry weir"), new.startswith("dry wall dry wall")) == (True, True)


@given(generated.texts, generated.texts)
def test_slack_takes_any_change(before, after):
    """And nothing in it pings."""
    change = Change("statement", before, after)
    assert_slack_takes(changes_message([change], HARBOUR_BRIEF, WHEN, WHEN, key="k"))


@pytest.mark.parametrize(
    "note", ["Correction: The toll is nine.", "CORRECTION (9 March): The toll is nine.", "The toll is nine."]
)
def test_a_correction_is_named_once(note):
    """Pages begin theirs with the word."""
    line = change_line(Change("note", None, note, "correction"), {})
    assert line == "• *Correction*: The toll is nine."
