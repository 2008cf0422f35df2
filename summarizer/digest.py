"""One channel's briefs of one day told story by story, each thing once."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from summarizer.brief.numbers import merge_figures
from summarizer.brief.weight import bullet_weight
from summarizer.merge import merge
from summarizer.merge.names import name_key
from summarizer.model import Article, Brief, Bullet, Digest, DigestStory, KeyFigure, Line, OutletLink
from summarizer.stories import StoryBook

MOST_BULLETS, MOST_FIGURES = 4, 3
MOST_STORIES = 12  # told in full; a reader of a morning message bears no more
# Another outlet tells more about a story's weight than another statement.
WEIGHT_OUTLET, WEIGHT_STATEMENT, WEIGHT_FIGURE = 2.0, 1.0, 0.25


@dataclass(frozen=True, slots=True)
class Told:
    """A story with the weight that decides its place."""

    story: DigestStory
    weight: float


def compile_digest(briefs: Sequence[Brief], day: date) -> Digest:
    """The briefs grouped into stories, the weightiest first; what has nothing to tell is noted briefly."""
    told = [tell(group) for group in group_briefs(briefs)]
    ranked = [one.story for one in sorted(told, key=lambda one: -one.weight)]
    full = [story for story in ranked if story.bullets or story.lead]
    bare = [story for story in ranked if not (story.bullets or story.lead)]
    return Digest(day, tuple(full[:MOST_STORIES]), tuple(full[MOST_STORIES:] + bare))


def group_briefs(briefs: Iterable[Brief]) -> list[list[Brief]]:
    """The briefs of each story, in order of arrival."""
    book, known = StoryBook(), list(briefs)
    for brief in known:
        for page in brief.articles:
            book.add(page_key(page), page.text, page.title, page.published)
    groups: dict[str, list[Brief]] = defaultdict(list)
    for brief in known:
        groups[book.story_of(page_key(brief.article))].append(brief)
    return list(groups.values())


def page_key(article: Article) -> str:
    return article.canonical_url or article.url


def tell(briefs: Sequence[Brief]) -> Told:
    """One story from all its briefs."""
    articles = distinct_articles(briefs)
    bullets = merge([bullet for brief in briefs for bullet in brief.bullets])
    figures = merge_figures(key for brief in briefs for key in brief.figures)
    outlets = tuple(outlet_link(article) for article in articles)
    lead = next((brief.lead[0] for brief in briefs if brief.lead), None)
    shown = choose_bullets(bullets, articles, lead)
    story = DigestStory(
        headline(articles, lead), outlets, lead, shown, figures[:MOST_FIGURES], more=len(bullets) - len(shown)
    )
    return Told(story, story_weight(outlets, bullets, figures))


def distinct_articles(briefs: Sequence[Brief]) -> list[Article]:
    found: dict[str, Article] = {}
    for brief in briefs:
        for article in brief.articles:
            found.setdefault(page_key(article), article)
    return list(found.values())


def outlet_link(article: Article) -> OutletLink:
    outlet = article.outlet or urlsplit(article.url).hostname or article.url
    return OutletLink(outlet.removeprefix("www."), article.canonical_url or article.url, article.title or "")


def headline(articles: Sequence[Article], lead: Line | None) -> str:
    """The first title there is; without any the lead stands in for it."""
    title = next((article.title for article in articles if article.title), None)
    return title or (lead.text if lead else articles[0].url)


def choose_bullets(
    bullets: Sequence[Bullet], articles: Sequence[Article], lead: Line | None
) -> tuple[Bullet, ...]:
    """The weightiest bullet of each of the weightiest sources; a second one only when sources are few."""
    lengths = {article.url: len(article.text) for article in articles}
    fresh = [bullet for bullet in bullets if lead is None or bullet.text not in lead.text]
    ranked = sorted(fresh, key=lambda bullet: -bullet_weight(bullet, lengths))
    first: list[Bullet] = []
    second: list[Bullet] = []
    seen: set[tuple[str, ...]] = set()
    for bullet in ranked:
        source = name_key(bullet.source.name) if bullet.source else ()
        (second if source in seen or bullet.source is None else first).append(bullet)
        seen.add(source)
    few = first[:MOST_BULLETS]
    return tuple(few + second[: max(0, 2 - len(few))])


def story_weight(
    outlets: Sequence[OutletLink], bullets: Sequence[Bullet], figures: Sequence[KeyFigure]
) -> float:
    voices = len({link.outlet for link in outlets})
    return (
        WEIGHT_OUTLET * math.log2(1 + voices)
        + WEIGHT_STATEMENT * math.log2(1 + len(bullets))
        + WEIGHT_FIGURE * min(len(figures), MOST_FIGURES)
    )
