"""An article as the finders read it: the parse, with the quotations laid over its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.attribution.marks import Quotation, find_quotations
from summarizer.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

UNQUOTED = -1


@dataclass(frozen=True, slots=True)
class Reading:
    """`quoted[i]` is the number of the quotation that holds token i, or UNQUOTED."""

    doc: Doc
    quotations: tuple[Quotation, ...]
    quoted: tuple[int, ...]

    @property
    def text(self) -> str:
        return str(self.doc.text)

    def is_quoted(self, token: Token) -> bool:
        return self.quoted[token.i] != UNQUOTED


def read(doc: Doc) -> Reading:
    quotations = find_quotations(doc.text)
    quoted = [UNQUOTED] * len(doc)
    at = 0
    for token in doc:
        while at < len(quotations) and quotations[at].span.end <= token.idx:
            at += 1
        if at < len(quotations) and quotations[at].span.start <= token.idx:
            quoted[token.i] = at
    return Reading(doc, quotations, tuple(quoted))


@dataclass(frozen=True, slots=True)
class Candidate:
    """One attribution as a finder proposes it; names are resolved after all proposals are joined."""

    content: tuple[Span, ...]
    cue: Span | None
    source: Span | None
    finder: str
