"""From the articles of one story and what was found in them to the brief an editor reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from summarizer.brief.choice import choose
from summarizer.brief.facts import own_facts
from summarizer.brief.folded import fold_into_lead
from summarizer.brief.heading import below_heading
from summarizer.brief.lead import find_lead
from summarizer.brief.numbers import MOST_FOR_FACTS, key_figures
from summarizer.brief.only import mark_only
from summarizer.brief.points import find_points
from summarizer.brief.several import facts_of_several
from summarizer.differ import claims_that_differ, gives, older_tellings, opposed_statements, overtaken
from summarizer.figures import figures_in_tables
from summarizer.merge import merge
from summarizer.model import Article, Brief, Bullet, Dropped, Evidence, Extract, KeyFigure, Line
from summarizer.text.names import shared_surnames

__all__ = ["make_brief"]


def make_brief(articles: Sequence[Article], extracts: Sequence[Extract]) -> Brief:
    """The brief of one or more articles of one story, the newest first; `extracts` holds what was found in each.

    The first article that has a lead leads. What a later article has overtaken stands among what differs, and else
    in `more` alone. Raises ValueError when there is no article or the two differ in number.
    """
    if not articles or len(articles) != len(extracts):
        raise ValueError(f"{len(articles)} articles and {len(extracts)} extracts")
    extracts = tuple(map(story_found, articles, extracts))
    leads = list(map(find_lead, articles, extracts))
    lead = next(filter(None, leads), ())
    points = [
        bullet
        for article, extract in zip(articles, extracts, strict=True)
        for bullet in find_points(article, extract.statements)
    ]
    shared = shared_surnames(article.text for article in articles)
    figures, more_figures = key_figures(articles, extracts, lead)
    differ = claims_that_differ(articles, every_figure(articles, extracts)) if len(articles) > 1 else ()
    facts = facts_of(articles, extracts, leads, (*figures, *more_figures)[:MOST_FOR_FACTS])
    shared_facts = facts_of_several(articles, extracts, lead, points) if len(articles) > 1 else []
    lines = mark_only(merge([*points, *facts, *shared_facts], shared), articles)
    whole, told = lead, frozenset[Bullet]()
    if len(articles) > 1:
        others = [line for one in leads for line in one if line not in lead]
        whole, told = fold_into_lead(lead, lines, others)
    old = (*overtaken(differ), *older_tellings(lines, lead, articles))
    current = tuple(bullet for bullet in lines if not gives(bullet, old))
    appraisals = {article.url: one.appraisal for article, one in zip(articles, extracts, strict=True)}
    bullets, more = choose([line for line in current if line not in told], articles, lead, appraisals)
    if not bullets and more:  # the lead says all there is: under its source it says more
        without_lead = choose(current, articles, (), appraisals)
        if without_lead[0]:
            whole, told, (bullets, more) = (), frozenset(), without_lead
    unshown = {*more, *(line for line in told if line.source)}
    return Brief(
        tuple(articles),
        whole,
        bullets,
        tuple(key for key in figures if not gives(key, old)),
        add_up(articles),
        differ,
        opposed_statements(lines),
        more=tuple(bullet for bullet in lines if bullet in unshown or gives(bullet, old)),
        more_figures=(*more_figures, *(key for key in figures if gives(key, old))),
    )


def story_found(article: Article, extract: Extract) -> Extract:
    """What was found in the story itself."""
    return with_cells(article, beside_notes(article, below_heading(article, extract)))


def beside_notes(article: Article, extract: Extract) -> Extract:
    """What was found outside the newsroom's notes on its own article: a correction repeats what was wrong."""
    notes = [note.span for note in article.notes if note.span]
    if not notes:
        return extract
    return replace(
        extract,
        statements=tuple(
            one for one in extract.statements if not any(note.overlaps(one.content[0]) for note in notes)
        ),
        figures=tuple(one for one in extract.figures if not any(note.overlaps(one.span) for note in notes)),
    )


def with_cells(article: Article, extract: Extract) -> Extract:
    """Tables read by their cells: what the parse made of their lines is left out."""
    lines = [table.span for table in article.tables if table.span]
    if not lines:
        return extract
    told = tuple(
        one for one in extract.statements if not any(line.overlaps(one.content[0]) for line in lines)
    )
    figures = tuple(one for one in extract.figures if not any(line.overlaps(one.span) for line in lines))
    return replace(extract, statements=told, figures=figures + figures_in_tables(article))


def every_figure(articles: Sequence[Article], extracts: Sequence[Extract]) -> list[KeyFigure]:
    """Each figure of each article, chosen for the brief or not: a quantity may differ in what nobody chose, not in what is denied."""
    return [
        KeyFigure(figure, (Evidence(article.url, figure.span),))
        for article, extract in zip(articles, extracts, strict=True)
        for figure in extract.figures
        if not figure.denied
    ]


def facts_of(
    articles: Sequence[Article],
    extracts: Sequence[Extract],
    leads: Sequence[Sequence[Line]],
    figures: Sequence[KeyFigure],
) -> list[Bullet]:
    """What the articles report on their own beside their leads."""
    found: list[Bullet] = []
    for article, extract, lead in zip(articles, extracts, leads, strict=True):
        shown = [proof.span for line in lead for proof in line.evidence]
        found += own_facts(article, extract, shown, figures)
    return found


def add_up(articles: Sequence[Article]) -> Dropped:
    return Dropped(
        sum(article.dropped.duplicate_sentences for article in articles),
        sum(article.dropped.boilerplate_lines for article in articles),
    )
