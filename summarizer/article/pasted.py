"""Pasted text to paragraphs: a line each, or blocks between blank lines when lines are wrapped."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.article.headlines import stands_above, stands_below_headline
from summarizer.article.paragraphs import Paragraph, tidy
from summarizer.text.labels import is_label
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
# What an archive calls the parts of an article.
ABSTRACT, FULL_TEXT = re.compile(r"abstract\W*", re.IGNORECASE), re.compile(r"full text\W*", re.IGNORECASE)
SUBJECT = re.compile(r"\W*(?:subject|headline|title)\s*:\s*", re.IGNORECASE)


def paragraphs_of(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a plain text."""
    blocks = [block for block in re.split(r"\n\s*\n", text) if block.strip()]
    lines = [" ".join(block.split("\n")) if is_wrapped(block) else block for block in blocks]
    found = (tidy(line) for block in lines for line in block.split("\n"))
    return tuple(Paragraph(line) for line in found if line)


def pasted_heading(paragraphs: tuple[Paragraph, ...]) -> tuple[str | None, str | None]:
    """The headline and the standfirst above a pasted story.

    Lines that say what the text is, such as "FOR IMMEDIATE RELEASE" and "From:", may stand above the headline.
    """
    above = paragraphs[:TITLE_WITHIN]
    first = next((at for at, one in enumerate(above) if not SAYS_WHAT_IT_IS.fullmatch(one.text)), None)
    if first is None:
        return None, None
    title = pasted_title(paragraphs, first)
    if title is not None:
        return title, standfirst_below(paragraphs[first + 1 : first + TITLE_WITHIN])
    lines = [one.text for one in paragraphs[first:] if not is_label(one.text)]
    if is_label(paragraphs[first].text) or not stands_above(lines):
        return None, None
    return without_stop(lines[0]), standfirst_below(paragraphs[first + 1 : first + TITLE_WITHIN])


def pasted_title(paragraphs: tuple[Paragraph, ...], first: int) -> str | None:
    """The line at `first` if it is no sentence and one follows: the headline."""
    if ends_a_sentence(paragraphs[first].text) and not paragraphs[first].text.endswith(";"):
        return None
    title = SUBJECT.sub("", paragraphs[first].text)
    fewest, most = TITLE_WORDS
    is_title = fewest <= len(words(title)) <= most and any(
        ends_a_sentence(p.text) for p in paragraphs[first + 1 : first + TITLE_WITHIN]
    )
    return without_stop(title) if is_title else None


def standfirst_below(paragraphs: Sequence[Paragraph]) -> str | None:
    """The standfirst that may follow a headline: an abstract that is called so, or a line that is a headline itself."""
    lines = [one.text for one in paragraphs]
    if len(lines) > 2 and ABSTRACT.fullmatch(lines[0]) and FULL_TEXT.fullmatch(lines[2]):  # noqa: PLR2004  the three
        return lines[1]
    return lines[0] if lines and stands_below_headline(lines) else None


def without_stop(title: str) -> str:
    """The headline without the full stop that an archive has put behind it."""
    return re.sub(r"\s*;$|(?<=\w\w)(?<!\.\w\w)\.$", "", title)


def is_wrapped(block: str) -> bool:
    """Whether a block's lines are parts of one paragraph."""
    lines = [line.strip() for line in block.strip().split("\n")]
    inner = lines[:-1]
    if not inner or max(map(len, lines)) > WIDEST or min(map(len, inner)) < NARROWEST:
        return False
    return sum(not ends_a_sentence(line) for line in inner) >= WRAPPED_SHARE * len(inner)
