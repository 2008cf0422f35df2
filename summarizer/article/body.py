"""The tree to paragraphs: an opinion on where the main text is, mended by the page's own structure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from lxml.html import HtmlElement

from summarizer.article.belonging import story_blocks, words_of_prose
from summarizer.article.opinions import HARDLY_ANYTHING, best_opinion, taken
from summarizer.article.own_links import own_links
from summarizer.article.paragraphs import Paragraph, listed, tidy
from summarizer.article.pruning import prune
from summarizer.article.structure import HEADINGS, Block, text_blocks
from summarizer.article.table_lines import BETWEEN
from summarizer.article.tree import elements, parse
from summarizer.text.sentence_bounds import ends_a_sentence
from summarizer.text.words import words

# Of the text in the page's claims the page shows less than this share: it shows it to browsers alone.
SHOWN = 0.5
CELLS = listed("td th")
LONGEST_SUBHEAD = 30  # words; a sentence that is longer is a paragraph whatever its tag


@dataclass(frozen=True, slots=True)
class Body:
    """A page's main text: its paragraphs, and the block that each comes from."""

    paragraphs: tuple[Paragraph, ...]
    blocks: tuple[Block | None, ...]


def find_body(
    tree: HtmlElement, title: str | None = None, own_text: str | None = None, url: str = ""
) -> Body:
    """The page's main text. Takes out of the tree what is no part of it.

    `own_text` is the text that the page gives in its claims, if it gives it whole; `url` is its own.
    """
    prune(tree)
    found = find_blocks(tree, title, own_text, url, tables=False)
    if length_of(found) < HARDLY_ANYTHING:
        reveal(tree)
        found = find_blocks(tree, title, own_text, url, tables=True)
    if own_text and length_of(found) < SHOWN * len(words(own_text)):
        return told(own_text)
    lines = [tuple(line) for _, line in groupby(found, key=row_of)]
    own = own_links(found, url)
    return Body(tuple(paragraph_of(line, own) for line in lines), tuple(line[0] for line in lines))


def length_of(blocks: Sequence[Block]) -> int:
    """Words in the blocks."""
    return sum(len(block.key) for block in blocks)


def told(text: str) -> Body:
    """The text that a page tells in its claims and does not show, as before its scripts have run."""
    lines = tuple(filter(None, map(tidy, text.split("\n"))))
    return Body(tuple(map(Paragraph, lines)), (None,) * len(lines))


def find_blocks(
    tree: HtmlElement, title: str | None, own_text: str | None, url: str, *, tables: bool
) -> tuple[Block, ...]:
    """The blocks of the main text."""
    blocks = tuple(text_blocks(tree))
    opinion = best_opinion(tree, words_of_prose(blocks), title, own_text, tables=tables)
    return story_blocks(blocks, taken(blocks, opinion), title, url)


def row_of(block: Block) -> HtmlElement | Block:
    """The row of a table that a block stands in, else the block itself."""
    if block.node.tag in CELLS:
        return next(block.node.iterancestors("tr"), block.node)
    return block


def paragraph_of(line: Sequence[Block], own: frozenset[HtmlElement]) -> Paragraph:
    """A block, or the cells of a row, as a paragraph. `own` are elements whose links are the story's, and no pointers."""
    if len(line) > 1:
        return Paragraph(BETWEEN.join(cell.text for cell in line), "row")
    (block,) = line
    is_subhead = block.node.tag in HEADINGS and not (
        len(block.key) > LONGEST_SUBHEAD and ends_a_sentence(block.text)
    )
    share = 0.0 if block.node in own else block.link_share
    return Paragraph(block.text, "subhead" if is_subhead else "prose", link_share=share)


def reveal(tree: HtmlElement) -> None:
    """Shows what a page keeps for browsers without scripts or frames, which may be the whole story."""
    for element in list(elements(tree, "noscript", "noframes")):
        if "</" in (element.text or ""):  # the parser leaves what is in it as text
            element.extend(parse(element.text))
            element.text = None
        element.tag = "div"
    for element in list(elements(tree, "frameset")):
        element.tag = "body"
