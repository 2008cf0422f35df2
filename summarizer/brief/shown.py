"""The words of a statement as an editor would print them, each of them from the page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.brief.bounds import marked
from summarizer.brief.words import run_of
from summarizer.model import Span
from summarizer.text.lexicon import alternatives, words_of
from summarizer.text.marks import Marks
from summarizer.text.sentence_bounds import trimmed

ONLY_MARKS = re.compile(r"[\s\"“”«»,.;:…–—-]*")
# A place in capitals before a dash; before an agency in brackets any place, or none.
DATELINE = re.compile(
    r"^(?:[A-Z][A-Z .,'’/-]{2,40}(?:,?(?: [A-Z][a-z]+\.?){1,3},?(?: \d{1,2})?)?\s*(?:\([^)]{2,30}\))?"
    r"|(?:[A-Z][\w .,'’/-]{2,40})?\([A-Z][\w .]{1,20}\))\s*[—–―-]+\s+"
)
ELLIPSIS = " …"
# "That" before a verb, and before "a" or "an", is what was spoken of: said that was a small step, called that a mistake.
_NO_CONJUNCTION = alternatives(
    {*words_of("auxiliaries"), "do", "does", "did", "means", "makes", "seems", "a", "an"}
)
CONJUNCTION = re.compile(rf"^that[,\s]+(?!(?:{_NO_CONJUNCTION})\b)(?=\w|[“\"‘])")
LOOSE_END = re.compile(r",?\s+(?:and|or|but|that)$")
SENTENCE_END = re.compile(r"[.!?…]")


def content_text(text: str, content: Sequence[Span], marks: Marks) -> str:
    """The fragments of a content in order, "…" where the article has other words between them, be it "she said".

    `marks` are those of `text`.
    """
    spans = joined(text, sorted(content))
    shown = ""
    for span in spans:
        piece = tidy(marked(text, span, marks))
        if re.search(r"\w", piece) and run_of(piece) not in run_of(
            shown
        ):  # “Who are you?” he said. “Who are you?”
            shown += (f"{ELLIPSIS} " if shown else "") + piece
    shown = in_one_form(shown)
    is_end = bool(spans) and SENTENCE_END.match(text, spans[-1].end)  # it should not change that.
    return shown if is_end else LOOSE_END.sub("", shown)


def without_dateline(sentence: str) -> str:
    return DATELINE.sub("", sentence, count=1)


def joined(text: str, spans: Sequence[Span]) -> list[Span]:
    """Fragments with nothing but marks and space between them made one."""
    found: list[Span] = []
    for span in spans:
        if found and (span.start <= found[-1].end or ONLY_MARKS.fullmatch(text[found[-1].end : span.start])):
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def in_one_form(shown: str) -> str:
    """The line with curly marks alone where a page has both forms of them."""
    if '"' not in shown or "“" not in shown:
        return shown
    begun = re.sub(r'(?<![^\s(\[—–-])"(?=\S)', "“", shown)
    return re.sub(r"““+", "“", re.sub(r'(?<!\d)"', "”", begun))


def tidy(piece: str) -> str:
    """White space as one space, no conjunction "that" in front, no comma at the end."""
    piece = re.sub(r"\s+", " ", piece).strip()
    piece = re.sub(r"^[,;:–—\-\s]+", "", piece)
    piece = CONJUNCTION.sub("", piece)
    piece = re.sub(r"[\s;:–—]+$", "", piece)
    if piece.endswith(")") and piece.count(")") > piece.count("("):
        piece = piece[:-1]
    return re.sub(r",(?=[”’\"']?$)", "", piece)


def hull(text: str, spans: Sequence[Span]) -> Span:
    """The shortest span over all of `spans`, without space at its ends."""
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    return trimmed(text, start, end) or Span(start, end)
