"""The article's own sentences that say what happened."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import islice

from summarizer.brief.bounds import marked
from summarizer.brief.leaning import known_from, told_by
from summarizer.brief.points import common, stretches
from summarizer.brief.shown import DATELINE, tidy, without_dateline
from summarizer.brief.words import run_of, stems
from summarizer.model import Article, Evidence, Extract, Line, Span, Statement
from summarizer.text.leaning import leaning, opens_leaning
from summarizer.text.marks import find_marks
from summarizer.text.names import NOT_PERSONS
from summarizer.text.printed import Meant
from summarizer.text.sentence_bounds import ends_in_a_stop, find_sentences

SENTENCES_LOOKED_AT = 6
FEWEST_WORDS, MOST_WORDS_OF_TWO = 7, 40
# So many more words of the headline make a later sentence the one that says the news.
MORE_OF_THE_TITLE = 2
# Share of a sentence that is somebody's statement: above the first it is a bullet, not a lead; a second sentence must
# be the article's own.
MOSTLY_SAID, MOSTLY_OWN = 0.75, 0.25
# No article opens with these: a quotation, a bracket, "But", the words below a picture.
NO_PROSE = re.compile(
    r"[“\"‘a-z\[(]|(?:But|And|Yet|However)\b|(?:In )?[Tt]his (?:\w+ )?(?:photo|picture|image|video|frame)"
    r"|.*\b(?:AP Photo|Getty Images|[Ff]ile photo|[Pp]hoto(?:graph)? by|Photo:|Image:)"
)
# Of an untitled text a first paragraph of so few words is its headline. An opening that has fewer of its words than the least
# share tells something else; one that has the most, or enough and is long, tells it better; another stands below it.
MOST_WORDS_OF_HEADLINE, FEWEST_WORDS_OF_FULL = 16, 18
LEAST_OF_HEADLINE, ENOUGH_OF_HEADLINE, MOST_OF_HEADLINE = 0.2, 0.35, 0.7
FEWEST_SENTENCES_BELOW = 4


def find_lead(article: Article, extract: Extract) -> tuple[Line, ...]:
    """The sentence from the top that says what happened, a short one with the next; none when the article has no prose."""
    said = stretches(extract.statements) + [post.span for post in article.posts]
    spans = find_sentences(article.text)
    headline = None if article.title else headline_of(article.text, spans)
    title = headline_over(article)
    by_persons = stretches(one for one in extract.statements if not is_by_a_body(one))
    prose = prose_of(article.text, below(article.text, spans) if headline else spans, title)
    top = [span for span in prose if not opens_leaning(lead_text(span.of(article.text)))] or prose
    first = news_of(article.text, top, title, said, by_persons)
    told = told_by(known_from([article], ()), None)
    chosen = [first, *second_of(article.text, prose, first, said, told)] if first else []
    if headline:
        chosen = with_headline(article.text, headline, chosen, is_first=first == next(iter(top), None))
    marks = find_marks(article.text)
    return tuple(
        Line(lead_text(marked(article.text, span, marks)), (Evidence(article.url, span),)) for span in chosen
    )


def headline_over(article: Article) -> str:
    """The article's title; of a text that was pasted with its headline, that."""
    headline = None if article.title else headline_of(article.text, find_sentences(article.text))
    return article.title or (headline.of(article.text) if headline else "")


def headline_of(text: str, spans: Sequence[Span]) -> Span | None:
    """The headline at the head of a text that was pasted with it: a short paragraph of one sentence, a question too."""
    if len(spans) <= FEWEST_SENTENCES_BELOW or "\n" not in text[spans[0].end : spans[1].start]:
        return None
    words = spans[0].of(text).split()
    return spans[0] if FEWEST_WORDS <= len(words) <= MOST_WORDS_OF_HEADLINE else None


def below(text: str, spans: Sequence[Span]) -> Sequence[Span]:
    """The sentences of an untitled text below its headline and the short paragraph under that which says what it is about."""
    one, two = spans[1], spans[2]
    size, following = len(one.of(text).split()), len(two.of(text).split())
    is_deck = "\n" in text[one.end : two.start] and size <= MOST_WORDS_OF_HEADLINE <= following
    return spans[2:] if is_deck else spans[1:]


def prose_of(text: str, spans: Sequence[Span], title: str) -> list[Span]:
    """The first sentences beside the headline that can open a brief."""
    headline = run_of(title)
    prose = (
        span for span in spans if is_prose(lead_text(span.of(text))) and run_of(span.of(text)) != headline
    )
    return list(islice(prose, SENTENCES_LOOKED_AT))


def with_headline(text: str, headline: Span, chosen: list[Span], *, is_first: bool) -> list[Span]:
    """The lead of a text that begins with its headline: the headline, unless the article opens with a fuller telling of it."""
    words = stems(headline.of(text))
    told = len(stems(chosen[0].of(text)) & words) / max(1, len(words)) if chosen else 0
    if not is_prose(headline.of(text)):
        return chosen
    if not is_first or told < LEAST_OF_HEADLINE:
        return [headline]
    size = len(chosen[0].of(text).split())
    if told >= MOST_OF_HEADLINE or (size >= FEWEST_WORDS_OF_FULL and told >= ENOUGH_OF_HEADLINE):
        return chosen
    both = size + len(headline.of(text).split())
    return [headline, chosen[0]] if both <= MOST_WORDS_OF_TWO else [headline]


def news_of(
    text: str, top: Sequence[Span], title: str, said: Sequence[Span], by_persons: Sequence[Span]
) -> Span | None:
    """The first sentence, or the one behind a dateline, unless another has plainly more words of the headline.

    What is somebody's statement as a whole is a bullet; it leads only where it says the headline, or where the article
    opens with it on a body's word: "Two men stole nine paintings, police said" is the news.
    """
    own = [span for span in top if share_said(span, by_persons if span == top[0] else said) <= MOSTLY_SAID]
    words = stems(title)
    best = next((span for span in top if DATELINE.match(span.of(text))), next(iter(own), None))
    most = len(stems(best.of(text)) & words) if best else 0
    for span in top:
        told = len(stems(span.of(text)) & words)
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


def second_of(
    text: str, prose: Sequence[Span], first: Span, said: Sequence[Span], told: Collection[Meant]
) -> list[Span]:
    """The sentence after the first when it goes on telling, in nobody's words, and the two are short enough.

    `told` are the pronouns that can mean somebody whom the headline names.
    """
    following = next((span for span in prose if span.start >= first.end), None)
    if (
        following is None
        or share_said(following, said) > MOSTLY_OWN
        or re.search(r"[“”\"]", following.of(text))
    ):
        return []
    opening = lead_text(first.of(text))
    both = f"{opening} {lead_text(following.of(text))}"
    if len(leaning(both, told=told)) > len(leaning(opening, told=told)):
        return []
    return [following] if len(both.split()) <= MOST_WORDS_OF_TWO else []


def share_said(span: Span, said: Sequence[Span]) -> float:
    return sum(common(span, other) for other in said) / (span.end - span.start)


def is_prose(sentence: str) -> bool:
    """Whether it is a sentence that can open a brief: long enough, closed, no question, no quotation, no caption."""
    return ends_in_a_stop(sentence) and len(sentence.split()) >= FEWEST_WORDS and not NO_PROSE.match(sentence)


def lead_text(sentence: str) -> str:
    """The sentence without its dateline."""
    return tidy(without_dateline(sentence))
