"""Words at the head of a sentence that only tie it to the one before. The one place that knows."""

from __future__ import annotations

import re

# Before a comma or, those of the first line, without one; never before a quotation mark, where the words are somebody's.
_LINK = re.compile(
    r"""(?:
        (?:But|And|Yet|Meanwhile),?
      | (?:However|Also|In\ addition|Moreover|Furthermore|Still|Nevertheless|Nonetheless|Separately|Earlier|At\ the\ same\ time
          |So\ far|Now|Then|In\ fact|Indeed|Instead|Besides|Likewise|Similarly|Therefore|Thus|Even\ so|That\ said|In\ turn
          |For\ example|For\ instance|As\ a\ result|On\ the\ other\ hand|To\ be\ sure|Amid\ [^,]{3,40}),
    )\s+(?=\w)(?!then\b)""",
    re.VERBOSE,
)


def without_link(sentence: str) -> str:
    """The sentence without such a word, its first letter a capital: "But the mill stays" is "The mill stays"."""
    link = _LINK.match(sentence)
    return sentence[link.end() :][:1].upper() + sentence[link.end() + 1 :] if link else sentence
