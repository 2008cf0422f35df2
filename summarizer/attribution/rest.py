"""What follows in its sentence on a stretch that could end there, and limits it: but he did not say when, unless it rains."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.model import Span
from summarizer.text.lexicon import alternatives, words_of

if TYPE_CHECKING:
    from summarizer.attribution.reading import Reading
    from summarizer.attribution.surroundings import Sentences
    from summarizer.model import Statement

# What turns round what stands before it, or says when, why and on which terms it is so.
LIMITS = re.compile(rf"[\s,;–—-]*\b(?:{alternatives(words_of('limiting_joints'))})\b")
ASIDE = re.compile(r"\s*(?:[–—]|--|-\s)|,\s\w+ing\b")  # a dash, a participle
QUOTED_BEHIND = re.compile(r",\s(?:“[^“”\n]{20,300}”|\"[^\"\n]{20,300}\")")
FEWEST_WORDS = 3
LONGEST_LIMIT, LONGEST_ASIDE = 25, 12  # words
MOST_WORDS = 50  # of the whole


def with_rest(reading: Reading, span: Span, statement: Statement, sentences: Sentences) -> Span:
    """The stretch to its sentence's end where what follows limits it, or is short: "said it was safe [but did not say why]"."""
    end = sentences.around([span]).end
    end = span.start + len(reading.text[span.start : end].rstrip(" ."))
    rest = reading.text[span.end : end]
    size = len(re.findall(r"\w+", rest))
    limits = LIMITS.match(rest) is not None
    longest = LONGEST_LIMIT if limits else LONGEST_ASIDE if ASIDE.match(rest) else 0
    is_short = FEWEST_WORDS <= size <= longest and size + len(span.of(reading.text).split()) <= MOST_WORDS
    if rest.startswith(". "):
        return Span(span.start, end)  # a stop that ends no sentence: Sens. Bell and Lind
    quoted = QUOTED_BEHIND.match(reading.text, span.end)
    if quoted and quoted.end() <= end + 1 and not sentences.has_credit(Span(span.end, quoted.end())):
        return Span(span.start, quoted.end())  # while adding on the pier, “It will fall.”
    if not is_short or is_anothers(statement, Span(span.end, end), sentences, limits=limits):
        return span
    return Span(span.start, end)


def is_anothers(statement: Statement, rest: Span, sentences: Sentences, *, limits: bool) -> bool:
    """Whether somebody else is credited in what follows, a further statement of the source stands there, or its name."""
    source = statement.source
    name = source.name if source and limits else None
    return sentences.has_credit(rest, besides=name) or (source is not None and source.span.overlaps(rest))
