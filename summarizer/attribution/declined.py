"""Who was asked and says nothing: "declined to comment", "did not respond to a request for comment"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.attribution.factual import source_of
from summarizer.attribution.phrases import mention
from summarizer.attribution.reading import Candidate, Reading
from summarizer.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

DECLINED = re.compile(
    r"""\b(?:declined|declines|refused|refuses|would\ not|did\ not\ (?:immediately\ |yet\ )?(?:respond|reply|return)
    |has\ not\ (?:yet\ )?(?:responded|replied)|have\ not\ (?:yet\ )?(?:responded|replied)|could\ not\ (?:immediately\ )?be\ reached
    |was\ not\ (?:immediately\ )?available|were\ not\ (?:immediately\ )?available)\b\s
    (?P<what>[^.;:,“"\n]{0,70}?\bcomment\b(?:\ (?:on|about|for)\ [^.;:,“"\n]{1,60}(?=[.,;]))?)""",
    re.VERBOSE,
)


def find_declined(reading: Reading) -> Iterator[Candidate]:
    """A candidate for each refusal to comment; its content is "to comment on the fares", its cue what stands before."""
    for found in DECLINED.finditer(reading.text):
        verb = reading.token_at(found.start())
        while verb.dep_ in ("aux", "auxpass", "neg") and verb.head.i > verb.i:
            verb = verb.head
        subject = source_of(verb)
        if reading.is_quoted(verb) or subject is None:
            continue
        what = Span(*found.span("what"))
        cue = Span(found.start(), len(reading.text[: what.start].rstrip()))
        yield Candidate((what,), cue, mention(subject), "declined")
