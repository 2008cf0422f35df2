"""What a page says of itself: its headline, and that it was corrected."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.changes.model import Change
from summarizer.changes.words import edits, is_slight, keys, words_of
from summarizer.model import Article, Evidence, Note

# "updated at 14:00" is said by pages that only grew.
TOLD_NOTES = frozenset({"correction", "clarification", "editor"})
LABEL = re.compile(r"^(?:live|live updates?|updated?|breaking|watch|exclusive)\s*[:|–—-]\s*", re.IGNORECASE)


def new_notes(before: Article, after: Article) -> Iterator[Change]:
    """Corrections and clarifications that the page did not bear before."""
    known = {keys(words_of(note.text)) for note in before.notes}
    for note in after.notes:
        if note.kind in TOLD_NOTES and keys(words_of(note.text)) not in known:
            yield Change("note", None, note.text, note.kind, evidence_of(after, note))


def evidence_of(article: Article, note: Note) -> Evidence | None:
    return Evidence(article.url, note.span) if note.span else None


def changed_headline(before: Article, after: Article) -> Iterator[Change]:
    """Another headline; that of a live blog goes with the hour and is none."""
    old, new = (headline_of(article) for article in (before, after))
    if not old or not new or before.entries or after.entries:
        return
    ones, twos = words_of(old), words_of(new)
    if all(
        is_slight(keys(ones)[slice(*edit.ones)], keys(twos)[slice(*edit.twos)]) for edit in edits(ones, twos)
    ):
        return
    yield Change("headline", before.title, after.title)


def headline_of(article: Article) -> str:
    """The headline without the outlet's name behind it and a label before it."""
    title = LABEL.sub("", (article.title or "").strip())
    outlet = re.escape(article.outlet or "")
    return re.sub(rf"\s*[|–—-]\s*{outlet}\s*$", "", title, flags=re.IGNORECASE) if outlet else title
