"""Where sentences end, without a language model. The one place that knows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.text.dates import MONTH_ABBREVIATIONS
from summarizer.text.lexicon import alternatives, words_of
from summarizer.text.names import TITLE_ABBREVIATIONS, TITLES_OF_SEVERAL
from summarizer.text.span import Span

CLOSING = "[\"'”’)\\]]*"  # marks that may close behind a stop
_END = re.compile(rf"[.!?…]+{CLOSING}(?=\s)|\n+|\Z")
_OPENING = re.compile(r"[ \t“\"‘'(\[]*(?P<first>.)", re.DOTALL)
_TITLES = TITLE_ABBREVIATIONS | TITLES_OF_SEVERAL
_SHORT = alternatives(map(re.escape, _TITLES | MONTH_ABBREVIATIONS | words_of("abbreviations")))
# A full stop after these ends no sentence: "Gov. Doe", "J. Doe", "Jan. 5". Initials end one only where the line ends.
_ABBREVIATION = re.compile(rf"(?<![\w.])(?:[A-Z]|{_SHORT}|(?:[A-Z]\.)+[A-Z])\.$")
# Behind some of them one may end, which a word tells that opens a sentence and no name: "in the U.S. The crew", "at 5 p.m. It".
_OPEN_END = re.compile(r"(?:(?:[A-Z]\.)+[A-Z]|a\.m|p\.m|Inc|Corp|Co|Ltd|Jr|Sr|Ave|Blvd)\.$")
_OPENERS = re.compile(
    r"[ \t“\"‘'(\[]*(?:The|This|That|These|Those|He|She|It|They|We|There|But|While|When|If)\s"
)
DASHES = "–—"
_LONGEST_ABBREVIATION = 16  # characters
_CLOSED = re.compile(rf"[.!?…:;。！？][{CLOSING[1:-2]}」』]*$")
_TOLD = re.compile(rf"[.!…]{CLOSING}$")
# Between two words: a stop or a colon before a blank, a new line, an opening mark.
_OPENS = re.compile(rf"[.!?…:]{CLOSING}\s|\n|[“\"‘]$")


def find_sentences(text: str) -> tuple[Span, ...]:
    """The sentences of `text` in order; a newline ends one."""
    found, start = [], 0
    for end in sentence_ends(text):
        span = trimmed(text, start, end)
        if span:
            found.append(span)
        start = end
    return tuple(found)


def sentence_ends(text: str, start: int = 0) -> Iterator[int]:
    """Where sentences of `text` end, behind their closing marks, from `start` on; the end of the text is one."""
    return (match.end() for match in _END.finditer(text, start) if not _goes_on(text, match))


def _goes_on(text: str, match: re.Match[str]) -> bool:
    """Whether the stop at `match` belongs to an abbreviation, or a word in lower case follows, or a dash behind "etc."."""
    if not match.group() or "\n" in match.group():
        return False
    following = _OPENING.match(text, match.end())
    if following and following["first"].islower():
        return True
    if following and following["first"] in DASHES and text[: match.end()].endswith("etc."):
        return True
    if not following or following["first"] == "\n" or text[match.end() - 1] != ".":
        return False
    before = text[max(0, match.end() - _LONGEST_ABBREVIATION) : match.end()]
    if _OPEN_END.search(before) and _OPENERS.match(text, match.end()):
        return False
    return _ABBREVIATION.search(before) is not None


def ends_between(text: str, start: int, end: int) -> bool:
    """Whether a sentence ends behind `start` and not behind `end`."""
    return next(sentence_ends(text, start), end + 1) <= end


def sentence_around(text: str, span: Span, reach: int) -> Span:
    """The sentence that `span` stands in, as far as it reaches `reach` characters to each side."""
    start, most = max(0, span.start - reach), min(len(text), span.end + reach)
    for end in sentence_ends(text, start):
        if end > span.start:
            return Span(start, max(span.end, min(most, next(sentence_ends(text, span.end), most))))
        start = end
    return Span(start, max(span.end, most))


def trimmed(text: str, start: int, end: int) -> Span | None:
    """The span without the white space at its ends; None when nothing is left."""
    piece = text[start:end]
    left = start + len(piece) - len(piece.lstrip())
    right = start + len(piece.rstrip())
    return Span(left, right) if left < right else None


def ends_a_sentence(text: str) -> bool:
    """Whether `text` closes as a sentence does, or as what leads to one; headlines and labels do not."""
    return bool(_CLOSED.search(text))


def ends_in_a_stop(text: str) -> bool:
    """Whether `text` closes as what is told does: no question, no colon."""
    return bool(_TOLD.search(text))


def may_open_a_sentence(gap: str) -> bool:
    """Whether a capital behind `gap`, what stands between two words, may only say that a sentence begins."""
    return bool(_OPENS.search(gap))
