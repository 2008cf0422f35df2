"""What only one outlet has: lines of a brief of several articles that no other article tells, in whatever words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from summarizer.merge.aligned import Prepared, alike, prepare
from summarizer.model import Article, Bullet
from summarizer.text.sentence_bounds import find_sentences

# Of the words of a line, its own or near in meaning, that a sentence of another article, or two in a row, may have at most.
MOST_TOLD = 0.4
FEWEST_WORDS = 3  # that say something; a shorter line is told in words that nobody finds


def mark_only(lines: Sequence[Bullet], articles: Sequence[Article]) -> tuple[Bullet, ...]:
    """The lines, those marked that one article alone proves and of which no other one has the words."""
    if len(articles) == 1:
        return tuple(lines)
    passages = {article.url: list(passages_of(article.text)) for article in articles}
    return tuple(replace(line, only_here=is_only(line, passages)) for line in lines)


def is_only(line: Bullet, passages: dict[str, list[Prepared]]) -> bool:
    urls = {proof.url for proof in line.evidence}
    content = prepare(line.text).content
    if len(urls) > 1 or len(content) < FEWEST_WORDS:
        return False
    others = (passage for url, told in passages.items() if url not in urls for passage in told)
    return not any(alike(content, passage) > MOST_TOLD * len(content) for passage in others)


def passages_of(text: str) -> Iterator[Prepared]:
    """Each sentence with the next one, in which the one may go on with what the other began."""
    sentences = find_sentences(text)
    if len(sentences) == 1:
        yield prepare(sentences[0].of(text))
    for one, two in pairwise(sentences):
        yield prepare(text[one.start : two.end])
