"""What the newsroom says about its own article: corrections, clarifications, updates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from summarizer.article.paragraphs import Paragraph
from summarizer.model import Note, NoteKind, Span
from summarizer.text.dates import MONTH
from summarizer.text.words import words

# Words of a note: fewer are a label ("Updated"), more are the story.
SHORTEST, LONGEST = 5, 160
LEAD = r"^[^\w“\"‘'«]*"
# What follows the word: a colon or dash, perhaps after a date or an hour, as in CORRECTION, Nov. 15, 2019.
DATED = rf"(?:[,(\s]+(?:{MONTH}|\d|at\b|on\b|[ap]\.?m\b|[a-z]{{2,4}}\)?\s*[:–—-])[^:–—]{{0,40}})?\s*\)?\s*(?::|[–—]|\s-\s)"
STORY = r"(?:an?|the|this)\s+(?:(?:earlier|previous|original)\s+)?(?:version|article|story|report|post|piece|headline|photo|caption|entry)"
PHRASES: tuple[tuple[NoteKind, str], ...] = (
    ("correction", rf"corrections?(?:\s+appended)?{DATED}"),
    ("correction", rf"{STORY}\b.{{0,80}}\b(?:mis(?:stated|spelled|identified|attributed)|in error|(?:incorrect|erroneous|wrong)ly)\b"),
    ("correction", rf"{STORY}\b.{{0,60}}\b(?:has been|was|is being)\s+corrected\b"),
    ("clarification", rf"clarifications?{DATED}"),
    ("clarification", rf"{STORY}\b.{{0,60}}\b(?:has been|was)\s+(?:updated|amended|changed|edited)\s+to\s+clarify\b"),
    ("update", rf"updated?{DATED}"),
    ("update", rf"{STORY}\b.{{0,60}}\b(?:has been|was|will be|is being)\s+(?:updated|amended|changed|edited|revised)\b"),
    ("editor", rf"(?:editor['’]?s['’]?|editors['’]?|publisher['’]?s)\s+note{DATED}"),
)  # fmt: skip
PATTERNS = tuple((kind, re.compile(f"{LEAD}(?:{phrase})", re.IGNORECASE)) for kind, phrase in PHRASES)


def note_kind(paragraph: Paragraph) -> NoteKind | None:
    """What kind of note a paragraph is; None for the story's own."""
    if paragraph.kind in {"post", "row"} or not SHORTEST <= len(words(paragraph.text)) <= LONGEST:
        return None
    return next((kind for kind, pattern in PATTERNS if pattern.match(paragraph.text)), None)


def notes_of(places: Iterable[tuple[Paragraph, Span]]) -> Iterator[Note]:
    """The notes among an article's paragraphs."""
    for paragraph, span in places:
        kind = note_kind(paragraph)
        if kind:
            yield Note(kind, paragraph.text, span)


def notes_beside(texts: Iterable[str], known: Iterable[Note]) -> Iterator[Note]:
    """The notes among texts that stand beside the article and were not in it."""
    said = {words(note.text) for note in known}
    for text in texts:
        kind = note_kind(Paragraph(text))
        if kind and words(text) not in said:
            said.add(words(text))
            yield Note(kind, text)
