"""Titles, honorifics and callings, known once to all who read names."""

from __future__ import annotations

import pytest

from summarizer.merge.names import name_key
from summarizer.text.lexicon import kinds_of
from summarizer.text.names import (
    BEARERS,
    CALLINGS,
    PERSON_TITLES,
    TITLE_ABBREVIATIONS,
    TITLES,
    pronoun_of_role,
)

ABBREVIATED = sorted(TITLE_ABBREVIATIONS - {"St"})
SPELLED = ["Premier", "Speaker", "Rabbi", "Envoy", "Treasurer", "Interior Minister", "Lady", "Sheikh"]


@pytest.mark.parametrize("title", [*ABBREVIATED, *SPELLED])
def test_a_title_before_a_name_is_no_part_of_the_name_for_anybody(title):
    """What attribution knows as a title, merging knows too: one person in two outlets stays one."""
    assert all(word.lower() in TITLES for word in title.split())
    assert name_key(f"{title} Ann Example") == name_key("Ann Example")
    assert name_key(f"{title}. Ann Example") == name_key("Ann Example")


def test_a_field_of_an_office_is_nobody():
    """A "minister" is somebody, a "foreign" or a "press" is not."""
    assert {"minister", "secretary", "spokeswoman"} <= BEARERS
    assert not {"foreign", "press", "health"} & (BEARERS | CALLINGS)


def test_what_names_bodies_too_is_no_sure_sign_of_a_person():
    """ "Cllr" and "Supt" tell of a person even where a model sees a place; the "General" of a firm does not."""
    assert {"cllr", "supt", "mayor", "mr"} <= PERSON_TITLES
    assert not {"general", "premier", "justice", "major", "press"} & PERSON_TITLES


def test_every_title_has_a_kind_that_somebody_asks_for():
    """A misspelled kind would quietly make a title an office."""
    assert set(kinds_of("titles").values()) == {"person", "office", "part"}
    assert set(kinds_of("honorifics").values()) == {"he", "she", ""}


@pytest.mark.parametrize(
    ("role", "pronoun"),
    [
        ("former congresswoman", "she"),
        ("the king", "he"),
        ("deputy-chairman of the board", "he"),
        ("farmer", None),
        ("human rights lawyer", None),
    ],
)
def test_a_role_gives_a_pronoun_away_or_none(role, pronoun):
    """Only nouns for a man or a woman do."""
    assert pronoun_of_role(role) == pronoun
