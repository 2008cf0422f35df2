"""What several outlets report, each on its own: none of them credits anybody for it, and still an editor reads it once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from summarizer.brief.facts import fact_bullet, own_sentences
from summarizer.merge import fullness, tells
from summarizer.merge.aligned import prepare
from summarizer.merge.judge import FEWEST_SHARED, shares_enough
from summarizer.model import Article, Bullet, Extract, Line


def facts_of_several(
    articles: Sequence[Article], extracts: Sequence[Extract], lead: Sequence[Line], points: Sequence[Bullet]
) -> list[Bullet]:
    """The sentences of the articles' own report that another article has too, as a report or as somebody's statement."""
    own: list[Bullet] = []
    for article, extract in zip(articles, extracts, strict=True):
        shown = [proof.span for line in lead for proof in line.evidence if proof.url == article.url]
        own += [fact_bullet(article, sentence) for sentence in own_sentences(article, extract, shown)]
    told = {bullet for pair in twins(own, points) for bullet in pair}
    return [bullet for bullet in own if bullet in told]


def twins(own: Sequence[Bullet], points: Sequence[Bullet]) -> Iterator[tuple[Bullet, Bullet]]:
    """Each of `own` with each bullet of another article that says the same; only what shares words is compared."""
    known: defaultdict[str, list[Bullet]] = defaultdict(list)
    for bullet in (*points, *own):
        near: Counter[Bullet] = Counter()
        content = prepare(bullet.text).content
        for key in content:
            near.update(known[key])
            known[key].append(bullet)
        for other, shared in near.items():
            if shared < FEWEST_SHARED or not shares_enough(prepare(bullet.text), prepare(other.text)):
                continue
            fuller, shorter = sorted((bullet, other), key=fullness)
            if bullet.source is None and tells(fuller, shorter):
                yield bullet, other
