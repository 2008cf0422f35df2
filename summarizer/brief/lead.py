"""The article's own sentences that say what happened."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from summarizer.brief.bounds import marked
from summarizer.brief.points import common, stretches
from summarizer.brief.shown import DATELINE, tidy, without_dateline
from summarizer.brief.words import run_of, stems
from summarizer.model import Article, Evidence, Extract, Line, Span, Statement
from summarizer.text.marks import find_marks
from summarizer.text.names import NOT_PERSONS
from summarizer.text.sentence_bounds import ends_in_a_stop, find_sentences

SENTENCES_LOOKED_AT = 6
FEWEST_WORDS, MOST_WORDS_OF_TWO = 7, 40
# So many more words of the headline make a later sentence the one that says the news.
MORE_OF_THE_TITLE = 2
# Share of a sentence that is somebody's statement: above the first it is a bullet, not a lead; a second sentence must
# be the article's own.
MOSTLY_SAID, MOSTLY_OWN = 0.75, 0.25
NO_PROSE = re.compile(
    r"[“\"‘a-z\[(]|(?:But|And|Yet|However)\b|(?:In )?[Tt]his (?:\w+ )?(?:photo|picture|image|video|frame)"
)


def find_lead(article: Article, extract: Extract) -> tuple[Line, ...]:
    """The sentence from the top that says what happened, a short one with the next; none when the article has no prose."""
    said = stretches(extract.statements) + [post.span for post in article.posts]
    spans = find_sentences(article.text)
    headline = run_of(article.title or "")
    prose = (span for span in spans if is_prose(span.of(article.text)))
    top = list(
        islice((span for span in prose if run_of(span.of(article.text)) != headline), SENTENCES_LOOKED_AT)
    )
    by_persons = stretches(one for one in extract.statements if not is_by_a_body(one))
    first = news_of(article, top, said, by_persons)
    if first is None:
        return ()
    chosen = [first, *second_of(article.text, top, first, said)]
    marks = find_marks(article.text)
    return tuple(
        Line(lead_text(marked(article.text, span, marks)), (Evidence(article.url, span),)) for span in chosen
    )


def news_of(
    article: Article, top: Sequence[Span], said: Sequence[Span], by_persons: Sequence[Span]
) -> Span | None:
    """The first sentence, or the one behind a dateline, unless another has plainly more words of the headline.

    What is somebody's statement as a whole is a bullet; it leads only where it says the headline, or where the article
    opens with it on a body's word: "Two men stole nine paintings, police said" is the news.
    """
    own = [span for span in top if share_said(span, by_persons if span == top[0] else said) <= MOSTLY_SAID]
    title = stems(article.title or "")
    best = next((span for span in top if DATELINE.match(span.of(article.text))), next(iter(own), None))
    most = len(stems(best.of(article.text)) & title) if best else 0
    for span in top:
        told = len(stems(span.of(article.text)) & title)
        if told >= most + MORE_OF_THE_TITLE:
            best, most = span, told
    return best


def is_by_a_body(statement: Statement) -> bool:
    """Whether police, a ministry or others without a name of their own say it, in the reporter's words."""
    if statement.kind != "indirect" or statement.source is None or statement.source.name is None:
        return False
    name = statement.source.name
    words = name.removeprefix("the ").split()
    is_capital = bool(words) and all(word[:1].isupper() for word in words)
    return not is_capital or bool(NOT_PERSONS & set(name.casefold().split()))


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
    return ends_in_a_stop(sentence) and len(sentence.split()) >= FEWEST_WORDS and not NO_PROSE.match(sentence)


def lead_text(sentence: str) -> str:
    """The sentence without its dateline."""
    return tidy(without_dateline(sentence))
