"""Pages: the body, and what a page says about itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from summarizer.model import Article
from tests.gate.measure import Measure, balance, share
from tests.gate.readings import Reading
from tests.gate.wanted import WantedClaims
from tests.gate.wording import holds, plain

BODY, METADATA = "body", "metadata"


def body_measures(readings: Iterable[Reading]) -> Iterator[Measure]:
    """Paragraphs of the annotated pages, and the strings that must never get through on any page."""
    pages = list(readings)
    cut = [(own_paragraphs(one.article), paragraphs(one.gold.text)) for one in pages if one.gold]
    precision = share(BODY, "paragraphs, precision", (part in gold for ours, gold in cut for part in ours))
    recall = share(BODY, "paragraphs, recall", (part in ours for ours, gold in cut for part in gold))
    yield from (precision, recall, balance(precision, recall, "paragraphs, F1"))
    forbidden = [(one, words) for one in pages for words in one.wanted.never]
    yield share(
        BODY, "furniture kept out of the text", (not holds(one.article.text, no) for one, no in forbidden)
    )
    yield share(BODY, "furniture kept out of the brief", (not holds(shown(one), no) for one, no in forbidden))


def paragraphs(text: str) -> list[str]:
    return [plain(part) for part in text.split("\n\n") if part.strip()]


def own_paragraphs(article: Article) -> list[str]:
    """Without embedded posts and tables, which the gold leaves out."""
    apart = [one.span for one in (*article.posts, *article.tables) if one.span]
    left_out = {plain(span.of(article.text)) for span in apart}
    return [part for part in paragraphs(article.text) if part not in left_out]


def shown(reading: Reading) -> str:
    brief = reading.brief
    lines = (*(line.text for line in brief.lead), *(bullet.text for bullet in brief.bullets))
    return "\n".join((*lines, *(key.figure.surface for key in brief.figures)))


def metadata_measures(readings: Iterable[Reading]) -> Iterator[Measure]:
    """Each claim exactly as the page makes it; and whether the page is taken or declined as it should be."""
    pages = [(one, one.wanted.claims) for one in readings if one.wanted.claims]
    articles = [(one.article, claims) for one, claims in pages if claims.is_article]
    yield share(METADATA, "title", (ours.title == claims.title for ours, claims in articles))
    yield share(METADATA, "outlet", (one.article.outlet == claims.outlet for one, claims in pages))
    yield share(METADATA, "byline", (ours.byline == claims.byline for ours, claims in articles))
    yield share(METADATA, "published", (ours.published == claims.published for ours, claims in articles))
    yield share(METADATA, "language", (one.article.language == claims.language for one, claims in pages))
    yield share(METADATA, "paywall", (ours.paywalled == claims.paywalled for ours, claims in articles))
    yield share(METADATA, "taken or declined", (one.refused != is_for_us(claims) for one, claims in pages))


def is_for_us(claims: WantedClaims) -> bool:
    """Whether a brief can be made of the page: an article, in English."""
    return claims.is_article and claims.language == "en"
