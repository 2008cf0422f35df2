"""What a figure is of as it can be read alone: the best of the unbroken stretches of the page that hold it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from summarizer.figures.clearness import clearness, leans, names_of
from summarizer.figures.stretches import stretches_of

if TYPE_CHECKING:
    from summarizer.figures.stretches import Place
    from summarizer.figures.whole_clauses import Told
    from summarizer.parse.words import Token


class Label(NamedTuple):
    """What a figure is of, and the chance that an editor understands it alone."""

    text: str | None
    clearness: float
    leans: bool  # its head points to what stands before it


def label_of(place: Place, noun: Token | None, told: Told) -> Label:
    """The clearest stretch that tells what the figure at `place` is of, which counts `noun`; none where none is whole."""
    ways = [(clearness(stretch, told), stretch) for stretch in stretches_of(place, noun, told)]
    if not ways:
        return Label(None, 0.0, leans=False)
    chance, best = max(ways, key=lambda way: way[0])
    is_asked = place.top.sent.text.rstrip(" ”\"’'").endswith("?")  # what is asked is not said to be so
    return Label(
        best.text, 0.0 if is_asked else round(chance, 2), leans=leans(best.text, names_of(best.words))
    )
