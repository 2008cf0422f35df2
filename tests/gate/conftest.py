"""Hand-made readings for the tests of the scorer; the gate's flags are in tests/conftest.py."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from summarizer.model import (
    Article,
    Brief,
    Bullet,
    Credit,
    Dropped,
    Evidence,
    Extract,
    Span,
)
from tests.gate.readings import Reading
from tests.gate.wanted import Gold, Wanted

URL = "https://corpus.example/made"
MakeReading = Callable[..., Reading]
Shown = tuple[str | None, str] | tuple[str | None, str, str]


@pytest.fixture
def make_reading() -> MakeReading:
    """A page of `text` whose brief has `bullets`, each (source or None, words of the text[, other wording])."""

    def make(text: str, bullets: Sequence[Shown] = (), gold: Gold | None = None) -> Reading:
        article = Article(URL, text)
        brief = Brief((article,), (), tuple(bullet(text, *one) for one in bullets), (), Dropped())
        return Reading("made", article, Extract((), ()), brief, Wanted((), (), (), None), gold=gold)

    return make


def bullet(text: str, source: str | None, words: str, shown: str | None = None) -> Bullet:
    """A bullet with the proof `words`, worded as `shown` when it does not keep to them."""
    start = text.index(words)
    proof = Evidence(URL, Span(start, start + len(words)))
    return Bullet(Credit(source) if source else None, "said", "indirect", shown or words, (proof,))
