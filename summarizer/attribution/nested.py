"""A quotation from another report that names its speaker inside: “ ‘We never saw the boat,’ [Example] said.”"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from summarizer.model import Span

if TYPE_CHECKING:
    from summarizer.attribution.reading import Candidate

NAME = r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3}"
# Double marks, single marks, and the credit behind these: " ‘…,’ [Example] said …
INSIDE = re.compile(
    rf"""(?:[“"]|\'\')\s*(?P<words>[‘'].+?[,.?!…][’'])\s+
    \[?(?P<name>{NAME})\]?\ (?P<cue>said|says|told|added|wrote|argued|asked|recalled)\b""",
    re.VERBOSE | re.DOTALL,
)


def by_inner_speaker(text: str, found: Candidate) -> Candidate:
    """A quotation whose first paragraph has a speaker of its own, credited to that person and not to the report."""
    first, *others = found.content
    inside = INSIDE.match(text, first.start, first.end)
    if inside is None:
        return found
    rest = tuple(part for span in others if (part := without_outer(text, span)))
    return replace(
        found,
        content=(Span(*inside.span("words")), *rest),
        cue=Span(*inside.span("cue")),
        source=Span(*inside.span("name")),
    )


def without_outer(text: str, span: Span) -> Span | None:
    """The single marks and what they hold, without the double ones around them."""
    start, end = span.start, span.end
    while start < end and text[start] in '“" ':
        start += 1
    while end > start and text[end - 1] in '”" ':
        end -= 1
    return Span(start, end) if start < end else None
