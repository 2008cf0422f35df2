"""What an article reports on its own, beside its lead and beside what it credits to somebody."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from summarizer.brief.lead import sentences_of
from summarizer.brief.leaning import Known, known_from, leaning_of
from summarizer.brief.news import DAY, TURNS, Story, lead_text, of_the_whole, share_said, story_of
from summarizer.brief.news import SPEAKS as SPEAKS_TO_READERS
from summarizer.brief.points import stretches
from summarizer.brief.words import stems
from summarizer.model import Article, Bullet, Evidence, Extract, KeyFigure, Line, Span
from summarizer.text.leaning import opens_leaning
from summarizer.text.link_words import without_link
from summarizer.text.sentence_bounds import find_sentences
from summarizer.weighing import chance

# Learned from the sentences of their own report that editors missed in the briefs of 188 texts, or held to be musts there
# (`python -m train.facts`, docs/quality.md).
WEIGHTS = {
    "key figure": 1.06,
    "words": 0.95,
    "soon after the lead": 0.75,
    "to come": 0.63,
    "words of the lead": 0.54,
    "names": 0.52,
    "of the whole": 0.47,
    "turns": 0.45,
    "has happened": 0.33,
    "day": 0.23,
    "further down": -0.42,
    "own sentences": -0.90,
}
BIAS = -2.24
# Of 100 that are likelier than this, on texts the weights were not fitted to, 38 were missed or musts, and 55 good to have.
LEAST_CHANCE, MOST_FACTS = 0.3, 3
MOSTLY_TOLD = 0.85  # share of a sentence's words that its figure has, too
FEWEST_WORDS_OF_FACT = 8
ENOUGH_WORDS, SOON, MANY_NAMES, FEWEST_STEMS = 30, 4, 4, 8
DOUBLINGS = 5  # of sentences: 32 count in full
TO_COME = re.compile(
    r"\b(?:will|would|(?:is|are) (?:scheduled|expected|due)|plans? to|set to|next (?:week|month|year))\b"
)
HAS_HAPPENED = re.compile(r"\b(?:has|have) (?:\w+ )?(?:been )?\w+ed\b")
NAME = re.compile(r"(?<![.“\"'‘] )(?<!^)\b[A-Z][a-z]+")
# Sentences that begin so speak for somebody, or of one of several.
SPEAKS = re.compile(r"(?:We|I|You|One|Both|Another)\b|[“\"‘']")
# What a firm tells of itself below its news.
OF_THE_FIRM = re.compile(
    r"\b(?:is|are) (?:headquartered|publicly traded)\b|\b(?:shares?|stock)\b[^.]{0,20}\b(?:is|are) (?:listed|traded|quoted)\b"
)
# What somebody tells is theirs, though no statement was made of it: "a decision he disclosed …", "an expert determined …".
TELLS = re.compile(
    r"\b(?:said|says|told|tells|wrote|claimed|announced|argued|disclosed|revealed|determined|testified|warned)\b"
)


@dataclass(frozen=True, slots=True)
class Report:
    """What the sentences of an article's own report are weighed against."""

    story: Story
    places: dict[Span, int]  # of all sentences, in their order
    lead: frozenset[str]
    behind_lead: int  # the place of the first sentence below the lead
    numbers: tuple[Span, ...]  # of the key figures that nobody gives
    size: int  # own sentences


def own_facts(
    article: Article, extract: Extract, shown: Sequence[Span], figures: Sequence[KeyFigure]
) -> tuple[Bullet, ...]:
    """The sentences of an article's own report that an editor would miss most, the likeliest first.

    `shown` is the lead; what one of `figures` says as a whole is not told again.
    """
    own = own_sentences(article, extract, shown)
    report = report_of(article, extract, shown, own, numbers_of(article, figures))
    ranked = sorted(
        ((chance_of_missing(sentence, report), -sentence.start, sentence) for sentence in own), reverse=True
    )
    known = known_from(
        [article], [Line(span.of(article.text), (Evidence(article.url, span),)) for span in shown]
    )
    likely = (fact_bullet(article, sentence) for sure, _, sentence in ranked if sure >= LEAST_CHANCE)
    telling = (
        fact for fact in likely if is_plain(fact, known) and not any(is_told_by(key, fact) for key in figures)
    )
    return tuple(islice(telling, MOST_FACTS))


def numbers_of(article: Article, figures: Iterable[KeyFigure]) -> list[Span]:
    """Where the article has those of some key figures that nobody gives."""
    return [
        proof.span
        for key in figures
        if key.figure.source is None
        for proof in key.evidence
        if proof.url == article.url
    ]


def report_of(
    article: Article, extract: Extract, shown: Sequence[Span], own: Sequence[Span], numbers: Iterable[Span]
) -> Report:
    """The setting of an article's `own` sentences; `shown` is the lead, `numbers` those of key figures that nobody gives."""
    sentences = sentences_of(article)
    lead_end = max((span.end for span in shown), default=0)
    return Report(
        story_of(article, extract, sentences),
        {span: at for at, span in enumerate(sentences)},
        stems(" ".join(span.of(article.text) for span in shown)),
        sum(span.start < lead_end for span in sentences),
        tuple(numbers),
        len(own),
    )


def chance_of_missing(sentence: Span, report: Report) -> float:
    """How likely an editor would miss the sentence, from 0 to 1."""
    return chance(features(sentence, report), WEIGHTS, BIAS)


def features(sentence: Span, report: Report) -> dict[str, float]:
    """What a sentence of the own report is weighed by, each about 0 to 1, under the names of `WEIGHTS`."""
    text = sentence.of(report.story.text)
    plain = plain_fact(text)
    own, place = stems(plain), report.places.get(sentence, len(report.places))
    return {
        "own sentences": math.log2(max(1, report.size)) / DOUBLINGS,
        "words": min(ENOUGH_WORDS, len(plain.split())) / ENOUGH_WORDS,
        "soon after the lead": float(0 <= place - report.behind_lead < SOON),
        "key figure": float(any(sentence.overlaps(number) for number in report.numbers)),
        "to come": float(bool(TO_COME.search(plain))),
        "further down": math.log2(1 + place) / DOUBLINGS,
        "turns": float(bool(TURNS.match(text))),
        "words of the lead": len(own & report.lead) / max(FEWEST_STEMS, len(own)),
        "names": min(MANY_NAMES, len(NAME.findall(plain))) / MANY_NAMES,
        "of the whole": of_the_whole(own, report.story),
        "has happened": float(bool(HAS_HAPPENED.search(plain))),
        "day": float(bool(DAY.search(plain))),
    }


def is_told_by(key: KeyFigure, fact: Bullet) -> bool:
    """Whether a figure with its concept says the whole sentence: 30 percent, tenants in arrears."""
    told = stems(f"{key.figure.surface} {key.figure.told}")
    words = stems(fact.text)
    return len(words & told) >= MOSTLY_TOLD * len(words)


def own_sentences(article: Article, extract: Extract, shown: Iterable[Span]) -> list[Span]:
    """The sentences in which an article reports on its own, each to be understood without the others."""
    lines = [table.span for table in article.tables if table.span]
    said = stretches(extract.statements) + [post.span for post in article.posts] + lines + list(shown)
    return [
        sentence
        for sentence in find_sentences(article.text)
        if share_said(sentence, said) == 0 and stands_alone(plain_fact(sentence.of(article.text)))
    ]


def stands_alone(sentence: str) -> bool:
    """Whether a reader understands the sentence without the one before it, and nobody in it tells what it says."""
    is_own = not re.search(r"[“”\"]", sentence) and not TELLS.search(sentence)  # in marks it is somebody's
    return (
        is_own
        and len(sentence.split()) >= FEWEST_WORDS_OF_FACT
        and not SPEAKS.match(sentence)
        and not OF_THE_FIRM.search(sentence)
        and not opens_leaning(sentence)
    )


def is_plain(fact: Bullet, known: Known) -> bool:
    """Whether the sentence leans on nothing but headline and lead, and speaks of nobody as "I" or "you"."""
    return not leaning_of(fact, known) and not SPEAKS_TO_READERS.search(fact.line)


def fact_bullet(article: Article, sentence: Span) -> Bullet:
    plain = plain_fact(sentence.of(article.text))
    return Bullet(None, None, "indirect", plain[:1].upper() + plain[1:], (Evidence(article.url, sentence),))


def plain_fact(sentence: str) -> str:
    """The sentence without a dateline and without the word that links it to the one before."""
    return without_link(lead_text(sentence))
