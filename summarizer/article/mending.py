"""What the extractor missed, by the page's own structure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from summarizer.article.paragraphs import Paragraph
from summarizer.article.posts import MARK
from summarizer.article.structure import Block, Path
from summarizer.text.sentence_bounds import ends_a_sentence
from summarizer.text.words import words

# Two texts are taken for the same passage when they share this much of their runs of so many words.
SHINGLE = 5
SAME = 0.5
# A block with fewer words is a label; with more of its letters in links, a pointer.
PROSE_WORDS = 8
PROSE_LINKS = 0.5
# The blocks whose path carries the body: at least this share of the words found, else the page has no such path.
CARRIES = 0.5
# Below this a result is taken for a failure, if the page has a path with more than MORE times the words.
HARDLY_ANYTHING = 60
MORE = 3
NOT_THE_BODY = re.compile(
    r"comment|disqus|repl(?:y|ies)|foot|sidebar|related|promo|recommend|teaser|cookie|consent|newsletter|nav|menu|widget"
)


def mended(paragraphs: tuple[Paragraph, ...], blocks: Sequence[Block]) -> tuple[Paragraph, ...]:
    """The paragraphs with their share of links, and with the blocks that the same path carries and that are missing."""
    known = {block.key: block for block in blocks}
    linked = tuple(with_links(paragraph, known) for paragraph in paragraphs)
    path = body_path(linked, known)
    found = {words(paragraph.text) for paragraph in paragraphs}
    within = [number for number, block in enumerate(blocks) if block.path == path or block.key in found]
    if not within:
        return linked
    body = blocks[within[0] : within[-1] + 1]
    return tuple(
        with_missing(linked, [block for block in body if belongs(block, path) or block.key in found])
    )


def belongs(block: Block, path: Path | None) -> bool:
    """Whether a block between the body's first and last is part of it: prose on its path, or an embedded post."""
    return MARK in block.text or (block.path == path and is_prose(block))


def with_links(paragraph: Paragraph, known: dict[tuple[str, ...], Block]) -> Paragraph:
    """`paragraph` with the link share of the block it comes from."""
    block = known.get(words(paragraph.text))
    if block is None:
        return paragraph
    return replace(paragraph, link_share=block.link_share)


def body_path(paragraphs: Sequence[Paragraph], known: dict[tuple[str, ...], Block]) -> Path | None:
    """The path on which most of the text lies; None when no path carries enough of it."""
    keys = [words(paragraph.text) for paragraph in paragraphs]
    carried: Counter[Path] = Counter()
    for key in keys:
        if key in known:
            carried[known[key].path] += len(key)
    total = sum(map(len, keys))
    if total < HARDLY_ANYTHING:
        return richest_path(known.values(), total)
    path, count = carried.most_common(1)[0] if carried else ((), 0)
    return path if count >= CARRIES * total else None


def richest_path(blocks: Iterable[Block], total: int) -> Path | None:
    """The path with the most prose, when that is far more than what was found."""
    carried: Counter[Path] = Counter()
    for block in blocks:
        if is_prose(block) and not NOT_THE_BODY.search(" ".join(block.path).lower()):
            carried[block.path] += len(block.key)
    path, count = carried.most_common(1)[0] if carried else ((), 0)
    return path if count > max(HARDLY_ANYTHING, MORE * total) else None


def is_prose(block: Block) -> bool:
    """Whether a block reads as a paragraph."""
    return len(block.key) >= PROSE_WORDS and block.link_share < PROSE_LINKS and ends_a_sentence(block.text)


def with_missing(paragraphs: Sequence[Paragraph], blocks: Sequence[Block]) -> Iterator[Paragraph]:
    """The paragraphs, each missing block after the one that precedes it on the page."""
    places = {words(paragraph.text): number for number, paragraph in enumerate(paragraphs)}
    candidates = {shingle for block in blocks if block.key not in places for shingle in shingles(block.key)}
    present = {
        shingle
        for paragraph in paragraphs
        for shingle in shingles(words(paragraph.text))
        if shingle in candidates
    }
    after: dict[int, list[Block]] = {}
    at = -1
    for block in blocks:
        if block.key in places:
            at = max(at, places[block.key])
        elif is_missing(block, present):
            after.setdefault(at, []).append(block)
    for number in range(-1, len(paragraphs)):
        yield from paragraphs[max(number, 0) : number + 1]
        yield from (Paragraph(block.text, link_share=block.link_share) for block in after.get(number, []))


def is_missing(block: Block, present: set[int]) -> bool:
    """Whether most of a block stands nowhere in the text yet."""
    own = tuple(shingles(block.key))
    return sum(shingle in present for shingle in own) < SAME * len(own)


def shingles(key: tuple[str, ...]) -> Iterator[int]:
    """Hashes of the runs of words; a short text is one run."""
    for at in range(max(1, len(key) - SHINGLE + 1)):
        yield hash(key[at : at + SHINGLE])
