"""Verbs of speech that are a deed beside some things: the real model reads them, and nobody is given words."""

from __future__ import annotations

import pytest

from summarizer.reader import Reader

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "text",
    [
        "Verhagen conceded a penalty in the first minute.",
        "The defender conceded a corner, then a free kick.",
        "The inspector pointed to the map, then to the door.",
        "The captain was called up on Tuesday and called off the holiday.",
        "The union talked its members into signing.",
        "The maker recalled 40,000 kettles.",
        "The guilds declared war on the port in 1988.",
        "Doctors observed the patient for two nights.",
        "Hanna Krogh posted a photo of her visit to the mill on her page.",
    ],
)
def test_a_deed_is_no_statement(reader: Reader, text: str) -> None:
    """The thing beside the verb tells its sense."""
    assert reader.extract(text).statements == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Verhagen conceded that the penalty was fair.", "the penalty was fair"),
        ("The inspector pointed to a lack of staff.", "a lack of staff"),
        ("The union called for a new set of rules.", "a new set of rules"),
    ],
)
def test_the_same_verb_with_words_is_a_statement(reader: Reader, text: str, said: str) -> None:
    """Guards of the list."""
    (statement,) = reader.extract(text).statements
    assert said in " ".join(text[span.start : span.end] for span in statement.content)
