"""One channel's briefs of one day told story by story, each thing once."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from summarizer.brief.numbers import is_same_figure, merge_figures
from summarizer.brief.weight import bullet_weight, standing
from summarizer.differ import claims_that_differ, find_timeline, opposed_statements
from summarizer.differ.claims import outlet_of
from summarizer.merge import covers_bullet, merge
from summarizer.merge.names import name_key
from summarizer.model import (
    Article,
    Brief,
    Bullet,
    Digest,
    DigestStory,
    Evidence,
    KeyFigure,
    Line,
    OutletLink,
    Voice,
)
from summarizer.stories import Ruling, StoryBook

MOST_BULLETS, FEWEST_BULLETS, MOST_FIGURES = 4, 2, 3
MOST_STORIES = 12  # told in full; a reader of a morning message bears no more
# Another voice tells more about a story's weight than another statement; a copy of an agency's text is no other voice.
WEIGHT_VOICE, WEIGHT_STATEMENT, WEIGHT_FIGURE, WEIGHT_DIFFER = 2.0, 1.0, 0.25, 0.5
# Named sources with an office, each of these as much as two figures; more than four make a story no weightier.
WEIGHT_PROMINENT, MOST_PROMINENT = 0.5, 4
WEIGHT_SHARER, MOST_SHARERS = 0.5, 4  # each further person who shared an article of the story
WEIGHT_OLD = -1.0  # a story that goes on with nothing new
AGENCY_LINE = re.compile(r"[A-Z][^\n()]{1,60}\(([A-Z][A-Za-z]{1,14})\)\s*[—–-]")


@dataclass(frozen=True, slots=True)
class Told:
    """A story with the weight that decides its place."""

    story: DigestStory
    weight: float


@dataclass(frozen=True, slots=True)
class Group:
    """The briefs of one story: today's, and those that an earlier digest told."""

    briefs: tuple[Brief, ...]
    earlier: tuple[Brief, ...]
    voices: Mapping[str, str]  # by article address: the address of the article whose text it prints


def compile_digest(  # noqa: PLR0913  # what a digest is made of
    briefs: Sequence[Brief],
    day: date,
    earlier: Sequence[Brief] = (),
    *,
    since: date | None = None,
    sharers: Mapping[str, str] = MappingProxyType({}),
    rulings: Sequence[Ruling] = (),
) -> Digest:
    """The briefs grouped into stories, the weightiest first; what has nothing to tell is noted briefly.

    `earlier` are briefs of the days before: their stories go on, and what they told is told again only when
    there is nothing newer. `since` is the day of the digest before, when it was not yesterday's, `sharers` says
    by article address who shared it (by `page_key`): what several people share weighs more. `rulings` are people's word on which
    articles are one story, by `page_key`.
    """
    told = [tell(group) for group in group_briefs(briefs, earlier, rulings)]
    ranked = [
        one.story for one in sorted(told, key=lambda one: -one.weight - shared_weight(one.story, sharers))
    ]
    full = [story for story in ranked if story.bullets or story.lead]
    bare = [story for story in ranked if not (story.bullets or story.lead)]
    return Digest(day, tuple(full[:MOST_STORIES]), tuple(full[MOST_STORIES:] + bare), since)


def group_briefs(
    briefs: Iterable[Brief], earlier: Iterable[Brief] = (), rulings: Sequence[Ruling] = ()
) -> list[Group]:
    """The briefs of each story that has some today, in order of arrival."""
    book, before, today = StoryBook(rulings), list(earlier), list(briefs)
    address: dict[str, str] = {}
    for brief in (*before, *today):
        for page in brief.articles:
            book.add(page_key(page), page.text, page.title, page.published)
            address.setdefault(page_key(page), page.url)
    old, new = by_story(book, before), by_story(book, today)
    return [
        Group(
            tuple(group),
            tuple(old.get(story, ())),
            {
                page.url: address[book.voice_of(page_key(page))]
                for brief in (*old.get(story, ()), *group)
                for page in brief.articles
            },
        )
        for story, group in new.items()
    ]


def articles_by_story(
    briefs: Iterable[Brief], earlier: Iterable[Brief] = (), rulings: Sequence[Ruling] = ()
) -> tuple[tuple[Article, ...], ...]:
    """The articles of each story, also of those that have none of today: in order of arrival, each once."""
    book, pages = StoryBook(rulings), [page for brief in (*earlier, *briefs) for page in brief.articles]
    for page in pages:
        book.add(page_key(page), page.text, page.title, page.published)
    stories: dict[str, dict[str, Article]] = defaultdict(dict)
    for page in pages:
        stories[book.story_of(page_key(page))].setdefault(page_key(page), page)
    return tuple(tuple(story.values()) for story in stories.values())


def by_story(book: StoryBook, briefs: Iterable[Brief]) -> dict[str, list[Brief]]:
    groups: dict[str, list[Brief]] = defaultdict(list)
    for brief in briefs:
        groups[book.story_of(page_key(brief.article))].append(brief)
    return groups


def page_key(article: Article) -> str:
    """What an article is known by among others: one address, whichever way it was reached."""
    return article.canonical_url or article.url


def tell(group: Group) -> Told:
    """One story from all its briefs."""
    articles, before = distinct_articles(group.briefs), distinct_articles(group.earlier)
    bullets = merge([bullet for brief in group.briefs for bullet in brief.bullets])
    figures = merge_figures(key for brief in group.briefs for key in brief.figures)
    known = [key for brief in group.earlier for key in brief.figures]
    is_one = len(articles) + len(before) == 1
    pages, counted = [*before, *articles], [*known, *figures]
    fresh = new_bullets(bullets, [bullet for brief in group.earlier for bullet in brief.bullets])
    lead = choose_lead(group.briefs, is_running=bool(group.earlier))
    differ = () if is_one else claims_that_differ(pages, counted)
    opposed = opposed_statements(bullets)
    sides = [bullet for pair in opposed for bullet in (pair.first, pair.second)]
    proofs = [proof for one in differ for claim in one.claims for proof in claim.evidence]
    untold = [bullet for bullet in fresh or bullets if bullet not in sides]
    shown = choose_bullets(elsewhere_last(untold, proofs), articles, lead, group.voices)
    story = DigestStory(
        headline(articles, lead),
        tuple(outlet_link(article) for article in articles),
        lead,
        shown,
        choose_figures(figures, known, proofs),
        more=len({*bullets} - {*shown} - {*sides}),
        voices=voices_of(articles, group.voices),
        differ=differ,
        opposed=opposed,
        earlier=len(before),
        fresh=len(fresh) if before else 0,
        timeline=None if is_one else find_timeline(pages, counted),
    )
    is_old = bool(group.earlier) and not fresh
    return Told(story, story_weight(story, bullets, figures) + WEIGHT_OLD * is_old)


def distinct_articles(briefs: Sequence[Brief]) -> list[Article]:
    found: dict[str, Article] = {}
    for brief in briefs:
        for article in brief.articles:
            found.setdefault(page_key(article), article)
    return list(found.values())


def outlet_link(article: Article) -> OutletLink:
    return OutletLink(outlet_of(article), article.canonical_url or article.url, article.title or "")


def voices_of(articles: Sequence[Article], voices: Mapping[str, str]) -> tuple[Voice, ...]:
    """The outlets by the text they print; the agency when one of a text's articles credits it.

    An outlet that writes twice is one voice.
    """
    groups: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        groups[voices.get(article.url, article.url)].append(article)
    found: dict[tuple[str, ...], Voice] = {}
    for group in groups.values():
        outlets = tuple(dict.fromkeys(outlet_of(article) for article in group))
        agency = next(filter(None, map(agency_of, group)), None) if len(outlets) > 1 else None
        found.setdefault(outlets, Voice(outlets, agency))
    return tuple(found.values())


def agency_of(article: Article) -> str | None:
    """The agency the page credits, or the one in brackets behind its place line: "ALDERMOUTH (NP) —"."""
    opening = AGENCY_LINE.match(article.text)
    return article.agency or (opening[1] if opening else None)


def headline(articles: Sequence[Article], lead: Line | None) -> str:
    """The first title there is; without any the lead stands in for it."""
    title = next((article.title for article in articles if article.title), None)
    return title or (lead.text if lead else articles[0].url)


def choose_lead(briefs: Sequence[Brief], *, is_running: bool) -> Line | None:
    """What happened, in the words of the first article that opens with it; of a story that goes on, of the latest."""
    leads = [brief.lead[0] for brief in briefs if brief.lead]
    return min(reversed(leads) if is_running else leads, key=depth_of, default=None)


def depth_of(lead: Line) -> int:
    """Where in its article a lead stands: further down the opening sentence was somebody's statement."""
    return min(proof.span.start for proof in lead.evidence)


def new_bullets(bullets: Sequence[Bullet], before: Sequence[Bullet]) -> tuple[Bullet, ...]:
    """The bullets that no earlier one says already."""
    return tuple(bullet for bullet in bullets if not any(covers_bullet(old, bullet) for old in before))


def elsewhere_last(bullets: Sequence[Bullet], told: Sequence[Evidence]) -> list[Bullet]:
    """The bullets without those that give a value which is told among the claims that differ, unless few are left."""
    rest = [bullet for bullet in bullets if bullet.kind == "direct" or not gives(bullet, told)]
    return rest if len(rest) >= FEWEST_BULLETS else list(bullets)


def gives(line: Bullet | KeyFigure, told: Sequence[Evidence]) -> bool:
    """Whether one of the passages `told` lies in the evidence of the line."""
    return any(
        proof.url == other.url and proof.span.overlaps(other.span)
        for proof in line.evidence
        for other in told
    )


def choose_figures(
    figures: Sequence[KeyFigure], known: Sequence[KeyFigure], told: Sequence[Evidence]
) -> tuple[KeyFigure, ...]:
    """New figures before known ones, those of many articles first, each amount once and none that is told already."""
    amounts: dict[object, list[KeyFigure]] = defaultdict(list)
    for key in figures:
        if not gives(key, told):
            figure = key.figure
            amounts[figure.value, figure.low, figure.high, figure.unit].append(key)

    def rank(same: Sequence[KeyFigure]) -> tuple[bool, int]:
        is_known = any(is_same_figure(old.figure, same[0].figure) for old in known)
        return is_known, -len({proof.url for key in same for proof in key.evidence})

    return tuple(same[0] for same in sorted(amounts.values(), key=rank)[:MOST_FIGURES])


def choose_bullets(
    bullets: Sequence[Bullet],
    articles: Sequence[Article],
    lead: Line | None,
    voices: Mapping[str, str],
) -> tuple[Bullet, ...]:
    """The weightiest bullet of each of the weightiest sources; a second one only when sources are few."""
    lengths = {article.url: len(article.text) for article in articles}
    fresh = [bullet for bullet in bullets if lead is None or bullet.text not in lead.text]
    ranked = sorted(fresh, key=lambda bullet: -bullet_weight(bullet, lengths, voices))
    first: list[Bullet] = []
    second: list[Bullet] = []
    seen: set[tuple[str, ...]] = set()
    for bullet in ranked:
        source = name_key(bullet.source.name) if bullet.source else ()
        (second if source in seen or bullet.source is None else first).append(bullet)
        seen.add(source)
    few = first[:MOST_BULLETS]
    return tuple(few + second[: max(0, FEWEST_BULLETS - len(few))])


def shared_weight(story: DigestStory, sharers: Mapping[str, str]) -> float:
    """What it adds that more than one person shared the story's articles."""
    people = {sharers[link.url] for link in story.outlets if link.url in sharers}
    return WEIGHT_SHARER * min(max(0, len(people) - 1), MOST_SHARERS)


def story_weight(story: DigestStory, bullets: Collection[Bullet], figures: Collection[KeyFigure]) -> float:
    """Voices, then statements, prominent sources, figures and open differences."""
    prominent = {
        name_key(bullet.source.name)
        for bullet in bullets
        if bullet.source and bullet.source.role and standing(bullet) > 0
    }
    return (
        WEIGHT_VOICE * math.log2(1 + len(story.voices))
        + WEIGHT_STATEMENT * math.log2(1 + len(bullets))
        + WEIGHT_PROMINENT * min(len(prominent), MOST_PROMINENT)
        + WEIGHT_FIGURE * min(len(figures), MOST_FIGURES)
        + WEIGHT_DIFFER * bool(story.differ or story.opposed)
    )
