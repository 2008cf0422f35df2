"""Pages before and after, written for these tests."""

from __future__ import annotations

import re
from decimal import Decimal

from summarizer.model import (
    Article,
    Brief,
    Bullet,
    Credit,
    Dropped,
    Entry,
    Evidence,
    Figure,
    KeyFigure,
    Line,
    Note,
    Span,
)
from summarizer.text.sentence_bounds import find_sentences

URL = "https://courier.example/ferry"
NUMBER = re.compile(
    r"\b(?:\d[\d,.]*|one|two|three|four|six|nine|twelve|fourteen|fifteen|nineteen|forty)\b", re.IGNORECASE
)


def page(text, *said, title="Ferry capsizes off Skerrin Point", notes=(), **more):
    """The brief of a page: its first sentence, every number, and `said`, each "Name: words of the text"."""
    article = Article(
        url=URL, canonical_url=URL, text=text, title=title, outlet="The Courier", notes=notes, **more
    )
    figures = tuple(
        KeyFigure(Figure(Span(*found.span()), found.group(), Decimal(1)), proof(*found.span()))
        for found in NUMBER.finditer(text)
    )
    first = find_sentences(text)[0]
    lead = (Line(first.of(text), (Evidence(URL, first),)),)
    return Brief((article,), lead, tuple(bullet(text, one) for one in said), figures, Dropped())


def proof(start, end):
    return (Evidence(URL, Span(start, end)),)


def bullet(text, said):
    name, _, words = said.partition(": ")
    start = text.index(words)
    kind = "direct" if words.startswith("“") else "indirect"
    return Bullet(Credit(name) if name else None, "said", kind, words, proof(start, start + len(words)))


def corrected(text):
    return Note("correction", text)


def entry(text):
    return Entry(Span(0, len(text)), "17:32")
