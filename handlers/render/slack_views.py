"""What modals show of a brief, as pure functions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from handlers.domain.message import Block, View
from handlers.render.escape import entities
from handlers.render.groups import by_source
from handlers.render.proof import pages_of
from handlers.render.slack_differ import claims_line, opposed_line
from handlers.render.slack_limits import LONGEST_SECTION, cut
from handlers.render.slack_pages import ListEntry, paged_view
from handlers.render.slack_parts import (
    bullet_line,
    figure_line,
    group_heading,
    headline,
    report_line,
    section,
)
from handlers.render.wording import title_of
from summarizer.model import Brief, Bullet

TITLE = "Nutgraf"
NOTHING_FOUND = "No statement that names its source, and no figure, was found in this article."
REMOVAL_FORM = "remove_brief"
REMOVAL = (
    "I delete my message, and the channel’s digest and search leave the brief out. "
    "Whoever shared the link keeps it. To brief the link again, share it again."
)
NOTHING_HEADING = ""
REPORT_HEADING = "*The report*"
DIFFER_HEADING = "*Where outlets disagree*"
FIGURES_HEADING = "*Key figures*"

Told = tuple[str, Callable[[], str]]
"""A line's heading, and the line, made when its page is shown."""


def loading_view(words: str = "Loading…") -> View:
    """What a modal shows until its content is there."""
    return notice_view(words)


def notice_view(words: str, *more: Block) -> View:
    """A sentence of our own."""
    return View(TITLE, (section(entities(cut(words, LONGEST_SECTION))), *more))


def statements_view(brief: Brief, page: int, about: str, correctors: Mapping[Bullet, str]) -> View:
    """Everything that the brief holds: report, statements, differences, figures."""
    told = list(told_in(brief, correctors)) or [(NOTHING_HEADING, lambda: NOTHING_FOUND)]
    return paged_view("All statements", told, told_entry, page, head=[brief_head(brief)], about=about)


def told_entry(told: Told) -> ListEntry:
    heading, line = told
    return ListEntry(line(), heading)


def removal_view(about: str) -> View:
    """Asks once more before a brief is removed."""
    return View(
        "Remove this brief?",
        (section(entities(REMOVAL)),),
        callback_id=REMOVAL_FORM,
        about=about,
        submit="Remove",
        close="Keep it",
    )


def brief_head(brief: Brief) -> Block:
    """The brief's linked headline."""
    return section(headline(title_of(brief.article), brief.article.url))


def told_in(brief: Brief, correctors: Mapping[Bullet, str]) -> Iterable[Told]:
    """All lines of a brief in its order."""
    pages = pages_of(brief.articles)
    yield from ((REPORT_HEADING, partial(report_line, line, pages)) for line in brief.lead)
    for group in by_source(in_order(brief)):
        heading = group_heading(group)
        yield from (
            (heading, partial(bullet_line, bullet, pages, correctors.get(bullet))) for bullet in group.bullets
        )
    yield from ((DIFFER_HEADING, partial(claims_line, one, pages)) for one in brief.differ)
    yield from ((DIFFER_HEADING, partial(opposed_line, one, pages)) for one in brief.opposed)
    yield from (
        (FIGURES_HEADING, partial(figure_line, figure, pages))
        for figure in (*brief.figures, *brief.more_figures)
    )


def in_order(brief: Brief) -> list[Bullet]:
    """Every statement in the articles' order."""
    places = {article.url: number for number, article in enumerate(brief.articles)}
    return sorted(
        brief.statements,
        key=lambda bullet: min((places.get(proof.url, 0), proof.span) for proof in bullet.evidence),
    )
