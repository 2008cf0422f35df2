"""Statements from quotation marks: each quotation with the cue beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.attribution.cues import SAYING
from summarizer.attribution.phrases import mention, subject_of
from summarizer.attribution.reading import Candidate, Reading
from summarizer.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from summarizer.attribution.marks import Quotation

# Words between a quotation and its cue: "…," the minister for social affairs of the state said.
FARTHEST_CUE = 25


@dataclass(frozen=True, slots=True)
class Credit:
    cue: Span | None
    source: Span | None


def find_quoted(reading: Reading) -> Iterator[Candidate]:
    last: Credit | None = None
    last_end = 0
    for quotation in reading.quotations:
        if not is_free(reading.text, quotation):
            continue
        between = reading.text[last_end : quotation.span.start]
        credit = credit_of(reading, quotation)
        if credit is None and last is not None and carries_on(between, quotation):
            credit = last
        if credit is None:
            continue
        last, last_end = credit, quotation.span.end
        yield Candidate((quotation.span,), credit.cue, credit.source, "quoted")


def carries_on(between: str, quotation: Quotation) -> bool:
    return quotation.continues or "\n" not in between


def is_free(text: str, quotation: Quotation) -> bool:
    """Whether the quotation stands as somebody's sentence, not as words inside the reporter's."""
    before = text[: quotation.span.start].rstrip(" \t")[-1:]
    inner = quotation.inner.of(text)
    starts = not before or before in ",:;.!?\n—–-”\")…"
    ends = bool(re.search(r"[.,!?…—–-]\s*$", inner)) or text[quotation.span.end : quotation.span.end + 1] in (",",)
    return starts and ends and len(inner.split()) > 1


def credit_of(reading: Reading, quotation: Quotation) -> Credit | None:
    return credit_after(reading, quotation) or credit_before(reading, quotation)


def credit_after(reading: Reading, quotation: Quotation) -> Credit | None:
    for token in tokens_from(reading, quotation.span.end, 1):
        if is_cue(token):
            subject = subject_of(token)
            if subject is not None and not reading.is_quoted(subject):
                return Credit(Span(token.idx, token.idx + len(token)), mention(subject))
    return None


def credit_before(reading: Reading, quotation: Quotation) -> Credit | None:
    for token in tokens_from(reading, quotation.span.start, -1):
        if is_cue(token):
            subject = subject_of(token)
            if subject is not None and not reading.is_quoted(subject):
                return Credit(Span(token.idx, token.idx + len(token)), mention(subject))
    return None


def is_cue(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX") and token.lemma_.lower() in SAYING


def tokens_from(reading: Reading, position: int, step: int) -> Iterator[Token]:
    """The unquoted words of the same sentence after (or before) a character position."""
    doc = reading.doc
    index = first_token_at(doc, position) if step > 0 else first_token_at(doc, position) - 1
    for _ in range(FARTHEST_CUE):
        if not 0 <= index < len(doc):
            return
        token = doc[index]
        if reading.is_quoted(token) or "\n" in token.text or token.text in (".", "!", "?"):
            return
        yield token
        index += step


def first_token_at(doc, position: int) -> int:
    low, high = 0, len(doc)
    while low < high:
        middle = (low + high) // 2
        if doc[middle].idx < position:
            low = middle + 1
        else:
            high = middle
    return low
