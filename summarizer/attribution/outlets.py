"""Which words name an outlet: a newspaper, agency, broadcaster or site that an article credits."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.model import Span
from summarizer.text.lexicon import alternatives, words_of

if TYPE_CHECKING:
    from summarizer.attribution.reading import Reading

KNOWN = words_of("outlets")
ENDING = re.compile(rf"\b(?:{alternatives(words_of('outlet_endings'))})$")


def outlet_from(reading: Reading, index: int) -> Span | None:
    """The outlet whose name begins at token `index` ("the" aside), or None."""
    doc = reading.doc
    if index < len(doc) and doc[index].lower_ == "the":
        index += 1
    end = index
    while end < len(doc) and (doc[end].pos_ == "PROPN" or (end > index and doc[end].lower_ in ("of", "and"))):
        end += 1
    while end > index and doc[end - 1].pos_ != "PROPN":
        end -= 1
    if end == index:
        return None
    span = Span(doc[index].idx, doc[end - 1].idx + len(doc[end - 1]))
    return span if is_outlet(span.of(reading.text)) else None


def is_outlet(name: str) -> bool:
    return name.lower().replace(" ", "") in KNOWN or bool(ENDING.search(name))
