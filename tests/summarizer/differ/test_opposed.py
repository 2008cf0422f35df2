"""A plain denial is put beside what it denies; anything less is not."""

from __future__ import annotations

import pytest

from summarizer.differ import opposed_statements
from summarizer.model import Bullet, Credit, Evidence, Span

CLAIM = "members had reported cracks in the roof for three weeks"


def said(name: str, cue: str, text: str) -> Bullet:
    return Bullet(Credit(name), cue, "indirect", text, (Evidence("https://a.example/1", Span(0, 9)),))


@pytest.mark.parametrize(
    ("cue", "text"),
    [
        ("denied", "members had reported cracks in the roof"),
        ("rejected", "the claim that members reported cracks in the roof"),
        ("said", "members had not reported cracks in the roof for three weeks"),
    ],
)
def test_a_denial_stands_beside_what_it_denies(cue: str, text: str) -> None:
    """Denied, rejected, or said with a "not": the claim first, then who denies it."""
    claim, denial = said("Bea Roy", "said", CLAIM), said("Colm Averly", cue, text)
    (pair,) = opposed_statements([denial, claim])
    assert (pair.first, pair.second) == (claim, denial)


@pytest.mark.parametrize(
    ("name", "cue", "text"),
    [
        ("Bea Roy", "denied", "members had reported cracks in the roof"),  # herself
        ("Colm Averly", "denied", "the claims"),  # which ones?
        ("Colm Averly", "denied", "members had reported 40 cracks in the roof"),  # another number
        ("Colm Averly", "denied", "members had been threatened by foremen"),  # something else
        ("Colm Averly", "said", "members had reported cracks in the roof"),  # agrees
        (
            "Colm Averly",
            "said",
            "members would not report cracks in the roof for three weeks",
        ),  # another time
        ("Colm Averly", "said", "the roof had not been repaired for three weeks"),  # another thing
    ],
)
def test_what_is_no_plain_denial_is_left_alone(name: str, cue: str, text: str) -> None:
    """One's own words, a bare denial, another number or matter: no pair."""
    assert opposed_statements([said("Bea Roy", "said", CLAIM), said(name, cue, text)]) == ()


@pytest.mark.parametrize(
    ("cue", "text"),
    [
        ("said", "it was not true that members had reported cracks in the roof"),
        ("said", "it is simply false that members reported cracks in the roof"),
        ("dismissed", "as nonsense the union’s claim that members had reported cracks in the roof"),
    ],
)
def test_a_denial_in_other_words_is_one(cue: str, text: str) -> None:
    """Not true, false, nonsense: what is denied stands behind "that"."""
    claim, denial = said("Bea Roy", "said", CLAIM), said("Colm Averly", cue, text)
    assert [(pair.first, pair.second) for pair in opposed_statements([claim, denial])] == [(claim, denial)]
