"""What stands below a link whose article was briefed: the brief at a glance."""

from __future__ import annotations

from handlers.domain.message import Block
from handlers.render.proof import pages_of
from handlers.render.slack_brief import about_article
from handlers.render.slack_parts import context, figure_line, full_line, headline, section
from handlers.render.wording import folded_words, title_of
from summarizer.model import Brief

MOST_BULLETS, MOST_FIGURES = 2, 1


def preview_blocks(brief: Brief) -> tuple[Block, ...]:
    """Headline, outlet and time, who says what first, the first figure; the rest is counted."""
    article, pages = brief.article, pages_of(brief.articles)
    lines = [full_line(bullet, pages) for bullet in brief.bullets[:MOST_BULLETS]]
    lines += [figure_line(figure, pages) for figure in brief.figures[:MOST_FIGURES]]
    more = folded_words(0, len(brief.bullets[MOST_BULLETS:]), len(brief.figures[MOST_FIGURES:]))
    about = [*filter(None, about_article(article)), *([f"{more} in the brief"] if more else [])]
    title = section(headline(title_of(article), article.url))
    return (title, *map(section, lines), *([context(about)] if about else []))
