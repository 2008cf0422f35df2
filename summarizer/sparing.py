"""No article is lost to one of its sentences: what cannot be read with one is read without it.

The one place of the core that catches what nobody foresaw. It tries the whole; when that fails, it looks by halving
for the places without which it works, gives those back with what went wrong there, and leaves the logging to the edge.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from summarizer.errors import NutgrafError

Place = TypeVar("Place")
Result = TypeVar("Result")

FRAMES = 6  # of a fault: where it was raised, and by which way
# With more places that fail, the fault is not in a place. Each costs about as many tries as a text has digits in binary.
MOST_FAULTS = 20


@dataclass(frozen=True, slots=True)
class Failed:
    """What was raised instead of a result."""

    error: Exception


@dataclass(frozen=True, slots=True)
class Faulty(Generic[Place]):
    """A place that had to be left out, and what it raised, as `fault_of` tells it."""

    place: Place
    fault: str


def attempt(act: Callable[[], Result]) -> Result | Failed:
    """What `act` gives, or what it raised that nobody foresaw."""
    try:
        return act()
    except (MemoryError, NutgrafError):
        raise  # the limit of the whole process, or raised on purpose: the edge has a sentence for either
    except Exception as error:  # noqa: BLE001  # one sentence nobody foresaw must not cost the others: see above
        return Failed(error)


def spare(
    act: Callable[[tuple[Place, ...]], Result], places: Callable[[], Sequence[Place]]
) -> tuple[Result, tuple[Faulty[Place], ...]]:
    """What `act` gives when it leaves out as few of `places` as it can, and those with their faults.

    `act` takes the places to leave out; none at first. Raises what it raised then when no place works by itself, or
    too many do not.
    """
    whole = attempt(lambda: act(()))
    if not isinstance(whole, Failed):
        return whole, ()
    search = _Search(act, places(), whole.error)
    search.run()
    if search.best is None:
        raise whole.error
    return search.best[0], tuple(search.faulty)


class _Search(Generic[Place, Result]):
    """The halving: places are added as long as `act` works with them."""

    def __init__(
        self, act: Callable[[tuple[Place, ...]], Result], places: Sequence[Place], first: Exception
    ) -> None:
        self.act = act
        self.places = places
        self.first = first
        self.best: tuple[Result] | None = None
        self.faulty: list[Faulty[Place]] = []

    def run(self) -> None:
        numbers = range(len(self.places))
        self._grow(self._grow(frozenset(), numbers[: len(numbers) // 2]), numbers[len(numbers) // 2 :])

    def _grow(self, kept: frozenset[int], more: range) -> frozenset[int]:
        """The numbers of the places kept so far, with those of `more` that work beside them."""
        if not more:
            return kept
        wider = kept.union(more)
        left_out = tuple(place for number, place in enumerate(self.places) if number not in wider)
        result = attempt(lambda: self.act(left_out))
        if not isinstance(result, Failed):
            self.best = (result,)
            return wider
        if len(more) == 1:
            self._blame(more[0], result.error)
            return kept
        middle = len(more) // 2
        return self._grow(self._grow(kept, more[:middle]), more[middle:])

    def _blame(self, number: int, error: Exception) -> None:
        self.faulty.append(Faulty(self.places[number], fault_of(error)))
        if len(self.faulty) > MOST_FAULTS:
            raise self.first


def fault_of(error: Exception) -> str:
    """The kind of an error and where it was raised, the innermost place first; its message may hold article text."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename != __file__]
    innermost = reversed(frames[-FRAMES:])
    places = (f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in innermost)
    return f"{type(error).__name__} at {' < '.join(places)}"
