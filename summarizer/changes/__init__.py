"""What changed on a page since it was briefed, as far as it touches what the brief told."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.changes.model import Change
from summarizer.changes.notes import changed_headline, new_notes
from summarizer.changes.sentences import Pages, changed_sentences
from summarizer.changes.withdrawn import withdrawn_quotations
from summarizer.model import Brief

__all__ = ["Change", "changes"]


def changes(before: Brief, after: Brief) -> tuple[Change, ...]:
    """The changes of substance between two readings of one page, each once, the gravest first.

    Told are correction notes, figures, quotations, sources, statements that were turned round, and the headline.
    Not told are typing errors, other words for the same figure, paragraphs that moved, and what is new without
    replacing anything. Every word of a change stands on one of the two pages.
    """
    return tuple(dict.fromkeys(found(before, after)))


def found(before: Brief, after: Brief) -> Iterator[Change]:
    pages = Pages(before, after)
    yield from new_notes(before.article, after.article)
    yield from changed_sentences(pages)
    yield from withdrawn_quotations(pages)
    yield from changed_headline(before.article, after.article)
