"""What cannot be done with one place is done without it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.errors import TooLong
from summarizer.sparing import MOST_FAULTS, Failed, attempt, fault_of, spare


class Work:
    """Takes the numbers below `size`, and fails where those of `together` are all among them."""

    def __init__(self, size: int, *together: Collection[int]) -> None:
        self.places = tuple(range(size))
        self.together = [frozenset(one) for one in together]
        self.tries = 0

    def __call__(self, left_out: Sequence[int]) -> tuple[int, ...]:
        self.tries += 1
        gone = set(left_out)
        kept = tuple(place for place in self.places if place not in gone)
        if any(one <= set(kept) for one in self.together):
            raise IndexError("words of the article")
        return kept

    def spared(self):
        return spare(self, lambda: self.places)


def test_what_works_is_done_once_with_everything():
    """Nothing is looked for and nothing is left out."""
    work = Work(100)
    assert work.spared() == (work.places, ())
    assert work.tries == 1


def test_one_place_costs_itself_and_few_tries():
    """It is found by halving; all others are kept, and its fault is told."""
    work = Work(1000, {617})
    kept, (faulty,) = work.spared()
    assert (len(kept), faulty.place) == (999, 617)
    assert "IndexError" in faulty.fault
    assert work.tries < 25


@given(st.integers(1, 60), st.data())
def test_as_much_is_kept_as_can_be(size: int, data: st.DataObject):
    """Every place left out would make the work fail again; what is kept works."""
    bad = data.draw(st.lists(st.sets(st.integers(0, size - 1), min_size=1, max_size=2), max_size=4))
    if all({place} in bad for place in range(size)):
        return
    work = Work(size, *bad)
    kept, faulty = work.spared()
    assert set(kept) | {one.place for one in faulty} == set(range(size))
    for one in faulty:
        with pytest.raises(IndexError):
            work([other.place for other in faulty if other is not one])


def test_what_fails_with_every_place_raises_what_it_raised():
    """Then no place is to blame, and the whole has failed."""
    with pytest.raises(IndexError, match="words of the article"):
        Work(8, *({place} for place in range(8))).spared()
    with pytest.raises(IndexError):
        Work(8, ()).spared()
    with pytest.raises(IndexError):
        Work(0, ()).spared()


def test_too_many_faults_are_no_matter_of_places():
    """The search ends, however long the text."""
    work = Work(5000, *({place} for place in range(0, 5000, 2)))
    with pytest.raises(IndexError):
        work.spared()
    assert work.tries < 20 * MOST_FAULTS


def test_memory_that_ran_out_is_not_caught():
    """Another process has to go on, with another text."""

    def eats(_: object = None) -> None:
        raise MemoryError

    with pytest.raises(MemoryError):
        attempt(eats)
    with pytest.raises(MemoryError):
        spare(eats, lambda: (1, 2))


def test_what_is_raised_on_purpose_is_not_caught():
    """It has a sentence of its own, and no place is to blame."""

    def refuses(_: object) -> None:
        raise TooLong(4_000_000, 3_000_000)

    with pytest.raises(TooLong):
        spare(refuses, lambda: (1, 2))


def test_a_fault_says_where_and_none_of_the_words():
    """An error's message may hold words of the article; the log gets its kind and the places in the code."""
    failed = attempt(lambda: Work(1, {0})(()))
    assert isinstance(failed, Failed)
    fault = fault_of(failed.error)
    assert fault.startswith("IndexError at test_sparing.py:")
    assert "words of the article" not in fault
