"""What a figure is of as it can be read alone: the best of the ways to tell it, in the page's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from summarizer.figures.clearness import Told, clearness
from summarizer.figures.frames import frames_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.figures.frames import Frame, Place
    from summarizer.parse.words import Token

_MARKS_BEHIND = frozenset(".,;:)]”’%!?")


class Label(NamedTuple):
    """What a figure is of, and the chance that an editor understands it alone."""

    text: str | None
    clearness: float


def label_of(place: Place, noun: Token | None, told: Told) -> Label:
    """The clearest way to tell what the figure at `place` is of, which counts `noun`."""
    best: tuple[float, Frame] | None = None
    for frame in frames_of(place, noun):
        chance = clearness(frame, place, told)
        if best is None or chance > best[0]:
            best = (chance, frame)
    if best is None:
        return Label(None, 0.0)
    is_asked = any(token.text == "?" for token in place.top.sent)  # what is asked is not said to be so
    return Label(text_of(best[1].words), 0.0 if is_asked else round(best[0], 2))


def text_of(words: Sequence[Token]) -> str:
    """The words as text."""
    text = ""
    last: Token | None = None
    for word in words:
        is_glued = (
            last is None or (last.i + 1 == word.i and not last.whitespace_) or word.text in _MARKS_BEHIND
        )
        text += ("" if is_glued else " ") + word.text
        last = word
    return text.strip(" .,;:–—-")
