"""The article's own sentences that say what happened."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.brief.bounds import marked
from summarizer.brief.points import common, stretches
from summarizer.brief.shown import tidy
from summarizer.model import Article, Evidence, Extract, Line, Span
from summarizer.sentences import find_sentences
from summarizer.text.marks import find_marks

SENTENCES_LOOKED_AT = 6
FEWEST_WORDS, MOST_WORDS_OF_TWO = 7, 70
# Share of a sentence that is somebody's statement: above the first it is a bullet, not a lead; a second sentence must
# be the article's own.
MOSTLY_SAID, MOSTLY_OWN = 0.75, 0.25
DATELINE = re.compile(
    r"^[A-Z][A-Z .,'’/-]{2,40}(?:,? [A-Z][a-z]+\.?,?(?: \d{1,2})?)?\s*(?:\([^)]{2,30}\))?\s*[—–-]+\s+"
)


def find_lead(article: Article, extract: Extract) -> tuple[Line, ...]:
    """One or two sentences from the top that say what happened; none when the article has no prose."""
    said = stretches(extract.statements) + [post.span for post in article.posts]
    top = [span for span in find_sentences(article.text) if is_prose(span.of(article.text))][
        :SENTENCES_LOOKED_AT
    ]
    if not top:
        return ()
    first = next((span for span in top if share_said(span, said) <= MOSTLY_SAID), top[0])
    chosen = [first, *second_of(article.text, top, first, said)]
    marks = find_marks(article.text)
    return tuple(
        Line(lead_text(marked(article.text, span, marks)), (Evidence(article.url, span),)) for span in chosen
    )


def second_of(text: str, top: Sequence[Span], first: Span, said: Sequence[Span]) -> list[Span]:
    """The sentence after the first when it goes on telling, in nobody's words, and the two are short enough."""
    following = next((span for span in top if span.start >= first.end), None)
    if (
        following is None
        or share_said(following, said) > MOSTLY_OWN
        or re.search(r"[“”\"]", following.of(text))
    ):
        return []
    words = len(first.of(text).split()) + len(following.of(text).split())
    return [following] if words <= MOST_WORDS_OF_TWO else []


def share_said(span: Span, said: Sequence[Span]) -> float:
    return sum(common(span, other) for other in said) / (span.end - span.start)


def is_prose(sentence: str) -> bool:
    """Whether it is a sentence that can open a brief: long enough, closed, no question, no lone quotation, no "But …"."""
    closed = bool(re.search(r"[.!…][”\"’')\]]*$", sentence))
    return (
        closed
        and len(sentence.split()) >= FEWEST_WORDS
        and not re.match(r"[“\"‘a-z]|(?:But|And|Yet|However)\b", sentence)
    )


def lead_text(sentence: str) -> str:
    """The sentence without its dateline."""
    return tidy(DATELINE.sub("", sentence, count=1))
