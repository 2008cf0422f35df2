"""Pasted text to paragraphs: a line each, or blocks between blank lines when lines are wrapped."""

from __future__ import annotations

import re

from summarizer.article.paragraphs import Paragraph, tidy
from summarizer.text.sentence_bounds import ends_a_sentence
from summarizer.text.words import words

# Text wrapped by a mail program or a terminal: lines about as long as these, most of them ending in mid-sentence.
NARROWEST, WIDEST = 40, 100
WRAPPED_SHARE = 0.6
TITLE_WORDS = (3, 25)
TITLE_WITHIN = 8  # paragraphs before which the story has to begin
# Lines above a press release or a pasted mail that say what it is and whose, not what it tells.
SAYS_WHAT_IT_IS = re.compile(
    r"""\W*(?:
    (?:for|not\ for)\ (?:immediate\ )?(?:release|publication|broadcast)\b.*
    | (?:strictly\ )?(?:under\ )?embargo(?:ed)?\b.*
    | (?:press|news|media)\ (?:release|statement|notice|advisory)\W*
    | (?:from|to|cc|bcc|sent|date|reply-to|re|contacts?|(?:press|media)\ contacts?|e-?mail|phone|tel)\s*:.*
    )""",
    re.IGNORECASE | re.VERBOSE,
)
SUBJECT = re.compile(r"\W*(?:subject|headline|title)\s*:\s*", re.IGNORECASE)


def paragraphs_of(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a plain text."""
    blocks = [block for block in re.split(r"\n\s*\n", text) if block.strip()]
    lines = [" ".join(block.split("\n")) if is_wrapped(block) else block for block in blocks]
    found = (tidy(line) for block in lines for line in block.split("\n"))
    return tuple(Paragraph(line) for line in found if line)


def pasted_title(paragraphs: tuple[Paragraph, ...]) -> str | None:
    """The headline above a pasted story: a first line that is no sentence, with a sentence after it.

    Lines that say what the text is, such as "FOR IMMEDIATE RELEASE" and "From:", may stand above the headline.
    """
    above = paragraphs[:TITLE_WITHIN]
    first = next((at for at, one in enumerate(above) if not SAYS_WHAT_IT_IS.fullmatch(one.text)), None)
    if first is None or ends_a_sentence(above[first].text):
        return None
    title = SUBJECT.sub("", above[first].text)
    fewest, most = TITLE_WORDS
    is_title = fewest <= len(words(title)) <= most and any(
        ends_a_sentence(p.text) for p in paragraphs[first + 1 : first + TITLE_WITHIN]
    )
    return title if is_title else None


def is_wrapped(block: str) -> bool:
    """Whether a block's lines are parts of one paragraph."""
    lines = [line.strip() for line in block.strip().split("\n")]
    inner = lines[:-1]
    if not inner or max(map(len, lines)) > WIDEST or min(map(len, inner)) < NARROWEST:
        return False
    return sum(not ends_a_sentence(line) for line in inner) >= WRAPPED_SHARE * len(inner)
