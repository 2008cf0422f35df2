"""What modals show of a brief, as pure functions."""

from __future__ import annotations

from collections.abc import Iterable

from handlers.render.escape import entities
from handlers.render.groups import by_source
from handlers.render.message import Block, View
from handlers.render.proof import Pages, pages_of
from handlers.render.slack_differ import claims_line, opposed_line
from handlers.render.slack_limits import LONGEST_SECTION, cut
from handlers.render.slack_pages import Entry, paged_view
from handlers.render.slack_parts import (
    bullet_line,
    figure_line,
    group_heading,
    headline,
    report_line,
    section,
)
from handlers.render.wording import title_of
from summarizer.model import Brief

TITLE = "Nutgraf"
NOTHING_FOUND = "No statement that names its source, and no figure, was found in this article."
REPORT_HEADING = "*The report*"
DIFFER_HEADING = "*Where the articles differ*"
FIGURES_HEADING = "*Key figures*"


def loading_view(words: str = "Loading…") -> View:
    """What a modal shows until its content is there."""
    return notice_view(words)


def notice_view(words: str, *more: Block) -> View:
    """A sentence of our own."""
    return View(TITLE, (section(entities(cut(words, LONGEST_SECTION))), *more))


def statements_view(brief: Brief, page: int, about: str) -> View:
    """Everything that the brief holds: report, statements, differences, figures."""
    entries = list(entries_of(brief)) or [Entry("", NOTHING_FOUND)]
    return paged_view("All statements", entries, page, head=[brief_head(brief)], about=about)


def brief_head(brief: Brief) -> Block:
    """The brief's linked headline."""
    return section(headline(title_of(brief.article), brief.article.url))


def entries_of(brief: Brief) -> Iterable[Entry]:
    """All lines of a brief in its order."""
    pages = pages_of(brief.articles)
    yield from (Entry(REPORT_HEADING, report_line(line, pages)) for line in brief.lead)
    yield from statement_entries(brief, pages)
    yield from (Entry(DIFFER_HEADING, claims_line(one, pages)) for one in brief.differ)
    yield from (Entry(DIFFER_HEADING, opposed_line(one, pages)) for one in brief.opposed)
    yield from (Entry(FIGURES_HEADING, figure_line(figure, pages)) for figure in brief.figures)


def statement_entries(brief: Brief, pages: Pages) -> Iterable[Entry]:
    """The bullets, by source."""
    for group in by_source(brief.bullets):
        heading = group_heading(group)
        yield from (Entry(heading, bullet_line(bullet, pages)) for bullet in group.bullets)
