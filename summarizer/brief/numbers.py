"""Key figures of a brief and the article's own sentences that carry them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from summarizer.brief.leaning import known_from, told_by
from summarizer.brief.news import lead_text, share_said
from summarizer.brief.points import stretches
from summarizer.brief.words import stems
from summarizer.figures import Seen, choose_figures
from summarizer.merge.names import name_key
from summarizer.merge.words import tokenise
from summarizer.model import Article, Bullet, Evidence, Extract, Figure, KeyFigure, Line, Span
from summarizer.text.leaning import opens_leaning
from summarizer.text.link_words import without_link
from summarizer.text.sentence_bounds import find_sentences

# Those that a line says already among them: a post shows the others, five at most. Of 91 figures that an editor must have on
# 26 real pages, weights learned from the others show 69 with seven, 74 with eight and eleven more that are none or less.
MOST_FIGURES = 8
MOST_FOR_FACTS = 8  # of the best figures, whose sentences may stand as the report's own
# What is worth less is not shown: with 0.05 two musts more of 91 for five figures more, of which two are bad.
LEAST_WORTH = 0.05
MOSTLY_TOLD = 0.85  # share of a sentence's words that its figure has, too
MOST_FACTS = 2  # the article's own report beside its lead
FEWEST_WORDS_OF_FACT = 8
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


def key_figures(
    articles: Sequence[Article],
    extracts: Sequence[Extract],
    leads: Sequence[Line],
) -> tuple[tuple[KeyFigure, ...], tuple[KeyFigure, ...]]:
    """The few figures that are shown, best first, and the others that say what they are of; each once with all its places."""
    known = known_from(articles, leads)
    told = told_by(known, None)
    ranked: list[tuple[int, int, float, KeyFigure]] = []
    for number, (article, extract) in enumerate(zip(articles, extracts, strict=True)):
        led = [proof.span for line in leads for proof in line.evidence if proof.url == article.url]
        seen = Seen(max((span.end for span in led), default=0), known.stems, told)
        chosen = choose_figures(article.text, extract.figures, seen, extract.statements)
        for rank, (figure, spans, worth) in enumerate(chosen):
            evidence = tuple(Evidence(article.url, span) for span in spans or (figure.span,))
            ranked.append((rank, number, worth, KeyFigure(figure, evidence)))
    ranked.sort(key=lambda entry: entry[:2])
    every = merge_figures(key for *_, key in ranked)
    good = first_told(merge_figures(key for _, _, worth, key in ranked if worth >= LEAST_WORTH))
    places = {key.evidence[0] for key in good}
    shown = tuple(key for key in every if key.evidence[0] in places)
    others = tuple(key for key in every if key not in shown)
    return shown, others


def first_told(keys: Sequence[KeyFigure]) -> Sequence[KeyFigure]:
    """The first MOST_FIGURES; those that a stretch before them tells as well are not counted."""
    told: set[str] = set()
    for at, key in enumerate(keys):
        told.add(key.figure.told or str(at))
        if len(told) > MOST_FIGURES:
            return keys[:at]
    return keys


def merge_figures(figures: Iterable[KeyFigure]) -> tuple[KeyFigure, ...]:
    """The same figure from several articles once, with the evidence of all."""
    merged: list[KeyFigure] = []
    for key in figures:
        at = next(
            (place for place, other in enumerate(merged) if is_same_figure(other.figure, key.figure)), None
        )
        if at is None:
            merged.append(key)
        else:
            extra = tuple(proof for proof in key.evidence if proof not in merged[at].evidence)
            merged[at] = replace(merged[at], evidence=merged[at].evidence + extra)
    return tuple(merged)


def is_same_figure(one: Figure, two: Figure) -> bool:
    """Whether value, bound, unit, giver and what is counted agree."""
    if (one.value, one.low, one.high, one.unit) != (two.value, two.low, two.high, two.unit):
        return False
    if (one.modifier or "").casefold() != (two.modifier or "").casefold() or not is_same_giver(
        one.source, two.source
    ):
        return False
    if one.value is None and one.low is None and one.surface.casefold() != two.surface.casefold():
        return False
    first, second = concept_words(one), concept_words(two)
    return not first or not second or 2 * len(first & second) >= min(len(first), len(second))


def is_same_giver(one: str | None, two: str | None) -> bool:
    return one == two or (one is not None and two is not None and name_key(one) == name_key(two))


def concept_words(figure: Figure) -> set[str]:
    return {token.key for token in tokenise(figure.concept or "") if len(token.low) > 2}  # noqa: PLR2004  no "of", "in"


def own_facts(
    article: Article, extract: Extract, shown: Sequence[Span], figures: Sequence[KeyFigure]
) -> tuple[Bullet, ...]:
    """Sentences with a key figure that nobody is credited for and that nothing shown so far holds."""
    places = [
        proof.span
        for key in figures
        if key.figure.source is None
        for proof in key.evidence
        if proof.url == article.url
    ]
    found = [
        fact_bullet(article, sentence)
        for sentence in own_sentences(article, extract, shown)
        if any(sentence.start <= place.start and place.end <= sentence.end for place in places)
    ]
    telling = [fact for fact in found if not any(is_told_by(key, fact) for key in figures)]
    return tuple(telling[:MOST_FACTS])


def is_told_by(key: KeyFigure, fact: Bullet) -> bool:
    """Whether a figure with its concept says the whole sentence: 30 percent, tenants in arrears."""
    told = stems(f"{key.figure.surface} {key.figure.told}")
    words = stems(fact.text)
    return len(words & told) >= MOSTLY_TOLD * len(words)


def own_sentences(article: Article, extract: Extract, shown: Sequence[Span]) -> list[Span]:
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


def fact_bullet(article: Article, sentence: Span) -> Bullet:
    plain = plain_fact(sentence.of(article.text))
    return Bullet(None, None, "indirect", plain[:1].upper() + plain[1:], (Evidence(article.url, sentence),))


def plain_fact(sentence: str) -> str:
    """The sentence without a dateline and without the word that links it to the one before."""
    return without_link(lead_text(sentence))
