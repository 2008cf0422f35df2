"""One channel's briefs of one day told story by story, each thing once."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from summarizer.digest_story import MOST_FIGURES, Group, Told, page_key, tell
from summarizer.merge.names import name_key
from summarizer.model import Article, Brief, Digest, DigestStory
from summarizer.stories import Ruling, StoryBook

__all__ = ["articles_by_story", "compile_digest", "page_key"]

MOST_STORIES = 12  # told in full; a reader of a morning message bears no more
# Another voice tells more about a story's weight than another statement; a copy of an agency's text is no other voice.
WEIGHT_VOICE, WEIGHT_STATEMENT, WEIGHT_FIGURE, WEIGHT_DIFFER = 2.0, 1.0, 0.25, 0.5
# Named sources with an office, each of these as much as two figures; more than four make a story no weightier.
WEIGHT_PROMINENT, MOST_PROMINENT = 0.5, 4
WEIGHT_SHARER, MOST_SHARERS = 0.5, 4  # each further person who shared an article of the story
WEIGHT_OLD = -1.0  # a story that goes on with nothing new


def compile_digest(  # noqa: PLR0913  # what a digest is made of
    briefs: Sequence[Brief],
    day: date,
    earlier: Sequence[Brief] = (),
    *,
    since: date | None = None,
    sharers: Mapping[str, str] = MappingProxyType({}),
    rulings: Sequence[Ruling] = (),
    gathered: Collection[str] = (),
) -> Digest:
    """The briefs grouped into stories, the weightiest first; what has nothing to tell is noted briefly.

    So is a story whose articles are all `gathered` (by `page_key`): nobody shared one of them.

    `earlier` are briefs of the days before: their stories go on, and what they told is told again only when
    there is nothing newer. `since` is the day of the digest before, when it was not yesterday's. By `page_key`,
    `sharers` says who shared an article (what several people share weighs more) and `rulings` are people's word on
    which articles are one story.
    """
    told = [tell(group) for group in group_briefs(briefs, earlier, rulings)]
    heaviest = sorted(told, key=lambda one: -story_weight(one) - shared_weight(one.story, sharers))
    ranked = [one.story for one in heaviest]
    unshared = {page.url for brief in briefs for page in brief.articles if page_key(page) in gathered}
    full = [story for story in ranked if is_told_in_full(story, unshared)]
    bare = [story for story in ranked if not is_told_in_full(story, unshared)]
    return Digest(day, tuple(full[:MOST_STORIES]), tuple(full[MOST_STORIES:] + bare), since)


def is_told_in_full(story: DigestStory, unshared: Collection[str]) -> bool:
    """Whether there is something to tell, and somebody shared an article of it."""
    return bool(story.bullets or story.lead) and any(one.url not in unshared for one in story.outlets)


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


def shared_weight(story: DigestStory, sharers: Mapping[str, str]) -> float:
    """What it adds that more than one person shared the story's articles."""
    people = {sharers[link.url] for link in story.outlets if link.url in sharers}
    return WEIGHT_SHARER * min(max(0, len(people) - 1), MOST_SHARERS)


def story_weight(told: Told) -> float:
    """Voices, then statements, prominent sources, figures and open differences; less when nothing is new."""
    story = told.story
    prominent = {
        name_key(bullet.source.name) for bullet in told.bullets if bullet.source and bullet.source.role
    }
    return (
        WEIGHT_VOICE * math.log2(1 + len(story.voices))
        + WEIGHT_STATEMENT * math.log2(1 + len(told.bullets))
        + WEIGHT_PROMINENT * min(len(prominent), MOST_PROMINENT)
        + WEIGHT_FIGURE * min(len(told.figures), MOST_FIGURES)
        + WEIGHT_DIFFER * bool(story.differ or story.opposed)
        + WEIGHT_OLD * told.is_old
    )
