"""A brief as one Slack message."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from functools import cache
from itertools import groupby

from handlers.domain.message import Block, Message
from handlers.render.figures_shown import figures_beside
from handlers.render.groups import by_source
from handlers.render.proof import pages_of
from handlers.render.slack_buttons import brief_buttons
from handlers.render.slack_differ import differences
from handlers.render.slack_limits import (
    LONGEST_FALLBACK,
    LONGEST_SECTION,
    fits,
    fitted,
    most_that,
    packed,
    units,
)
from handlers.render.slack_parts import (
    LONGEST_OUTLET,
    LONGEST_TITLE,
    article_link,
    bullet_line,
    context,
    figure_line,
    full_line,
    full_words,
    group_heading,
    headline,
    moment,
    report_line,
    section,
)
from handlers.render.slack_views import FIGURES_HEADING, NOTHING_FOUND
from handlers.render.wording import (
    counted,
    dropped_words,
    folded_words,
    note_words,
    outlet_of,
    part_words,
    saved_words,
    title_of,
    unread_words,
)
from summarizer.model import Article, Brief, Bullet

NOBODY: Mapping[Bullet, str] = {}
MOST_NOTES = 2  # corrections and updates shown; one that is needed more is rare
LONGEST_NOTE = 400
MOST_OUTLETS = 6  # linked by name in the line below the headline; further ones are counted
REVISED = timedelta(hours=1)  # a later change is worth telling; most pages are touched within minutes


def brief_message(brief: Brief, *, key: str, correctors: Mapping[Bullet, str] = NOBODY) -> Message:
    """The brief as blocks, the first of which carries `key` (its id) as its block_id, the last its buttons.

    What does not fit is counted, and one press away. `correctors` are the Slack ids of who corrected bullets' sources.
    """
    pages = pages_of(brief.articles)
    report = _fitting([report_line(line, pages) for line in brief.lead])
    beside = figures_beside(brief)
    figures = _fitting([figure_line(figure, pages) for figure in beside], FIGURES_HEADING)
    differ = differences(brief, pages)

    @cache
    def line(bullet: Bullet, *, alone: bool = False) -> str:
        return (full_line if alone else bullet_line)(bullet, pages, correctors.get(bullet))

    def blocks(shown: int) -> tuple[Block, ...]:
        hidden = (
            len(brief.lead) - len(report),
            len(brief.bullets) - shown + len(brief.more),
            len(beside) - len(figures),
        )
        return (
            *_head(brief, key),
            *_one_section(report),
            *_bullet_blocks(brief.bullets[:shown], line),
            *(section(line) for line in differ),
            *_one_section(figures, FIGURES_HEADING),
            *([] if brief.statements or brief.figures else [section(NOTHING_FOUND)]),
            *_notes(brief),
            brief_buttons(key, folded_words(*hidden)),
        )

    shown = most_that(lambda count: fits(blocks(count)), len(brief.bullets))
    return Message(fallback_text(brief), blocks(shown))


def fallback_text(brief: Brief) -> str:
    """Headline, outlet, report and as many bullets as fit, for notifications and refused blocks."""
    article = brief.article
    head = f"{fitted(title_of(article), LONGEST_TITLE)} ({fitted(outlet_of(article), LONGEST_OUTLET)})"
    lines = [fitted(line.text, 600) for line in brief.lead[:2]]
    lines += [full_words(bullet, str) for bullet in brief.bullets]

    def text(shown: int) -> str:
        rest = len(lines) - shown
        return "\n".join(
            [
                head.replace(" ()", ""),
                *lines[:shown],
                *([f"and {counted(rest, 'more line')}"] if rest else []),
            ]
        )

    return text(most_that(lambda count: units(text(count)) <= LONGEST_FALLBACK, len(lines)))


def _head(brief: Brief, key: str) -> tuple[Block, ...]:
    article = brief.article
    title = section(headline(title_of(article), article.url), block_id=key)
    about = [part for part in (*about_article(article), saved_words(brief)) if part]
    others = _others(brief.articles[1:])
    return (title, *([context(about)] if about else []), *([context([others])] if others else []))


def about_article(article: Article) -> tuple[str, ...]:
    """Outlet, time, credited agency, what is missing."""
    return (
        fitted(outlet_of(article), LONGEST_OUTLET),
        moment(article.published) if article.published else "",
        f"updated {moment(article.modified)}" if article.modified and is_revised(article) else "",
        f"agency: {fitted(article.agency, LONGEST_OUTLET)}" if article.agency else "",
        part_words(article),
    )


def is_revised(article: Article) -> bool:
    """Whether the page was changed noticeably later than it was published."""
    if article.published is None or article.modified is None:
        return article.modified is not None
    if (article.published.tzinfo is None) != (article.modified.tzinfo is None):
        return False
    return article.modified - article.published >= REVISED


def _others(articles: Sequence[Article]) -> str:
    """The other outlets that one brief tells of."""
    if not articles:
        return ""
    names = [article_link(article) for article in articles[:MOST_OUTLETS]]
    more = len(articles) - len(names)
    return f"also from {' · '.join(names)}" + (f" and {counted(more, 'more article')}" if more else "")


def _bullet_blocks(bullets: Sequence[Bullet], line: Callable[..., str]) -> list[Block]:
    """A section for each source of several lines, or more where they are many; sources of one line each share one."""
    blocks = []
    for is_alone, some in groupby(by_source(bullets), key=lambda group: len(group.bullets) == 1):
        groups = list(some)
        if is_alone:
            parts = [[line(group.bullets[0], alone=True) for group in groups]]
        else:
            parts = [[group_heading(group), *map(line, group.bullets)] for group in groups]
        blocks += [section(text) for lines in parts for text in packed(lines)]
    return blocks


def _one_section(lines: Sequence[str], heading: str = "") -> list[Block]:
    return [section("\n".join([heading, *lines]).strip())] if lines else []


def _fitting(lines: Sequence[str], heading: str = "") -> Sequence[str]:
    """The first lines, as many as one section holds below `heading`."""
    return lines[
        : most_that(lambda count: units("\n".join([heading, *lines[:count]])) <= LONGEST_SECTION, len(lines))
    ]


def _notes(brief: Brief) -> list[Block]:
    """What cleaning left out and what could not be read: nothing goes in silence."""
    notes = [
        context([f"*{kind}:* {fitted(words, LONGEST_NOTE)}"])
        for kind, words in note_words(brief.articles)[:MOST_NOTES]
    ]
    if dropped := dropped_words(brief.dropped):
        notes.append(context([f"{dropped}."]))
    if unread := unread_words(brief.unread):
        notes.append(context([f"{unread}."]))
    return notes
