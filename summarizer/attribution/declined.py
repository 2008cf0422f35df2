"""Who was asked and says nothing: "declined to comment", "would not say whether …", "did not respond to a request for comment"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.attribution.credited import source_of
from summarizer.attribution.phrases import mention
from summarizer.attribution.reading import Candidate, Reading
from summarizer.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

TELL = r"(?:say|state|specify|reveal|disclose|discuss|name|identify|confirm|explain|elaborate|provide)"
REST = r"""(?:"[^"\n]{1,60}"|“[^”\n]{1,60}”|(?!\ (?:but|because)\ )[^.;:,“”"\n]){4,160}"""  # of the clause
DECLINED = re.compile(
    rf"""\b(?:
      (?:declined|declines|refused|refuses|would\ not|did\ not\ (?:immediately\ |yet\ )?(?:respond|reply|return)
      |has\ not\ (?:yet\ )?(?:responded|replied)|have\ not\ (?:yet\ )?(?:responded|replied)|could\ not\ (?:immediately\ )?be\ reached
      |was\ not\ (?:immediately\ )?available|were\ not\ (?:immediately\ )?available)\b\s
      (?P<comment>[^.;:,“"\n]{{0,70}}?\bcomment\b(?:\ (?:on|about|for)\ [^.;:,“"\n]{{1,60}}(?=[.,;]))?)
    | (?:declined|declines|refused|refuses)\s(?P<telling>to\ {TELL}\ (?!that\b|no\b){REST})
    | would(?:\ not|n[’']t)\ (?!say\b|state\b){TELL}\ (?P<what>(?!that\b|no\b|to\b|any\ more\b){REST})
    | (?:did|would)(?:\ not|n[’']t)\ {TELL}\ (?P<question>(?:whether|if|what|who|whom|how|why|when|where|which)\ {REST})
    )""",
    re.VERBOSE,
)


def find_declined(reading: Reading) -> Iterator[Candidate]:
    """A candidate for each refusal to tell; its content is "to comment on the fares" or "whether …", its cue what stands before."""
    for found in DECLINED.finditer(reading.text):
        verb = reading.token_at(found.start())
        while verb.dep_ in ("aux", "auxpass", "neg") and verb.head.i > verb.i:
            verb = verb.head
        subject = source_of(verb)
        if reading.is_quoted(verb) or subject is None:
            continue
        what = Span(*found.span(found.lastgroup or 0))
        cue = Span(found.start(), len(reading.text[: what.start].rstrip()))
        yield Candidate((what,), cue, mention(subject), "declined")
