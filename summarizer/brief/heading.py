"""What stands above a story in a text that was pasted with it: its headline, the standfirst, a label of an archive."""

from __future__ import annotations

import re
from dataclasses import replace

from summarizer.model import Article, Extract
from summarizer.text.labels import is_label
from summarizer.text.words import words

PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")
# Below a pasted headline an archive prints a standfirst, "ABSTRACT.", a sentence and "FULL TEXT.": the story follows.
MOST_LINES_ABOVE = 6


def story_start(article: Article) -> int:
    """Where the story begins in the article's text: below its headline, its standfirst and the labels between them."""
    above = {words(heading) for heading in (article.title, article.standfirst) if heading}
    lines = list(PARAGRAPH.finditer(article.text))
    is_above = [words(one.group()) in above or is_label(one.group().strip()) for one in lines]
    first = next((at for at, one in enumerate(is_above) if not one), len(lines))
    if first:
        labels = [at for at, one in enumerate(lines[:MOST_LINES_ABOVE]) if is_label(one.group().strip())]
        first = max(first, *(at + 1 for at in labels)) if labels else first
    return lines[first].start() if first < len(lines) else 0


def below_heading(article: Article, extract: Extract) -> Extract:
    """What was found in the story itself: headline and standfirst say it in other words."""
    start = story_start(article)
    told = (one for one in extract.statements if any(part.end > start for part in one.content))
    return replace(extract, statements=tuple(told))
