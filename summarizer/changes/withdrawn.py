"""Quotations that a page no longer carries."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.changes.model import Change
from summarizer.changes.sentences import Page, Pages, Sentence
from summarizer.changes.words import keys, words_of
from summarizer.model import Bullet

FEWEST_WORDS = 5  # shorter quotations are phrases that an edit may drop
# A page that lost more than this of its text was cut, or was not read whole: what is missing then says nothing.
LEAST_KEPT = 0.7


def withdrawn_quotations(pages: Pages) -> Iterator[Change]:
    """Whole quotations of the brief of which the new page has no trace."""
    if is_cut(pages.before, pages.after):
        return
    standing = joined(keys(words_of(pages.after.text)))
    for bullet in pages.before.brief.statements:
        quotation = words_of(bullet.text)
        is_told = bullet.kind == "direct" and not bullet.post and len(quotation) >= FEWEST_WORDS
        if is_told and joined(keys(quotation)) not in standing and not any(traces(pages, bullet)):
            yield Change("quotation", bullet.text, None, bullet.source.name if bullet.source else None)


def is_cut(before: Page, after: Page) -> bool:
    """Whether the new page is no whole version of the old one: a live blog drops its old entries by itself."""
    old, new = before.brief.article, after.brief.article
    return bool(old.entries or new.entries or new.paywalled) or len(new.text) < LEAST_KEPT * len(old.text)


def traces(pages: Pages, bullet: Bullet) -> Iterator[Sentence]:
    """Sentences of the new page that the quotation's sentences stand in, or have become."""
    spans = [proof.span for proof in bullet.evidence]
    for sentence in pages.before.sentences:
        if any(span.overlaps(sentence.span) for span in spans):
            is_kept = keys(sentence.words) in pages.after.known
            version = sentence if is_kept else pages.version_of(sentence)
            if version:
                yield version


def joined(words: tuple[str, ...]) -> str:
    return f" {' '.join(words)} "
