"""Whether a page shows only a part of its story: what is briefed then is not all of it, and a reader is told so."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from summarizer.article.metadata import Metadata
from summarizer.article.tree import elements, text_of
from summarizer.text.sentence_bounds import ends_a_sentence
from summarizer.text.stop_words import STOP_WORDS
from summarizer.text.words import words

# Of what the page says its story's length is. On 350 real pages no whole text is below .8: the counts of editors'
# systems hold captions and boxes.
OF_DECLARED = 0.65
LEAST_DECLARED = 60  # words; less is the count of a teaser
# The open part before a paywall is a few paragraphs; of 5 real pages with longer texts that claim a paywall all have
# the whole story.
OPEN_PART = 250  # words
LAST_WORDS = 8  # of a paragraph of prose
ELLIPSIS = re.compile(r"(?:…|\.\.\.)\W*$")
COMMA = re.compile(r"[,–—-]$")
GO_ON = re.compile(
    r"\b(?:continue|keep|to) reading\b|\bread (?:the )?(?:full|whole|rest|entire)\b"
    r"|\b(?:subscribe|sign in|log in|register) to (?:continue|read|unlock)\b|\bunlock this (?:article|story)\b"
    r"|\bthis (?:article|story|content) is (?:only |exclusively )?(?:for|available to|reserved for) (?:subscribers|members)\b",
    re.IGNORECASE,
)


def is_partial(tree: HtmlElement, metadata: Metadata, text: str) -> bool:
    """Whether `text` is plainly less than the page's story: by its declared length, its wall, or how it ends."""
    length, declared = len(words(text)), metadata.declared_words or 0
    if declared >= LEAST_DECLARED:
        return length < OF_DECLARED * declared
    if is_broken_off(text):
        return True
    return length < OPEN_PART and (metadata.paywalled or asks_to_go_on(tree))


def is_broken_off(text: str) -> bool:
    """Whether the last paragraph ends within a sentence."""
    last = text.rsplit("\n\n", 1)[-1].rstrip()
    own = words(last)
    if len(own) < LAST_WORDS:
        return False
    if ELLIPSIS.search(last):  # in a long text a writer's own
        return len(words(text)) < OPEN_PART
    return COMMA.search(last) is not None or (
        not ends_a_sentence(last) and last[-1].isalpha() and own[-1] in STOP_WORDS
    )


def asks_to_go_on(tree: HtmlElement) -> bool:
    """Whether the page offers the rest of its story."""
    return GO_ON.search(text_of(next(elements(tree, "body"), None))) is not None
