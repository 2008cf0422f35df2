"""The words of a statement as an editor would print them, each of them from the page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.model import Span
from summarizer.sentences import find_sentences, trimmed

OPENING, CLOSING = "“«", "”»"
ONLY_MARKS = re.compile(r"[\s\"“”«»,.;:…–—-]*")
# Longer than this a bullet is no bullet: it is cut after a sentence, and the cut is shown.
LONGEST_TEXT = 420
ELLIPSIS = " …"
# A quotation broken by "she said" loses nothing; between parts further apart the article tells something else.
LONGEST_BREAK = 120


def content_text(text: str, content: Sequence[Span]) -> str:
    """The fragments of a content in order, "…" where the article says something else between them."""
    spans = joined(text, [whole_quotation(text, span) for span in sorted(content)])
    shown, end = "", 0
    for span in spans:
        piece = tidy(span.of(text), is_last=span is spans[-1])
        if re.search(r"\w", piece):
            shown += (link(text[end : span.start]) if shown else "") + piece
            end = span.end
    return within_length(shown)


def link(gap: str) -> str:
    """What stands between two pieces: a space where a quotation is only interrupted."""
    return " " if len(gap) <= LONGEST_BREAK and not re.search(r"[“”\"]", gap) else f"{ELLIPSIS} "


def joined(text: str, spans: Sequence[Span]) -> list[Span]:
    """Fragments with nothing but marks and space between them made one."""
    found: list[Span] = []
    for span in spans:
        if found and (span.start <= found[-1].end or ONLY_MARKS.fullmatch(text[found[-1].end : span.start])):
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def whole_quotation(text: str, span: Span) -> Span:
    """The span with the quotation marks that stand right outside it, when both do."""
    before, after = text[max(span.start - 1, 0) : span.start], text[span.end : span.end + 1]
    has_pair = (before in OPENING and after in CLOSING) or (before == after == '"')
    return Span(span.start - 1, span.end + 1) if before and after and has_pair else span


def tidy(piece: str, *, is_last: bool = True) -> str:
    """White space as one space, no "that" or stray mark in front, no comma at the end, marks in pairs."""
    piece = re.sub(r"\s+", " ", piece).strip()
    piece = re.sub(r"^[,;:–—\-\s]+", "", piece)
    piece = re.sub(r"^that[,\s]+(?=\w|[“\"‘])", "", piece, flags=re.IGNORECASE)
    piece = re.sub(r"[\s;:–—]+$", "", piece)
    return paired(re.sub(r",(?=[”’\"']?$)", "", piece) if is_last else piece)


def paired(piece: str) -> str:
    """The piece with the quotation mark added that a fragment lacks."""
    for opening, closing in zip(OPENING, CLOSING, strict=True):
        depth, missing = 0, 0
        for char in piece:
            depth += (char == opening) - (char == closing)
            if depth < 0:
                depth, missing = 0, missing + 1
        piece = opening * missing + piece + closing * min(depth, 1) if missing or depth else piece
    if piece.count('"') % 2:
        piece = piece + '"' if piece.startswith('"') or not piece.endswith('"') else '"' + piece
    return piece


def within_length(shown: str) -> str:
    """A very long text cut after the last whole sentence that fits, with the cut shown."""
    if len(shown) <= LONGEST_TEXT:
        return shown
    ends = [span.end for span in find_sentences(shown) if span.end <= LONGEST_TEXT]
    end = ends[-1] if ends else shown.rfind(" ", 0, LONGEST_TEXT)
    return paired(shown[:end].rstrip(" ,;:")) + ELLIPSIS


def hull(text: str, spans: Sequence[Span]) -> Span:
    """The shortest span over all of `spans`, without space at its ends."""
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    return trimmed(text, start, end) or Span(start, end)
