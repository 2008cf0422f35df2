"""Key figures of a brief."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from summarizer.brief.leaning import known_from, told_by
from summarizer.figures import Seen, choose_figures
from summarizer.merge.names import name_key
from summarizer.merge.words import tokenise
from summarizer.model import Article, Evidence, Extract, Figure, KeyFigure, Line

# Stretches that tell figures, those that a line says already among them: a post shows the others, five at most.
MOST_FIGURES = 8
MOST_FOR_FACTS = 8  # of the best figures, whose sentences may stand as the report's own
# What is worth less is not shown: with 0.03 two good figures more on 26 real pages, and one bad.
LEAST_WORTH = 0.05


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
