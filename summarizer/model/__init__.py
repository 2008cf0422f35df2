"""The words of a newsroom as data: article, statement, figure, bullet, brief.

All positions are half-open character offsets into `Article.text` (or into the text given to the
extractor), so `text[start:end]` is always the proof.
"""

from __future__ import annotations

from summarizer.model.appraisal import NO_APPRAISAL, Appraisal, Impression
from summarizer.model.article import Article, Dateline, Dropped, Entry, Note, NoteKind, Post, Table
from summarizer.model.brief import Brief
from summarizer.model.differing import Claim, ClaimsDiffer, Opposed, Timeline
from summarizer.model.digest import Digest, DigestStory, OutletLink, Voice
from summarizer.model.extract import Extract, Unread
from summarizer.model.figure import Compared, Figure
from summarizer.model.line import Bullet, Credit, Evidence, KeyFigure, Line
from summarizer.model.newest import age, newest_first, published_at, second_of
from summarizer.model.statement import Cue, Kind, Source, Statement
from summarizer.text.span import Span

__all__ = [
    "NO_APPRAISAL",
    "Appraisal",
    "Article",
    "Brief",
    "Bullet",
    "Claim",
    "ClaimsDiffer",
    "Compared",
    "Credit",
    "Cue",
    "Dateline",
    "Digest",
    "DigestStory",
    "Dropped",
    "Entry",
    "Evidence",
    "Extract",
    "Figure",
    "Impression",
    "KeyFigure",
    "Kind",
    "Line",
    "Note",
    "NoteKind",
    "Opposed",
    "OutletLink",
    "Post",
    "Source",
    "Span",
    "Statement",
    "Table",
    "Timeline",
    "Unread",
    "Voice",
    "age",
    "newest_first",
    "published_at",
    "second_of",
]
