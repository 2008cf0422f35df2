"""How much a sentence near the top of an article says what happened."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from summarizer.brief.points import common, stretches
from summarizer.brief.shown import DATELINE, tidy, without_dateline
from summarizer.brief.words import stems
from summarizer.model import Article, Extract, Span, Statement
from summarizer.text.dates import WEEKDAY_NAMES
from summarizer.text.leaning import leaning
from summarizer.text.lexicon import alternatives
from summarizer.text.names import NOT_PERSONS
from summarizer.weighing import weigh

# Learned from the sentence that an editor would lead with in 188 texts, and from the leads of 26 pages (`python -m train.lead`,
# docs/quality.md): what each feature of a sentence counts beside those of the others at the top of its article.
WEIGHTS = {
    "headline": 2.91,
    "opens with the headline": 1.12,
    "further down": -1.17,
    "words": 2.54,
    "day": 1.28,
    "of the whole": 1.79,
    "leans": -1.14,
    "turns": 0.90,
    "somebody's statement": -0.65,
    "dateline": 1.13,
    "opens a paragraph": 0.98,
    "opens with a quotation": -0.86,
    "speaks to the reader": -0.61,
}
MOST_OF_HEADLINE, FIRST_WORDS = 6, 8  # its words that count, and those of the sentence that open it
FEWEST_STEMS = 8
OFTEN = 4  # sentences beside its own in which a word counts in full
ENOUGH_WORDS = 30
DAY = re.compile(
    rf"\b(?:(?:{alternatives(WEEKDAY_NAMES)})|today|yesterday|tonight|this (?:week|month|morning|afternoon|evening)|last (?:week|month|night))\b"
)
TURNS = re.compile(r"(?:But|Yet|However|Now|Still|Instead)\b")
QUOTED = re.compile(r"[“\"][^”\"]*[”\"]?|''.*?(?:''|$)")
SPEAKS = re.compile(r"\b(?:[Yy]ou|[Yy]our|[Ww]e|[Oo]ur|us|I|[Mm]y)\b")


@dataclass(frozen=True, slots=True)
class Story:
    """What the sentences of an article are weighed against."""

    text: str
    headline: frozenset[str]
    counts: Mapping[str, int]  # of how many sentences a word is part
    by_persons: tuple[Span, ...]  # what persons say


def story_of(article: Article, extract: Extract, sentences: Sequence[Span]) -> Story:
    """The story that `sentences` tell below the headline of an article."""
    counts: Counter[str] = Counter()
    for span in sentences:
        counts.update(stems(span.of(article.text)))
    by_persons = stretches(one for one in extract.statements if not is_by_a_body(one))
    return Story(article.text, stems(article.title or ""), counts, tuple(by_persons))


def features(span: Span, place: int, story: Story) -> dict[str, float]:
    """What a sentence is weighed by, under the names of `WEIGHTS`; `place` counts the sentences before it that could lead."""
    sentence = span.of(story.text)
    plain = lead_text(sentence)
    own = stems(plain)
    opener = stems(" ".join(plain.split()[:FIRST_WORDS]))
    return {
        "headline": min(MOST_OF_HEADLINE, len(own & story.headline)) / MOST_OF_HEADLINE,
        "opens with the headline": min(2, len(opener & story.headline)) / 2,
        "further down": math.log2(1 + place),
        "words": min(ENOUGH_WORDS, len(plain.split())) / ENOUGH_WORDS,
        "day": float(bool(DAY.search(plain))),
        "of the whole": of_the_whole(own, story),
        "leans": float(bool(leaning(plain))),
        "turns": float(bool(TURNS.match(plain))),
        "somebody's statement": share_said(span, story.by_persons),
        "dateline": float(bool(DATELINE.match(sentence))),
        "opens a paragraph": float(opens_paragraph(span, story.text)),
        "opens with a quotation": float(plain[:1] in "“\"‘'"),
        "speaks to the reader": float(bool(SPEAKS.search(QUOTED.sub("", plain)))),
    }


def news_in(span: Span, place: int, story: Story) -> float:
    """How much the sentence says the news, beside the others at the top of its article."""
    return weigh(features(span, place, story), WEIGHTS)


def of_the_whole(own: frozenset[str], story: Story) -> float:
    """How far the words of a sentence are those of the others, too: from 0 to 1."""
    often = sum(min(OFTEN, story.counts.get(one, 1) - 1) for one in own)
    return often / OFTEN / max(FEWEST_STEMS, len(own))


def opens_paragraph(span: Span, text: str) -> bool:
    before = text[: span.start].rstrip(" \t“\"'")
    return not before or before.endswith("\n")


def share_said(span: Span, said: Sequence[Span]) -> float:
    """The share of a sentence that stands in `said`."""
    return sum(common(span, other) for other in said) / (span.end - span.start)


def is_by_a_body(statement: Statement) -> bool:
    """Whether police, a ministry or others without a name of their own say it, in the reporter's words."""
    if statement.kind != "indirect" or statement.source is None or statement.source.name is None:
        return False
    name = statement.source.name
    words = name.removeprefix("the ").split()
    is_capital = bool(words) and all(word[:1].isupper() for word in words)
    return not is_capital or bool(NOT_PERSONS & set(name.casefold().split()))


def lead_text(sentence: str) -> str:
    """The sentence without its dateline."""
    return tidy(without_dateline(sentence))
