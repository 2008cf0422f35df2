"""Names are put together from the steps that score best at each word."""

from __future__ import annotations

import numpy as np
import pytest

from summarizer.parse.names_at_once import Steps, Words, find_names

KINDS = "BILUO"  # first word, inside, last word, name of one word, outside
STEPS = Steps(
    labels=["PERSON", "PERSON", "PERSON", "PERSON", ""],
    outside=KINDS.index("O"),
    alone=[KINDS.index("U")],
    first=[KINDS.index("B")],
    inside=np.full(len(KINDS), KINDS.index("I")),
    last=np.full(len(KINDS), KINDS.index("L")),
)


def names_in(*best_first: str, blank: int | None = None, last: int | None = None):
    """The places of names among words whose steps score as listed, the best first, and then to be outside of names."""
    at = np.arange(len(best_first))

    def score(places):
        listed = (best_first[word] for word in places[:, 0])
        return np.array(
            [[-(f"{kinds}O".find(kind) % 9) for kind in KINDS] for kinds in listed], dtype=np.float32
        )

    words = Words(at == blank, (at == last) | (at == at[-1]))
    return [(first, behind) for first, behind, _ in find_names(words, STEPS, score)]


@pytest.mark.parametrize(
    ("best_first", "expected"),
    [
        (("O", "B", "I", "L", "U", "O"), [(1, 4), (4, 5)]),
        (("BO", "LU", "U"), [(0, 2), (2, 3)]),
        (("B", "BI", "L"), [(0, 3)]),
    ],
)
def test_a_name_goes_from_its_first_word_to_its_last(best_first: tuple[str, ...], expected):
    """Whatever would score best at a word inside it if no name were open there."""
    assert names_in(*best_first) == expected


def test_no_name_goes_on_behind_the_end_of_a_sentence():
    """Where one is open it ends there, and where one would begin the next best step is taken."""
    assert names_in("B", "I", "I", "L", last=1) == [(0, 2)]
    assert names_in("BU", "O", last=0) == [(0, 1)]
    assert names_in("O", "BO") == []


def test_no_name_begins_on_a_blank():
    """Though one may go on over it."""
    assert names_in("O", "BUO", "O", blank=1) == []
    assert names_in("B", "I", "L", blank=1) == [(0, 3)]
