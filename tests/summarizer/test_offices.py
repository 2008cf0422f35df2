"""Sources named by office or by a short name, resolved across the articles of one story."""

from __future__ import annotations

import pytest

from summarizer.merge import unify_credits
from summarizer.model import Credit

QUIST = Credit("Halvard Quist", "transport minister")
LIN = Credit("Lin Jian", "Chinese foreign ministry spokesman")
GUARD = Credit("Caldrian Coast Guard")


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("the transport minister", QUIST),
        ("a Chinese foreign ministry spokesman", LIN),
        ("the coast guard", GUARD),
        ("Quist", QUIST),
    ],
)
def test_an_office_or_a_short_name_is_led_to_the_one_it_can_mean(name: str, known: Credit) -> None:
    """One person of that office, one institution of that name in the story: that is who is meant."""
    credit = Credit(name)
    assert unify_credits([QUIST, LIN, GUARD, credit])[credit] == known


@pytest.mark.parametrize(
    "name",
    [
        "the minister",
        "a minister",
        "another minister",
        "the deputy transport minister",
        "the former transport minister",
        "the guard",
        "a spokesman for the coast guard",
        "two transport ministers",
    ],
)
def test_what_could_be_somebody_else_stays_as_it_is(name: str) -> None:
    """A part of an office, a deputy, a spokesman or several people are nobody of the story."""
    credit = Credit(name)
    assert unify_credits([QUIST, GUARD, credit])[credit] == credit


def test_an_office_that_two_people_hold_is_left_open() -> None:
    """Two transport ministers in one story: "the transport minister" may be either."""
    credit = Credit("the transport minister")
    assert (
        unify_credits([QUIST, Credit("Ida Berg", "Ostermark transport minister"), credit])[credit] == credit
    )
    assert unify_credits([QUIST, Credit("Ostermark’s transport minister"), credit])[credit] == credit


def test_two_institutions_of_one_kind_stay_apart() -> None:
    """Two coast guards in one story: "the coast guard" may be either."""
    credit = Credit("the coast guard")
    assert unify_credits([GUARD, Credit("Ostermark Coast Guard"), credit])[credit] == credit
